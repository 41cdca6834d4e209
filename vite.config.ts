import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { licenseLensServices } from './emulator/vite-plugin.ts';

const port = Number(process.env['PORT'] ?? 5173);

export default defineConfig({
  plugins: [react(), licenseLensServices()],
  server: { port, strictPort: true },
  preview: { port, strictPort: true },
  build: {
    target: 'es2023',
    // Those that know `light-dark()`: written for older ones it would follow the system, not what the person chose.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // Read by the bundle budget: which chunks the first figures need.
    manifest: true,
    // A data: URL for a script or a worker would need a hole in the Content-Security-Policy.
    assetsInlineLimit: 0,
    // The budget of `npm run size` is what counts.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: { main: 'index.html', redirect: 'redirect.html' },
    },
  },
});
