import {
  BrowserAuthError,
  CacheLookupPolicy,
  InteractionRequiredAuthError,
  PublicClientApplication,
  ServerError,
  type AccountInfo,
  type AuthenticationResult,
  type Configuration,
} from '@azure/msal-browser';
import { obstacleOf } from './sign-in-impossible.ts';
import { SignInNeeded, type TokenSource } from '#partner-center/token-source.ts';
import { createTokens, type ClaimsMemory, type TokensOptions } from './tokens.ts';

/** What the directory's sign-in needs to know. None of it is secret. */
export type SignInConfig = {
  /** The application's (client) id in the directory. */
  readonly clientId: string;
  /** The directory's address, `https://login.microsoftonline.com/{tenant}`. */
  readonly authority: string;
  /** The permissions asked for. */
  readonly scopes: readonly string[];
  /** Hosts to trust as directories besides Microsoft's own. */
  readonly knownAuthorities?: readonly string[] | undefined;
  /** The directory's OpenID configuration as JSON text, where it is not to be fetched from the authority. */
  readonly authorityMetadata?: string | undefined;
  /** `AAD` for Entra ID, the default; `OIDC` for any other OpenID Connect provider. */
  readonly protocolMode?: 'AAD' | 'OIDC' | undefined;
};

/** The signed-in person, as the directory names them. */
export type Account = {
  /** Unique across directories. */
  readonly id: string;
  readonly name: string;
  readonly username: string;
};

export type Session = {
  /** null where no person is signed in. */
  readonly account: Account | null;
  readonly tokens: TokenSource;
  /** The directory's words about what went wrong on the way back from it; null where nothing did. */
  readonly signInProblem: string | null;
  /**
   * Leaves for the directory and comes back to the very address that is open now. Rejects with a `SignInImpossible`
   * where the page cannot get there.
   */
  readonly signIn: (options?: { readonly claims?: string | null }) => Promise<void>;
  /**
   * Signs in again in a window beside the page that is open, so that what the page has loaded stays. Leaves like
   * `signIn` where the browser opens no second window. Resolves to whether it is the same person; with another person
   * the page begins anew. It is false as well where the person broke the sign-in off. Rejects with a
   * `SignInImpossible`.
   */
  readonly signInAgain: (options?: { readonly claims?: string | null }) => Promise<boolean>;
  /** Ends the session here and at the directory, and clears what the browser stored. */
  readonly signOut: () => Promise<void>;
};

/** A page beside this one, to which the directory sends people back; its address has to be registered there. */
const REDIRECT_PATH = 'redirect.html';

/**
 * MSAL's codes for a window that the person has closed, left alone, or asked for again, and the directory's code for a
 * sign-in that the person broke off (RFC 6749, section 4.1.2.1).
 */
const ABANDONED: ReadonlySet<string> = new Set([
  'user_cancelled',
  'timed_out',
  'interaction_in_progress_cancelled',
  'access_denied',
]);

/** MSAL's codes for a window that the browser did not open. */
const NO_WINDOW: ReadonlySet<string> = new Set(['popup_window_error', 'empty_window_error']);

// An entry in the storage of this tab: the claims that its account was given are asked for again after a reload.
const GRANTED_CLAIMS = 'license-lens.claims';
/** The claims for which the tab has left for the directory. */
const CLAIMS_LEFT_FOR = 'license-lens.claims-left-for';

/**
 * An entry in the storage that all tabs share: it says that someone is signed in in this browser, but not who. Signing
 * out empties that storage.
 */
const SIGNED_IN = 'license-lens.signed-in';

// In milliseconds. A directory that answers at all does so in a second or two; until then a new tab shows nothing.
const LONGEST_SILENT_SIGN_IN = 5_000;

function msalConfiguration(config: SignInConfig): Configuration {
  return {
    auth: {
      clientId: config.clientId,
      authority: config.authority,
      redirectUri: new URL(REDIRECT_PATH, location.href).href,
      postLogoutRedirectUri: new URL('.', location.href).href,
      ...(config.knownAuthorities === undefined ? {} : { knownAuthorities: [...config.knownAuthorities] }),
      ...(config.authorityMetadata === undefined ? {} : { authorityMetadata: config.authorityMetadata }),
    },
    // This storage ends with the tab, and other tabs cannot read it.
    cache: { cacheLocation: 'sessionStorage' },
    system: {
      protocolMode: config.protocolMode ?? 'AAD',
      // Signing in may take a password, a telephone and a policy; MSAL's own minute is meant for a page that answers at
      // once.
      popupBridgeTimeout: 10 * 60_000,
    },
  };
}

