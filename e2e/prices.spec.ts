import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { microsoftSheet } from '#features/prices/microsoft.fixture.ts';
import { openWithRows, type SentRow } from './support/all-rows.ts';
import { figure, open, query, settled, signIn } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { test } from './support/test.ts';

/** A row of the demo data, of which none is without a name or an id. */
type Row = { readonly [N in keyof SentRow]: NonNullable<SentRow[N]> };

/** What a product costs a year; null: the list does not have it. */
function yearOf(name: string): number | null {
  return name.length % 5 === 0 ? null : name.length * 12;
}

/** A sheet of Microsoft's shape with three prices for each product, names in other letter case and with other spaces. */
function sheetOf(rows: readonly Row[]): string {
  const names = [...new Set(rows.map(({ productName }) => productName))];
  return microsoftSheet(
    names.flatMap((name, at) => {
      const year = yearOf(name);
      if (year === null) return [];
      const product = {
        ProductTitle: name,
        ProductId: `CFQ7TTC0${at}`,
        SkuTitle: ` ${name.toUpperCase().replaceAll(' ', '  ')}`,
      };
      const priced = (ERP: number) => ({ UnitPrice: String(ERP * 0.8), 'ERP Price': ERP.toFixed(2) });
      return [
        { ...product, TermDuration: 'P1M', BillingPlan: 'Monthly', ...priced((year / 12) * 1.2) },
        { ...product, TermDuration: 'P1Y', BillingPlan: 'Annual', ...priced(year) },
        { ...product, TermDuration: 'P1Y', BillingPlan: 'Monthly', ...priced(year * 1.05) },
      ];
    }),
  );
}

type Worth = { idle: number; priced: number; value: number };

/** What the rows of each customer have idle, and what that is worth a month. */
function worthByCustomer(rows: readonly Row[]): ReadonlyMap<string, Worth> {
  const pairs = new Map<string, { row: Row; left: number }>();
  for (const row of rows) {
    const pair = `${row.customerTenantId} ${row.productId}`.toLowerCase();
    const left = (pairs.get(pair)?.left ?? 0) + row.licensesSold - row.licensesDeployed;
    pairs.set(pair, { row, left });
  }
  const customers = new Map<string, Worth>();
  for (const { row, left } of pairs.values()) {
    const worth = customers.get(row.customerTenantId) ?? { idle: 0, priced: 0, value: 0 };
    const year = yearOf(row.productName);
    const idle = Math.max(0, left);
    worth.idle += idle;
    if (year !== null) {
      worth.priced += idle;
      worth.value += (idle * year) / 12;
    }
    customers.set(row.customerTenantId, worth);
  }
  return customers;
}

test('a price sheet of Microsoft’s shape gives what is idle a value: figure, column, order and export', async ({
  page,
  browser,
  origin,
}) => {
  // One journey, in two browsers: more than the usual time has room for on a busy machine.
  test.setTimeout(120_000);
  const rows = (await openWithRows(page, '')) as readonly Row[];
  const worth = worthByCustomer(rows);
  const sum = (figureOf: (each: Worth) => number): number =>
    [...worth.values()].reduce((all, each) => all + figureOf(each), 0);

  // Without prices there is one offer.
  await expect(page.getByRole('group', { name: 'Idle value' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Prices', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Prices' });
  await dialog.getByLabel('Price list').setInputFiles({
    name: 'sheet.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(sheetOf(rows)),
  });
  // Several prices of one product are asked about.
  await dialog.getByLabel('Price column').selectOption('ERP Price');
  await expect(dialog.getByText(/have several prices/u)).toBeVisible();
  await dialog.getByLabel('Term').selectOption('12 months (P1Y)');
  await dialog.getByLabel('Billing').selectOption('Annual');
  await expect(dialog.getByText(/have several prices/u)).toHaveCount(0);
  await expect(dialog.getByLabel('Currency')).toHaveValue('EUR');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await settled(page);

  expect(await figure(page, 'Idle value')).toBe(Math.round(sum(({ value }) => value)));
  const share = sum(({ priced }) => priced) / sum(({ idle }) => idle);
  await expect(page.getByRole('group', { name: 'Idle value' })).toContainText(
    `priced: ${(100 * share).toFixed(1)}% of ${sum(({ idle }) => idle).toLocaleString('en-US')} idle licenses`,
  );

  // Opportunities are in its order.
  await page.getByRole('link', { name: 'Opportunities' }).click();
  await settled(page);
  const grid = page.getByRole('grid', { name: 'Opportunities' });
  await expect(grid.getByRole('columnheader', { name: 'Idle value' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  const [most] = [...worth].toSorted(([, a], [, b]) => b.value - a.value);
  await expect(grid.getByRole('row').nth(1)).toContainText(most?.[0] ?? 'nobody');
  const chart = page.getByRole('figure', { name: 'Where licenses lie idle' });
  await expect(chart).toContainText(`By value. Priced: ${(100 * share).toFixed(1)}% of`);
  const bar = chart.getByRole('button', { name: /^Filter by / }).first();
  await expect(bar).toHaveAccessibleName(/€[\d,.]+ a month, up to here [\d.]+%$/u);
  expect(page.url()).not.toMatch(/EUR|ERP|sheet/u);

  const downloaded = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Excel' }).click();
  const { sheets } = await readXlsx(await readFile(await (await downloaded).path()));
  const [header = [], ...exported] = sheets[0]?.rows ?? [];
  const at = header.indexOf('Idle value (EUR a month)');
  const value = exported.reduce((all, row) => all + Number(row[at] ?? 0), 0);
  expect(value).toBeCloseTo(
    sum((each) => (each.idle > 0 ? each.value : 0)),
    2,
  );
  expect(sheets[1]?.rows.flat().join(' ')).toMatch(/sheet\.csv, ERP Price, P1Y, Annual/u);

  // What is typed counts before the list; what is no price is said to be none, and stays to be mended.
  await page.getByRole('button', { name: 'Prices', exact: true }).click();
  const first = dialog.getByRole('group', { name: 'Prices a month, typed in' }).getByRole('textbox').first();
  await first.fill('free');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(dialog.getByRole('alert')).toContainText('no price');
  await expect(first).toHaveValue('free');
  await first.fill('0,00');
  const before = await figure(page, 'Idle value');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await settled(page);
  expect(await figure(page, 'Idle value')).toBeLessThan(before);

  // Whoever gets the link has no prices: that the order does not apply is said.
  await grid.getByRole('columnheader', { name: 'Customer', exact: true }).click();
  await settled(page);
  const link = new URL(page.url());
  link.searchParams.set('sort', 'idleValue desc');
  const elsewhere = await browser.newContext({ baseURL: origin });
  const other = await elsewhere.newPage();
  await open(other, link.search);
  await expect(other.getByRole('note').filter({ hasText: 'needs prices of your own' })).toBeVisible();
  await expect(other.getByRole('columnheader', { name: 'Idle value' })).toHaveCount(0);
  expect(query(other).get('sort')).toBe('idleValue desc');
  await elsewhere.close();

  // They outlive a reload, and end at sign-out.
  await page.reload();
  await settled(page);
  await expect(page.getByRole('group', { name: 'Idle value' })).toBeVisible();
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await signIn(page);
  await expect(page.getByRole('button', { name: 'Prices', exact: true })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Idle value' })).toHaveCount(0);
});
