import { expect, type Locator, type Page } from '@playwright/test';
import { open, query, settled } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { test } from './support/test.ts';

const grid = (page: Page) => page.getByRole('grid', { name: 'License deployment' });
const header = (page: Page, name: string) => grid(page).getByRole('columnheader', { name, exact: true });

/** A cell by its row, 0-based without the header, and its column's place among those that are there. */
function cell(page: Page, row: number, column: number): Locator {
  return grid(page)
    .getByRole('row')
    .nth(row + 1)
    .getByRole('gridcell')
    .nth(column);
}

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

const widthOf = (of: Locator): Promise<number> =>
  of.evaluate((element) => Math.round(element.getBoundingClientRect().width));

test('a view of one row says that it has one', async ({ page }) => {
  await open(page, '?groupby=productName&filter=productName+eq+%27Visio+Plan+2%27');
  await expect(grid(page).getByRole('row')).toHaveCount(2);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2');
});

test('Home and End lead to the ends of the row', async ({ page }) => {
  await open(page);
  await cell(page, 2, 1).click();
  const focused = page.locator('[role=gridcell]:focus');
  const row = grid(page)
    .getByRole('row')
    .filter({ has: page.locator(':focus') });
  await page.keyboard.press('End');
  await expect(focused).toHaveAttribute('aria-colindex', '12');
  await expect(row).toHaveAttribute('aria-rowindex', '4');
  await page.keyboard.press('Home');
  await expect(focused).toHaveAttribute('aria-colindex', '1');
  await expect(row).toHaveAttribute('aria-rowindex', '4');
});

test('rows in the order of a hidden column say so, and bring it back', async ({ page }) => {
  await open(page, '?sort=channel');
  await expect(page.getByText(/Sorted by/u)).toHaveCount(0);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Channel' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Sorted by Channel, which is hidden.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show column', exact: true }).click();
  await expect(header(page, 'Channel')).toBeVisible();
  await expect(page.getByText(/Sorted by/u)).toHaveCount(0);
});

test.describe('cells', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  const said = (page: Page) => page.getByRole('status').filter({ hasText: /cell/iu });

  test('are copied alone, and dragged over together, as a spreadsheet takes them', async ({ page }) => {
    await open(page, '?groupby=productName');
    const texts = await Promise.all([0, 1, 2].map((row) => cell(page, row, 0).innerText()));
    const deployed = await Promise.all([0, 1, 2].map((row) => cell(page, row, 1).innerText()));
    await cell(page, 0, 1).click();
    await page.keyboard.press('Control+c');
    await expect(said(page)).toHaveText('Cell copied.');
    expect(await copied(page)).toBe(deployed[0]?.replaceAll(',', ''));

    await cell(page, 0, 0).hover();
    await page.mouse.down();
    await cell(page, 1, 1).hover();
    await cell(page, 2, 1).hover();
    await page.mouse.up();
    await expect(said(page)).toHaveText('3 × 2 cells chosen, ready to copy.');
    await expectAccessible(page);
    await page.keyboard.press('Control+c');
    await expect(said(page)).toHaveText('6 cells copied.');
    expect(await copied(page)).toBe(
      texts.map((name, row) => `${name}\t${deployed[row]?.replaceAll(',', '')}`).join('\n'),
    );
    await page.keyboard.press('Escape');
    await expect(said(page)).toHaveCount(0);
    await page.keyboard.press('Control+c');
    await expect(said(page)).toHaveText('Cell copied.');

    // A drag that leaves the rows before it touches a second cell takes no text of the page with it.
    for (const [x, y] of [
      [700, 4],
      [700, -40],
    ] as const) {
      await cell(page, 1, 0).hover();
      await page.mouse.down();
      await page.mouse.move(x, y);
      await page.mouse.up();
      await page.keyboard.press('Control+c');
      await expect.poll(() => copied(page)).toBe(texts[1]);
    }
  });

  test('are chosen with Shift, also those that were scrolled over', async ({ page }) => {
    await open(page);
    await cell(page, 0, 0).click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    await expect(said(page)).toHaveText('2 × 2 cells chosen, ready to copy.');
    await page.keyboard.press('Shift+End');
    await expect(said(page)).toHaveText('2 × 12 cells chosen, ready to copy.');
    await page.keyboard.press('ArrowDown');
    await expect(said(page)).toHaveCount(0);

    const scrolled = () => page.evaluate(() => scrollY);
    const place = await scrolled();
    expect(place).toBeGreaterThan(0);
    await page.keyboard.press('Control+Home');
    const first = await cell(page, 0, 0).innerText();
    // The key leads within the grid: the page stays, and the pointer is over the rows still.
    expect(await scrolled()).toBe(place);
    await page.mouse.wheel(0, 3_000 * 34);
    await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText('3,001 to 3,100');
    await settled(page);
    const end = cell(page, 5, 1);
    const last = await end.innerText();
    const rows = Number(await grid(page).getByRole('row').nth(6).getAttribute('aria-rowindex')) - 1;
    expect(rows).toBeGreaterThan(3_000);
    await end.click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+c');
    await expect(said(page)).toHaveText(`${(2 * rows).toLocaleString('en-US')} cells copied.`);
    const lines = (await copied(page)).split('\n').map((line) => line.split('\t'));
    expect(lines).toHaveLength(rows);
    expect(lines[0]?.[0]).toBe(first);
    expect(lines.at(-1)?.[1]).toBe(last);

    await page.keyboard.press('Control+Shift+Home');
    await page.keyboard.press('Control+Shift+End');
    await expect(said(page)).toHaveText('20,000 × 12 cells chosen, ready to copy.');
    await page.keyboard.press('Control+c');
    await expect(page.getByText('At most 10,000 rows can be copied at once.')).toBeVisible();
  });
});

