import { defineConfig } from 'vitest/config';

// Apart from vite.config.ts: unit tests need neither the app's plugins nor its emulator running.
export default defineConfig({
  test: {
    environment: 'node',
    include: ['{src,emulator,deploy,e2e,bench,.ci}/**/*.test.{ts,tsx}'],
    reporters: ['dot'],
    // For tests that never end. Five seconds, the default, also ended laws that had many examples on a busy machine.
    testTimeout: 60_000,
    // A test that asserts nothing passes whatever is wrong.
    expect: { requireAssertions: true },
  },
});