function accountOf({ homeAccountId, name, username }: AccountInfo): Account {
  return { id: homeAccountId, name: name ?? username, username };
}

/** What a session needs to know about the other things that the browser keeps of the person. */
export type Kept = {
  /** Deletes what is kept elsewhere. It is awaited at sign-out, in this tab and in the others. */
  readonly forget: () => Promise<void>;
  /**
   * Tells whether the local storage's entry of this name stays when its person signs out: only where they have asked
   * for that.
   */
  readonly isKept: (name: string) => boolean;
};

/** Empties the storage that the tabs share, except for the entries that stay. */
function clearLocalStorage(isKept: Kept['isKept']): void {
  try {
    const storage = window.localStorage;
    const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
    for (const name of names) if (!isKept(name)) storage.removeItem(name);
  } catch {
    // Storage is switched off, so there is nothing in it.
  }
}

/**
 * Clears everything that this origin stores in the browser. An entry stays only where the person has asked for that.
 */
function clearStorage(isKept: Kept['isKept']): void {
  try {
    window.sessionStorage.clear();
  } catch {
    // Storage is switched off, so there is nothing in it either.
  }
  clearLocalStorage(isKept);
}

/**
 * Reads an entry of a store, and writes it first where a value is given; null where there is no entry or no storage.
 */
function stored(
  store: 'sessionStorage' | 'localStorage',
  name: string,
  value?: string | null,
): string | null {
  try {
    const storage = window[store];
    if (value === null) storage.removeItem(name);
    else if (value !== undefined) storage.setItem(name, value);
    return storage.getItem(name);
  } catch {
    return null;
  }
}

const tabStorage = (name: string, value?: string | null): string | null =>
  stored('sessionStorage', name, value);

/** The claims that an account was given, stored under its id: another account cannot get them. */
function claimsMemory(accountId: string): ClaimsMemory {
  return {
    read() {
      const granted = tabStorage(GRANTED_CLAIMS)?.split('\n', 2);
      return granted?.[0] === accountId ? (granted[1] ?? null) : null;
    },
    write: (claims) => void tabStorage(GRANTED_CLAIMS, `${accountId}\n${claims}`),
  };
}

function isAbandoned(error: unknown): boolean {
  const isNamed = error instanceof BrowserAuthError || error instanceof ServerError;
  return isNamed && ABANDONED.has(error.errorCode);
}

/** Where another person has signed in, clears what is left of the person before. */
async function forgetOthers(
  msal: PublicClientApplication,
  account: AccountInfo,
  isKept: Kept['isKept'],
): Promise<void> {
  const others = msal.getAllAccounts().filter(({ homeAccountId }) => homeAccountId !== account.homeAccountId);
  for (const other of others) await msal.clearCache({ account: other });
  if (others.length > 0) clearLocalStorage(isKept);
}

/**
 * Signs a new tab in as the person whom the directory knows, in a hidden frame and without a question, where someone is
 * signed in in this browser. null where no person is, where the directory would have to ask (which account, a
 * password), or where it does not answer soon. Then this is not tried again before someone has signed in.
 */
async function signInSilently(
  msal: PublicClientApplication,
  scopes: readonly string[],
): Promise<AccountInfo | null> {
  // Within such a hidden frame this page would open frames without end.
  if (self !== top || stored('localStorage', SIGNED_IN) === null) return null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), LONGEST_SILENT_SIGN_IN);
  });
  const result = await Promise.race([msal.ssoSilent({ scopes: [...scopes] }).catch(() => null), tooLong]);
  clearTimeout(timer);
  if (result === null) stored('localStorage', SIGNED_IN, null);
  return result?.account ?? null;
}

/** After signing out, the directory adds a `state` to the address that has no meaning for this page. */
function removeSignOutState(): void {
  const url = new URL(location.href);
  if (!url.searchParams.has('state')) return;
  url.searchParams.delete('state');
  history.replaceState(null, '', url);
}

/**
 * Opens the session: takes up what the directory has just answered, or the person who is still signed in from before.
 *
 * It is the redirect flow with PKCE. In a browser in which someone is signed in, a new tab continues without a question
 * where the directory has none. Tokens are kept in session storage and renewed silently five minutes before they
 * expire, whenever one is asked for.
 */
