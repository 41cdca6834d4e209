import { expect, type Locator, type Page } from '@playwright/test';
import { openWithRows, type SentRow } from './support/all-rows.ts';
import { open, query, settled } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { test } from './support/test.ts';

type Row = SentRow;
type Field = Exclude<keyof Row, 'licensesSold' | 'licensesDeployed'>;

type Group = {
  readonly row: Row;
  readonly sold: number;
  readonly deployed: number;
  readonly idle: number;
  readonly short: number;
};

const keyOf = (row: Row, by: readonly Field[]): string =>
  JSON.stringify(by.map((field) => row[field]?.toLowerCase() ?? null));

function grouped(rows: readonly Row[], by: readonly Field[]): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row, by);
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [row]);
    else own.push(row);
  }
  return [...groups.values()];
}

const sumOf = <T>(items: readonly T[], figure: (item: T) => number): number =>
  items.reduce((sum, item) => sum + figure(item), 0);

/** What each group of the rows has idle and is short of, by its pairs of customer tenant and product id. */
function groupsOf(rows: readonly Row[], by: readonly Field[], spare = 0): readonly Group[] {
  return grouped(rows, by).map((own) => {
    const left = grouped(own, ['customerTenantId', 'productId']).map((pair) =>
      sumOf(pair, (row) => row.licensesSold - row.licensesDeployed),
    );
    return {
      row: own[0] as Row,
      sold: sumOf(own, (row) => row.licensesSold),
      deployed: sumOf(own, (row) => row.licensesDeployed),
      idle: sumOf(left, (each) => Math.max(0, each - spare)),
      short: sumOf(left, (each) => Math.max(0, -each)),
    };
  });
}

/** Those of the idle that reach the thresholds, most idle first. */
function idleFirst(groups: readonly Group[], { minIdle = 1, maxUtilization = 100 } = {}): readonly Group[] {
  return groups
    .filter(
      ({ idle, sold, deployed }) =>
        idle >= minIdle && (sold === 0 || maxUtilization >= 100 || 100 * deployed <= maxUtilization * sold),
    )
    .toSorted((a, b) => b.idle - a.idle);
}

// Each reads every row of the endpoint besides what the page reads.
test.describe.configure({ timeout: 90_000 });

const CUSTOMER: readonly Field[] = ['customerTenantId', 'customerName'];

const list = (page: Page) => page.getByRole('grid', { name: 'Opportunities' });
const said = (page: Page) => page.getByRole('note').first();
const pages = (page: Page) => page.getByRole('navigation', { name: 'Pages' });
const views = (page: Page) => page.getByRole('navigation', { name: 'Views' });
const count = (value: number): string => value.toLocaleString('en-US');

/** What the first rows in sight have in a column, from above to below. */
async function column(page: Page, name: string): Promise<readonly string[]> {
  const header = list(page).getByRole('columnheader', { name, exact: true });
  const index = await header.getAttribute('aria-colindex');
  return list(page)
    .getByRole('row')
    .evaluateAll(
      (rows, at) =>
        rows.flatMap((row) => row.querySelector(`[role=gridcell][aria-colindex="${at}"]`)?.textContent ?? []),
      index,
    );
}

/** Whether the figures in a column are those of some groups, in their order, as far as they are in sight. */
async function expectFigures(page: Page, name: string, figures: readonly number[]): Promise<void> {
  const shown = await column(page, name);
  expect(shown.length).toBeGreaterThan(0);
  expect(shown).toEqual(figures.slice(0, shown.length).map(count));
}

/** Whether the sentence about the first of a list is true. */
async function expectHeld(
  page: Page,
  { listed, whole, noun }: { listed: readonly Group[]; whole: number; noun: string },
): Promise<void> {
  const first = listed.slice(0, 20);
  const percent = (100 * sumOf(first, ({ idle }) => idle)) / whole;
  const shown = first.length === listed.length && percent === 100 ? 100 : Math.min(99, Math.round(percent));
  await expect(said(page)).toContainText(
    `${first.length} ${noun} hold ${shown}% of ${count(whole)} idle licenses.`,
  );
  const leftOut = whole - sumOf(listed, ({ idle }) => idle);
  if (leftOut > 0) await expect(said(page)).toContainText(`leave out ${count(leftOut)} of them`);
}

async function choose(page: Page, name: 'Idle' | 'Nearly full'): Promise<void> {
  await page.getByRole('radiogroup', { name: 'Opportunity' }).getByText(name, { exact: true }).click();
  await settled(page);
}

async function type(field: Locator, text: string, page: Page): Promise<void> {
  await field.fill(text);
  await settled(page);
}

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

