import { expect, type APIRequestContext, type Locator, type Page } from '@playwright/test';
import { cells, figure, open, query, settled } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { test } from './support/test.ts';

const PATH = '/v1/analytics/commercial/deployment/license/';
const DAY = 86_400_000;
/** Days before the latest snapshot of which the demo data has none, with the nearest one before that it has. */
const WITHOUT_DATA = { days: 37, nearest: 39 } as const;

type Row = {
  readonly processedDateTime: string;
  readonly customerTenantId: string;
  readonly customerName: string;
  readonly productId: string;
  readonly productName: string;
  readonly serviceCode: string;
  readonly serviceName: string;
  readonly channel: string;
  readonly licensesDeployed: number;
  readonly licensesSold: number;
};

/** What some rows sum up to. */
type Sums = { readonly sold: number; readonly deployed: number; readonly customers: number };

/** The rows of both days, as the endpoint itself gives them. */
type Both = { readonly before: readonly Row[]; readonly after: readonly Row[]; readonly day: string };

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'License deployment' });
const pages = (page: Page): Locator => page.getByRole('navigation', { name: 'Pages' });
const compareWith = (page: Page): Locator => page.getByRole('combobox', { name: 'Compare with' });
const group = (page: Page, name: string): Locator => page.getByRole('group', { name, exact: true });
const said = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('status').filter({ hasText: text });

/** The days are those of the demo data, which ends the day before the test runs. */
const daysBack = (days: number): string =>
  new Date(Date.now() - (days + 1) * DAY).toISOString().slice(0, 'YYYY-MM-DD'.length);

const written = (day: string): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

const count = (value: number): string => value.toLocaleString('en-US').replace('-', '−');
const change = (value: number): string => (value > 0 ? `+${count(value)}` : count(value));
const points = (value: number): string => {
  const rounded = Math.abs(value).toFixed(1);
  if (Number(rounded) === 0) return '0.0 pt';
  return `${value > 0 ? '+' : '−'}${rounded} pt`;
};

async function allRows(
  request: APIRequestContext,
  headers: Record<string, string>,
  day: string,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let skip = 0; ; skip += 10_000) {
    const response = await request.get(`${PATH}?processedDateTime=${day}&skip=${skip}`, { headers });
    const body = (await response.json()) as { Value: Row[]; '@nextLink': string | null };
    rows.push(...body.Value);
    if (body['@nextLink'] === null) return rows;
  }
}

/** Opens a view that is compared with a day, and asks the endpoint for the rows of both, beside the page. */
async function openCompared(
  page: Page,
  request: APIRequestContext,
  search: string,
  days = 30,
): Promise<Both> {
  const day = daysBack(days);
  const asked = page.waitForRequest((sent) => sent.url().includes(PATH));
  await open(page, `?compare=${day}${search === '' ? '' : `&${search}`}`);
  const headers = (await asked).headers();
  const [before, after] = [
    await allRows(request, headers, day),
    await allRows(request, headers, daysBack(0)),
  ];
  return { before, after, day };
}

const only = (both: Both, keep: (row: Row) => boolean): Both => ({
  ...both,
  before: both.before.filter(keep),
  after: both.after.filter(keep),
});

function sumsOf(rows: readonly Row[]): Sums {
  return {
    sold: rows.reduce((sum, row) => sum + row.licensesSold, 0),
    deployed: rows.reduce((sum, row) => sum + row.licensesDeployed, 0),
    customers: new Set(rows.map((row) => row.customerTenantId.toLowerCase())).size,
  };
}

type Member = { readonly before: Sums | null; readonly after: Sums | null; readonly change: number };

