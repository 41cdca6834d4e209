import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { test } from './support/test.ts';

type Fixtures = {
  /** The address of the app with some of its configuration changed. */
  readonly configured: (changes: Readonly<Record<string, unknown>>) => Promise<string>;
};

const withConfig = test.extend<Fixtures>({
  configured: async ({ origin }, use) => {
    let config = {};
    const server = createServer((request, response) => {
      void fetch(`${origin}${request.url ?? '/'}`).then(async (answer) => {
        const isConfig = request.url === '/config.json';
        const body = isConfig
          ? JSON.stringify({ ...((await answer.json()) as object), ...config })
          : Buffer.from(await answer.arrayBuffer());
        // Without the local policy: that of another host lets the page ask its own authority.
        response.writeHead(answer.status, {
          'content-type': answer.headers.get('content-type') ?? 'text/plain',
        });
        response.end(body);
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(0, resolve);
    });
    await use(async (changes) => {
      config = changes;
      return `http://localhost:${(server.address() as AddressInfo).port}/`;
    });
    server.closeAllConnections();
    server.close();
  },
});

const ADDRESS = 'https://127.0.0.1:9/tenant';

withConfig.describe('an authority where nothing answers', () => {
  withConfig.use({ expectedConsoleErrors: [/net::ERR_CONNECTION_REFUSED|net::ERR_UNSAFE_PORT/u] });

  withConfig('is named where Sign in is pressed, and can be tried again', async ({ page, configured }) => {
    await page.goto(
      await configured({
        authority: ADDRESS,
        knownAuthorities: ['127.0.0.1:9'],
        authorityMetadata: undefined,
      }),
    );
    const signIn = page.getByRole('button', { name: 'Sign in' });
    await signIn.click();
    const alert = page.getByRole('alert');
    await expect(alert).toContainText(
      `In config.json, authority is ${ADDRESS}, but no sign-in could be found there.`,
    );
    await signIn.click();
    await expect(alert).toContainText('Whoever runs this site can mend it in that one file');
  });
});

withConfig(
  'errors are sent only where the configuration says, without what they are about',
  async ({ page, configured }) => {
    const received: { readonly body: string; readonly headers: IncomingHttpHeaders }[] = [];
    const collector = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        received.push({ body, headers: request.headers });
        response.writeHead(204, { 'access-control-allow-origin': '*' }).end();
      });
    });
    await new Promise<void>((resolve) => {
      collector.listen(0, resolve);
    });
    const happen = () =>
      page.evaluate(() => {
        const error = new TypeError("Cannot read properties of undefined (reading 'Contoso')");
        for (let times = 0; times < 3; times += 1) dispatchEvent(new ErrorEvent('error', { error }));
      });
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    const search = "?view=trend&filter=customerName+eq+'Contoso'";

    await page.goto(`${await configured({})}${search}`);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await happen();
    expect(fetched.filter((address) => address.includes('error-report'))).toEqual([]);

    const address = `http://localhost:${(collector.address() as AddressInfo).port}/errors`;
    const code = page.waitForResponse(/error-reports/u);
    await page.goto(`${await configured({ errorReports: address })}${search}`);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await (await code).finished();
    await expect(async () => {
      await happen();
      expect(received.length).toBeGreaterThan(0);
    }).toPass();
    // However often it happens, it is told once.
    expect(received).toHaveLength(1);
    const [report] = received;
    expect(JSON.parse(report?.body ?? '')).toMatchObject({
      as: 'thrown',
      view: 'trend',
      name: 'TypeError',
      said: 'Cannot read properties of undefined',
    });
    expect(report?.body).not.toContain('Contoso');
    expect(report?.headers).not.toHaveProperty('cookie');
    expect(report?.headers).not.toHaveProperty('referer');
    expect(report?.headers).not.toHaveProperty('authorization');
    collector.closeAllConnections();
    collector.close();
  },
);
