import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Download, type Page } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { figure, open, settled } from './support/app.ts';
import { couldNotBeHad, findRealPart } from './support/real-parts.ts';
import { test } from './support/test.ts';

/** The rows of a CSV file, as RFC 4180 reads them. */
function parseCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === separator || text.startsWith('\r\n', at)) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (character === separator) continue;
      rows.push([]);
      at += 1;
    } else cell += character;
  }
  return rows.slice(0, -1);
}

/** Exports the view, and gives the file. */
async function exported(page: Page, format: 'CSV' | 'Excel'): Promise<Download> {
  const downloaded = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: format }).click();
  return downloaded;
}

const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path());

const sumOf = (rows: readonly (readonly unknown[])[], at: number): number =>
  rows.reduce((sum, row) => sum + Number(row[at]), 0);

test('a CSV file has every row of the view, and its sums are the page’s', async ({ page }) => {
  await open(page);
  await settled(page);
  const download = await exported(page, 'CSV');
  expect(download.suggestedFilename()).toMatch(/^license-deployment-\d{4}-\d\d-\d\d\.csv$/u);
  const text = (await bytesOf(download)).toString('utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [header = [], ...rows] = parseCsv(text.slice(1), ',');
  expect(header).toEqual([
    'Snapshot',
    'Customer',
    'Customer tenant ID',
    'Product',
    'Product ID',
    'Service',
    'Service code',
    'Channel',
    'Deployed',
    'Sold',
    'Not deployed',
    'Utilization',
  ]);
  expect(rows).toHaveLength(20_000);
  expect(sumOf(rows, 9)).toBe(await figure(page, 'Licenses sold'));
  expect(sumOf(rows, 8)).toBe(await figure(page, 'Licenses deployed'));
  expect(sumOf(rows, 10)).toBe(await figure(page, 'Not deployed'));
  // Demo customers have names that a spreadsheet would run.
  const names = rows.map((row) => row[1] ?? '');
  expect(names.some((name) => name.startsWith("'="))).toBe(true);
  expect(names.filter((name) => /^[=+\-@]/u.test(name))).toEqual([]);
  await expect(page.getByText('20,000 rows exported')).toBeVisible();
});

test('grouped and filtered, the columns are the same, and the chosen separator is remembered', async ({
  page,
}) => {
  await open(page, "?filter=channel+eq+'reseller'&groupby=productName");
  await settled(page);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'Semicolon' }).click();
  await page.keyboard.press('Escape');
  await page.reload();
  await settled(page);
  const text = (await bytesOf(await exported(page, 'CSV'))).toString('utf8');
  const [header = [], ...rows] = parseCsv(text.slice(1), ';');
  expect(header).toHaveLength(12);
  expect(sumOf(rows, 9)).toBe(await figure(page, 'Licenses sold'));
  const sold = rows.map((row) => Number(row[9]));
  expect(sold).toEqual(sold.toSorted((a, b) => b - a));
});

/** What a CSV file has: its header, and its rows by the names of their columns. */
async function csvOf(page: Page): Promise<{
  readonly header: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}> {
  const text = (await bytesOf(await exported(page, 'CSV'))).toString('utf8');
  const [header = [], ...rows] = parseCsv(text.slice(1), ',');
  return {
    header,
    rows: rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? '']))),
  };
}

const total = (rows: readonly Readonly<Record<string, string>>[], name: string): number =>
  rows.reduce((sum, row) => sum + Number(row[name]), 0);

/** The day so many days before the latest snapshot of the demo data, which is yesterday's. */
const dayBefore = (days: number): string =>
  new Date(Date.now() - (days + 1) * 86_400_000).toISOString().slice(0, 10);

test('every view’s file begins with the same columns, and has what the view lists', async ({ page }) => {
  const by = 'groupby=customerTenantId,customerName';
  await open(page, `?${by}&compare=${dayBefore(30)}&without=jump&days=7`);
  const show = async (view: string): Promise<void> => {
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: view }).click();
    await settled(page);
  };
  const compared = await csvOf(page);
  const base = compared.header.slice(0, 12);
  expect(compared.header.slice(12)).toEqual([
    'Compared with',
    'Before',
    'Change',
    'Change %',
    'Deployed before',
    'Change deployed',
  ]);
  const change = total(compared.rows, 'Change');
  expect(total(compared.rows, 'Sold')).toBe(await figure(page, 'Licenses sold'));
  expect(total(compared.rows, 'Sold') - total(compared.rows, 'Before')).toBe(change);
  await expect(page.getByRole('group', { name: 'Licenses sold', exact: true })).toContainText(
    Math.abs(change).toLocaleString('en-US'),
  );

  await show('Opportunities');
  const idle = await csvOf(page);
  const remedy = ['Assign to have none idle', 'Or drop to have none idle'];
  expect(idle.header).toEqual([...base, 'Idle', 'Short', ...remedy]);
  for (const name of remedy) expect(total(idle.rows, name)).toBe(total(idle.rows, 'Idle'));
  const said = page.getByRole('note').filter({ hasText: 'idle licenses' }).first();
  await expect(said).toContainText(total(idle.rows, 'Idle').toLocaleString('en-US'));

  await show('Anomalies');
  const odd = await csvOf(page);
  const added = ['Kind', 'Licenses', 'Why', 'Compared with', 'Before', 'Deployed before'];
  expect(odd.header).toEqual([...base, ...added]);
  const grid = page.getByRole('grid', { name: 'Anomalies' });
  await expect(grid).toHaveAttribute('aria-rowcount', String(odd.rows.length + 1));
  await expect(grid.getByRole('row').nth(1)).toContainText(odd.rows[0]?.['Why'] ?? 'nothing');

  await show('Trend');
  const trend = await csvOf(page);
  expect(trend.header).toEqual(base);
  expect(trend.rows.map((row) => row['Snapshot'])).toEqual([6, 5, 4, 3, 2, 1, 0].map(dayBefore));
  expect(Number(trend.rows.at(-1)?.['Sold'])).toBe(total(compared.rows, 'Sold'));

  // Split, of what lies idle on the loaded day.
  await page.goto('/?view=trend&days=2&groupby=productName&measure=idle');
  await settled(page);
  const split = await csvOf(page);
  expect(split.header).toEqual([...base, 'Idle', 'Short']);
  const latest = split.rows.filter((row) => row['Snapshot'] === dayBefore(0));
  expect(latest).toHaveLength(6);
  expect(latest.at(-1)?.['Product']).toMatch(/^Other \(\d+\)$/u);
  expect(total(latest, 'Sold')).toBe(total(compared.rows, 'Sold'));
  expect(total(latest, 'Idle')).toBe(total(idle.rows, 'Idle'));
});

