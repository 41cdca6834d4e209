import { expect, type Page } from '@playwright/test';
import { open, query, settled } from './support/app.ts';
import { BOTH, test } from './support/test.ts';

const grid = (page: Page) => page.getByRole('grid', { name: 'License deployment' });
const pages = (page: Page) => page.getByRole('navigation', { name: 'Pages' });

/** 1-based, without the header. */
async function firstRow(page: Page): Promise<number> {
  const index = await grid(page).getByRole('row').nth(1).getAttribute('aria-rowindex');
  return Number(index) - 1;
}

async function textOfFirstRow(page: Page): Promise<string> {
  return grid(page).getByRole('row').nth(1).innerText();
}

/** Scrolls by the wheel, as far as a person never would in one go. */
async function wheel(page: Page, pixels: number): Promise<void> {
  await grid(page).getByRole('row').nth(3).hover();
  const before = await firstRow(page);
  await page.mouse.wheel(0, pixels);
  await expect(async () => expect(await firstRow(page)).not.toBe(before)).toPass();
  await settled(page);
}

async function turn(page: Page, to: 'First' | 'Previous' | 'Next' | 'Last'): Promise<void> {
  await pages(page)
    .getByRole('button', { name: `${to} page` })
    .click();
  await settled(page);
}

test('turning pages scrolls so that the page begins with its first row', async ({ page }) => {
  await open(page);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '20001');
  const first = await textOfFirstRow(page);
  await turn(page, 'Next');
  expect(query(page).get('page')).toBe('2');
  expect(await firstRow(page)).toBe(101);
  await turn(page, 'Last');
  expect(query(page).get('page')).toBe('200');
  expect(await firstRow(page)).toBe(19_901);
  await turn(page, 'Previous');
  expect(await firstRow(page)).toBe(19_801);
  await page.goBack();
  await settled(page);
  expect(await firstRow(page)).toBe(19_901);
  await page.goBack();
  await settled(page);
  expect(await firstRow(page)).toBe(101);
  await page.goForward();
  await settled(page);
  expect(await firstRow(page)).toBe(19_901);
  await turn(page, 'First');
  expect(await firstRow(page)).toBe(1);
  expect(await textOfFirstRow(page)).toBe(first);
});

test('a link to a page opens there', async ({ page }) => {
  await open(page, '?page=150');
  expect(await firstRow(page)).toBe(14_901);
  await expect(pages(page)).toContainText('14,901 to 15,000 of 20,000');
  await page.reload();
  await settled(page);
  expect(await firstRow(page)).toBe(14_901);
});

test('a last page with few rows begins with its first one, too', async ({ page }) => {
  await open(page, '?pageSize=999');
  await turn(page, 'Last');
  await expect(pages(page)).toContainText('19,981 to 20,000 of 20,000');
  expect(await firstRow(page)).toBe(19_981);
});

test('scrolling makes the page in sight that of the address, without a step in the history', async ({
  page,
}) => {
  await open(page, '?page=150');
  const there = await textOfFirstRow(page);
  await page.goto('/');
  await settled(page);
  const steps = await page.evaluate(() => history.length);
  await wheel(page, 14_900 * 34);
  expect(query(page).get('page')).toBe('150');
  await expect(pages(page)).toContainText('14,901 to 15,000 of 20,000');
  expect(await firstRow(page)).toBe(14_901);
  expect(await textOfFirstRow(page)).toBe(there);
  // In the middle of a page: the address is that page's, and the rows stay where they are.
  await wheel(page, 50 * 34);
  expect(query(page).get('page')).toBe('150');
  expect(await firstRow(page)).toBe(14_951);
  await wheel(page, 60 * 34);
  expect(query(page).get('page')).toBe('151');
  expect(await firstRow(page)).toBe(15_011);
  expect(await page.evaluate(() => history.length)).toBe(steps);
  await turn(page, 'Next');
  expect(await firstRow(page)).toBe(15_101);
  await wheel(page, 1_000_000);
  expect(query(page).get('page')).toBe('200');
  await expect(grid(page).getByRole('row').last()).toHaveAttribute('aria-rowindex', '20001');
});

