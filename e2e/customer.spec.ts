import { expect, type Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { openWithRows, type SentRow } from './support/all-rows.ts';
import { figure, open, query, settled } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { test } from './support/test.ts';

/** The sheets that a page is printed on, and what is written on them. */
async function printed(page: Page): Promise<{ readonly sheets: number; readonly text: string }> {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
  const { totalPages, text } = await extractText(pdf, { mergePages: true });
  return { sheets: totalPages, text: text.replaceAll(/\s+/gu, ' ') };
}

const written = (value: number): string => value.toLocaleString('en-US');

type Customer = {
  readonly id: string;
  readonly name: string;
  readonly sold: number;
  readonly deployed: number;
  readonly rows: readonly SentRow[];
};

function customersOf(rows: readonly SentRow[]): readonly Customer[] {
  const byTenant = new Map<string, SentRow[]>();
  for (const row of rows) {
    const id = row.customerTenantId?.toLowerCase();
    if (id !== undefined) byTenant.set(id, [...(byTenant.get(id) ?? []), row]);
  }
  return [...byTenant.values()].map((own) => ({
    id: own[0]?.customerTenantId ?? '',
    name: own[0]?.customerName ?? '',
    sold: own.reduce((sum, { licensesSold }) => sum + licensesSold, 0),
    deployed: own.reduce((sum, { licensesDeployed }) => sum + licensesDeployed, 0),
    rows: own,
  }));
}

/** What is idle, and short, by the products of some rows. */
function idleOf(rows: readonly SentRow[]): { readonly idle: number; readonly short: number } {
  const left = new Map<string | null, number>();
  for (const { productId, licensesSold, licensesDeployed } of rows) {
    left.set(productId, (left.get(productId) ?? 0) + licensesSold - licensesDeployed);
  }
  const all = [...left.values()];
  return {
    idle: all.reduce((sum, each) => sum + Math.max(0, each), 0),
    short: all.reduce((sum, each) => sum + Math.max(0, -each), 0),
  };
}

/** What the page has to say of a customer among those of similar size. */
function sentenceOf(own: Customer, all: readonly Customer[]): RegExp {
  const similar = all.filter(({ id, sold }) => id !== own.id && 2 * sold >= own.sold && sold <= 2 * own.sold);
  const below = similar.filter((other) => other.deployed / other.sold < own.deployed / own.sold);
  return new RegExp(
    `Uses more of its licenses than ${written(below.length)} of ${written(similar.length)} other customers that have ` +
      `${written(Math.ceil(own.sold / 2))} to ${written(2 * own.sold)} licenses\\.`,
    'u',
  );
}

/** One of the larger customers, whose name is its own and no part of another's. */
function someCustomer(all: readonly Customer[]): Customer {
  const found = all
    .toSorted((a, b) => b.sold - a.sold)
    .slice(10)
    .find(({ name }) => name.length > 8 && all.filter((other) => other.name.includes(name)).length === 1);
  if (found === undefined) throw new Error('Every customer’s name is another’s, too.');
  return found;
}

test('a name leads to the customer, whose sheet says nothing of any other', async ({ page }) => {
  // It reads every row besides what the page reads, and goes to the customer from four places.
  test.slow();
  const rows = await openWithRows(page, '?groupby=customerTenantId,customerName&chart=customerTenantId');
  await settled(page);
  const all = customersOf(rows);
  const own = someCustomer(all);
  await page
    .getByRole('grid')
    .getByRole('link', { name: `Open customer ${own.name}`, exact: true })
    .click();
  await settled(page);

  await expect(page.getByRole('heading', { level: 2, name: own.name, exact: true })).toBeVisible();
  await expect(page.getByText(`Tenant ${own.id}`)).toBeVisible();
  expect(query(page).get('view')).toBe('customer');
  expect(query(page).get('customerTenantId')).toBe(own.id);
  expect(query(page).get('filter')).toBeNull();
  const { idle, short } = idleOf(own.rows);
  expect(await figure(page, 'Licenses sold')).toBe(own.sold);
  expect(await figure(page, 'Licenses deployed')).toBe(own.deployed);
  expect(await figure(page, 'Not deployed')).toBe(own.sold - own.deployed);
  expect(await figure(page, 'Idle')).toBe(idle);
  if (short > 0) await expect(page.getByText(`short of ${written(short)}`)).toBeVisible();
  await expect(page.getByText(sentenceOf(own, all))).toBeVisible();
  const grid = page.getByRole('grid', { name: 'License deployment' });
  for (const name of ['Product', 'Sold', 'Deployed', 'Utilization', 'Idle', 'Short']) {
    await expect(grid.getByRole('columnheader', { name, exact: true })).toBeVisible();
  }
  await expect(page.getByRole('figure', { name: 'Trend' })).toBeVisible();
  await expectAccessible(page);

  const { sheets, text } = await printed(page);
  expect(sheets).toBe(1);
  for (const said of [own.name, own.id, written(own.sold), written(own.deployed), 'Snapshot:', page.url()]) {
    expect(text).toContain(said);
  }
  const products = own.rows.map(({ productName }) => productName ?? '');
  const others = new Set(
    all.flatMap(({ id, name }) => (id === own.id ? [] : [id, name])).filter((name) => name.trim() !== ''),
  );
  // A name that stands in the customer's own name, or in that of a product, tells nothing of another customer.
  const tells = [...others].filter((name) => ![own.name, ...products].some((said) => said.includes(name)));
  expect(tells.length).toBeGreaterThan(1_000);
  expect(tells.filter((name) => text.includes(name))).toEqual([]);
  for (const count of [all.length, rows.length, all.length - 1]) expect(text).not.toContain(written(count));
  expect(text).not.toContain('similar size');

  await page.goBack();
  await settled(page);
  expect(query(page).get('view')).toBeNull();
  const chart = page.getByRole('figure', { name: 'Deployed versus sold' });
  const link = chart.getByRole('link', { name: /^Open customer / }).first();
  const name = (await link.getAttribute('aria-label'))?.replace('Open customer ', '') ?? '';
  await link.focus();
  await page.keyboard.press('Enter');
  await settled(page);
  await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();

  // From what else says a customer's name: a condition, a bar of what lies idle.
  for (const [search, place] of [
    [`?filter=customerTenantId+eq+'${own.id}'`, page.getByRole('list', { name: 'Active filters' })],
    ['?view=opportunities', page.getByRole('figure', { name: 'Where licenses lie idle' })],
  ] as const) {
    await page.goto(`/${search}`);
    await settled(page);
    const there = place.getByRole('link', { name: /^Open customer / }).first();
    const its = (await there.getAttribute('aria-label'))?.replace('Open customer ', '') ?? '';
    await there.click();
    await settled(page);
    await expect(page.getByRole('heading', { level: 2, name: its, exact: true })).toBeVisible();
  }
});

test.describe('of the service alone, on a phone', () => {
  test.use({ loadLimit: 0, viewport: { width: 320, height: 844 }, colorScheme: 'dark' });

  test('a customer’s view says the same, of two days, and an unknown one is said', async ({ page }) => {
    // Every answer is the service's, and there are five pages of them.
    test.slow();
    const all = customersOf(await openWithRows(page, ''));
    const own = someCustomer(all);
    const latest = await page
      .getByText(/^Snapshot of/u)
      .first()
      .innerText();
    const day = new Date(Date.parse(`${/of (\w+ \d+, \d+)/u.exec(latest)?.[1] ?? ''} UTC`) - 30 * 86_400_000);
    await page.goto(
      `/?compare=${day.toISOString().slice(0, 10)}&view=customer&customerTenantId=${own.id.toLowerCase()}`,
    );
    await settled(page);
    await expect(page.getByRole('heading', { level: 2, name: own.name, exact: true })).toBeVisible();
    expect(await figure(page, 'Licenses sold')).toBe(own.sold);
    expect(await figure(page, 'Idle')).toBe(idleOf(own.rows).idle);
    await expect(page.getByRole('group', { name: 'Licenses deployed' })).toContainText(/[+−]\d|unchanged/u);
    await expect(page.getByText(sentenceOf(own, all))).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    // The days of the trend have the room of a finger where the window is wide.
    await page.setViewportSize({ width: 1440, height: 900 });
    await expectAccessible(page);
    // Who gets the sheet reads since when its figures have changed.
    const since = day.toLocaleDateString('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
    expect((await printed(page)).text).toMatch(new RegExp(`Compared with:\\s*${since}`, 'u'));

    await page.goto('/?view=customer&customerTenantId=nobody');
    await settled(page);
    await expect(page.getByRole('status').getByText('No such customer')).toBeVisible();
    await page.getByRole('button', { name: 'Show all customers' }).click();
    await settled(page);
    await expect(page.getByRole('heading', { level: 2, name: 'Overview' })).toBeVisible();

    await page.goto('/?view=customer');
    await settled(page);
    await expect(page.getByRole('alert')).toContainText('no customerTenantId names the customer');
  });
});

test.describe('on paper', () => {
  test.use({ colorScheme: 'dark' });

  test('the overview has its rows with their figures, its bars are filled, and no control is there', async ({
    page,
  }) => {
    await open(page, '?filter=channel+eq+%27reseller%27&groupby=productName&pageSize=50');
    const grid = page.getByRole('grid', { name: 'License deployment' });
    const first = await grid.getByRole('row').nth(1).getByRole('gridcell').allInnerTexts();
    const { text } = await printed(page);
    expect(text).toContain(first.join(' ').replaceAll(/\s+/gu, ' '));
    for (const said of [
      'Licenses sold',
      'Deployed versus sold',
      'Channel is reseller',
      '1 to 50 of',
      page.url(),
    ]) {
      expect(text).toContain(said);
    }
    for (const control of [
      'Copy link',
      'Export',
      'Add filter',
      'Rows per page',
      'Show as table',
      'What are idle licenses worth',
      'Columns',
    ]) {
      expect(text).not.toContain(control);
    }
    await page.emulateMedia({ media: 'print' });
    const table = page.getByRole('table', { name: 'License deployment' });
    await expect(table.getByRole('row')).toHaveCount(51);
    const looks = await page.getByRole('figure', { name: 'Deployed versus sold' }).evaluate((chart) => {
      const filled = [...chart.querySelectorAll('li *')].map((part) => getComputedStyle(part));
      return {
        adjust: [...new Set(filled.map((style) => style.getPropertyValue('print-color-adjust')))],
        grounds: new Set(filled.map(({ backgroundColor }) => backgroundColor)).size,
        text: getComputedStyle(chart).color,
      };
    });
    expect(looks.adjust).toEqual(['exact']);
    // None, what was sold, what is deployed.
    expect(looks.grounds).toBeGreaterThanOrEqual(3);
    // Dark on white, whatever the theme.
    expect(looks.text).toBe('rgb(36, 36, 36)');
    await page.emulateMedia({ media: null });
    await expect(grid).toBeVisible();

    await page.goto('/?pageSize=50&view=anomalies&without=jump');
    await settled(page);
    const anomalies = await printed(page);
    for (const said of ['Over-deployed', '1 to 50 of', 'Snapshot:', page.url()]) {
      expect(anomalies.text).toContain(said);
    }
    for (const control of ['Copy link', 'Compare with Oct', 'Rows per page', 'Add filter']) {
      expect(anomalies.text).not.toContain(control);
    }
    await page.emulateMedia({ media: 'print' });
    const cut = await page
      .getByRole('grid', { name: 'Anomalies' })
      .getByRole('row')
      .evaluateAll((rows) => rows.filter((row) => getComputedStyle(row).breakInside !== 'avoid').length);
    expect(cut).toBe(0);
  });
});
