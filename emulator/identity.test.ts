import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { DEMO_ACCOUNTS } from './accounts.ts';
import type { LocalConfig } from './config.ts';
import { LICENSE_DEPLOYMENT_PATH } from './license-deployment.ts';
import { listen, type Listening } from './listen.ts';
import { createServices } from './services.ts';

// Does by hand what a browser and MSAL do: redirects one at a time, and cookies by path.

// The times are long enough for a machine that does other work as well.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let listening: Listening;

const printed = ['log', 'info', 'warn', 'error'].map((name) => vi.spyOn(console, name as 'log'));

beforeAll(async () => {
  const { listener } = await createServices({ rows: 100, seed: 'identity' });
  listening = await listen(listener, 0, '127.0.0.1');
});
afterAll(() => {
  listening.server.close();
  listening.server.closeAllConnections();
});

const originAt = (host: string): string => `http://${host}:${listening.port}`;

async function configAt(origin: string): Promise<LocalConfig> {
  return (await (await fetch(`${origin}/config.json`)).json()) as LocalConfig;
}

function endpointOf(config: LocalConfig, name: string): string {
  const endpoint = config.authorityMetadata[name];
  if (endpoint === undefined) throw new Error(`config.json names no ${name}`);
  return endpoint;
}

/** The cookies and redirects of a browser, as far as these tests need them. */
function createBrowser() {
  const cookies = new Map<string, { readonly value: string; readonly path: string }>();

  const go = async (url: string, init: Omit<RequestInit, 'headers'> = {}): Promise<Response> => {
    const { pathname } = new URL(url);
    const sent = [...cookies].filter(
      ([, { path }]) => pathname === path || pathname.startsWith(`${path}/`) || path === '/',
    );
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { cookie: sent.map(([name, { value }]) => `${name}=${value}`).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(name.length + 1);
      const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
      if (value === '') cookies.delete(name);
      else cookies.set(name, { value, path });
    }
    return response;
  };

  /**
   * Follows redirects to the first answer that is not a redirect, or to the first address for which `until` is true.
   */
  const follow = async (
    start: string,
    until: (url: URL) => boolean,
  ): Promise<{ url: URL; response: Response | null }> => {
    let url = new URL(start);
    for (let step = 0; step < 10; step += 1) {
      if (until(url)) return { url, response: null };
      const response = await go(url.href);
      const location = response.headers.get('location');
      if (location === null) return { url, response };
      url = new URL(location, url);
    }
    throw new Error(`too many redirects at ${url.href}`);
  };
  return { go, follow };
}

type Browser = ReturnType<typeof createBrowser>;

function createRequest(config: LocalConfig, origin: string, more: Record<string, string> = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const url = new URL(endpointOf(config, 'authorization_endpoint'));
  url.search = new URLSearchParams({
    client_id: config.clientId,
    scope: [...config.scopes, 'openid', 'profile', 'offline_access'].join(' '),
    redirect_uri: `${origin}/redirect.html`,
    response_type: 'code',
    response_mode: 'fragment',
    state: 'the-state',
    nonce: 'the-nonce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    // As MSAL asks with every sign-in.
    claims: JSON.stringify({ id_token: { login_hint: { essential: false } } }),
    ...more,
  }).toString();
  return { url: url.href, verifier };
}

const isRedirectPage = (url: URL): boolean => url.pathname === '/redirect.html';
const fragmentOf = (url: URL): URLSearchParams => new URLSearchParams(url.hash.slice(1));

type Tokens = { readonly access_token: string; readonly id_token: string; readonly refresh_token: string };

async function postToken(
  config: LocalConfig,
  origin: string,
  body: Record<string, string>,
): Promise<Response> {
  return fetch(endpointOf(config, 'token_endpoint'), {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ client_id: config.clientId, ...body }),
  });
}

