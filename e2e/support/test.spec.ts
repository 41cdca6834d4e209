import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, expect, mergeTests } from '@playwright/test';
import { listenTo, test as checked, type Complaint } from './test.ts';

const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'";

type Fixtures = {
  /** The address of a page that belongs to this test, under a policy like the app's, and runs a script. */
  readonly showing: (script: string) => string;
};

const withPages = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from the pattern.
  showing: async ({}, use) => {
    const server = createServer((request, response) => {
      const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      response.setHeader('content-security-policy', POLICY);
      if (pathname === '/page') {
        response.setHeader('content-type', 'text/html');
        response.end(`<!doctype html><title>page</title><script src="/script${search}"></script>`);
      } else if (pathname === '/script') {
        response.setHeader('content-type', 'text/javascript');
        response.end(searchParams.get('run'));
      } else {
        response.statusCode = 503;
        response.end();
      }
    });
    await new Promise<void>((resolve) => {
      server.listen(0, resolve);
    });
    const { port } = server.address() as AddressInfo;
    await use((script) => `http://localhost:${port}/page?run=${encodeURIComponent(script)}`);
    server.close();
  },
});

const inWorker = (script: string): string =>
  `new Worker(${JSON.stringify(`/script?run=${encodeURIComponent(script)}`)})`;

/** Errors that a page may make, each as a script, and how they are reported. */
const WRONGS: readonly (readonly [name: string, script: string, kind: Complaint['kind'], text: RegExp])[] = [
  [
    'an inline style',
    `document.body ?? document.documentElement.setAttribute('style', 'color: red')`,
    'violated its content security policy',
    /^style-src-attr blocked inline/u,
  ],
  ['eval', `try { eval('1') } catch {}`, 'violated its content security policy', /^script-src blocked eval/u],
  [
    'a foreign request',
    `fetch('http://localhost:9/').catch(() => {})`,
    'violated its content security policy',
    /^connect-src blocked http:\/\/localhost:9/u,
  ],
  [
    'a foreign request in a worker',
    inWorker(`fetch('http://localhost:9/').catch(() => {})`),
    'violated its content security policy',
    /localhost:9/u,
  ],
  ['an uncaught error', `throw new Error('thrown')`, 'left an error uncaught', /thrown/u],
  ['an unhandled rejection', `Promise.reject(new Error('rejected'))`, 'left an error uncaught', /rejected/u],
  [
    'an uncaught error in a worker',
    inWorker(`throw new Error('thrown in worker')`),
    'left an error uncaught',
    /thrown in worker/u,
  ],
  ['a console error', `console.error('written')`, 'wrote to the console', /written/u],
  ['a failed assertion', `console.assert(false, 'asserted')`, 'wrote to the console', /asserted/u],
  ['a failed request', `fetch('/missing')`, 'wrote to the console', /status of 503/u],
];

for (const [name, script, kind, text] of WRONGS) {
  withPages(`${name} is heard`, async ({ context, showing }) => {
    const heard: Complaint[] = [];
    await listenTo(context, (complaint) => heard.push(complaint));
    const page = await context.newPage();
    await page.goto(showing(script));
    await expect
      .poll(() => heard)
      .toContainEqual({ kind, page: expect.any(String), text: expect.stringMatching(text) });
  });
}

const test = mergeTests(withPages, checked);

test('a page that does nothing wrong passes', async ({ page, showing }) => {
  await page.goto(showing(`document.title = 'ran'; console.info('fine'); console.warn('fine')`));
  await expect(page).toHaveTitle('ran');
});

test('a page that does something wrong fails its test', async ({ page, showing }) => {
  test.fail();
  await page.goto(showing(`console.error('written')`));
});

test('so does one in a context that the test opened itself', async ({ browser, showing }) => {
  test.fail();
  const own = await browser.newContext();
  const page = await own.newPage();
  await page.goto(showing(`try { eval('1') } catch {}`));
  await own.close();
});

test.describe('with expected console errors', () => {
  test.use({ expectedConsoleErrors: [/status of 503/u] });

  test('those pass', async ({ page, showing }) => {
    await page.goto(showing(`fetch('/missing').then(() => { document.title = 'ran' })`));
    await expect(page).toHaveTitle('ran');
  });

  test('others still fail', async ({ page, showing }) => {
    test.fail();
    await page.goto(showing(`console.error('written')`));
  });
});
