import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify } from 'jose';
import type * as OidcProvider from 'oidc-provider';
import type { Configuration, InteractionResults, KoaContextWithOIDC } from 'oidc-provider';
import {
  DEMO_ACCOUNTS,
  PARTNER_TENANT_ID,
  REPORTING_ROLES,
  TWO_FACTORS,
  type DemoAccount,
} from './accounts.ts';
import {
  messagePage,
  secondFactorPage,
  signInPage,
  signOutPage,
  type IdentityPage,
} from './identity-pages.ts';
import type { Access } from './license-deployment.ts';
import { createMemoryAdapter } from './memory-adapter.ts';
import { IDENTITY_PATH } from './served-paths.ts';

/** The folders in which the app may stand on its host; the page of `redirect_uri` is within such a folder. */
const APP_FOLDERS = ['/', '/licenses/'];
const REDIRECT_PAGE = 'redirect.html';
export const CLIENT_ID = '5f3e7c1a-9b42-4d68-8e05-1c7a2f6d9b30';
// MSAL accepts an authority only over https. It never asks this name for anything, because it is given the endpoints.
export const ISSUER = 'https://identity.localhost';
const AUDIENCE = 'https://api.partnercenter.microsoft.com';
export const API_SCOPE = `${AUDIENCE}/user_impersonation`;

const GENERATION_CLAIM = 'token_generation';
const INTERACTION_PATH = `${IDENTITY_PATH}/interaction`;
const HOUR = 3_600;
const DAY = 24 * HOUR;
// For native clients the provider allows any port of a loopback address (RFC 8252, 7.3).
const LOOPBACKS = ['http://localhost', 'http://127.0.0.1', 'http://[::1]'];

export type IdentityOptions = {
  /** The seconds for which an access token is valid. */
  readonly accessTokenLifetime: number;
  /** Does a token show the second factor of a person who has confirmed it? This is asked for each token. */
  readonly passesSecondFactorOn: () => boolean;
};

type Env = { Bindings: HttpBindings };

export type Identity = {
  /** Answers a request for `/identity/*`, except for what `routes` answers. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** The page where a person chooses an account; for `INTERACTION_PATH`. */
  readonly routes: Hono<Env>;
  /** Does `handle` answer this path? */
  readonly handles: (path: string) => boolean;
  /** Tells what an `Authorization` header gives the right to. */
  readonly authorize: (authorization: string | undefined) => Promise<Access>;
  /**
   * Makes all access tokens that were given so far invalid at the endpoint. The person does not have to sign in again.
   */
  readonly expireTokens: () => void;
};

const accountOf = (id: string): DemoAccount | undefined => DEMO_ACCOUNTS.find((account) => account.id === id);

const SECOND_FACTOR = 'second_factor';

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text)) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(text: string): boolean {
  const value = parsed(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Does a claims request (JSON text) ask for an access token that shows a second factor? */
function wantsSecondFactor(claims: unknown): boolean {
  const asked = parsed(claims) as { access_token?: { amr?: { values?: unknown } } } | null | undefined;
  const values = asked?.access_token?.amr?.values;
  return Array.isArray(values) && values.includes('mfa');
}

type Library = typeof OidcProvider;

async function importProvider(): Promise<Library> {
  // When it is imported, the library says that Node 20 is too old for it. The parts that are used here work there, as
  // the tests show, and a start prints one line.
  /* oxlint-disable no-console -- the library has no other switch for this notice */
  const { warn } = console;
  console.warn = (...said: unknown[]) => {
    if (!String(said[0]).includes('Unsupported runtime')) warn(...said);
  };
  try {
    return await import('oidc-provider');
  } finally {
    console.warn = warn;
  }
  /* oxlint-enable no-console */
}

async function createKeys() {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const about = { kid: randomBytes(8).toString('hex'), alg: 'RS256', use: 'sig' };
  return {
    private: { keys: [{ ...(await exportJWK(privateKey)), ...about }] },
    public: createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), ...about }] }),
  };
}

