import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { figure, query, settled, signIn } from './support/app.ts';
import { startGateway } from './support/gateway.ts';
import { couldNotBeHad, findRealPart } from './support/real-parts.ts';
import { startServer } from './support/server.ts';
import { test as base } from './support/test.ts';

// The built app as Caddy serves it with the file of `npm run deploy:files`, in a folder of its host, `config.json` beside
// it: the endpoint is behind Caddy, and people sign in at another origin than the page's.

/** The local sign-in knows it as an address of the app. */
const FOLDER = '/licenses/';
const UNFITTING = 'unfitting/';

const hasCaddy = findRealPart('Caddy') !== undefined;

type Fixtures = {
  /** Where the sign-in and the endpoint are. */
  readonly behind: string;
};

const test = base.extend<object, Fixtures>({
  behind: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const server = await startServer();
      await use(server.origin);
      server.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  origin: [
    async ({ behind }, use) => {
      const root = mkdtempSync(join(tmpdir(), 'built-'));
      cpSync('dist', join(root, FOLDER), { recursive: true });
      const config = (await (await fetch(`${behind}/config.json`)).json()) as object;
      writeFileSync(join(root, FOLDER, 'config.json'), JSON.stringify(config));
      // Asks another host for the report, of which the gateway's file knows nothing.
      cpSync('dist', join(root, FOLDER, UNFITTING), { recursive: true });
      writeFileSync(
        join(root, FOLDER, UNFITTING, 'config.json'),
        JSON.stringify({ ...config, apiBaseUrl: 'https://127.0.0.1:9' }),
      );
      const gateway = await startGateway('Caddy', { service: behind, root, folder: FOLDER, config });
      await use(gateway.origin);
      gateway.stop();
      rmSync(root, { recursive: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

test.skip(!hasCaddy, couldNotBeHad('Caddy'));

test('someone signs in, sees figures, loads all rows, filters them and signs out', async ({
  page,
  context,
  behind,
  origin,
}) => {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  // Without its last slash, as people type it.
  await page.goto(`${FOLDER.slice(0, -1)}?groupby=channel`);
  await signIn(page);
  expect(page.url()).toBe(`${origin}${FOLDER}?groupby=channel`);
  await expect(page.getByRole('status').filter({ hasText: 'All 20,000 rows' })).toBeVisible();
  const sold = await figure(page, 'Licenses sold');
  expect(sold).toBeGreaterThan(0);

  await page.getByRole('textbox', { name: 'Filter expression' }).fill("channel eq 'reseller'");
  await page.keyboard.press('Enter');
  await settled(page);
  expect(query(page).get('filter')).toBe("channel eq 'reseller'");
  await expect(page.getByRole('list', { name: 'Active filters' })).toContainText('Channel is reseller');
  const some = await figure(page, 'Licenses sold');
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(sold);

  await page.reload();
  await settled(page);
  expect(await figure(page, 'Licenses sold')).toBe(some);

  // A link in a new tab signs in by itself, in a frame.
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Account' }).waitFor();
  await settled(other);
  expect(await figure(other, 'Licenses sold')).toBe(some);
  await other.close();

  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(page.url()).toBe(`${origin}${FOLDER}`);

  // What is asked of the endpoint goes through Caddy, and the rest stands in the folder.
  const paths = asked.filter((url) => url.startsWith(origin)).map((url) => new URL(url).pathname);
  expect(paths.filter((path) => path.startsWith('/v1/')).length).toBeGreaterThan(0);
  expect(paths.filter((path) => !path.startsWith('/v1/') && !`${path}/`.startsWith(FOLDER))).toEqual([]);
  expect(asked.filter((url) => url.startsWith(`${behind}/v1/`))).toEqual([]);
});

test.describe('a session that has ended', () => {
  test.use({ expectedConsoleErrors: [/status of 401/u], loadLimit: 0 });

  test('begins again in a window beside the page', async ({ page, behind, request }) => {
    await page.goto(FOLDER);
    await signIn(page);
    const faults = `${behind}/emulator/faults`;
    await request.put(faults, { data: [{ status: 401 }] });
    await page.getByRole('button', { name: 'Next page' }).click();
    await settled(page);
    const alert = page.getByRole('alert').filter({ hasText: 'Your session has ended' });
    await expect(alert).toBeVisible();
    await request.delete(faults);
    const beside = page.waitForEvent('popup');
    await alert.getByRole('button', { name: 'Sign in' }).click();
    const window = await beside;
    await expect.poll(() => window.isClosed()).toBe(true);
    await settled(page);
    await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText('101 to 200 of 20,000');
  });
});

test.describe('a policy that does not fit the configuration', () => {
  const blocked = /connect-src|Content Security Policy/u;
  test.use({ expectedConsoleErrors: [blocked], expectedViolations: [blocked] });

  test('is named with the address that it blocks', async ({ page }) => {
    // Signed in as the app beside it, which has the same storage; the local sign-in knows that one's address alone.
    await page.goto(FOLDER);
    await signIn(page);
    await page.goto(`${FOLDER}${UNFITTING}`);
    await page.getByRole('button', { name: 'Stop trying' }).click();
    await settled(page);
    const alert = page.getByRole('alert').filter({ hasText: 'Content-Security-Policy, connect-src' });
    await expect(alert).toContainText('https://127.0.0.1:9/v1/analytics/commercial/deployment/license/');
    await expect(alert).toContainText('npm run deploy:files');
    await expect(alert).not.toContainText('Check the network');
  });
});