export async function openSession(config: SignInConfig, { forget, isKept }: Kept): Promise<Session> {
  const msal = new PublicClientApplication(msalConfiguration(config));
  await msal.initialize();
  let signInProblem: string | null = null;
  const returned = await msal.handleRedirectPromise().catch((error: unknown) => {
    signInProblem = error instanceof Error ? error.message : String(error);
    return null;
  });
  // This is the account that has just signed in, otherwise the one that was active. MSAL may know of other accounts;
  // they are not used.
  const scopes = [...config.scopes];
  const known = returned?.account ?? msal.getActiveAccount();
  // After a sign-in that failed, the person is told so and is not signed in silently.
  const account = known ?? (signInProblem === null ? await signInSilently(msal, scopes) : null);
  if (account === null) removeSignOutState();
  msal.setActiveAccount(account);
  if (account !== null) {
    await forgetOthers(msal, account, isKept);
    stored('localStorage', SIGNED_IN, 'yes');
  }

  const acquire: TokensOptions['acquire'] = async ({ forceRefresh, claims }) => {
    if (account === null) throw new SignInNeeded('Nobody is signed in.');
    const request = { account, scopes, forceRefresh, ...(claims === null ? {} : { claims }) };
    try {
      return await msal.acquireTokenSilent(request);
    } catch (cause) {
      if (!(cause instanceof InteractionRequiredAuthError)) throw cause;
      const needed = new SignInNeeded('The directory wants you to sign in again.', {
        claims: claims ?? undefined,
        cause,
      });
      if (claims === null) throw needed;
      try {
        // The person may have taken the step in another tab: the directory then knows of it, though this tab's refresh
        // token does not.
        return await msal.acquireTokenSilent({ ...request, cacheLookupPolicy: CacheLookupPolicy.Skip });
      } catch {
        throw needed;
      }
    }
  };
  const tokens = createTokens({
    acquire,
    memory: claimsMemory(account?.homeAccountId ?? ''),
    now: () => Date.now(),
  });
  const leftFor = tabStorage(CLAIMS_LEFT_FOR);
  tabStorage(CLAIMS_LEFT_FOR, null);
  if (returned !== null) tokens.take(returned, leftFor);

  // Tokens belong to one tab each, so the other tabs have to be told of a sign-out.
  const otherTabs = new BroadcastChannel('license-lens.signed-out');
  otherTabs.addEventListener('message', ({ data }) => {
    if (data !== account?.homeAccountId) return;
    clearStorage(isKept);
    void forget().finally(() => location.reload());
  });

  const signIn: Session['signIn'] = async ({ claims: asked } = {}) => {
    const claims = tokens.claimsToAsk(asked);
    tabStorage(CLAIMS_LEFT_FOR, claims);
    try {
      await msal.loginRedirect({
        scopes,
        // A person who was signed in continues; otherwise the person chooses an account, so that a shared machine asks.
        ...(account === null ? { prompt: 'select_account' } : { loginHint: account.username }),
        ...(claims === null ? {} : { claims }),
        redirectStartPage: location.href,
      });
    } catch (error) {
      throw obstacleOf(error, config);
    }
  };

  return {
    account: account === null ? null : accountOf(account),
    signInProblem,
    tokens,
    signIn,
    async signInAgain({ claims: asked } = {}) {
      const claims = tokens.claimsToAsk(asked);
      let result: AuthenticationResult;
      try {
        result = await msal.acquireTokenPopup({
          scopes,
          // MSAL is not told that a window was closed: a new request replaces the one that it still waits for.
          overrideInteractionInProgress: true,
          ...(account === null ? {} : { account, loginHint: account.username }),
          ...(claims === null ? {} : { claims }),
        });
      } catch (error) {
        if (isAbandoned(error)) return false;
        if (!(error instanceof BrowserAuthError && NO_WINDOW.has(error.errorCode))) {
          throw obstacleOf(error, config);
        }
        await signIn({ claims });
        return false;
      }
      if (result.account.homeAccountId === account?.homeAccountId) {
        tokens.take(result, claims);
        return true;
      }
      msal.setActiveAccount(result.account);
      location.reload();
      return false;
    },
    async signOut() {
      if (account !== null) otherTabs.postMessage(account.homeAccountId);
      // This happens at once: a tab that is opened from now on must not sign in by itself.
      stored('localStorage', SIGNED_IN, null);
      await forget();
      // Leaving still needs what MSAL stores, so the storage is cleared when the page goes.
      window.addEventListener('pagehide', () => clearStorage(isKept), { once: true });
      // The back button must not bring the page, with its figures, back from the browser's memory.
      window.addEventListener('pageshow', () => location.reload(), { once: true });
      // This address stays in the browser's history: no token in it. MSAL names the account by the hint that the directory gave
      // for this (the claim `login_hint`); without one the directory asks.
      await msal.logoutRedirect({ account, extraQueryParameters: { client_id: config.clientId } });
    },
  };
}