/** Signs in with the button of a role and gives the tokens. */
async function signIn(
  browser: Browser,
  origin: string,
  role: string,
  more: Record<string, string> = {},
): Promise<Tokens> {
  const config = await configAt(origin);
  const { url, verifier } = createRequest(config, origin, more);
  const { url: pageUrl, response: page } = await browser.follow(url, isRedirectPage);
  expect(page?.status).toBe(200);
  const account = DEMO_ACCOUNTS.find(({ roleName }) => roleName === role);
  expect(await page?.text()).toContain(account?.id);
  const chosen = await browser.go(pageUrl.href, {
    method: 'POST',
    body: new URLSearchParams({ account: account?.id ?? '' }),
  });
  expect(chosen.status).toBe(303);
  const next = new URL(chosen.headers.get('location') ?? '', origin);
  const { url: answered } = await browser.follow(next.href, isRedirectPage);
  expect(answered.origin).toBe(origin);
  expect(fragmentOf(answered).get('state')).toBe('the-state');
  return tokensOf(config, origin, answered, verifier);
}

/** The tokens for the code in the answer to an authorization request. */
async function tokensOf(
  config: LocalConfig,
  origin: string,
  answered: URL,
  verifier: string,
): Promise<Tokens> {
  const response = await postToken(config, origin, {
    grant_type: 'authorization_code',
    code: fragmentOf(answered).get('code') ?? '',
    redirect_uri: `${origin}/redirect.html`,
    code_verifier: verifier,
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Tokens;
}

async function report(origin: string, token: string): Promise<Response> {
  return fetch(`${origin}${LICENSE_DEPLOYMENT_PATH}?top=1`, {
    headers: { authorization: `Bearer ${token}` },
  });
}

describe.each(['localhost', '127.0.0.1'])('signing in at %s', (host) => {
  test('gives tokens that the endpoint takes, renews them, and takes them back on sign-out', async () => {
    const origin = originAt(host);
    const config = await configAt(origin);
    const browser = createBrowser();
    const tokens = await signIn(browser, origin, 'Report viewer', { prompt: 'select_account' });

    const claims = decodeJwt(tokens.id_token);
    expect(claims).toMatchObject({
      iss: 'https://identity.localhost',
      aud: config.clientId,
      nonce: 'the-nonce',
      name: 'Kenji Sato',
      preferred_username: 'kenji@partner.example',
      roles: ['ReportViewer'],
      oid: claims.sub,
    });
    expect((await report(origin, tokens.access_token)).status).toBe(200);

    const renewed = await postToken(config, origin, {
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh_token,
      // MSAL names all scopes again.
      scope: [...config.scopes, 'openid', 'profile', 'offline_access'].join(' '),
    });
    const fresh = (await renewed.json()) as Tokens;
    expect((await report(origin, fresh.access_token)).status).toBe(200);
    expect(fresh.refresh_token).not.toBe(tokens.refresh_token);

    // This is the hidden frame: it shows no page, and gets a code while the person is signed in.
    const silent = await browser.follow(
      createRequest(config, origin, { prompt: 'none' }).url,
      isRedirectPage,
    );
    expect(fragmentOf(silent.url).get('code')).toBeTruthy();

    const leave = new URL(endpointOf(config, 'end_session_endpoint'));
    leave.search = new URLSearchParams({
      client_id: config.clientId,
      // No token: this address stays in the browser's history.
      logout_hint: String(decodeJwt(fresh.id_token)['login_hint']),
      post_logout_redirect_uri: `${origin}/`,
      state: 'bye',
    }).toString();
    const left = await browser.follow(leave.href, (url) => url.pathname === '/');
    expect(left.url.href).toBe(`${origin}/?state=bye`);

    const after = await browser.follow(createRequest(config, origin, { prompt: 'none' }).url, isRedirectPage);
    expect(fragmentOf(after.url).get('error')).toBe('login_required');
    const refused = await postToken(config, origin, {
      grant_type: 'refresh_token',
      refresh_token: fresh.refresh_token,
    });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('the endpoint', () => {
  test('refuses, with the documented body, whoever has no reporting role', async () => {
    const origin = originAt('localhost');
    const { access_token: token } = await signIn(createBrowser(), origin, 'Helpdesk agent');
    const response = await report(origin, token);
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({
      code: 'Forbidden',
      description: expect.stringContaining('role') as string,
      data: [],
      source: expect.any(String) as string,
    });
  });

  test.each(['Admin agent', 'Executive report viewer'])('lets the %s read', async (role) => {
    const origin = originAt('localhost');
    const { access_token: token } = await signIn(createBrowser(), origin, role);
    expect((await report(origin, token)).status).toBe(200);
  });

  test('refuses a token that is missing, made up, changed, meant for the app, or out of date', async () => {
    const origin = originAt('localhost');
    const tokens = await signIn(createBrowser(), origin, 'Report viewer');
    const [header = '', payload = '', signature = ''] = tokens.access_token.split('.');
    const raised = JSON.stringify({ ...decodeJwt(tokens.access_token), roles: ['GlobalAdmin'] });
    const forged = [header, Buffer.from(raised).toString('base64url'), signature].join('.');
    const unsigned = [Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url'), payload, ''].join(
      '.',
    );
    for (const token of ['', 'made-up', forged, unsigned, tokens.id_token]) {
      const response = await report(origin, token);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer /);
      expect(await response.json()).toMatchObject({ code: 'Unauthorized', data: [] });
    }
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_601_000 });
    try {
      expect((await report(origin, tokens.access_token)).status).toBe(401);
    } finally {
      vi.useRealTimers();
    }
  });

  test('refuses all tokens given out so far when told to, and takes renewed ones', async () => {
    const origin = originAt('localhost');
    const tokens = await signIn(createBrowser(), origin, 'Report viewer');
    expect((await fetch(`${origin}/emulator/expire-tokens`, { method: 'POST' })).status).toBe(204);
    expect((await report(origin, tokens.access_token)).status).toBe(401);
    const renewed = await postToken(await configAt(origin), origin, {
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh_token,
    });
    expect((await report(origin, ((await renewed.json()) as Tokens).access_token)).status).toBe(200);
  });
});

describe('a second factor', () => {
  const CLAIMS = '{"access_token":{"amr":{"essential":true,"values":["mfa"]}}}';
  const origin = (): string => originAt('localhost');
  const amrOf = (tokens: Tokens): unknown => decodeJwt(tokens.access_token)['amr'];
  const setFaults = (faults: readonly unknown[]): Promise<Response> =>
    fetch(`${origin()}/emulator/faults`, { method: 'PUT', body: JSON.stringify(faults) });
  const oneFactor = (browser: Browser): Promise<Tokens> =>
    signIn(browser, origin(), 'Report viewer, one factor');
  const renew = async (tokens: Tokens, more: Record<string, string> = {}): Promise<Response> =>
    postToken(await configAt(origin()), origin(), {
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh_token,
      ...more,
    });

  /** Asks for the claims as the signed-in person; `page` is null where the provider did not ask anything. */
  async function ask(browser: Browser, more: Record<string, string> = {}) {
    const config = await configAt(origin());
    const { url, verifier } = createRequest(config, origin(), { claims: CLAIMS, ...more });
    const { url: at, response: page } = await browser.follow(url, isRedirectPage);
    const choose = async (step: string): Promise<URL> => {
      const chosen = await browser.go(at.href, { method: 'POST', body: new URLSearchParams({ step }) });
      return (await browser.follow(chosen.headers.get('location') ?? '', isRedirectPage)).url;
    };
    return { at, page, choose, take: (answered: URL) => tokensOf(config, origin(), answered, verifier) };
  }

  test('is in the tokens of whoever signs in with one, and the endpoint refuses the others', async () => {
    expect(amrOf(await signIn(createBrowser(), origin(), 'Report viewer'))).toEqual(['pwd', 'mfa']);
    const tokens = await oneFactor(createBrowser());
    expect(amrOf(tokens)).toEqual(['pwd']);
    const response = await report(origin(), tokens.access_token);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      code: '900421',
      description: 'The token shows no multi-factor sign-in.',
      data: [],
      source: expect.any(String) as string,
    });
  });

  test('is asked for where the claims need it, and then in every token', async () => {
    const browser = createBrowser();
    await oneFactor(browser);
    const { page, choose, take } = await ask(browser);
    const text = (await page?.text()) ?? '';
    expect(text).toContain('>Confirm the second factor</button>');
    expect(text).toContain('Ingrid Olsen signed in with a password alone.');
    const tokens = await take(await choose('confirm'));
    expect(amrOf(tokens)).toEqual(['pwd', 'mfa']);
    expect((await report(origin(), tokens.access_token)).status).toBe(200);

    const renewed = (await (await renew(tokens, { claims: CLAIMS })).json()) as Tokens;
    expect(amrOf(renewed)).toEqual(['pwd', 'mfa']);
    // This is the hidden frame of another tab.
    const silent = await ask(browser, { prompt: 'none' });
    expect(amrOf(await silent.take(silent.at))).toEqual(['pwd', 'mfa']);
  });

  test('is asked for in one go with who it is', async () => {
    const browser = createBrowser();
    const { at, take } = await ask(browser, { prompt: 'select_account' });
    const account = DEMO_ACCOUNTS.find(({ amr }) => !amr.includes('mfa'))?.id ?? '';
    const chosen = await browser.go(at.href, { method: 'POST', body: new URLSearchParams({ account }) });
    const second = await browser.follow(chosen.headers.get('location') ?? '', isRedirectPage);
    expect(await second.response?.text()).toContain('>Confirm the second factor</button>');
    const confirmed = await browser.go(second.url.href, {
      method: 'POST',
      body: new URLSearchParams({ step: 'confirm' }),
    });
    const { url } = await browser.follow(confirmed.headers.get('location') ?? '', isRedirectPage);
    expect(amrOf(await take(url))).toEqual(['pwd', 'mfa']);
  });

  test('needs the person, who may refuse; what they have stays good', async () => {
    const browser = createBrowser();
    const tokens = await oneFactor(browser);
    const refused = await renew(tokens, { claims: CLAIMS });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: 'interaction_required' });
    expect(fragmentOf((await ask(browser, { prompt: 'none' })).at).get('error')).toBe('interaction_required');
    const { choose } = await ask(browser);
    expect(fragmentOf(await choose('cancel')).get('error')).toBe('access_denied');
    expect(amrOf((await (await renew(tokens)).json()) as Tokens)).toEqual(['pwd']);
  });

  test.each(['{', 'null', '[]'])('cannot be asked for by %s', async (claims) => {
    const { at } = await ask(createBrowser(), { claims });
    expect(fragmentOf(at).get('error')).toBe('invalid_request');
  });

  test.each(['{"access_token":{"amr":{"values":"mfa"}}}', '{"id_token":{"amr":null}}'])(
    'is not asked for by %s',
    async (claims) => {
      const browser = createBrowser();
      await oneFactor(browser);
      expect((await ask(browser, { claims })).page).toBeNull();
    },
  );

  test('can be confirmed and yet not passed on', async () => {
    const browser = createBrowser();
    await oneFactor(browser);
    await setFaults([{ noSecondFactor: true }]);
    try {
      const { choose, take } = await ask(browser);
      const tokens = await take(await choose('confirm'));
      expect(amrOf(tokens)).toEqual(['pwd']);
      expect((await report(origin(), tokens.access_token)).status).toBe(401);
      expect((await ask(browser)).page, 'nobody is asked for ever').toBeNull();
    } finally {
      await setFaults([]);
    }
  });
});

