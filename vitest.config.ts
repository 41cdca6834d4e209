import { defineConfig } from 'vitest/config';
import { icuMessages } from './deploy/build/icu-messages.ts';

// Apart from vite.config.ts: unit tests need neither the app's emulator running nor the plugins that make it
// smaller.
export default defineConfig({
  plugins: [icuMessages()],
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