/** The members of either day by some fields, in lower case, with what each sold. */
function membersOf({ before, after }: Both, keyOf: (row: Row) => string): ReadonlyMap<string, Member> {
  const grouped = (rows: readonly Row[]): ReadonlyMap<string, Sums> => {
    const groups = new Map<string, Row[]>();
    for (const row of rows) {
      const key = keyOf(row).toLowerCase();
      const own = groups.get(key);
      if (own === undefined) groups.set(key, [row]);
      else own.push(row);
    }
    return new Map([...groups].map(([key, own]) => [key, sumsOf(own)]));
  };
  const [then, now] = [grouped(before), grouped(after)];
  return new Map(
    [...new Set([...then.keys(), ...now.keys()])].map((key) => {
      const [was, is] = [then.get(key) ?? null, now.get(key) ?? null];
      return [key, { before: was, after: is, change: (is?.sold ?? 0) - (was?.sold ?? 0) }];
    }),
  );
}

/** Each figure is the later day's, with its change since the earlier one. */
async function expectFigures(page: Page, { before, after }: Both): Promise<void> {
  const [then, now] = [sumsOf(before), sumsOf(after)];
  expect(await figure(page, 'Licenses sold')).toBe(now.sold);
  expect(await figure(page, 'Customers')).toBe(now.customers);
  const changes: Readonly<Record<string, string>> = {
    'Licenses sold': change(now.sold - then.sold),
    'Licenses deployed': change(now.deployed - then.deployed),
    'Not deployed': change(now.sold - now.deployed - (then.sold - then.deployed)),
    Utilization: points(100 * (now.deployed / now.sold - then.deployed / then.sold)),
    Customers: change(now.customers - then.customers),
  };
  for (const [name, text] of Object.entries(changes)) {
    await expect(group(page, name).getByText(text, { exact: true }), name).toBeVisible();
    await expect(group(page, name)).toContainText(/better|worse|unchanged|0\.0 pt/u);
  }
}

/** What some columns say in the rows in sight, from top to bottom. */
async function rowsInSight(page: Page, headings: readonly string[]): Promise<string[][]> {
  const indexes = await Promise.all(
    headings.map((name) =>
      grid(page).getByRole('columnheader', { name, exact: true }).getAttribute('aria-colindex'),
    ),
  );
  return grid(page)
    .getByRole('row')
    .evaluateAll(
      (all, wanted) =>
        all
          .map((row) => ({
            index: Number(row.getAttribute('aria-rowindex')),
            texts: wanted.map(
              (index) =>
                row.querySelector(`[role="gridcell"][aria-colindex="${index}"]`)?.textContent.trim() ?? '',
            ),
          }))
          .filter(({ texts }) => texts.every((text) => text !== ''))
          .toSorted((a, b) => a.index - b.index)
          .map(({ texts }) => texts),
      indexes,
    );
}

const GROUPED_ROWS = [
  'Customer tenant ID',
  'Before',
  'Sold',
  'Change',
  'Change %',
  'Deployed',
  'Change deployed',
];

/** The rows in sight are customers, each with what it was, in the order of the change of sold. */
async function expectCustomers(page: Page, both: Both, descending: boolean): Promise<void> {
  const members = membersOf(both, (row) => row.customerTenantId);
  const shown = await rowsInSight(page, GROUPED_ROWS);
  expect(shown.length).toBeGreaterThan(5);
  for (const [tenant = '', ...figures] of shown) {
    const member = members.get(tenant.toLowerCase());
    const [was, is] = [member?.before ?? null, member?.after ?? null];
    expect(figures, tenant).toEqual([
      was === null ? 'new 0' : count(was.sold),
      is === null ? 'gone 0' : count(is.sold),
      change(member?.change ?? Number.NaN),
      was === null || was.sold === 0
        ? '—'
        : `${points((100 * (member?.change ?? 0)) / was.sold).replace(' pt', '')}%`,
      count(is?.deployed ?? 0),
      change((is?.deployed ?? 0) - (was?.deployed ?? 0)),
    ]);
  }
  const expected = [...members.values()].map((member) => member.change).toSorted((a, b) => a - b);
  if (descending) expected.reverse();
  expect(shown.map((row) => row[3])).toEqual(expected.slice(0, shown.length).map(change));
  await expect(pages(page)).toContainText(`of ${count(members.size)}`);
}

