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

/** What the directory's sign-in needs to know. Nothing of it is secret. */
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
  /** null: nobody is signed in. */
  readonly account: Account | null;
  readonly tokens: TokenSource;
  /** What went wrong in coming back from the directory, in its words; null where nothing did. */
  readonly signInProblem: string | null;
  /**
   * Leaves for the directory and comes back to the very address that is open now. Rejects with a `SignInImpossible`
   * where the way there is not open.
   */
  readonly signIn: (options?: { readonly claims?: string | null }) => Promise<void>;
  /**
   * Signs in again beside the page that is open, so that what it has loaded stays. Leaves like `signIn` where the
   * browser opens no second window. Resolves to whether it is the same person; with another one the page begins anew.
   * false as well where the person broke it off. Rejects with a `SignInImpossible`.
   */
  readonly signInAgain: (options?: { readonly claims?: string | null }) => Promise<boolean>;
  /** Ends the session here and at the directory, and clears what the browser stored. */
  readonly signOut: () => Promise<void>;
};

/** The page beside this one that a directory sends people back to; its address has to be registered there. */
const REDIRECT_PATH = 'redirect.html';

/**
 * How MSAL names a window that the person has closed, left alone, or asked for again, and the directory a sign-in that
 * they broke off (RFC 6749, section 4.1.2.1).
 */
const ABANDONED: ReadonlySet<string> = new Set([
  'user_cancelled',
  'timed_out',
  'interaction_in_progress_cancelled',
  'access_denied',
]);

/** How MSAL names a window that the browser did not open. */
const NO_WINDOW: ReadonlySet<string> = new Set(['popup_window_error', 'empty_window_error']);

// In the storage of this tab: what its account was given is asked for again after a reload.
const GRANTED_CLAIMS = 'license-lens.claims';
/** The claims that the tab has left for the directory to get. */
const CLAIMS_LEFT_FOR = 'license-lens.claims-left-for';

/**
 * In the storage that all tabs share: someone is signed in in this browser, and has not signed out. It does not say who.
 * Signing out empties that storage.
 */
const SIGNED_IN = 'license-lens.signed-in';

// A directory that answers at all does so in a second or two; until then a new tab shows nothing. Milliseconds.
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
    // Gone with the tab, and not readable from another.
    cache: { cacheLocation: 'sessionStorage' },
    system: {
      protocolMode: config.protocolMode ?? 'AAD',
      // Signing in may take a password, a telephone and a policy; MSAL's own minute is for a page that answers at once.
      popupBridgeTimeout: 10 * 60_000,
    },
  };
}

function accountOf({ homeAccountId, name, username }: AccountInfo): Account {
  return { id: homeAccountId, name: name ?? username, username };
}

/** What a session needs to know of what else the browser keeps of the person. */
export type Kept = {
  /** Deletes what is kept elsewhere: awaited at sign-out, in this tab and in the others. */
  readonly forget: () => Promise<void>;
  /** Does an entry of the local storage, by its name, stay when its person signs out? Only where they have asked for that. */
  readonly isKept: (name: string) => boolean;
};

/** Empties the storage that the tabs share, but for what stays. */
function clearLocalStorage(isKept: Kept['isKept']): void {
  try {
    const storage = window.localStorage;
    const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
    for (const name of names) if (!isKept(name)) storage.removeItem(name);
  } catch {
    // Storage is switched off: then there is nothing in it.
  }
}

/** Everything this origin stores in the browser: it outlives the session of the person only where they have asked for that. */
function clearStorage(isKept: Kept['isKept']): void {
  try {
    window.sessionStorage.clear();
  } catch {
    // There is nothing in it either.
  }
  clearLocalStorage(isKept);
}

/** Reads, and with a value writes, an entry of a store; null where there is none, or no storage. */
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

/** What an account was given, remembered under its id: another's is not its own. */
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

/** Where someone else has signed in, nothing of who was there before stays. */
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
 * Signs a new tab in as the one whom the directory knows, in a hidden frame and with no question, where someone is signed
 * in in this browser. null where nobody is, where the directory would have to ask (which account, a password), or where
 * it does not answer soon; that is then not tried again before someone has signed in.
 */
async function signInSilently(
  msal: PublicClientApplication,
  scopes: readonly string[],
): Promise<AccountInfo | null> {
  // In a frame's own frame it would never end.
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

/** Coming back from signing out, the directory returns a `state` that means nothing to anyone but the address bar. */
function removeSignOutState(): void {
  const url = new URL(location.href);
  if (!url.searchParams.has('state')) return;
  url.searchParams.delete('state');
  history.replaceState(null, '', url);
}

/**
 * Opens the session: takes up what the directory has just answered, or who is still signed in from before.
 *
 * The redirect flow with PKCE; a new tab of a browser in which someone is signed in continues with no question where the
 * directory has none. Tokens are kept in session storage and renewed silently five minutes before they expire,
 * whenever one is asked for.
 */
export async function openSession(config: SignInConfig, { forget, isKept }: Kept): Promise<Session> {
  const msal = new PublicClientApplication(msalConfiguration(config));
  await msal.initialize();
  let signInProblem: string | null = null;
  const returned = await msal.handleRedirectPromise().catch((error: unknown) => {
    signInProblem = error instanceof Error ? error.message : String(error);
    return null;
  });
  // The one who has just signed in, else the one who was active: others MSAL may still know of are not asked for.
  const scopes = [...config.scopes];
  const known = returned?.account ?? msal.getActiveAccount();
  // After a sign-in that failed the person is told of that, not signed in behind it.
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
        // Another tab may have taken the step: the directory then knows of it, though this tab's refresh token does not.
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

  // Tokens live in one tab each, so the others hear of a sign-out only if they are told.
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
        // Whoever was signed in continues; otherwise the person chooses, so that a shared machine asks.
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
          // MSAL does not hear of a window that was closed: asking again takes the place of what it still waits for.
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
      const idToken = account?.idToken;
      if (account !== null) otherTabs.postMessage(account.homeAccountId);
      // At once: a tab that is opened from now on must not sign in by itself.
      stored('localStorage', SIGNED_IN, null);
      await forget();
      // The leave-taking itself needs what MSAL stores, so storage is cleared when the page goes.
      window.addEventListener('pagehide', () => clearStorage(isKept), { once: true });
      // Going back must not bring the page out of the browser's memory, figures and all.
      window.addEventListener('pageshow', () => location.reload(), { once: true });
      await msal.logoutRedirect({ account, ...(idToken === undefined ? {} : { idTokenHint: idToken }) });
    },
  };
}