for (const [answering, loadLimit] of [
  ['the loaded snapshot', null],
  ['the service', 0],
] as const) {
  test.describe(`answered by ${answering}`, () => {
    test.use({ loadLimit });

    test('customers with the most idle licenses come first, and what they hold is said', async ({ page }) => {
      const rows = await openWithRows(page, '?view=opportunities');
      await readAll(page);
      await expect(page.getByRole('heading', { level: 2, name: 'Opportunities', exact: true })).toBeVisible();
      const whole = sumOf(groupsOf(rows, ['customerTenantId', 'productId']), ({ idle }) => idle);
      const listed = idleFirst(groupsOf(rows, CUSTOMER));
      await expectFigures(
        page,
        'Idle',
        listed.map(({ idle }) => idle),
      );
      await expectHeld(page, { listed, whole, noun: 'customers' });
      await expect(pages(page)).toContainText(`1 to 100 of ${count(listed.length)}`);
      const names = await column(page, 'Customer');
      expect(names[0]).toBe(listed[0]?.row.customerName);
      expect((await column(page, 'To have none idle'))[0]).toBe(
        `Assign or drop ${count(listed[0]?.idle ?? 0)}`,
      );
      await expectAccessible(page);
    });

    test('thresholds and spare licenses are held by the address, and give the list that they name', async ({
      page,
    }) => {
      const rows = await openWithRows(page, '?view=opportunities');
      await readAll(page);
      await type(field(page, 'Minimum idle'), '20', page);
      await type(field(page, 'Maximum utilization'), '62.5%', page);
      await type(field(page, 'Spare'), '2', page);
      expect(query(page).get('minIdle')).toBe('20');
      expect(query(page).get('maxUtilization')).toBe('62.5');
      expect(query(page).get('spare')).toBe('2');
      const whole = sumOf(groupsOf(rows, ['customerTenantId', 'productId'], 2), ({ idle }) => idle);
      const listed = idleFirst(groupsOf(rows, CUSTOMER, 2), { minIdle: 20, maxUtilization: 62.5 });
      const expectList = async () => {
        await expectFigures(
          page,
          'Idle',
          listed.map(({ idle }) => idle),
        );
        await expectHeld(page, { listed, whole, noun: 'customers' });
        await expect(pages(page)).toContainText(`of ${count(listed.length)}`);
      };
      await expectList();
      const first = listed[0];
      if (first === undefined) throw new Error('Nothing is listed.');
      const assign = Math.ceil(0.625 * first.sold) - first.deployed;
      const drop = first.sold - Math.floor(first.deployed / 0.625);
      expect((await column(page, 'To reach 62.5%'))[0]).toBe(
        assign === drop
          ? `Assign or drop ${count(assign)}`
          : `Assign ${count(assign)} or drop ${count(drop)}`,
      );
      await page.reload();
      await settled(page);
      await readAll(page);
      await expectList();
      await expect(field(page, 'Minimum idle')).toHaveValue('20');
      // Each field was one step.
      await page.goBack();
      await page.goBack();
      await page.goBack();
      await settled(page);
      await expect(field(page, 'Minimum idle')).toHaveValue('1');
      expect(query(page).has('maxUtilization')).toBe(false);
    });

    test('products and channels are listed by what lies idle of them', async ({ page }) => {
      const rows = await openWithRows(page, '?view=opportunities&groupby=productName');
      await readAll(page);
      const whole = sumOf(groupsOf(rows, ['customerTenantId', 'productId']), ({ idle }) => idle);
      const products = idleFirst(groupsOf(rows, ['productName']));
      await expectFigures(
        page,
        'Idle',
        products.map(({ idle }) => idle),
      );
      await expectHeld(page, { listed: products, whole, noun: 'products' });

      await page.goto('/?view=opportunities&groupby=channel');
      await settled(page);
      await readAll(page);
      const channels = groupsOf(rows, ['channel']);
      await expectFigures(
        page,
        'Idle',
        idleFirst(channels).map(({ idle }) => idle),
      );
      // In the demo data no product comes to a customer through several channels.
      expect(sumOf(channels, ({ idle }) => idle)).toBe(whole);
      await expectHeld(page, { listed: idleFirst(channels), whole, noun: 'channels' });
    });

    test('what is nearly full comes with what is missing, most first', async ({ page }) => {
      const rows = await openWithRows(page, '?view=opportunities');
      await choose(page, 'Nearly full');
      await readAll(page);
      expect(query(page).get('opportunity')).toBe('nearlyFull');
      const groups = groupsOf(rows, ['customerTenantId', 'customerName', 'productId', 'productName']);
      const nearlyFull = (least: number): readonly Group[] =>
        groups
          .filter(({ sold, deployed }) => (sold === 0 ? deployed > 0 : 100 * deployed >= least * sold))
          .toSorted((a, b) => b.short - a.short);
      const expectList = async (listed: readonly Group[], percent: string) => {
        await expectFigures(
          page,
          'Short',
          listed.map(({ short }) => short),
        );
        const missing = count(sumOf(listed, ({ short }) => short));
        await expect(said(page)).toHaveText(
          `${count(listed.length)} pairs of customer and product use ${percent} or more. ${missing} licenses are missing.`,
        );
      };
      await expectList(nearlyFull(95), '95%');
      await expectAccessible(page);
      await type(field(page, 'Minimum utilization'), '110', page);
      expect(query(page).get('minUtilization')).toBe('110');
      await expectList(nearlyFull(110), '110%');
    });
  });
}

