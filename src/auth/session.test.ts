import {
  BrowserAuthError,
  CacheLookupPolicy,
  InteractionRequiredAuthError,
  ServerError,
  type AccountInfo,
  type PublicClientApplication,
} from '@azure/msal-browser';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openSession, type SignInConfig } from './session.ts';

const CONFIG: SignInConfig = {
  clientId: 'app',
  authority: 'https://login.microsoftonline.com/organizations',
  scopes: ['read'],
};
const MFA = '{"access_token":{"amr":{"essential":true,"values":["mfa"]}}}';
const PERSON = { homeAccountId: 'person', username: 'p@partner.example' } as AccountInfo;
const OTHER = { homeAccountId: 'other', username: 'o@partner.example' } as AccountInfo;

type Result = { readonly account: AccountInfo; readonly accessToken: string; readonly expiresOn: Date };

/** What MSAL does in a test, in the parts that a session uses. */
const msal = vi.hoisted(() => ({
  initialize: vi.fn(async () => undefined),
  handleRedirectPromise: vi.fn(),
  getActiveAccount: vi.fn(),
  setActiveAccount: vi.fn(),
  getAllAccounts: vi.fn(),
  clearCache: vi.fn(async () => undefined),
  acquireTokenSilent: vi.fn(),
  acquireTokenPopup: vi.fn(),
  ssoSilent: vi.fn(),
  loginRedirect: vi.fn(async () => undefined),
  logoutRedirect: vi.fn(async () => undefined),
}));

vi.mock('@azure/msal-browser', async (original) => {
  const real = await original<Record<string, unknown>>();
  // A constructor that returns an object replaces the new one by it.
  return {
    ...real,
    PublicClientApplication: function Fake() {
      return msal as unknown as PublicClientApplication;
    },
  };
});

/** A store of the browser, in the parts that a session uses. */
function createStorage() {
  const entries = new Map<string, string>();
  return {
    getItem: (name: string) => entries.get(name) ?? null,
    setItem: (name: string, value: string) => void entries.set(name, value),
    removeItem: (name: string) => void entries.delete(name),
    clear: () => entries.clear(),
    key: (index: number) => [...entries.keys()][index] ?? null,
    get length() {
      return entries.size;
    },
    entries,
  };
}

type Listener = (event: { readonly data: unknown }) => void;

/** The tab that the session is opened in. */
let tab: {
  readonly sessionStorage: ReturnType<typeof createStorage>;
  readonly localStorage: ReturnType<typeof createStorage>;
  readonly reload: ReturnType<typeof vi.fn>;
  /** Sends a message as if another tab had sent it. */
  readonly tell: (data: unknown) => void;
  readonly told: unknown[];
};

const interactionRequired = () => new InteractionRequiredAuthError('interaction_required', 'c');

beforeEach(() => {
  vi.clearAllMocks();
  const listeners: Listener[] = [];
  const told: unknown[] = [];
  tab = {
    sessionStorage: createStorage(),
    localStorage: createStorage(),
    reload: vi.fn(),
    tell: (data) => listeners.forEach((listener) => listener({ data })),
    told,
  };
  const { sessionStorage, localStorage, reload } = tab;
  vi.stubGlobal('location', { origin: 'https://app.example', href: 'https://app.example/?search=x', reload });
  vi.stubGlobal('sessionStorage', sessionStorage);
  vi.stubGlobal('self', globalThis);
  vi.stubGlobal('top', globalThis);
  vi.stubGlobal('window', { sessionStorage, localStorage, addEventListener: vi.fn() });
  vi.stubGlobal('history', { replaceState: vi.fn() });
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      postMessage = (data: unknown) => told.push(data);
      addEventListener = (_: string, listener: Listener) => listeners.push(listener);
    },
  );
  msal.handleRedirectPromise.mockResolvedValue(null);
  msal.ssoSilent.mockRejectedValue(interactionRequired());
  msal.getActiveAccount.mockReturnValue(PERSON);
  msal.getAllAccounts.mockReturnValue([PERSON]);
  let given = 0;
  msal.acquireTokenSilent.mockImplementation(async () => {
    given += 1;
    return result(`silent ${given}`);
  });
});

const result = (accessToken: string, account = PERSON): Result => ({
  account,
  accessToken,
  expiresOn: new Date(Date.now() + 3_600_000),
});

const forget = vi.fn(async () => undefined);
const open = () => openSession(CONFIG, { forget, isKept: (name) => name === 'asked to stay' });
const refused = (token: string) => ({ forceRefresh: true, refused: token, claims: MFA });

