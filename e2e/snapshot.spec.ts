import { expect, type APIRequestContext, type Locator, type Page } from '@playwright/test';
import { cells, figure, open, query, settled, signIn } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { BOTH, test } from './support/test.ts';

const PATH = '/v1/analytics/commercial/deployment/license/';

type Row = {
  readonly channel: string | null;
  readonly customerName: string | null;
  readonly productName: string | null;
  readonly serviceName: string | null;
  readonly licensesDeployed: number;
  readonly licensesSold: number;
};

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'License deployment' });
const pages = (page: Page): Locator => page.getByRole('navigation', { name: 'Pages' });
const searchBox = (page: Page): Locator =>
  page.getByRole('searchbox', { name: 'Search customers and products' });
const status = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('status').filter({ hasText: text });
const allLoaded = (page: Page): Locator => status(page, 'All 20,000 rows');

/** The addresses of all requests to the endpoint from now on, in order. */
function dataRequests(page: Page): URL[] {
  const requests: URL[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.pathname.startsWith('/v1/')) requests.push(url);
  });
  return requests;
}

/** Those of them that fetch the snapshot itself: rows, as many as a response may have. */
function ofSnapshotPages(requests: readonly URL[]): URL[] {
  return requests.filter(
    ({ searchParams }) => searchParams.get('top') === '10000' && !searchParams.has('groupby'),
  );
}

/** Every row of the endpoint, asked for beside the page, with the token of the page's own first request. */
async function openWithRows(page: Page, request: APIRequestContext, search = ''): Promise<Row[]> {
  const asked = page.waitForRequest((sent) => sent.url().includes(PATH));
  await open(page, search);
  const headers = (await asked).headers();
  const rows: Row[] = [];
  for (let skip = 0; ; skip += 10_000) {
    // With all the headers that the page itself sends: a strict service wants them.
    const response = await request.get(`${PATH}?skip=${skip}`, { headers });
    const body = (await response.json()) as { Value: Row[]; '@nextLink': string | null };
    rows.push(...body.Value);
    if (body['@nextLink'] === null) return rows;
  }
}

const soldOf = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + row.licensesSold, 0);
const deployedOf = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + row.licensesDeployed, 0);

/** What the page shows of these rows in figures and under the grid is what they sum up to. */
async function expectFigures(page: Page, rows: readonly Row[]): Promise<void> {
  const [sold, deployed] = [soldOf(rows), deployedOf(rows)];
  expect(await figure(page, 'Licenses sold')).toBe(sold);
  expect(await figure(page, 'Licenses deployed')).toBe(deployed);
  expect(await figure(page, 'Not deployed')).toBe(sold - deployed);
  expect(await figure(page, 'Utilization')).toBeCloseTo((deployed / sold) * 100, 1);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(rows.length + 1));
  await expect(pages(page)).toContainText(`of ${rows.length.toLocaleString('en-US')}`);
}

const count = (text = ''): number => Number(text.replaceAll(',', '').replace('−', '-'));

/** The chart, as a table, has the members of a field with their sums, and the sum of all. */
async function expectChart(
  page: Page,
  rows: readonly Row[],
  field: 'channel' | 'productName' | 'serviceName',
): Promise<void> {
  const chart = page.getByRole('figure', { name: 'Deployed versus sold' });
  const [header = [], ...shown] = await cells(chart.getByRole('table'));
  const [sold, deployed] = [header.indexOf('Sold'), header.indexOf('Deployed')];
  const total = shown.find(([name]) => name?.startsWith('Total'));
  expect([count(total?.[sold]), count(total?.[deployed])]).toEqual([soldOf(rows), deployedOf(rows)]);
  const members = shown.filter(([name]) => !/^(?:Total|Other)/u.test(name ?? ''));
  expect(members.length).toBeGreaterThan(1);
  for (const member of members) {
    const own = rows.filter((row) => row[field] === member[0]);
    expect([count(member[sold]), count(member[deployed])], member[0]).toEqual([soldOf(own), deployedOf(own)]);
  }
  // Nobody left out sells more than the last one shown.
  const least = count(members.at(-1)?.[sold]);
  const names = new Set(members.map(([name]) => name));
  for (const name of new Set(rows.map((row) => row[field]))) {
    if (!names.has(name ?? ''))
      expect(soldOf(rows.filter((row) => row[field] === name))).toBeLessThanOrEqual(least);
  }
}