function send(ctx: KoaContextWithOIDC, { html, headers }: IdentityPage): void {
  ctx.set(headers);
  ctx.body = html;
}

/** What names an account at sign-out and says nothing to anyone else, as Entra ID's claim `login_hint`. */
const loginHintOf = (id: string): string =>
  createHash('sha256').update(`login hint of ${id}`).digest('base64url');

/** Ends the session of whom a valid `id_token_hint`, or a `logout_hint`, names; without one the person is asked. */
async function signOut(ctx: KoaContextWithOIDC, form: string): Promise<void> {
  const { session, client, params, provider } = ctx.oidc;
  const isHinted =
    session?.accountId !== undefined && params?.['logout_hint'] === loginHintOf(session.accountId);
  const isNamed = ctx.oidc.entities.IdTokenHint !== undefined || isHinted;
  if (!isNamed || session === undefined || client === undefined) {
    send(ctx, await signOutPage(form));
    return;
  }
  const grantId = session.grantIdFor(client.clientId);
  if (grantId !== undefined) {
    await Promise.all([
      provider.RefreshToken.revokeByGrantId(grantId),
      provider.AuthorizationCode.revokeByGrantId(grantId),
      provider.Grant.adapter.destroy(grantId),
    ]);
  }
  await session.destroy();
  ctx.oidc.cookies.set(provider.cookieName('session'), null, { path: IDENTITY_PATH });
  const target = params?.['post_logout_redirect_uri'];
  if (typeof target !== 'string') {
    send(ctx, await messagePage('You are signed out', 'You can close this page.'));
    return;
  }
  const url = new URL(target);
  const state = params?.['state'];
  if (typeof state === 'string') url.searchParams.set('state', state);
  ctx.status = 303;
  ctx.redirect(url.href);
}

