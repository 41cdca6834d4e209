import { defineConfig } from '@playwright/test';
import { findChromium } from './e2e/support/chromium.ts';
import type { WorkerOptions } from './e2e/support/test.ts';

const executablePath = findChromium();

/** Chromium refuses its sandbox to root. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig<object, WorkerOptions>({
  // The app is the built one (`npm run build`, or `npm test`, comes first); each worker serves it for itself.
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // A test that fails now and then has found something: nothing is tried twice.
  retries: 0,
  // `npm test` names a file for the JSON.
  reporter: [
    ['dot'],
    ['./e2e/support/strict-reporter.ts'],
    ...(process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] === undefined ? [] : [['json'] as const]),
  ],
  use: {
    // No trace, which takes a seventh of the time: `npx playwright test -g … --trace on` makes one of a test that failed.
    trace: 'off',
    screenshot: 'only-on-failure',
    locale: 'en-US',
    timezoneId: 'UTC',
    viewport: { width: 1440, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        ...asRoot,
        // Chromium's own calls home: noise, and on a closed network a flood of refused connections.
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-gpu',
      ],
    },
  },
  projects: [
    { name: 'chromium', use: { browserName: 'chromium' } },
    // The tests whose questions a service may answer in several ways, once more against one that refuses, throttles and
    // pages as strictly as the real one may.
    {
      name: 'strict service',
      use: { browserName: 'chromium', service: 'strict' },
      grep: /@both/u,
      testMatch: ['main-job.spec.ts', 'rows.spec.ts', 'snapshot.spec.ts'],
    },
  ],
});
