import { defineConfig } from 'vitest/config';

// For `npm run mutate`, which runs the tests once for every mutant: only those beside the code.
// A test that hangs is stopped by Stryker's time limit, which knows how long the test takes without a mutant.
export default defineConfig({
  test: {
    environment: 'node',
    include: [process.env['MUTATION_TESTS'] ?? 'src/**/*.test.{ts,tsx}'],
    // They reach the answers' code too, slowly, and look at other things: reading, keeping and sending a snapshot.
    exclude: [
      'src/engine/snapshot/loader.test.ts',
      'src/engine/snapshot/{download,load,store,worker}/**/*.test.ts',
    ],
    setupFiles: ['.ci/mutation-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['dot'],
  },
});
