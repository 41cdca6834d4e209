import { expect, type APIRequestContext, type Locator, type Page } from '@playwright/test';
import { accountButton, figure, query, settled, signIn } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { test } from './support/test.ts';

const FILTER = "channel eq 'reseller'";
const LINK = `?filter=${encodeURIComponent(FILTER)}`;

const trouble = (page: Page, heading: string): Locator =>
  page.getByRole('alert').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });
const wanted = (page: Page): Locator => trouble(page, 'Microsoft wants a second factor');
const stepUp = (page: Page): Locator => page.getByRole('button', { name: 'Sign in with a second factor' });

/** Opens a link as the person who signs in with a password alone. */
async function openWithOneFactor(page: Page): Promise<void> {
  await page.goto(`/${LINK}`);
  await signIn(page, 'Report viewer, one factor');
}

/** Opens the step in its window, and chooses there; resolves when that window is gone. */
async function takeStep(page: Page, choice: 'Confirm the second factor' | 'Cancel'): Promise<void> {
  const beside = page.waitForEvent('popup');
  await stepUp(page).click();
  const window = await beside;
  await window.getByRole('button', { name: choice }).click();
  await expect.poll(() => window.isClosed()).toBe(true);
}

/** The page goes on after the step, with figures and no trouble. */
async function expectFigures(page: Page): Promise<void> {
  // The alert goes when what failed is asked again.
  await expect(page.getByRole('alert')).toHaveCount(0);
  await settled(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await figure(page, 'Licenses sold')).toBeGreaterThan(0);
}

/** How the endpoint has answered since it was last asked, by status. */
async function answers(origin: string, request: APIRequestContext): Promise<Record<string, number>> {
  const counts = `${origin}/emulator/answers`;
  const response = await request.get(counts);
  await request.delete(counts);
  return (await response.json()) as Record<string, number>;
}

async function filterBy(page: Page, expression: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Filter expression' });
  await field.fill(expression);
  await field.press('Enter');
  await settled(page);
}

