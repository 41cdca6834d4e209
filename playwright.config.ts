import { defineConfig } from '@playwright/test';
import { findChromium } from './e2e/support/chromium.ts';

const port = Number(process.env['E2E_PORT'] ?? 4173);
const baseURL = `http://localhost:${port}`;
const executablePath = findChromium();

/** Chromium refuses its sandbox to root. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  workers: 2,
  // A test that fails now and then has found something: nothing is tried twice.
  retries: 0,
  reporter: 'dot',
  use: {
    baseURL,
    trace: 'retain-on-failure',
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
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  // The built app: `npm run build` (or `npm test`) comes first.
  webServer: {
    command: 'npm run --silent preview',
    env: { PORT: String(port) },
    url: baseURL,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
