import { expect, type Locator, type Page } from '@playwright/test';

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

/** Waits until what is on screen is final, at most so many milliseconds. */
export async function settled(page: Page, timeout = 30_000): Promise<void> {
  await page.locator('html[data-busy="false"]').waitFor({ timeout });
}

/** Signs in from the signed-out page that is open, and waits for the page it leads to. */
export async function signIn(page: Page, role: Role = 'Admin agent'): Promise<void> {
  await page.getByRole('button', { name: 'Sign in' }).click();
  await accountButton(page, role).click();
  await page.getByRole('button', { name: 'Account' }).waitFor();
  await settled(page);
}

/** Opens an address of the app as someone who still has to sign in. `search` has its question mark. */
export async function open(page: Page, search = '', role: Role = 'Admin agent'): Promise<void> {
  await page.goto(`/${search}`);
  await signIn(page, role);
}

/** The query of the address bar, as a person would read it. */
export function query(page: Page): URLSearchParams {
  return new URL(page.url()).searchParams;
}

/** The number a figure shows: `12,345` is 12345, `−56` is -56. */
export async function figure(page: Page, name: string): Promise<number> {
  const text = await page.getByRole('group', { name, exact: true }).innerText();
  const number = /[−-]?\d[\d,]*(?:\.\d+)?/u.exec(text.replace(name, ''))?.[0];
  expect(number, `${name} shows a number`).toBeDefined();
  return Number((number ?? '').replaceAll(',', '').replace('−', '-'));
}

/** The cells of a table, its header row first. */
export async function cells(table: Locator): Promise<string[][]> {
  return table
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th,td')].map((cell) => cell.textContent.trim())),
    );
}