describe('tokens', () => {
  test('come from MSAL, and what only the person can give is said so', async () => {
    const { tokens } = await open();
    expect(await tokens.getToken()).toBe('silent 1');
    expect(msal.acquireTokenSilent).toHaveBeenLastCalledWith({
      account: PERSON,
      scopes: ['read'],
      forceRefresh: false,
    });
    msal.acquireTokenSilent.mockRejectedValue(interactionRequired());
    await expect(tokens.getToken()).rejects.toMatchObject({ name: 'SignInNeeded', claims: undefined });
    msal.acquireTokenSilent.mockRejectedValue(new Error('no network'));
    await expect(tokens.getToken()).rejects.toThrow('no network');
  });

  test('nobody has any who is not signed in', async () => {
    msal.getActiveAccount.mockReturnValue(null);
    const session = await open();
    expect(session.account).toBeNull();
    await expect(session.tokens.getToken()).rejects.toMatchObject({ name: 'SignInNeeded' });
  });

  test('with claims are asked for silently, of what the directory knows from other tabs too', async () => {
    const { tokens } = await open();
    msal.acquireTokenSilent.mockRejectedValueOnce(interactionRequired());
    expect(await tokens.getToken(refused('old'))).toBe('silent 1');
    expect(msal.acquireTokenSilent.mock.calls.map(([request]) => request as unknown)).toEqual([
      { account: PERSON, scopes: ['read'], forceRefresh: true, claims: MFA },
      {
        account: PERSON,
        scopes: ['read'],
        forceRefresh: true,
        claims: MFA,
        cacheLookupPolicy: CacheLookupPolicy.Skip,
      },
    ]);
  });

  test('with claims that only the person can give name them', async () => {
    const { tokens } = await open();
    msal.acquireTokenSilent.mockRejectedValueOnce(interactionRequired());
    msal.acquireTokenSilent.mockRejectedValueOnce(new BrowserAuthError('timed_out', 'c'));
    await expect(tokens.getToken(refused('old'))).rejects.toMatchObject({
      name: 'SignInNeeded',
      claims: MFA,
    });
  });

  test('once with claims stay so after a reload, for this account alone', async () => {
    const { tokens } = await open();
    await tokens.getToken(refused('old'));
    await (await open()).tokens.getToken();
    expect(msal.acquireTokenSilent).toHaveBeenLastCalledWith(expect.objectContaining({ claims: MFA }));

    msal.getActiveAccount.mockReturnValue(OTHER);
    await (await open()).tokens.getToken();
    expect(msal.acquireTokenSilent).toHaveBeenLastCalledWith(expect.not.objectContaining({ claims: MFA }));
  });

  test('do without the tab’s storage', async () => {
    vi.stubGlobal('sessionStorage', undefined);
    const { tokens } = await open();
    await tokens.getToken(refused('old'));
    expect(await tokens.getToken()).toBe('silent 1');
  });
});

