import { createServer } from 'node:http';
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

const METADATA = {
  issuer: 'https://identity.localhost',
  authorization_endpoint: 'http://localhost/auth',
  token_endpoint: 'http://localhost/token',
};

const WRONGS: readonly (readonly [name: string, changes: Readonly<Record<string, unknown>>, said: RegExp])[] =
  [
    ['a text that is no JSON', { authorityMetadata: '{' }, /config\.json, authorityMetadata cannot be read/u],
    [
      'metadata without an address',
      { authorityMetadata: { ...METADATA, authorization_endpoint: undefined } },
      /config\.json, authorityMetadata .*authorization_endpoint/u,
    ],
    [
      'an authority that nobody knows',
      {
        authority: 'https://login.example/tenant',
        knownAuthorities: [],
        authorityMetadata: undefined,
        protocolMode: 'AAD',
      },
      /authority.*https:\/\/login\.example\/tenant/u,
    ],
  ];

for (const [name, changes, said] of WRONGS) {
  withConfig.describe(name, () => {
    withConfig.use({ expectedConsoleErrors: [/net::ERR_CONNECTION_REFUSED/u] });

    withConfig('is said where Sign in is pressed, or before', async ({ page, configured }) => {
      await page.goto(await configured(changes));
      const signIn = page.getByRole('button', { name: 'Sign in' });
      await signIn.or(page.getByRole('alert')).first().waitFor();
      if (await signIn.isVisible()) await signIn.click();
      await expect(page.getByRole('alert')).toHaveText(said);
    });
  });
}