/** What some columns say in the first rows in sight, from top to bottom. */
async function firstRows(page: Page, headings: readonly string[], most = 12): Promise<string[][]> {
  const indexes = await Promise.all(
    headings.map(async (heading) => (await header(page, heading).getAttribute('aria-colindex')) ?? ''),
  );
  // In the order of the numbers that assistive technology reads, whichever element came first.
  const rows = await grid(page)
    .getByRole('row')
    .evaluateAll(
      (all, wanted) =>
        all
          .map((row) => ({
            place: Number(row.getAttribute('aria-rowindex')),
            texts: wanted.map(
              (index) =>
                row.querySelector(`[role="gridcell"][aria-colindex="${index}"]`)?.textContent.trim() ?? '',
            ),
          }))
          .filter(({ place }) => place > 1)
          .toSorted((a, b) => a.place - b.place)
          .map(({ texts }) => texts),
      indexes,
    );
  return rows.slice(0, most);
}

const header = (page: Page, name: string): Locator =>
  grid(page).getByRole('columnheader', { name, exact: true });

/** Utilization as a number to order by; what nothing was sold of has none and is last. */
const utilization = ({
  licensesDeployed,
  licensesSold,
}: Pick<Row, 'licensesDeployed' | 'licensesSold'>): number =>
  licensesSold === 0 ? Number.NEGATIVE_INFINITY : licensesDeployed / licensesSold;

const percent = new Intl.NumberFormat('en-US', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

async function openDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Rows in this browser' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rows in this browser' });
  await dialog.waitFor();
  return dialog;
}

test(
  'the snapshot loads behind the first figures, and says how far it is',
  { tag: BOTH },
  async ({ page, provoke }) => {
    const requests = dataRequests(page);
    await page.goto('/');
    await page.getByRole('button', { name: 'Sign in' }).click();
    // Late enough for a person to see it; the first questions are late too.
    await provoke([{ delay: 1_000 }]);
    await page.getByRole('button', { name: 'Admin agent' }).click();
    const progress = page.getByRole('progressbar', { name: 'Loading licenses' });
    await expect(progress).toHaveAttribute('aria-valuemax', '20000');
    await expect(status(page, / of 20,000 rows$/u)).toBeVisible();
    const sold = await figure(page, 'Licenses sold');
    await settled(page);
    await expect(allLoaded(page)).toBeVisible();
    await expect(progress).toHaveCount(0);
    expect(await figure(page, 'Licenses sold')).toBe(sold);
    expect(ofSnapshotPages(requests).length).toBe(2);
    const grouped = requests.findIndex(({ searchParams }) => searchParams.has('groupby'));
    const [firstPage] = ofSnapshotPages(requests);
    expect(grouped).toBeGreaterThanOrEqual(0);
    expect(firstPage && requests.indexOf(firstPage)).toBeGreaterThan(grouped);
    await expectAccessible(page);
  },
);

