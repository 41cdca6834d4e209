import { expect, type Locator, type Page } from '@playwright/test';
import { DEMO_ACCOUNTS } from '#emulator/accounts.ts';

export type Role =
  | 'Admin agent'
  | 'Executive report viewer'
  | '— Report viewer'
  | 'Helpdesk agent'
  | 'Report viewer, one factor';

/** The button of a demo account: its name ends with the role. */
export function accountButton(page: Page, role: Role): Locator {
  return page.getByRole('button', { name: new RegExp(`${role}$`, 'u') });
}

/**
 * Waits until the screen is final, at most so many milliseconds. The page itself tells when: Playwright's own waiting
 * looks every half second after a while, which took a tenth of all the time of these tests.
 */
export async function settled(page: Page, timeout = 30_000): Promise<void> {
  const end = Date.now() + timeout;
  const isFinal = page.evaluate(watchUntilFinal).then(
    () => true,
    // A navigation took the document away in the meantime, or has not made the next one yet: that one is waited for.
    (error: unknown) => {
      if (page.isClosed() || !/context|navigat|of null/iu.test(String(error))) throw error;
      return false;
    },
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const fail = (): void => reject(new Error(`The screen was not final after ${timeout} ms.`));
    timer = setTimeout(fail, timeout);
  });
  const isThere = await Promise.race([isFinal, late]).finally(() => clearTimeout(timer));
  if (!isThere) await settled(page, Math.max(0, end - Date.now()));
}

/**
 * Resolves once the page says that it is final. It runs in the page, by itself: nothing in it may have a name that the
 * compiler of the bench wants to keep.
 */
async function watchUntilFinal(): Promise<void> {
  const { documentElement } = document;
  if (documentElement.dataset['busy'] === 'false') return;
  await new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      if (documentElement.dataset['busy'] !== 'false') return;
      observer.disconnect();
      resolve();
    });
    observer.observe(documentElement, { attributeFilter: ['data-busy'] });
  });
}

/** The names of the buttons that signing in needs. */
type Names = { readonly signIn: string; readonly account: string };
const ENGLISH: Names = { signIn: 'Sign in', account: 'Account' };

/** Signs in from the open signed-out page, and waits for the page that follows. */
export async function signIn(page: Page, role: Role = 'Admin agent', names = ENGLISH): Promise<void> {
  await page.getByRole('button', { name: names.signIn, exact: true }).click();
  await accountButton(page, role).click();
  await page.getByRole('button', { name: names.account, exact: true }).waitFor();
  await settled(page);
}

/**
 * Signs in at the directory, by the requests that a browser sends there. The app then signs its first tab in as it does
 * any new tab. That takes half of the time of the buttons, and most tests are not about the buttons.
 */
async function signInAtDirectory({ request }: Page, role: Role): Promise<void> {
  const { clientId, scopes, authorityMetadata } = (await (await request.get('/config.json')).json()) as {
    readonly clientId: string;
    readonly scopes: readonly string[];
    readonly authorityMetadata: { readonly authorization_endpoint: string };
  };
  const asked = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: new URL('/redirect.html', authorityMetadata.authorization_endpoint).href,
    scope: ['openid', ...scopes].join(' '),
    prompt: 'select_account',
    // This challenge belongs to a code that is never used.
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  });
  const question = await request.get(`${authorityMetadata.authorization_endpoint}?${asked}`);
  const account = DEMO_ACCOUNTS.find(({ roleName }) => roleName === role.replace('— ', ''));
  const answer = await request.post(question.url(), { form: { account: account?.id ?? '' } });
  expect(new URL(answer.url()).searchParams.has('code'), 'the directory knows who it is').toBe(true);
}

/** Opens an address of the app as a signed-in person. `search` begins with its question mark. */
export async function open(
  page: Page,
  search = '',
  role: Role = 'Admin agent',
  names = ENGLISH,
): Promise<void> {
  await signInAtDirectory(page, role);
  // In a new tab the app asks the directory only where someone is signed in in this browser.
  const mark = await page.addInitScript(() => {
    if (location.protocol.startsWith('http')) localStorage.setItem('license-lens.signed-in', 'yes');
  });
  await page.goto(`/${search}`);
  // This happens only once: an entry that signing out removes must stay away.
  await mark.dispose();
  const account = page.getByRole('button', { name: names.account, exact: true });
  await account
    .or(page.getByRole('button', { name: names.signIn, exact: true }))
    .first()
    .waitFor();
  // On a busy machine the directory may take longer than the app waits for it.
  if (await account.isVisible()) await settled(page);
  else await signIn(page, role, names);
}

/** The decoded query of the address bar. */
export function query(page: Page): URLSearchParams {
  return new URL(page.url()).searchParams;
}

/** The number that a figure shows: `12,345` is 12345, `−56` is -56. */
export async function figure(page: Page, name: string): Promise<number> {
  const text = await page.getByRole('group', { name, exact: true }).innerText();
  const number = /[−-]?\d[\d,]*(?:\.\d+)?/u.exec(text.replace(name, ''))?.[0];
  expect(number, `${name} shows a number`).toBeDefined();
  return Number((number ?? '').replaceAll(',', '').replace('−', '-'));
}

/** The texts of a table's cells; the header row comes first. */
export async function cells(table: Locator): Promise<string[][]> {
  return table
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th,td')].map((cell) => cell.textContent.trim())),
    );
}