describe('signing in again', () => {
  test('asks for the claims in a window, and every later request carries what it gave', async () => {
    const { signInAgain, tokens } = await open();
    msal.acquireTokenPopup.mockResolvedValue(result('stepped'));
    expect(await signInAgain({ claims: MFA })).toBe(true);
    expect(msal.acquireTokenPopup).toHaveBeenCalledWith(
      expect.objectContaining({ claims: MFA, account: PERSON, loginHint: PERSON.username }),
    );
    expect(await tokens.getToken()).toBe('stepped');
    expect(msal.acquireTokenSilent).not.toHaveBeenCalled();
    await expect(tokens.getToken(refused('stepped'))).rejects.toMatchObject({ isInVain: true });
  });

  test.each([
    new BrowserAuthError('user_cancelled', 'c'),
    new BrowserAuthError('timed_out', 'c'),
    new BrowserAuthError('interaction_in_progress_cancelled', 'c'),
    new ServerError('access_denied', 'The person pressed Cancel.', 'c'),
  ])('that was broken off (%s) changes nothing', async (error) => {
    const { signInAgain, tokens } = await open();
    msal.acquireTokenPopup.mockRejectedValue(error);
    expect(await signInAgain({ claims: MFA })).toBe(false);
    expect(msal.loginRedirect).not.toHaveBeenCalled();
    expect(tab.reload).not.toHaveBeenCalled();
    await tokens.getToken();
    expect(msal.acquireTokenSilent).toHaveBeenLastCalledWith(expect.not.objectContaining({ claims: MFA }));
  });

  test.each(['popup_window_error', 'empty_window_error'])(
    'where the browser opens no window (%s) leaves, and what it gave is there on the way back',
    async (code) => {
      const { signInAgain } = await open();
      msal.acquireTokenPopup.mockRejectedValue(new BrowserAuthError(code, 'c'));
      expect(await signInAgain({ claims: MFA })).toBe(false);
      expect(msal.loginRedirect).toHaveBeenCalledWith(
        expect.objectContaining({
          claims: MFA,
          loginHint: PERSON.username,
          redirectStartPage: 'https://app.example/?search=x',
        }),
      );

      msal.handleRedirectPromise.mockResolvedValueOnce(result('stepped'));
      const { tokens } = await open();
      expect(await tokens.getToken()).toBe('stepped');
      await expect(tokens.getToken(refused('stepped'))).rejects.toMatchObject({ isInVain: true });
    },
  );

  test('that was left and not come back from gives nothing', async () => {
    const { signIn } = await open();
    await signIn({ claims: MFA });
    await (await open()).tokens.getToken();
    msal.handleRedirectPromise.mockResolvedValueOnce(result('later'));
    const { tokens } = await open();
    await tokens.getToken();
    expect(msal.acquireTokenSilent).toHaveBeenLastCalledWith(expect.not.objectContaining({ claims: MFA }));
  });

  test('that the directory refuses for another reason says so', async () => {
    const { signInAgain } = await open();
    msal.acquireTokenPopup.mockRejectedValue(new ServerError('server_error', 'AADSTS90000', 'c'));
    await expect(signInAgain({ claims: MFA })).rejects.toMatchObject({
      name: 'SignInImpossible',
      obstacle: 'other',
    });
    expect(msal.loginRedirect).not.toHaveBeenCalled();
  });

  test('as someone else begins the page anew', async () => {
    const { signInAgain } = await open();
    msal.acquireTokenPopup.mockResolvedValue(result('theirs', OTHER));
    expect(await signInAgain()).toBe(false);
    expect(msal.setActiveAccount).toHaveBeenLastCalledWith(OTHER);
    expect(tab.reload).toHaveBeenCalledOnce();
  });
});

describe('a new tab', () => {
  /** Opens a session in another tab of the same browser; in that tab there was no sign-in yet. */
  async function openInNewTab() {
    tab.sessionStorage.clear();
    msal.getActiveAccount.mockReturnValue(null);
    msal.getAllAccounts.mockReturnValue([]);
    return open();
  }

  test('continues without a question as the one whom the directory knows', async () => {
    await open();
    expect(msal.ssoSilent).not.toHaveBeenCalled();
    msal.ssoSilent.mockResolvedValue(result('silent'));
    const { account, signInProblem } = await openInNewTab();
    expect(account?.id).toBe('person');
    expect(signInProblem).toBeNull();
    expect(msal.ssoSilent).toHaveBeenCalledExactlyOnceWith({ scopes: ['read'] });
    expect(msal.setActiveAccount).toHaveBeenLastCalledWith(PERSON);
    // The next tab does the same.
    expect((await openInNewTab()).account?.id).toBe('person');
  });

  test('of a browser in which nobody has signed in asks the directory for nothing', async () => {
    expect((await openInNewTab()).account).toBeNull();
    expect(msal.ssoSilent).not.toHaveBeenCalled();
  });

  test.each([
    ['the directory wants to ask', interactionRequired()],
    ['it cannot be reached', new BrowserAuthError('no_network_connectivity', 'c')],
  ])('in which that fails because %s says nothing of it, and it is not tried again', async (_, error) => {
    await open();
    msal.ssoSilent.mockRejectedValue(error);
    const { account, signInProblem } = await openInNewTab();
    expect(account).toBeNull();
    expect(signInProblem).toBeNull();
    await openInNewTab();
    expect(msal.ssoSilent).toHaveBeenCalledTimes(1);
    // This changes after someone has signed in again.
    msal.handleRedirectPromise.mockResolvedValueOnce(result('given'));
    await open();
    await openInNewTab();
    expect(msal.ssoSilent).toHaveBeenCalledTimes(2);
  });

  test('does not wait long for a directory that does not answer', async () => {
    await open();
    msal.ssoSilent.mockReturnValue(new Promise(() => undefined));
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const opened = openInNewTab();
    await vi.advanceTimersByTimeAsync(5_000);
    expect((await opened).account).toBeNull();
  });

  test('that comes back from a sign-in which failed says so, and does not sign in behind it', async () => {
    await open();
    msal.handleRedirectPromise.mockRejectedValueOnce(new Error('access_denied'));
    expect((await openInNewTab()).signInProblem).toBe('access_denied');
    expect(msal.ssoSilent).not.toHaveBeenCalled();
  });

  test('does not sign in after a sign-out, here or in another tab', async () => {
    const { signOut } = await open();
    await signOut();
    await openInNewTab();
    expect(msal.ssoSilent).not.toHaveBeenCalled();

    msal.getActiveAccount.mockReturnValue(PERSON);
    await open();
    tab.tell('person');
    await openInNewTab();
    expect(msal.ssoSilent).not.toHaveBeenCalled();
  });

  test('does without the storage that would tell of a sign-out: it asks', async () => {
    vi.stubGlobal('window', { sessionStorage: tab.sessionStorage, addEventListener: vi.fn() });
    await open();
    await openInNewTab();
    expect(msal.ssoSilent).not.toHaveBeenCalled();
  });

  test('within a frame signs nobody in: a frame in it would do so without end', async () => {
    await open();
    vi.stubGlobal('top', {});
    expect((await openInNewTab()).account).toBeNull();
    expect(msal.ssoSilent).not.toHaveBeenCalled();
  });
});