test(
  'from then on nothing is asked of the service, and every figure is the sum of the rows',
  { tag: BOTH },
  async ({ page, request }) => {
    test.slow();
    const rows = await openWithRows(page, request);
    await expect(allLoaded(page)).toBeVisible();
    const requests = dataRequests(page);
    const chart = page.getByRole('figure', { name: 'Deployed versus sold' });
    await chart.getByRole('button', { name: 'Show as table' }).click();
    await settled(page);
    await expectFigures(page, rows);
    await expectChart(page, rows, 'productName');

    await test.step('sorting', async () => {
      await header(page, 'Utilization').click();
      await settled(page);
      expect(query(page).get('sort')).toBe('utilization desc');
      const highest = rows.toSorted((a, b) => utilization(b) - utilization(a)).slice(0, 12);
      expect(await firstRows(page, ['Utilization'])).toEqual(
        highest.map((row) => [percent.format(utilization(row))]),
      );
      await header(page, 'Sold').click();
      await settled(page);
      await header(page, 'Deployed').click({ modifiers: ['Shift'] });
      await settled(page);
      expect(query(page).get('sort')).toBe('licensesSold desc,licensesDeployed desc');
      const most = rows
        .toSorted((a, b) => b.licensesSold - a.licensesSold || b.licensesDeployed - a.licensesDeployed)
        .map((row) =>
          [row.licensesSold, row.licensesDeployed].map((number) => number.toLocaleString('en-US')),
        );
      expect(await firstRows(page, ['Sold', 'Deployed'])).toEqual(most.slice(0, 12));
      await pages(page).getByRole('button', { name: 'Last page' }).click();
      await settled(page);
      await expect(pages(page)).toContainText('19,901 to 20,000 of 20,000');
      expect(await firstRows(page, ['Sold', 'Deployed'])).toEqual(most.slice(19_900, 19_912));
    });

    await test.step('a filter by the dialog', async () => {
      await page.getByRole('button', { name: 'Add filter' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add filter' });
      await dialog.getByRole('combobox', { name: 'Field' }).click();
      await page.getByRole('option', { name: 'Product', exact: true }).click();
      await dialog.getByRole('combobox', { name: 'Operator' }).click();
      await page.getByRole('option', { name: 'is not', exact: true }).click();
      await dialog.getByRole('combobox', { name: 'Values' }).fill('365 business prem');
      await page
        .getByRole('option', { name: /^Microsoft 365 Business Premium/u })
        .first()
        .click();
      await dialog.getByRole('button', { name: 'Apply' }).click();
      await settled(page);
      const filter = query(page).get('filter') ?? '';
      const without = /^productName ne '(.+)'$/u.exec(filter)?.[1];
      const kept = rows.filter((row) => row.productName !== without);
      expect(kept.length).toBeLessThan(rows.length);
      await expectFigures(page, kept);
      await expectChart(page, kept, 'productName');
      await page.getByRole('button', { name: 'Clear filters' }).click();
      await settled(page);
    });

    await test.step('another chart', async () => {
      const choose = async (list: string, option: string): Promise<void> => {
        await chart.getByRole('combobox', { name: list }).click();
        await page.getByRole('option', { name: option, exact: true }).click();
        await settled(page);
      };
      await choose('Show by', 'Channel');
      await expectChart(page, rows, 'channel');
      await choose('Rank by', 'Deployed');
      expect(query(page).get('measure')).toBe('licensesDeployed');
      await choose('Rank by', 'Sold');
      await choose('Show by', 'Product');
      await expectChart(page, rows, 'productName');
    });

    await test.step('a search', async () => {
      await searchBox(page).fill('ltd');
      await settled(page);
      const found = rows.filter((row) => /ltd/iu.test(`${row.customerName ?? ''}\n${row.productName ?? ''}`));
      expect(found.length).toBeGreaterThan(100);
      await expectFigures(page, found);
      await expectChart(page, found, 'productName');
      await page.getByRole('button', { name: 'Clear search' }).click();
      await settled(page);
    });

    await test.step('grouping by two fields', async () => {
      await page.getByRole('combobox', { name: 'Group by' }).click();
      await page.getByRole('option', { name: 'Channel', exact: true }).click();
      await page.getByRole('option', { name: 'Service', exact: true }).click();
      await page.keyboard.press('Escape');
      await settled(page);
      expect(query(page).get('groupby')).toBe('channel,serviceName');
      const members = new Map<string, Row[]>();
      for (const row of rows) {
        const key = JSON.stringify([row.channel, row.serviceName]);
        const own = members.get(key);
        if (own === undefined) members.set(key, [row]);
        else own.push(row);
      }
      const groups = [...members.values()].map((own) => [soldOf(own), deployedOf(own)]);
      await expect(grid(page)).toHaveAttribute('aria-rowcount', String(groups.length + 1));
      expect(query(page).get('sort'), 'the order stays').toBe('licensesSold desc,licensesDeployed desc');
      const most = groups.toSorted((a, b) => (b[0] ?? 0) - (a[0] ?? 0) || (b[1] ?? 0) - (a[1] ?? 0));
      const written = most.map((sums) => sums.map((sum) => sum.toLocaleString('en-US')));
      expect(await firstRows(page, ['Sold', 'Deployed'])).toEqual(written.slice(0, 12));
      expect(await figure(page, 'Licenses sold')).toBe(soldOf(rows));
    });

    expect(requests.map(String)).toEqual([]);
  },
);

test('who is faster than the answers loses nothing', async ({ page, request }) => {
  await openWithRows(page, request);
  const bar = page
    .getByRole('figure', { name: 'Deployed versus sold' })
    .getByRole('button', { name: /^Filter by/u })
    .first();
  const product = await bar.innerText();
  const next = await pages(page).getByRole('button', { name: 'Next page' }).elementHandle();
  // Both before anything can have been answered.
  await bar.evaluate((button: HTMLElement, other) => {
    button.click();
    if (other instanceof HTMLElement) other.click();
  }, next);
  await settled(page);
  expect(query(page).get('filter')).toBe(`productName eq '${product}'`);
  expect(query(page).get('page')).toBe('2');
  expect(new Set((await firstRows(page, ['Product'])).flat())).toEqual(new Set([product]));
  await page.goBack();
  await settled(page);
  expect(query(page).has('page')).toBe(false);
  expect(query(page).has('filter')).toBe(true);
});

test.describe('search', () => {
  test('finds parts of names whatever their case and accents, every word, and is one step of the history', async ({
    page,
    request,
  }) => {
    const rows = await openWithRows(page, request);
    const plain = (text: string | null): string =>
      (text ?? '').normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    const found = (...words: string[]): Row[] =>
      rows.filter((row) =>
        words.every((word) => [row.customerName, row.productName].some((name) => plain(name).includes(word))),
      );

    const steps = await page.evaluate(() => history.length);
    await searchBox(page).click();
    await page.keyboard.type('MULLER premium');
    await settled(page);
    expect(query(page).get('search')).toBe('MULLER premium');
    const both = found('muller', 'premium');
    expect(both.length).toBeGreaterThan(3);
    expect(both.length).toBeLessThan(found('muller').length);
    await expectFigures(page, both);
    for (const [customer = '', product = ''] of await firstRows(page, ['Customer', 'Product'])) {
      expect(plain(customer)).toContain('muller');
      expect(plain(product)).toContain('premium');
    }
    expect(await page.evaluate(() => history.length)).toBe(steps + 1);
    await expectAccessible(page);

    await page.goBack();
    await settled(page);
    expect(query(page).has('search')).toBe(false);
    await expect(searchBox(page)).toHaveValue('');
    await expectFigures(page, rows);
    await page.goForward();
    await settled(page);
    await expect(searchBox(page)).toHaveValue('MULLER premium');
    await expectFigures(page, both);

    await page.reload();
    await settled(page);
    await expect(allLoaded(page)).toBeVisible();
    await expect(searchBox(page)).toHaveValue('MULLER premium');
    await expect(page.getByRole('note')).toHaveCount(0);
    await expectFigures(page, both);

    await searchBox(page).fill('  cafe   zürich ');
    await settled(page);
    const cafes = found('cafe', 'zurich');
    // Written with accents that stand alone, and with such that do not.
    expect(new Set(cafes.map(({ customerName }) => customerName)).size).toBeGreaterThan(1);
    await expectFigures(page, cafes);

    await searchBox(page).fill('no such name anywhere');
    await settled(page);
    expect(await figure(page, 'Licenses sold')).toBe(0);
    await searchBox(page).press('Escape');
    await settled(page);
    await expectFigures(page, rows);
  });

  test.describe('without the rows', () => {
    test.use({ loadLimit: 0 });

    test('says that it is not applied, until they may come', { tag: BOTH }, async ({ page, request }) => {
      const rows = await openWithRows(page, request, '?search=ltd');
      const note = page.getByRole('note').filter({ hasText: 'The search for “ltd” is not applied yet' });
      await expect(note).toBeVisible();
      await expect(searchBox(page)).toHaveValue('ltd');
      await expectFigures(page, rows);
      await expectAccessible(page);

      const dialog = await openDialog(page);
      await dialog.getByRole('textbox', { name: 'Load at most (rows)' }).fill('20,000');
      await dialog.getByRole('button', { name: 'Done' }).click();
      await settled(page);
      await expect(allLoaded(page)).toBeVisible();
      await expect(note).toHaveCount(0);
      await expectFigures(
        page,
        rows.filter((row) => /ltd/iu.test(`${row.customerName ?? ''}\n${row.productName ?? ''}`)),
      );
    });
  });
});

test('a snapshot over the limit is not loaded and says so', async ({ page }) => {
  await open(page);
  const dialog = await openDialog(page);
  const limit = dialog.getByRole('textbox', { name: 'Load at most (rows)' });
  for (const wrong of ['ten', '1.5']) {
    await limit.fill(wrong);
    await expect(limit).toHaveAccessibleDescription(new RegExp(`^“${wrong}” is not a whole number`, 'u'));
    await expect(dialog.getByRole('button', { name: 'Done' })).toBeDisabled();
    await limit.press('Enter');
    await expect(limit).toHaveValue(wrong);
  }
  await limit.fill('10,000');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toHaveCount(0);
  // What is loaded stays.
  await expect(allLoaded(page)).toBeVisible();

  const requests = dataRequests(page);
  await page.reload();
  await settled(page);
  await expect(
    page.getByText('20,000 rows are more than the 10,000 you let into this browser.'),
  ).toBeVisible();
  await expect(allLoaded(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Load/u })).toHaveCount(0);
  expect(await figure(page, 'Licenses sold')).toBeGreaterThan(0);
  expect(ofSnapshotPages(requests)).toEqual([]);

  // Nothing above leads to what the search needs, so nothing says so.
  await page.getByRole('searchbox').fill('ltd');
  await expect(page.getByRole('note').filter({ hasText: '“ltd”' })).toHaveText(
    /It needs all rows, which are more than you let into this browser\.$/u,
  );
});

test.describe('more rows than the service counts', () => {
  test.use({ loadLimit: 15_000 });

  test('end at the limit, calmly, and come when it is raised', { tag: BOTH }, async ({ page, provoke }) => {
    await provoke([{ wrongCount: -19_990, times: 1 }]);
    await open(page);
    await expect(
      status(
        page,
        'There are more rows than the 15,000 you let into this browser. You can change that here:',
      ),
    ).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page.getByRole('progressbar', { name: 'Loading licenses' })).toHaveCount(0);
    expect(await figure(page, 'Licenses sold')).toBeGreaterThan(0);
    await expectAccessible(page);

    const dialog = await openDialog(page);
    await dialog.getByRole('textbox', { name: 'Load at most (rows)' }).fill('20,000');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Load all rows' }).click();
    await settled(page);
    await expect(allLoaded(page)).toBeVisible();
  });
});