/** Agrees to what the service has to be asked for, where that is more than it was asked unasked. */
async function readAll(page: Page): Promise<void> {
  const offer = page.getByText(/^This list needs all/u);
  if (!(await offer.isVisible())) return;
  await page
    .getByRole('button', { name: /^Load [\d,]+ rows$/u })
    .last()
    .click();
  await settled(page);
}

test.describe('by the service alone', () => {
  test.use({ loadLimit: 0 });

  test('the list says what it has to read, and shows no rows that may be none of it', async ({ page }) => {
    const rows = await openWithRows(page, '?view=opportunities');
    const pairs = new Set(rows.map((row) => keyOf(row, ['customerTenantId', 'customerName', 'productId'])));
    await expect(page.getByText(`This list needs all ${count(pairs.size)} rows: 2 requests.`)).toBeVisible();
    await expect(list(page).getByRole('gridcell')).toHaveCount(0);
    await expect(page.getByText(/^What is idle or short is summed from every product/u)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: `Load ${count(pairs.size)} rows` }).click();
    await settled(page);
    await expect(said(page)).toContainText('idle licenses');
    await expect(list(page).getByRole('gridcell').first()).toBeVisible();
  });

  test('a search says that it needs the rows', async ({ page }) => {
    await open(page, '?view=opportunities&search=contoso');
    await expect(page.getByRole('note').filter({ hasText: 'contoso' })).toContainText('is not applied yet');
  });
});

test('the views are links that keep the filter, the search and the snapshot', async ({ page }) => {
  await open(page, `?filter=${encodeURIComponent("channel eq 'direct'")}&search=e&groupby=channel`);
  const link = views(page).getByRole('link', { name: 'Opportunities', exact: true });
  await expect(views(page).getByRole('link')).toHaveText(['Overview', 'Opportunities', 'Anomalies', 'Trend']);
  await expect(views(page).getByRole('link', { name: 'Overview' })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('heading', { level: 2, name: 'Overview', exact: true })).toBeVisible();
  const href = await link.getAttribute('href');
  await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
  await link.click();
  await settled(page);
  await expect(link).toHaveAttribute('aria-current', 'page');
  expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
  expect(Object.fromEntries(query(page))).toEqual({
    filter: "channel eq 'direct'",
    search: 'e',
    view: 'opportunities',
  });
  expect(new URL(page.url()).search).toBe(new URL(href ?? '', page.url()).search);
  const figures = await column(page, 'Idle');
  await page.goto(href ?? '');
  await settled(page);
  expect(await column(page, 'Idle')).toEqual(figures);
  await views(page).getByRole('link', { name: 'Overview' }).click();
  await settled(page);
  expect(query(page).has('view')).toBe(false);
  await expect(page.getByRole('group', { name: 'Licenses sold' })).toBeVisible();
  await page.goBack();
  await settled(page);
  await expect(list(page)).toBeVisible();
});

test('what is no number is said to be none, and loses nothing', async ({ page }) => {
  await open(page, '?view=opportunities&minIdle=5');
  const before = await column(page, 'Idle');
  const minIdle = field(page, 'Minimum idle');
  await type(minIdle, 'many', page);
  await expect(page.getByRole('alert')).toHaveText('“many” is not a whole number from 0 to 999,999,999.');
  await expect(minIdle).toHaveAttribute('aria-invalid', 'true');
  expect(query(page).get('minIdle')).toBe('5');
  expect(await column(page, 'Idle')).toEqual(before);
  await expectAccessible(page);
  await minIdle.press('Tab');
  await expect(minIdle).toHaveValue('many');
  await minIdle.press('Escape');
  await expect(minIdle).toHaveValue('5');
  await expect(page.getByRole('alert')).toHaveCount(0);
  // An empty field asks for nothing.
  await minIdle.fill('');
  await minIdle.press('Tab');
  await expect(minIdle).toHaveValue('5');
});

test('where nothing reaches the thresholds the page says which of them to loosen', async ({ page }) => {
  await open(page, '?view=opportunities&minIdle=900000&maxUtilization=50');
  await expect(said(page)).toContainText('The thresholds leave out all of');
  await expect(page.getByText('Lower the minimum idle, which is 900,000 now.')).toBeVisible();
  await expect(page.getByText('Raise the maximum utilization, which is 50% now.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Reset thresholds' }).click();
  await settled(page);
  expect([...query(page).keys()]).toEqual(['view']);
  await expect(list(page).getByRole('gridcell').first()).toBeVisible();
});