describe('signing in', () => {
  test('lets the person choose, and asks whoever was here to continue', async () => {
    await (await open()).signIn();
    expect(msal.loginRedirect).toHaveBeenLastCalledWith(
      expect.objectContaining({ loginHint: PERSON.username }),
    );
    msal.getActiveAccount.mockReturnValue(null);
    await (await open()).signIn();
    expect(msal.loginRedirect).toHaveBeenLastCalledWith(
      expect.objectContaining({ prompt: 'select_account' }),
    );
  });

  test('says what of the configuration is in the way', async () => {
    msal.loginRedirect.mockRejectedValueOnce(
      Object.assign(new Error('words'), { errorCode: 'untrusted_authority' }),
    );
    await expect((await open()).signIn()).rejects.toMatchObject({
      obstacle: 'authorityUnknown',
      detail: CONFIG.authority,
    });
  });

  test('that failed on the way back is told', async () => {
    msal.getActiveAccount.mockReturnValue(null);
    msal.handleRedirectPromise.mockRejectedValue(new Error('state mismatch'));
    expect((await open()).signInProblem).toBe('state mismatch');
  });

  test('as someone else leaves nothing of who was here before', async () => {
    tab.localStorage.setItem('kept', 'rows');
    msal.handleRedirectPromise.mockResolvedValue(result('theirs', OTHER));
    msal.getAllAccounts.mockReturnValue([PERSON, OTHER]);
    const session = await open();
    expect(session.account?.id).toBe('other');
    expect(msal.clearCache).toHaveBeenCalledWith({ account: PERSON });
    expect(tab.localStorage.getItem('kept')).toBeNull();
  });
});

describe('signing out', () => {
  test('forgets, tells the other tabs who it is, and leaves', async () => {
    const { signOut } = await open();
    await signOut();
    expect(tab.told).toEqual(['person']);
    expect(forget).toHaveBeenCalledOnce();
    // No token in an address.
    expect(msal.logoutRedirect).toHaveBeenCalledWith({
      account: PERSON,
      extraQueryParameters: { client_id: 'app' },
    });
  });

  test('in another tab ends this one too', async () => {
    await open();
    tab.sessionStorage.setItem('token', 'secret');
    tab.localStorage.setItem('columns', 'x');
    tab.localStorage.setItem('asked to stay', 'views');
    tab.localStorage.setItem('theme', 'dark');
    tab.tell('person');
    await vi.waitFor(() => expect(tab.reload).toHaveBeenCalledOnce());
    expect(tab.sessionStorage.entries.size).toBe(0);
    expect([...tab.localStorage.entries.keys()]).toEqual(['asked to stay']);
    expect(forget).toHaveBeenCalledOnce();
  });

  test('of another account in another tab is none of this one’s business', async () => {
    await open();
    tab.sessionStorage.setItem('token', 'secret');
    tab.tell('other');
    tab.tell(undefined);
    expect(forget).not.toHaveBeenCalled();
    expect(tab.sessionStorage.getItem('token')).toBe('secret');
  });
});