/** Movers are the ten members that moved most, each with its figures. */
async function expectMovers(page: Page, both: Both, keyOf: (row: Row) => string): Promise<void> {
  const members = membersOf(both, keyOf);
  for (const [name, sign] of [
    ['Movers up', 1],
    ['Movers down', -1],
  ] as const) {
    const [header, ...shown] = await cells(page.getByRole('table', { name, exact: true }));
    expect(header?.slice(1)).toEqual(['Before', 'Sold', 'Change']);
    const moved = [...members.values()].map((member) => member.change * sign).filter((each) => each > 0);
    const most = moved.toSorted((a, b) => b - a).slice(0, 10);
    expect(shown.map((row) => row[3])).toEqual(most.map((each) => change(each * sign)));
    for (const [label = '', before, after] of shown) {
      const [, key = '', tag = ''] = /^(.*?)(new|gone)?$/u.exec(label) ?? [];
      const member = members.get(key.toLowerCase());
      expect([before, after, tag], label).toEqual([
        member?.before ? count(member.before.sold) : '—',
        member?.after ? count(member.after.sold) : '—',
        member?.before === null ? 'new' : member?.after === null ? 'gone' : '',
      ]);
    }
  }
}

for (const [answering, loadLimit] of [
  ['the service', 0],
  ['the loaded snapshots', null],
] as const) {
  test.describe(`answered by ${answering}`, () => {
    test.use({ loadLimit });

    test('figures, movers and chart say what changed', async ({ page, request }) => {
      const both = await openCompared(page, request, '');
      await expect(said(page, `Compared with ${written(both.day)}`)).toBeVisible();
      await expect(page).toHaveTitle(`compared with ${written(both.day)} · License Lens`);
      await expectFigures(page, both);
      await expectMovers(page, both, (row) => row.productName);

      const chart = page.getByRole('figure', { name: 'Deployed versus sold' });
      await expect(chart).toContainText(`Sold ${written(both.day)}`);
      await chart.getByRole('button', { name: 'Show as table' }).click();
      const [header = [], ...shown] = await cells(chart.getByRole('table'));
      const [before, after] = [header.indexOf('Before'), header.indexOf('Change')];
      const products = membersOf(both, (row) => row.productName);
      const [was, is] = [sumsOf(both.before).sold, sumsOf(both.after).sold];
      for (const row of shown) {
        const [name = ''] = row;
        const product = products.get(name.toLowerCase());
        if (name.startsWith('Total')) {
          expect([row[before], row[after]]).toEqual([count(was), change(is - was)]);
        } else if (!name.startsWith('Other (')) {
          expect([row[before], row[after]], name).toEqual([
            count(product?.before?.sold ?? Number.NaN),
            change(product?.change ?? Number.NaN),
          ]);
        }
      }

      const histogram = page.getByRole('figure', { name: 'Utilization over customers' });
      await expect(histogram).toContainText(`Outlined: customers ${written(both.day)}`);
      await histogram.getByRole('button', { name: 'Show as table' }).click();
      const bands = await cells(histogram.getByRole('table'));
      expect(bands[0]?.slice(-2)).toEqual(['Before', 'Change']);
      const customers = sumsOf(both.before).customers;
      expect(bands.at(-1)?.slice(-2)).toEqual([
        count(customers),
        change(sumsOf(both.after).customers - customers),
      ]);
    });

    test('with a filter, and grouped by customer, by what changed most', async ({ page, request }) => {
      const all = await openCompared(
        page,
        request,
        `filter=channel eq 'reseller'&groupby=customerTenantId,customerName&sort=change desc`,
      );
      const both = only(all, (row) => row.channel.toLowerCase() === 'reseller');
      await expectFigures(page, both);
      await expectCustomers(page, both, true);
      await grid(page).getByRole('columnheader', { name: 'Change', exact: true }).click();
      await settled(page);
      expect(query(page).get('sort')).toBe('change');
      await expectCustomers(page, both, false);
      await page.reload();
      await settled(page);
      await expectFigures(page, both);
      await expectCustomers(page, both, false);
    });

    test('customers that came and went are one click away', async ({ page, request }) => {
      const both = await openCompared(page, request, '');
      const customers = [...membersOf(both, (row) => row.customerTenantId).values()];
      const appeared = customers.filter(({ before }) => before === null).length;
      const vanished = customers.filter(({ after }) => after === null).length;
      expect(Math.min(appeared, vanished)).toBeGreaterThan(0);
      await expect(page.getByRole('button', { name: `${appeared} customers new` })).toBeVisible();
      await page.getByRole('button', { name: `${vanished} customers gone` }).click();
      await settled(page);
      expect(query(page).get('groupby')).toBe('customerTenantId,customerName');
      const gone = await rowsInSight(page, ['Sold', 'Change']);
      expect(gone.filter(([sold]) => sold === 'gone 0')).toHaveLength(Math.min(vanished, gone.length));
      await page.getByRole('button', { name: `${appeared} customers new` }).click();
      await settled(page);
      const came = await rowsInSight(page, ['Before', 'Change']);
      expect(came[0]?.[0]).toBe('new 0');
    });
  });
}