test('a snapshot that made room for others comes again where it is looked at', async ({ page }) => {
  test.slow();
  await open(page);
  await expect(allLoaded(page)).toBeVisible();
  const sold = await figure(page, 'Licenses sold');
  for (const days of [100, 130]) {
    const day = new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    const snapshot = page.getByRole('combobox', { name: 'Snapshot' });
    await snapshot.fill(day);
    await snapshot.press('Enter');
    await settled(page);
    await expect(status(page, /^All [\d,]+ rows$/u)).toBeVisible();
  }
  await page.goBack();
  await settled(page);
  await page.goBack();
  await settled(page);
  await expect(allLoaded(page)).toBeVisible();
  expect(await figure(page, 'Licenses sold')).toBe(sold);
});

test.describe('a worker that ends', () => {
  test.use({ expectedConsoleErrors: [/ran out of memory/u] });

  test('in the middle of questions takes nothing with it but the rows', async ({ page, request }) => {
    const rows = await openWithRows(page, request);
    await settled(page);
    await expect(allLoaded(page)).toBeVisible();
    await page.getByRole('button', { name: 'Show as table' }).first().click();
    // Nobody waits for the answers.
    await page.getByRole('combobox', { name: 'Show by' }).click();
    await page.getByRole('option', { name: 'Channel', exact: true }).click();
    await header(page, 'Customer').click();
    await page.workers()[0]?.evaluate(() =>
      setTimeout(() => {
        throw new Error('The worker ran out of memory.');
      }),
    );
    const alert = page.getByRole('alert');
    await expect(alert.getByRole('heading')).toHaveText('The browser gave up on the rows');
    await settled(page);
    // The service answers in its place.
    await expectFigures(page, rows);
    await expectChart(page, rows, 'channel');
    await expectAccessible(page);

    await alert.getByRole('button', { name: 'Try again' }).click();
    await settled(page);
    await expect(allLoaded(page)).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expectFigures(page, rows);
  });
});