function configure(
  { interactionPolicy, errors }: Library,
  { accessTokenLifetime, passesSecondFactorOn }: IdentityOptions,
  jwks: NonNullable<Configuration['jwks']>,
  generation: () => number,
): Configuration {
  const policy = interactionPolicy.base();
  // MSAL's `prompt=select_account`.
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);
  policy.add(
    new interactionPolicy.Prompt(
      { name: SECOND_FACTOR, requestable: false },
      new interactionPolicy.Check(
        'claims',
        'The claims that were asked for need a second factor.',
        'interaction_required',
        ({ oidc }) => {
          const isMissing = oidc.session?.amr?.includes('mfa') !== true;
          return wantsSecondFactor(oidc.params?.['claims']) && isMissing;
        },
      ),
    ),
    // This comes after it is known who signs in.
    2,
  );
  // It would ask again at each silent renewal, because the client counts as a native one (see LOOPBACKS).
  policy.get('consent')?.checks.remove('native_client_prompt');

  const addresses = LOOPBACKS.flatMap((origin) => APP_FOLDERS.map((folder) => origin + folder));

  return {
    adapter: createMemoryAdapter(),
    jwks,
    clients: [
      {
        client_id: CLIENT_ID,
        client_name: 'License Lens',
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: addresses.map((address) => address + REDIRECT_PAGE),
        post_logout_redirect_uris: addresses,
      },
    ],
    scopes: ['openid', 'offline_access', 'profile'],
    // The library's own reading of it ignores access tokens, so it is not used.
    extraParams: {
      claims: (_ctx, value) => {
        if (value !== undefined && !isObject(value)) {
          throw new errors.InvalidRequest('claims has to be a JSON object.');
        }
      },
    },
    claims: { openid: ['sub', 'oid', 'tid', 'roles'], profile: ['name', 'preferred_username', 'login_hint'] },
    conformIdTokenClaims: false,
    findAccount: (_ctx, id) => {
      const account = accountOf(id);
      if (account === undefined) return undefined;
      const claims = {
        sub: id,
        oid: id,
        tid: PARTNER_TENANT_ID,
        name: account.name,
        preferred_username: account.username,
        login_hint: loginHintOf(id),
        roles: [...account.roles],
      };
      return { accountId: id, claims: () => claims };
    },
    // Consent is given beforehand: the administrator of a partner consents to its app.
    loadExistingGrant: async (ctx) => {
      const { client, session, provider } = ctx.oidc;
      const accountId = session?.accountId;
      if (client === undefined || session === undefined || accountId === undefined) return undefined;
      const known = session.grantIdFor(client.clientId);
      const found = known === undefined ? undefined : await provider.Grant.find(known);
      if (found?.accountId === accountId) return found;
      const grant = new provider.Grant({ clientId: client.clientId, accountId });
      grant.addOIDCScope('openid profile offline_access');
      // MSAL asks for it by name, which the provider would ask consent for.
      grant.addOIDCClaims(['login_hint']);
      grant.addResourceScope(AUDIENCE, API_SCOPE);
      await grant.save();
      return grant;
    },
    // Entra ID does so for single-page apps. By itself the provider asks for `prompt=consent` first, and without it
    // drops this scope, which MSAL names again when it renews.
    issueRefreshToken: (_ctx, client, source) => {
      source.scope = `${source.scope ?? ''} offline_access`.trim();
      return client.grantTypeAllowed('refresh_token');
    },
    expiresWithSession: () => true,
    // This is asked just before the refresh token is used up: a token that shows too little stays valid for what it
    // shows.
    rotateRefreshToken: ({ oidc }) => {
      const isMissing = oidc.entities.RefreshToken?.amr?.includes('mfa') !== true;
      if (wantsSecondFactor(oidc.body?.['claims']) && isMissing) {
        throw new errors.InteractionRequired('A second factor has to be confirmed.');
      }
      return true;
    },
    clientBasedCORS: (_ctx, origin) => {
      const { protocol, hostname } = new URL(origin);
      return LOOPBACKS.includes(`${protocol}//${hostname}`);
    },
    extraTokenClaims: ({ oidc }, token) => {
      const { amr = [] } = oidc.entities.RefreshToken ?? oidc.entities.AuthorizationCode ?? {};
      const account = 'accountId' in token ? accountOf(token.accountId) : undefined;
      return {
        oid: account?.id,
        tid: PARTNER_TENANT_ID,
        scp: 'user_impersonation',
        roles: account?.roles ?? [],
        amr: passesSecondFactorOn() ? amr : amr.filter((method) => method !== 'mfa'),
        [GENERATION_CLAIM]: generation(),
      };
    },
    cookies: {
      keys: [randomBytes(32).toString('hex')],
      names: {
        session: 'license-lens-session',
        interaction: 'license-lens-interaction',
        resume: 'license-lens-resume',
      },
      long: { httpOnly: true, sameSite: 'lax', path: IDENTITY_PATH },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    interactions: { policy, url: (_ctx, { uid }) => `${INTERACTION_PATH}/${uid}` },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: API_SCOPE,
          audience: AUDIENCE,
          accessTokenTTL: accessTokenLifetime,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: signOut,
        postLogoutSuccessSource: async (ctx) => {
          send(ctx, await messagePage('You are signed out', 'You can close this page.'));
        },
      },
    },
    ttl: {
      AccessToken: accessTokenLifetime,
      AuthorizationCode: 60,
      Grant: DAY,
      IdToken: HOUR,
      Interaction: HOUR,
      // Entra ID gives single-page apps refresh tokens that are valid for a day.
      RefreshToken: DAY,
      Session: DAY,
    },
    renderError: async (ctx, { error, error_description: description }) => {
      send(ctx, await messagePage('Sign-in did not work', `${description ?? 'Unknown trouble'} (${error}).`));
    },
  };
}

const listed = (claim: unknown): readonly unknown[] => (Array.isArray(claim) ? claim : []);