test('with a search, figures and rows of both days follow it', async ({ page, request }) => {
  const all = await openCompared(page, request, 'search=contoso&groupby=customerTenantId,customerName');
  const both = only(all, (row) => `${row.customerName} ${row.productName}`.toLowerCase().includes('contoso'));
  expect(both.after.length).toBeGreaterThan(0);
  await expectFigures(page, both);
  await expect(pages(page)).toContainText(`of ${count(membersOf(both, (row) => row.customerTenantId).size)}`);
});

test('single rows are sums by every field, from all rows of both days', async ({ page, request }) => {
  const both = await openCompared(page, request, 'sort=change desc');
  const keyOf = (row: Row): string =>
    JSON.stringify([
      row.serviceCode,
      row.serviceName,
      row.channel,
      row.customerTenantId,
      row.customerName,
      row.productId,
      row.productName,
    ]);
  const members = membersOf(both, keyOf);
  await expect(pages(page)).toContainText(`of ${count(members.size)}`);
  const most = [...members.values()].map((member) => member.change).toSorted((a, b) => b - a);
  const shown = await rowsInSight(page, ['Change']);
  expect(shown.flat()).toEqual(most.slice(0, shown.length).map(change));
});

test.describe('too many rows for this browser', () => {
  test.use({ loadLimit: 10 });

  test('single rows stay those of the snapshot, and it is said why', async ({ page }) => {
    await open(page, `?compare=${daysBack(30)}`);
    await expect(said(page, 'Single rows can be compared only from all rows of both days.')).toBeVisible();
    await expect(grid(page).getByRole('columnheader', { name: 'Before', exact: true })).toHaveCount(0);
    await expect(group(page, 'Licenses sold')).toContainText(/[+−]\d/u);
    await expectAccessible(page);
  });

  test('a search is compared with nothing that it was not applied to', async ({ page }) => {
    await open(page, `?compare=${daysBack(30)}&search=contoso`);
    await expect(said(page, 'What a search finds can be compared only from all rows')).toBeVisible();
    await expect(group(page, 'Licenses sold')).toContainText('not compared');
    await expectAccessible(page);
  });
});

