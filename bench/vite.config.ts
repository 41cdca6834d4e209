import { defineConfig } from 'vite';

// The benchmark's page alone: no framework, and nothing of the app but its engine.
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