/** Starts the local OpenID Connect provider with fresh keys. It forgets everything when the process ends. */
export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  const [library, keys] = await Promise.all([importProvider(), createKeys()]);
  let generation = 1;
  const provider = new library.Provider(
    ISSUER,
    configure(library, options, keys.private, () => generation),
  );
  const callback = provider.callback();

  const routes = new Hono<Env>();
  const expired = (): Promise<IdentityPage> =>
    messagePage('This sign-in has expired', 'Go back and sign in again.');

  /** Answers about a sign-in that is under way, and says so where it is over. */
  const during = async (
    c: Context<Env>,
    answer: (interaction: Awaited<ReturnType<typeof provider.interactionDetails>>) => Promise<Response>,
  ): Promise<Response> => {
    try {
      return await answer(await provider.interactionDetails(c.env.incoming, c.env.outgoing));
    } catch (error) {
      if (!(error instanceof library.errors.SessionNotFound)) throw error;
      const { html, headers } = await expired();
      return c.body(html, 400, headers);
    }
  };

  routes.get('/:uid', (c) =>
    during(c, async ({ params, prompt, session }) => {
      const { origin } = new URL(String(params['redirect_uri']));
      const person = accountOf(session?.accountId ?? '');
      const { html, headers } =
        prompt.name === SECOND_FACTOR && person !== undefined
          ? await secondFactorPage(origin, person)
          : await signInPage(origin);
      return c.body(html, 200, headers);
    }),
  );

  routes.post('/:uid', (c) =>
    during(c, async ({ prompt, session }) => {
      const { step, account: chosen } = await c.req.parseBody();
      const go = async (result: InteractionResults): Promise<Response> =>
        c.redirect(await provider.interactionResult(c.env.incoming, c.env.outgoing, result), 303);
      // The answers to what the provider may have asked for besides the person's name.
      const signedIn = (accountId: string, amr: readonly string[]) =>
        go({ login: { accountId, amr: [...amr] }, select_account: {}, consent: {} });

      if (prompt.name === SECOND_FACTOR) {
        if (step === 'confirm') return signedIn(session?.accountId ?? '', TWO_FACTORS);
        return go({ error: 'access_denied', error_description: 'The second factor was not confirmed.' });
      }
      const account = typeof chosen === 'string' ? accountOf(chosen) : undefined;
      return account === undefined ? c.redirect(c.req.path, 303) : signedIn(account.id, account.amr);
    }),
  );

  return {
    routes,
    handles: (path) => path.startsWith(`${IDENTITY_PATH}/`) && !path.startsWith(`${INTERACTION_PATH}/`),
    handle: (request, response) => {
      // The provider learns from the two addresses where it is mounted.
      const url = request.url ?? '/';
      Object.assign(request, { originalUrl: url, url: url.slice(IDENTITY_PATH.length) });
      void callback(request, response);
    },
    authorize: async (authorization) => {
      const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
      if (token === undefined) return { kind: 'unauthenticated', reason: 'A bearer token is missing.' };
      try {
        const { payload } = await jwtVerify(token, keys.public, {
          issuer: ISSUER,
          audience: AUDIENCE,
          algorithms: ['RS256'],
          typ: 'at+jwt',
        });
        if (payload[GENERATION_CLAIM] !== generation) {
          return { kind: 'unauthenticated', reason: 'The token has been revoked.' };
        }
        if (!listed(payload['amr']).includes('mfa')) {
          return { kind: 'oneFactor', reason: 'The token shows no multi-factor sign-in.' };
        }
        if (listed(payload['roles']).some((role) => typeof role === 'string' && REPORTING_ROLES.has(role))) {
          return { kind: 'granted' };
        }
        return { kind: 'forbidden', reason: 'The signed-in user has no role that can read insights.' };
      } catch (error) {
        return { kind: 'unauthenticated', reason: `The token is not valid: ${String(error)}.` };
      }
    },
    expireTokens: () => {
      generation += 1;
    },
  };
}
