import { defineConfig } from 'vite';

// This builds only the benchmark's page: it has no framework, and only the engine of the app.
export default defineConfig({
  root: 'bench/page',
  logLevel: 'error',
  worker: { format: 'es' },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2023',
    // Peers load their own binaries from files.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 10_000,
  },
});