test('an Excel file has typed columns, and a sheet that says what they are of', async ({ page }) => {
  await open(page, '?groupby=customerTenantId,customerName');
  await settled(page);
  const bytes = await bytesOf(await exported(page, 'Excel'));
  const { sheets } = await readXlsx(bytes);
  const [header = [], ...rows] = sheets[0]?.rows ?? [];
  expect(header[9]).toBe('Sold');
  expect(rows.every((row) => row[0] instanceof Date && typeof row[9] === 'number')).toBe(true);
  expect(sumOf(rows, 9)).toBe(await figure(page, 'Licenses sold'));
  const about = new Map(sheets[1]?.rows.map(([name, value]) => [name, value]));
  expect(about.get('Link')).toBe(page.url());
  expect(about.get('View')).toBe('Overview');

  // The rows of a customer's sheet are by product: each also says whose it is.
  await page.getByRole('grid').getByRole('link').first().click();
  await settled(page);
  const name = await page.getByRole('heading', { level: 2 }).first().innerText();
  const own = await csvOf(page);
  expect(own.rows.length).toBeGreaterThan(0);
  expect(new Set(own.rows.map(({ Customer }) => Customer))).toEqual(new Set([name]));
  const tenants = new Set(own.rows.map((row) => row['Customer tenant ID']));
  expect([...tenants]).toEqual([new URL(page.url()).searchParams.get('customerTenantId')]);
});

test.describe('in LibreOffice', () => {
  const office = findRealPart('LibreOffice');
  test.skip(office === undefined, couldNotBeHad('LibreOffice'));

  /** The rows of a file's first sheet, as LibreOffice reads and shows them. `asRead`: how it is told to read. */
  async function readBy(bytes: Buffer, name: string, asRead: readonly string[] = []): Promise<string[][]> {
    const folder = mkdtempSync(join(tmpdir(), 'office-'));
    try {
      writeFileSync(join(folder, name), bytes);
      await promisify(execFile)(office ?? '', [
        // A profile of its own, so that nobody's settings count.
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        ...asRead,
        '--convert-to',
        // Commas, quotes, UTF-8, from the first line on.
        'csv:Text - txt - csv (StarCalc):44,34,76,1',
        '--outdir',
        join(folder, 'read'),
        join(folder, name),
      ]);
      const text = await readFile(join(folder, 'read', name.replace(/\.\w+$/u, '.csv')), 'utf8');
      return parseCsv(text.replaceAll(/(?<!\r)\n/gu, '\r\n'), ',');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  const number = (text = ''): number => Number(text.replaceAll(',', ''));

  test('both files open with the page’s sums, and names are what they were', async ({ page }) => {
    test.setTimeout(90_000);
    await open(page, '?groupby=customerTenantId,customerName');
    const csv = await readBy(
      await bytesOf(await exported(page, 'CSV')),
      'rows.csv',
      // As a person chooses it in the dialog: commas, quotes, UTF-8, from the first line on.
      ['--infilter=CSV:44,34,76,1'],
    );
    const excel = await readBy(await bytesOf(await exported(page, 'Excel')), 'rows.xlsx');
    for (const [header = [], ...rows] of [csv, excel]) {
      expect(header).toHaveLength(12);
      const sum = (name: string): number =>
        rows.reduce((all, row) => all + number(row[header.indexOf(name)]), 0);
      expect(sum('Sold')).toBe(await figure(page, 'Licenses sold'));
      expect(sum('Deployed')).toBe(await figure(page, 'Licenses deployed'));
      expect(sum('Not deployed')).toBe(await figure(page, 'Not deployed'));
    }
    const names = excel.slice(1).map((row) => row[1] ?? '');
    // What a spreadsheet would run is a text; of a CSV file it has an apostrophe before it.
    expect(names.some((name) => name.startsWith('='))).toBe(true);
    expect(csv.slice(1).map((row) => row[1] ?? '')).toEqual(
      names.map((name) => (/^[=+\-@\t\r]/u.test(name) ? `'${name}` : name)),
    );
  });
});