test('a double click on a column’s edge makes it as wide as what it holds', async ({ page }) => {
  await open(page);
  const service = header(page, 'Service');
  await service.scrollIntoViewIfNeeded();
  const before = await widthOf(service);
  const box = await service.boundingBox();
  const edge = { x: (box?.x ?? 0) + (box?.width ?? 0) - 1, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  await page.mouse.dblclick(edge.x, edge.y);
  await expect.poll(() => widthOf(service)).not.toBe(before);
  const fitted = await widthOf(service);
  const cut = await grid(page)
    .getByRole('gridcell')
    .evaluateAll((cells) =>
      cells
        .filter((one) => one.getAttribute('aria-colindex') === '3')
        .filter((one) => one.scrollWidth > one.clientWidth)
        .map((one) => one.textContent),
    );
  expect(cut).toEqual([]);
  await page.reload();
  await settled(page);
  expect(await widthOf(service)).toBe(fitted);
});

test.describe('the first column', () => {
  /** How far the first column's header moves when the grid is scrolled to its end. */
  async function movesBy(page: Page): Promise<number> {
    const left = async () => (await header(page, 'Customer').boundingBox())?.x ?? Number.NaN;
    const before = await left();
    await grid(page).evaluate((element) => element.scrollTo({ left: 10_000 }));
    await expect.poll(() => grid(page).evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
    const after = await left();
    await grid(page).evaluate((element) => element.scrollTo({ left: 0 }));
    return Math.round(after - before);
  }

  test('stays in sight where the person says so', async ({ page }) => {
    await open(page);
    expect(await movesBy(page)).not.toBe(0);
    await page.getByRole('button', { name: 'Columns' }).click();
    const choice = page.getByRole('menuitemcheckbox', { name: 'Keep first column in sight' });
    await expect(choice).not.toBeChecked();
    await choice.click();
    await page.keyboard.press('Escape');
    expect(await movesBy(page)).toBe(0);
    await page.reload();
    await settled(page);
    expect(await movesBy(page)).toBe(0);
  });

  test('stays in sight on a phone by itself, and goes where the person says so', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page);
    expect(await movesBy(page)).toBe(0);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Keep first column in sight' }).click();
    await page.keyboard.press('Escape');
    expect(await movesBy(page)).not.toBe(0);
  });
});

test('loading the page again leaves it, and the rows, where they were', async ({ page }) => {
  await open(page, '?page=150');
  await grid(page).getByRole('row').nth(3).hover();
  await page.mouse.wheel(0, 40 * 34);
  await page.mouse.wheel(300, 0);
  const places = async () =>
    page.evaluate(() => {
      const rows = document.querySelector('[role=grid]');
      return [Math.round(scrollY), Math.round(rows?.scrollTop ?? -1), Math.round(rows?.scrollLeft ?? -1)];
    });
  await expect.poll(async () => (await places())[2]).toBe(300);
  await settled(page);
  await page.evaluate(() => scrollTo(0, 320));
  const before = await places();
  expect(before[0]).toBe(320);
  await page.reload();
  await settled(page);
  await expect.poll(places).toEqual(before);
  expect(query(page).get('page')).toBe('150');
});