describe('the sign-in page', () => {
  test('has a button for each account, named by its role, and runs nothing', async () => {
    const origin = originAt('localhost');
    const { response } = await createBrowser().follow(
      createRequest(await configAt(origin), origin).url,
      isRedirectPage,
    );
    const policy = response?.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    const text = (await response?.text()) ?? '';
    expect(text).toContain('<h1>Sign in to License Lens</h1>');
    const names = [...text.matchAll(/<button[^>]*>(.*?)<\/button>/gs)].map(([, inner = '']) =>
      inner
        .replace(/<span class="initials".*?<\/span>/s, '')
        .replaceAll(/<[^>]+>/g, '')
        .trim(),
    );
    expect(names).toEqual([
      'Avery Howard — Admin agent',
      'Noor Haddad — Executive report viewer',
      'Kenji Sato — Report viewer',
      'Lucía Peña — Helpdesk agent',
      'Ingrid Olsen — Report viewer, one factor',
    ]);
    // The style's hash has to be that of the style as it was sent, or the page has no style.
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(text) ?? [];
    expect(policy).toContain(createHash('sha256').update(style).digest('base64'));
  });

  test('asks again for an account it does not know, and says so when the sign-in is over', async () => {
    const origin = originAt('localhost');
    const browser = createBrowser();
    const { url } = await browser.follow(createRequest(await configAt(origin), origin).url, isRedirectPage);
    const unknown = await browser.go(url.href, {
      method: 'POST',
      body: new URLSearchParams({ account: 'nobody' }),
    });
    expect(unknown.status).toBe(303);
    expect(new URL(unknown.headers.get('location') ?? '', url).href).toBe(url.href);
    const elsewhere = await createBrowser().go(url.href);
    expect(elsewhere.status).toBe(400);
    expect(await elsewhere.text()).toContain('This sign-in has expired');
  });

  test('lets another account take over from the one signed in', async () => {
    const origin = originAt('localhost');
    const config = await configAt(origin);
    const browser = createBrowser();
    await signIn(browser, origin, 'Report viewer');
    const { url, verifier } = createRequest(config, origin, { prompt: 'select_account' });
    const { url: pageUrl } = await browser.follow(url, isRedirectPage);
    const account = DEMO_ACCOUNTS.find(({ roleName }) => roleName === 'Helpdesk agent')?.id ?? '';
    const chosen = await browser.go(pageUrl.href, { method: 'POST', body: new URLSearchParams({ account }) });
    // The provider signs the first person out by a form that is sent by itself.
    const { response: form } = await browser.follow(chosen.headers.get('location') ?? '', isRedirectPage);
    const text = (await form?.text()) ?? '';
    const [, action = ''] = /action="([^"]+)"/.exec(text) ?? [];
    const inputs = [...text.matchAll(/name="([^"]+)" value="([^"]*)"/g)];
    const body = new URLSearchParams(inputs.map(([, name = '', value = '']) => [name, value]));
    const left = await browser.go(action, { method: 'POST', body });
    const { url: answered } = await browser.follow(left.headers.get('location') ?? '', isRedirectPage);
    const response = await postToken(config, origin, {
      grant_type: 'authorization_code',
      code: fragmentOf(answered).get('code') ?? '',
      redirect_uri: `${origin}/redirect.html`,
      code_verifier: verifier,
    });
    expect(decodeJwt(((await response.json()) as Tokens).id_token)).toMatchObject({ name: 'Lucía Peña' });
  });

  test('sends nobody to an address that is not the app’s', async () => {
    const origin = originAt('localhost');
    const { url } = createRequest(await configAt(origin), origin, {
      redirect_uri: 'http://evil.example/redirect.html',
    });
    const response = await createBrowser().go(url);
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).toContain('redirect_uri');
  });
});

test('asks before it signs out whom nobody named', async () => {
  const origin = originAt('localhost');
  const browser = createBrowser();
  await signIn(browser, origin, 'Report viewer');
  const response = await browser.go(endpointOf(await configAt(origin), 'end_session_endpoint'));
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('>Sign out</button>');
});

test('prints nothing', () => {
  for (const spy of printed) expect(spy).not.toHaveBeenCalled();
});