test.describe('a sign-in with one factor', () => {
  // One expression for the endpoint's refusals, and those of the silent tries at the directory.
  test.use({ expectedConsoleErrors: [/status of 40[01]/u] });

  test('is refused in plain words; one click and the second factor bring the figures, and nothing is refused again', async ({
    page,
    origin,
    request,
  }) => {
    await openWithOneFactor(page);
    await expect(wanted(page)).toContainText('Then this page goes on with the same view');
    await expect(wanted(page).getByRole('button', { name: /sign in/iu })).toHaveCount(1);
    await wanted(page).getByRole('button', { name: 'Details' }).click();
    await expect(wanted(page).getByRole('definition').nth(1)).toHaveText('900421');
    await expectAccessible(page);
    await page.evaluate(() => document.documentElement.setAttribute('data-kept', ''));
    await answers(origin, request);

    await takeStep(page, 'Confirm the second factor');
    await expectFigures(page);
    await expect(page.locator('html[data-kept]'), 'the page was not left').toHaveCount(1);
    expect(query(page).get('filter')).toBe(FILTER);

    // All rows come by the workers, other filters and the same page after a reload by the page itself.
    await expect(page.getByRole('status').filter({ hasText: /^All [\d,]+ rows/u })).toBeVisible();
    await filterBy(page, "channel eq 'direct'");
    await page.reload();
    await settled(page);
    expect(await figure(page, 'Licenses sold')).toBeGreaterThan(0);
    const after = await answers(origin, request);
    expect(Object.keys(after)).toEqual(['200']);
    expect(after['200']).toBeGreaterThan(3);
  });

  test('that another tab has completed needs no second step in this one', async ({
    page,
    context,
    origin,
    request,
  }) => {
    await openWithOneFactor(page);
    const other = await context.newPage();
    await other.goto(`/${LINK}`);
    await other.getByRole('button', { name: 'Account' }).waitFor();
    await settled(other);
    await takeStep(page, 'Confirm the second factor');
    await expectFigures(page);

    await answers(origin, request);
    await other.reload();
    await expectFigures(other);
    expect((await answers(origin, request))['401'], 'this tab’s first token shows one factor').toBe(1);
    await other.reload();
    await expectFigures(other);
    expect(Object.keys(await answers(origin, request))).toEqual(['200']);
  });

  for (const [how, breakOff] of [
    ['cancelled', (page: Page) => takeStep(page, 'Cancel')],
    [
      'closed',
      async (page: Page) => {
        const beside = page.waitForEvent('popup');
        await stepUp(page).click();
        const window = await beside;
        await window.getByRole('button', { name: 'Confirm the second factor' }).waitFor();
        await window.close();
      },
    ],
  ] as const) {
    test(`whose step is ${how} leaves what is on the page, and the button`, async ({ page }) => {
      await openWithOneFactor(page);
      const view = page.url();
      await breakOff(page);
      await expect(wanted(page)).toBeVisible();
      await expect(page).toHaveURL(view);
      await takeStep(page, 'Confirm the second factor');
      await expectFigures(page);
      await expect(page).toHaveURL(view);
    });
  }

  test('at a directory that never shows the second factor ends with what the administrator has to do', async ({
    page,
    context,
    provoke,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await provoke([{ noSecondFactor: true }]);
    await openWithOneFactor(page);
    await takeStep(page, 'Confirm the second factor');
    await settled(page);

    const alert = trouble(page, 'The service still sees no second factor');
    await expect(alert).toContainText(
      'Conditional Access policy in Microsoft Entra ID that demands multi-factor sign-in',
    );
    await expect(alert).toContainText('identity provider');
    await expect(page.getByRole('alert')).toHaveCount(1);
    await expect(page.getByRole('button', { name: /sign in|try again/iu })).toHaveCount(0);
    expect(query(page).get('filter')).toBe(FILTER);
    await expectAccessible(page);
    await alert.getByRole('button', { name: 'Copy details' }).click();
    await expect(alert.getByRole('button', { name: 'Copied' })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^Status: 401\nCode: 900421\n/u);
    expect(copied).toContain('"values":["mfa"]');

    // Once it is mended, signing out and in again is the way back.
    await provoke([]);
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await accountButton(page, 'Report viewer, one factor').click();
    await takeStep(page, 'Confirm the second factor');
    await expectFigures(page);
  });
});

test.describe('other claims', () => {
  test.use({ expectedConsoleErrors: [/status of 403/u] });

  test('that are not enough after the person’s own step end with what the administrator has to do', async ({
    page,
    provoke,
  }) => {
    await provoke([{ status: 403, claims: '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}' }]);
    await page.goto(`/${LINK}`);
    await signIn(page);
    const alert = trouble(page, 'Your directory asks for more proof');
    const beside = page.waitForEvent('popup');
    await alert.getByRole('button', { name: 'Sign in' }).click();
    const window = await beside;
    await expect.poll(() => window.isClosed()).toBe(true);
    await expect(trouble(page, 'Signing in again did not prove enough')).toContainText(
      'which Conditional Access policies of Microsoft Entra ID apply',
    );
    await expect(page.getByRole('button', { name: /sign in|try again/iu })).toHaveCount(0);
  });
});

test('a sign-in that will not do for long is said in the account menu, and nowhere else', async ({
  page,
  provoke,
}) => {
  await provoke([{ isMfaCompliant: false }]);
  await page.goto('/');
  await signIn(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
  const note = page.getByText('this will stop working');
  await expect(note).toHaveCount(0);
  const account = page.getByRole('button', { name: 'Account' });
  await account.click();
  await expect(note).toHaveCount(1);
  await page.keyboard.press('Escape');

  await provoke([]);
  await page.reload();
  await settled(page);
  await account.click();
  await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
  await expect(note).toHaveCount(0);
});