test.describe('keeping the rows', () => {
  const keep = (dialog: Locator): Locator =>
    dialog.getByRole('checkbox', { name: 'Keep the rows on this device between visits' });
  const remove = (dialog: Locator): Locator =>
    dialog.getByRole('button', { name: /^Delete stored rows \(\d+\.\d MB\)$/u });

  /** Consents, and waits until the rows are stored. */
  async function consent(page: Page): Promise<void> {
    const dialog = await openDialog(page);
    await expect(keep(dialog)).not.toBeChecked();
    await expect(dialog.getByText('Nothing is stored.')).toBeVisible();
    await keep(dialog).check();
    await expect(remove(dialog)).toBeVisible();
    await expect(dialog.getByRole('alert')).toHaveCount(0);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await settled(page);
  }

  async function expectNothingKept(page: Page): Promise<void> {
    const dialog = await openDialog(page);
    await expect(keep(dialog)).toBeEnabled();
    await expect(keep(dialog)).not.toBeChecked();
    await expect(dialog.getByText('Nothing is stored.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await settled(page);
  }

  /** How many records the browser has in each of the page's stores; a name where it has no such database. */
  async function stored(page: Page): Promise<Readonly<Record<string, number>>> {
    return page.evaluate(async () => {
      const counts: Record<string, number> = {};
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const asked = indexedDB.open(name);
          asked.addEventListener('success', () => resolve(asked.result));
          asked.addEventListener('error', () => reject(new Error(`${name} does not open`)));
        });
        for (const store of database.objectStoreNames) {
          counts[`${name}.${store}`] = await new Promise<number>((resolve, reject) => {
            const asked = database.transaction(store).objectStore(store).count();
            asked.addEventListener('success', () => resolve(asked.result));
            asked.addEventListener('error', () => reject(new Error(`${store} does not count`)));
          });
        }
        database.close();
      }
      return counts;
    });
  }

  /** Everything the browser has in its databases, as text of its bytes: what could be read without a key. */
  async function readable(page: Page): Promise<string> {
    return page.evaluate(async () => {
      const texts: string[] = [];
      const look = (value: unknown): void => {
        if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
          for (const encoding of ['utf-8', 'utf-16le']) texts.push(new TextDecoder(encoding).decode(value));
        } else if (typeof value === 'object' && value !== null) {
          for (const [name, part] of Object.entries(value)) {
            texts.push(name);
            look(part);
          }
        } else texts.push(String(value));
      };
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const asked = indexedDB.open(name);
          asked.addEventListener('success', () => resolve(asked.result));
          asked.addEventListener('error', () => reject(new Error(`${name} does not open`)));
        });
        for (const store of database.objectStoreNames) {
          await new Promise<void>((resolve, reject) => {
            const asked = database.transaction(store).objectStore(store).getAll();
            asked.addEventListener('success', () => {
              look(asked.result);
              resolve();
            });
            asked.addEventListener('error', () => reject(new Error(`${store} is not read`)));
          });
        }
        database.close();
      }
      return texts.join('\n');
    });
  }

  test('with consent: opening again needs no download, and a button deletes them', async ({
    page,
    request,
  }) => {
    const rows = await openWithRows(page, request);
    await consent(page);
    const text = await readable(page);
    expect(text.length).toBeGreaterThan(100_000);
    expect(text).not.toMatch(/Microsoft|Contoso|reseller|GmbH|Avery/u);

    const requests = dataRequests(page);
    await page.reload();
    await settled(page);
    await expect(allLoaded(page)).toBeVisible();
    expect(requests.length).toBeGreaterThan(0);
    expect(ofSnapshotPages(requests).map(String)).toEqual([]);
    await expectFigures(page, rows);
    await searchBox(page).fill('ltd');
    await settled(page);
    await expectFigures(
      page,
      rows.filter((row) => /ltd/iu.test(`${row.customerName ?? ''}\n${row.productName ?? ''}`)),
    );

    const dialog = await openDialog(page);
    await expect(keep(dialog)).toBeChecked();
    await remove(dialog).click();
    await expect(dialog.getByText('Nothing is stored.')).toBeVisible();
    await expect(keep(dialog)).not.toBeChecked();
    await dialog.getByRole('button', { name: 'Done' }).click();
    expect(Object.values(await stored(page)).filter((records) => records > 0)).toEqual([]);

    await page.reload();
    await settled(page);
    await expect(allLoaded(page)).toBeVisible();
    expect(ofSnapshotPages(requests)).toHaveLength(2);
    await settled(page);
    await expectNothingKept(page);
  });

  test('what is loaded again comes from the service, though it was kept', async ({
    page,
    request,
    provoke,
  }) => {
    const rows = await openWithRows(page, request);
    await consent(page);
    // The rows can't agree with what the service itself sums.
    await provoke([{ wrongSums: true }]);
    const requests = dataRequests(page);
    await page.reload();
    await settled(page);
    const again = page.getByRole('alert').getByRole('button', { name: 'Load everything again' });
    await expect(again).toBeVisible();
    expect(ofSnapshotPages(requests)).toEqual([]);
    await provoke([]);
    await again.click();
    await settled(page);
    await expect(allLoaded(page)).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect(ofSnapshotPages(requests)).toHaveLength(2);
    await expectFigures(page, rows);
  });

  test('signing out deletes them, and the consent', async ({ page }) => {
    await open(page);
    await consent(page);
    expect(Object.values(await stored(page)).some((records) => records > 0)).toBe(true);
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);

    const requests = dataRequests(page);
    await signIn(page);
    await expect(allLoaded(page)).toBeVisible();
    expect(ofSnapshotPages(requests)).toHaveLength(2);
    await expectNothingKept(page);
  });

  test.describe('as someone else', () => {
    test.use({ expectedConsoleErrors: [/status of 401/u] });

    test('what was kept for the one before is gone', async ({ page, context, provoke }) => {
      test.slow();
      await open(page, '', '— Report viewer');
      await consent(page);
      await context.clearCookies();
      // Another day's figures come from the service, which no longer knows the session.
      await provoke([{ status: 401 }]);
      const snapshot = page.getByRole('combobox', { name: 'Snapshot' });
      await snapshot.fill(new Date(Date.now() - 100 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10));
      await snapshot.press('Enter');
      const again = page.getByRole('alert').getByRole('button', { name: 'Sign in' });
      await again.waitFor();
      await provoke([]);
      const beside = page.waitForEvent('popup');
      await again.click();
      await (await beside).getByRole('button', { name: 'Executive report viewer' }).click();
      await expect(page.getByRole('button', { name: 'Account' })).toHaveAttribute('title', /noor/iu);
      await settled(page);
      await expectNothingKept(page);
      await expect
        .poll(async () => Object.values(await stored(page)).filter((records) => records > 0))
        .toEqual([]);
    });
  });
});