test('everything is done by keyboard alone', async ({ page }) => {
  await open(page);
  await views(page).getByRole('link', { name: 'Overview' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await settled(page);
  await expect(list(page)).toBeVisible();
  await page.getByRole('radio', { name: 'Idle' }).focus();
  await page.keyboard.press('Tab');
  await expect(field(page, 'Minimum idle')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('100');
  await settled(page);
  expect(query(page).get('minIdle')).toBe('100');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await settled(page);
  expect(query(page).get('opportunity')).toBe('nearlyFull');
  await expect(page.getByRole('radio', { name: 'Nearly full' })).toBeFocused();
  await expect(list(page).getByRole('columnheader', { name: 'Short' })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await settled(page);
  await expect(field(page, 'Minimum idle')).toHaveValue('1');
});

test('in the dark theme it is as accessible', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, '?view=opportunities');
  await expectAccessible(page);
});

test.describe('free and trial products', () => {
  const FREE = ['Microsoft Power Automate Free', 'Microsoft Teams (Free)', 'Microsoft Fabric (Free)'];
  const of = (names: readonly string[]): string =>
    names.map((name) => `productName eq '${name}'`).join(' or ');
  const sold = (rows: readonly Row[], names: readonly (string | null)[]): number =>
    sumOf(
      rows.filter(({ productName }) => names.includes(productName)),
      ({ licensesSold }) => licensesSold,
    );
  const note = (page: Page) => page.getByRole('note').filter({ hasText: 'free and trial products' });

  test('are left out with one click where they drown the rest, on every view', async ({ page }) => {
    const rows = await openWithRows(page, '');
    // In the demo data they are few.
    await expect(note(page)).toHaveCount(0);
    const free = sold(rows, FREE);
    expect(free).toBeGreaterThan(0);
    const other = grouped(rows, ['productName'])
      .map((own) => ({ name: own[0]?.productName ?? '', sold: sumOf(own, (row) => row.licensesSold) }))
      .find(
        (product) => /^Visio|^Project/u.test(product.name) && product.sold > 0 && product.sold < 5 * free,
      );
    if (other === undefined) throw new Error('No product is as small as the free ones.');
    const filter = of([...FREE, other.name]);
    const share = ((100 * free) / (free + other.sold)).toFixed(1);
    for (const search of ['', '&view=opportunities']) {
      await page.goto(`/?filter=${encodeURIComponent(filter)}${search}`);
      await settled(page);
      await expect(note(page)).toContainText(`${share}% of what is sold here are free and trial products`);
      await expectAccessible(page);
      await note(page).getByRole('button', { name: 'Leave them out' }).click();
      await settled(page);
      await expect(note(page)).toHaveCount(0);
      const left = query(page).get('filter') ?? '';
      expect(left).toContain(`productName eq '${other.name}'`);
      for (const name of FREE.filter((each) => sold(rows, [each]) > 0)) {
        expect(left).toContain(`productName ne '${name}'`);
      }
      await expect(page.getByRole('list', { name: 'Active filters' })).toContainText('Product is not');
      await page.goBack();
      await settled(page);
      expect(query(page).get('filter')).toBe(filter);
      await expect(note(page)).toHaveCount(1);
    }
  });
});

for (const [answering, loadLimit] of [
  ['the loaded snapshot', null],
  ['the service', 0],
] as const) {
  test.describe(`on the overview, answered by ${answering}`, () => {
    test.use({ loadLimit });

    test('the chart ranks by what lies idle, and the rows have it in a column', async ({ page }) => {
      const rows = await openWithRows(page, '?measure=idle&groupby=productName&sort=idle%20desc');
      const products = idleFirst(groupsOf(rows, ['productName']), { maxUtilization: Infinity });
      const figure = page.getByRole('figure', { name: 'Deployed versus sold' });
      const offer = figure.getByText(/^Ranking by Idle needs all/u);
      if (await offer.isVisible()) {
        await figure.getByRole('button', { name: /^Load/u }).click();
        await settled(page);
      }
      const [first] = products;
      if (first === undefined) throw new Error('Nothing lies idle.');
      await expect(
        figure.getByRole('button', { name: new RegExp(`: .*, ${count(first.idle)} idle$`, 'u') }),
      ).toBeVisible();
      await figure.getByRole('button', { name: 'Show as table' }).click();
      await expect(figure.getByRole('columnheader', { name: 'Idle' })).toBeVisible();
      const grid = page.getByRole('grid', { name: 'License deployment' });
      await expect(grid.getByRole('columnheader', { name: 'Idle' })).toBeVisible();
      await expect(page.getByRole('note')).toHaveCount(0);
      await expectAccessible(page);
    });
  });
}