test.describe('by the service', () => {
  // A loaded snapshot asks for nothing at all.
  test.use({ loadLimit: 0 });

  test('no more is asked for than what is in sight', { tag: BOTH }, async ({ page }) => {
    const skipped: (string | null)[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.pathname.startsWith('/v1/')) skipped.push(url.searchParams.get('skip'));
    });
    await open(page, '?page=150');
    skipped.length = 0;
    await turn(page, 'Next');
    expect(skipped).toEqual(['15000']);
    await turn(page, 'Previous');
    expect(skipped).toEqual(['15000']);
    await wheel(page, -7_000 * 34);
    expect(skipped).toEqual(['15000', '7900']);
  });

  test(
    'who scrolls on while a page is under way ends where the scrolling does',
    { tag: BOTH },
    async ({ page, provoke }) => {
      await open(page);
      await provoke([{ delay: 1_000 }]);
      await grid(page).getByRole('row').nth(3).hover();
      await page.mouse.wheel(0, 5_000 * 34);
      await expect(pages(page)).toContainText('5,001 to 5,100');
      await page.mouse.wheel(0, 4_000 * 34);
      await settled(page);
      await expect(pages(page)).toContainText('9,001 to 9,100 of 20,000');
      expect(await firstRow(page)).toBe(9_001);
      expect(query(page).get('page')).toBe('91');
    },
  );
});

test('the keyboard goes from row to row and to the end', async ({ page }) => {
  await open(page);
  await grid(page).getByRole('row').nth(1).getByRole('gridcell').first().click();
  await expect(async () => {
    await page.keyboard.press('PageDown');
    await expect(pages(page)).toContainText('101 to 200', { timeout: 300 });
  }).toPass();
  const focused = grid(page)
    .getByRole('row')
    .filter({ has: page.locator(':focus') });
  await page.keyboard.press('Control+End');
  await expect(pages(page)).toContainText('19,901 to 20,000');
  await settled(page);
  await expect(page.locator(':focus')).toHaveRole('gridcell');
  await expect(focused).toHaveAttribute('aria-rowindex', '20001');
  await page.keyboard.press('Control+Home');
  await expect(pages(page)).toContainText('1 to 100');
  await expect(focused).toHaveAttribute('aria-rowindex', '2');
  await page.keyboard.press('Control+End');
  await expect(grid(page).getByRole('row').last()).toHaveAttribute('aria-rowindex', '20001');
  await settled(page);
  await turn(page, 'Previous');
  expect(await firstRow(page)).toBe(19_801);
});

test('another order begins at its first row', async ({ page }) => {
  await open(page, `?filter=${encodeURIComponent("channel eq 'direct'")}&page=20`);
  expect(await firstRow(page)).toBe(1_901);
  await grid(page).getByRole('columnheader', { name: 'Sold', exact: true }).click();
  await settled(page);
  expect(query(page).has('page')).toBe(false);
  expect(await firstRow(page)).toBe(1);
  await page.goBack();
  await settled(page);
  expect(await firstRow(page)).toBe(1_901);
});

test('the column menu hides columns and brings them back, by keyboard too', async ({ page }) => {
  await open(page);
  const channel = grid(page).getByRole('columnheader', { name: 'Channel' });
  const button = page.getByRole('button', { name: 'Columns' });
  const menu = page.getByRole('menu', { name: 'Columns' });
  await expect(channel).toBeVisible();
  await button.click();
  await menu.getByRole('menuitemcheckbox', { name: 'Channel' }).click();
  await expect(channel).toBeHidden();
  await expect(menu.getByRole('menuitemcheckbox', { name: 'Channel' })).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(button).toBeFocused();

  await page.reload();
  await settled(page);
  await expect(channel).toBeHidden();
  await button.focus();
  await page.keyboard.press('ArrowDown');
  await expect(menu.getByRole('menuitemcheckbox').first()).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(channel).toBeVisible();
  await expect(button).toBeFocused();
});