test('a day is chosen from those offered, typed, or given up', async ({ page }) => {
  await open(page);
  await expect(compareWith(page)).toHaveValue('None');
  await compareWith(page).click();
  await page.getByRole('option', { name: written(daysBack(7)) }).click();
  await settled(page);
  expect(query(page).get('compare')).toBe(daysBack(7));
  await expect(group(page, 'Customers')).toContainText(/better|worse|unchanged/u);
  await expectAccessible(page);
  await compareWith(page).fill(daysBack(60));
  await compareWith(page).press('Enter');
  await settled(page);
  expect(query(page).get('compare')).toBe(daysBack(60));
  await page.goBack();
  await settled(page);
  await expect(compareWith(page)).toHaveValue(written(daysBack(7)));
  await compareWith(page).click();
  await page.getByRole('option', { name: 'None' }).click();
  await settled(page);
  expect(query(page).has('compare')).toBe(false);
  await expect(group(page, 'Customers')).not.toContainText(/better|worse|unchanged/u);
  await expect(page.getByRole('table', { name: 'Movers up' })).toHaveCount(0);
});

test('what the figures are compared with is named; opportunities, those of one snapshot, are not compared', async ({
  page,
}) => {
  await open(page, `?compare=${daysBack(30)}`);
  await page.getByText('About these figures').click();
  await expect(page.getByText('Compared with (processedDateTime)')).toBeVisible();
  await expect(page.getByRole('definition').nth(1)).toContainText(daysBack(30));
  await page.getByRole('link', { name: 'Opportunities' }).click();
  await settled(page);
  await expect(compareWith(page)).toHaveCount(0);
  await page.goBack();
  await settled(page);
  await expect(compareWith(page)).toHaveValue(written(daysBack(30)));
});

test('a mover leads to its licenses', async ({ page }) => {
  await open(page, `?compare=${daysBack(30)}`);
  const first = page.getByRole('table', { name: 'Movers up' }).getByRole('rowheader').first();
  const product = await first.getByRole('link').innerText();
  await first.getByRole('link').click();
  await settled(page);
  expect(query(page).get('filter')).toBe(`productName eq '${product.replaceAll("'", "''")}'`);
});

test('a day without data says so, offers the nearest earlier one, and keeps the rest', async ({ page }) => {
  const [asked, nearest] = [daysBack(WITHOUT_DATA.days), daysBack(WITHOUT_DATA.nearest)];
  await open(page, `?compare=${asked}`);
  const note = said(page, `no snapshot of ${written(asked)}`);
  await expect(note).toContainText(`nearest earlier day with data is ${written(nearest)}`);
  await expect(group(page, 'Licenses sold')).toContainText('not compared');
  expect(await figure(page, 'Licenses sold')).toBeGreaterThan(0);
  await expect(grid(page)).toBeVisible();
  await expectAccessible(page);
  await note.getByRole('button', { name: `Compare with ${written(nearest)}` }).click();
  await settled(page);
  expect(query(page).get('compare')).toBe(nearest);
  await expect(group(page, 'Licenses sold')).toContainText(/[+−]\d/u);
});

test('the day that is shown is not compared with itself, and a later one is exchanged for it', async ({
  page,
}) => {
  await open(page, `?compare=${daysBack(0)}`);
  await expect(said(page, `The snapshot of ${written(daysBack(0))} is the one that is shown.`)).toBeVisible();
  await page.goto(`/?processedDateTime=${daysBack(30)}&compare=${daysBack(0)}`);
  await settled(page);
  await page.getByRole('button', { name: 'Exchange the two days' }).click();
  await settled(page);
  expect(query(page).get('processedDateTime')).toBe(daysBack(0));
  expect(query(page).get('compare')).toBe(daysBack(30));
  await expect(group(page, 'Licenses sold')).toContainText(/[+−]\d/u);
});

test.describe('at 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 900 } });

  test('nothing leaves the page', async ({ page }) => {
    await open(page, `?compare=${daysBack(30)}&groupby=channel`);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test.describe(`${colorScheme}, at ${width} pixels`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      test('a comparison breaks no rule', async ({ page }) => {
        await open(page, `?compare=${daysBack(30)}&groupby=channel`);
        await expectAccessible(page);
      });
    });
  }
}
