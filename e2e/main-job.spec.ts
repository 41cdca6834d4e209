import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { accountButton, cells, figure, open, query, settled, signIn } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { BOTH, test, type Fault } from './support/test.ts';

const PATH = '/v1/analytics/commercial/deployment/license/';

type Sums = { sold: number; deployed: number; rows: number };

/**
 * The endpoint's rows summed one by one, without a groupby: what every figure is compared with.
 * Asked for with the token of the page's own first request.
 */
async function sumsOf(page: Page, token: string, filter: string | null): Promise<Sums> {
  return page.evaluate(
    async ([path, authorization, by]) => {
      const sums = { sold: 0, deployed: 0, rows: 0 };
      for (let skip = 0; ; skip += 10_000) {
        const parameters = new URLSearchParams({
          skip: String(skip),
          ...(by === null ? {} : { filter: by }),
        });
        const response = await fetch(`${path}?${parameters}`, {
          headers: {
            Accept: 'application/json',
            Authorization: authorization,
            'MS-Contract-Version': 'v1',
            'MS-RequestId': crypto.randomUUID(),
            'MS-CorrelationId': crypto.randomUUID(),
          },
        });
        const body = (await response.json()) as {
          Value: { licensesSold: number; licensesDeployed: number }[];
          '@nextLink': string | null;
        };
        for (const row of body.Value) {
          sums.sold += row.licensesSold;
          sums.deployed += row.licensesDeployed;
          sums.rows += 1;
        }
        if (body['@nextLink'] === null) return sums;
      }
    },
    [PATH, token, filter] as const,
  );
}

/** The token of the page's next request to the endpoint. */
async function tokenOf(page: Page, work: () => Promise<void>): Promise<string> {
  const request = page.waitForRequest((sent) => sent.url().includes(PATH));
  await work();
  return (await request).headers()['authorization'] ?? '';
}

const grid = (page: Page) => page.getByRole('grid', { name: 'License deployment' });
const filterItems = (page: Page) => page.getByRole('list', { name: 'Active filters' }).getByRole('listitem');

test('1. sign in with a demo account and see figures, chart and rows', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const roles = [
    'Admin agent',
    'Executive report viewer',
    '— Report viewer',
    'Helpdesk agent',
    'Report viewer, one factor',
  ] as const;
  for (const role of roles) {
    await expect(accountButton(page, role)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Admin agent' }).click();
  await settled(page);
  await expect(page.getByRole('heading', { level: 1, name: 'License deployment' })).toBeVisible();
  await expect(page.getByRole('figure', { name: 'Deployed versus sold' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText('1 to 100 of 20,000');
  for (const header of ['Customer', 'Product', 'Service', 'Channel', 'Deployed', 'Sold', 'Not deployed']) {
    await expect(grid(page).getByRole('columnheader', { name: header, exact: true })).toBeVisible();
  }
  expect(page.url()).toMatch(/:\d+\/$/u);
  await expectAccessible(page);
});

for (const [answering, loadLimit] of [
  ['the service', 0],
  ['the loaded snapshot', null],
] as const) {
  test.describe(`2. answered by ${answering}`, () => {
    test.use({ loadLimit });

    test('every figure equals the sum of the rows', { tag: BOTH }, async ({ page }) => {
      const filter = "channel eq 'reseller' and productName ne 'Microsoft 365 E3'";
      const token = await tokenOf(page, () => open(page, `?filter=${encodeURIComponent(filter)}`));
      const sums = await sumsOf(page, token, filter);
      expect(sums.rows).toBeGreaterThan(1_000);
      expect(await figure(page, 'Licenses sold')).toBe(sums.sold);
      expect(await figure(page, 'Licenses deployed')).toBe(sums.deployed);
      expect(await figure(page, 'Not deployed')).toBe(sums.sold - sums.deployed);
      expect(await figure(page, 'Utilization')).toBeCloseTo((sums.deployed / sums.sold) * 100, 1);
      await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText(
        `of ${sums.rows.toLocaleString('en-US')}`,
      );

      await page.getByText('About these figures').click();
      await expect(page.getByText(filter, { exact: true }).filter({ visible: true }).last()).toBeVisible();
      await expectAccessible(page);
      await page.getByText('About these figures').click();

      const chart = page.getByRole('figure', { name: 'Deployed versus sold' });
      await chart.getByRole('button', { name: 'Show as table' }).click();
      const [header = [], ...rows] = await cells(chart.getByRole('table'));
      const sold = header.indexOf('Sold');
      const total = rows.find(([name]) => name?.startsWith('Total'));
      const members = rows.filter((row) => row !== total);
      const count = (text = ''): number => Number(text.replaceAll(',', ''));
      expect(members.some(([name]) => name?.startsWith('Other'))).toBe(true);
      expect(count(total?.[sold])).toBe(sums.sold);
      expect(members.reduce((sum, row) => sum + count(row[sold]), 0)).toBe(sums.sold);

      const distribution = page.getByRole('figure', { name: 'Utilization over customers' });
      await distribution.getByRole('button', { name: 'Show as table' }).click();
      await expect(distribution.getByRole('table')).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test.describe('3. filters', () => {
  test('the dialog and the expression lead to the same canonical address', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'Add filter' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add filter' });
    await dialog.getByRole('combobox', { name: 'Field' }).click();
    await page.getByRole('option', { name: 'Channel', exact: true }).click();
    await dialog.getByRole('combobox', { name: 'Operator' }).click();
    await page.getByRole('option', { name: 'is', exact: true }).click();
    await dialog.getByRole('combobox', { name: 'Values' }).click();
    await page.getByRole('option', { name: 'reseller', exact: true }).click();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await settled(page);
    await expect(filterItems(page)).toHaveText(['Channel is reseller']);
    expect(query(page).get('filter')).toBe("channel eq 'reseller'");
    const byDialog = page.url();

    await page.getByRole('button', { name: 'Clear filters' }).click();
    await settled(page);
    expect(query(page).has('filter')).toBe(false);
    await expect(filterItems(page)).toHaveCount(0);

    const expression = page.getByRole('textbox', { name: 'Filter expression' });
    await expression.fill(`( CHANNEL EQ "reseller" )`);
    expect(query(page).has('filter')).toBe(false);
    await expression.press('Enter');
    await settled(page);
    expect(page.url()).toBe(byDialog);
    await expect(expression).toHaveValue("channel eq 'reseller'");
  });

  test(
    'several values, typed to narrow, are removed one condition at a time',
    { tag: BOTH },
    async ({ page }) => {
      await open(page);
      for (const [field, operator, typed, values] of [
        ['Product', 'is not', 'visio', [/Visio Plan 2/u]],
        ['Channel', 'is', '', [/^reseller$/u, /^direct$/u]],
      ] as const) {
        await page.getByRole('button', { name: 'Add filter' }).click();
        const dialog = page.getByRole('dialog', { name: 'Add filter' });
        await dialog.getByRole('combobox', { name: 'Field' }).click();
        await page.getByRole('option', { name: field, exact: true }).click();
        await dialog.getByRole('combobox', { name: 'Operator' }).click();
        await page.getByRole('option', { name: operator, exact: true }).click();
        for (const value of values) {
          await dialog.getByRole('combobox', { name: 'Values' }).fill(typed);
          await page.getByRole('option', { name: value }).first().click();
        }
        await dialog.getByRole('button', { name: 'Apply' }).click();
        await settled(page);
      }
      await expect(filterItems(page)).toHaveText([
        /^Product is not Visio Plan 2/u,
        'Channel is reseller or direct',
      ]);
      await page.getByRole('button', { name: /^Remove Product is not Visio/u }).click();
      await settled(page);
      await expect(filterItems(page)).toHaveText(['Channel is reseller or direct']);
      expect(query(page).get('filter')).toBe("channel eq 'reseller' or channel eq 'direct'");
    },
  );

  test('an expression that cannot be read is told and loses nothing', async ({ page }) => {
    await open(page, `?filter=${encodeURIComponent("channel eq 'direct'")}`);
    const sold = await figure(page, 'Licenses sold');
    const expression = page.getByRole('textbox', { name: 'Filter expression' });
    await expression.fill("channel eq 'direct' and sold gt 5");
    await expression.press('Enter');
    await expect(page.getByRole('alert')).toContainText('sold');
    await expect(expression).toHaveValue("channel eq 'direct' and sold gt 5");
    expect(query(page).get('filter')).toBe("channel eq 'direct'");
    expect(await figure(page, 'Licenses sold')).toBe(sold);
    await expectAccessible(page);
    await expression.press('Escape');
    await expect(expression).toHaveValue("channel eq 'direct'");
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('a bar filters by its member and keeps the others in sight', async ({ page }) => {
    await open(page);
    const bars = page
      .getByRole('figure', { name: 'Deployed versus sold' })
      .getByRole('button', { name: /^Filter by/u });
    const before = await bars.count();
    expect(before).toBeGreaterThan(5);
    const name = (await bars.nth(1).textContent()) ?? '';
    const second = page.getByRole('button', { name: `Filter by ${name}:` });
    await second.click();
    await settled(page);
    await expect(bars.first()).toHaveAccessibleName(new RegExp(`^Filter by ${name}:`, 'u'));
    await expect(filterItems(page)).toHaveCount(1);
    await expect(bars).toHaveCount(before);
    await expect(second).toHaveAttribute('aria-pressed', 'true');
    await second.click();
    await settled(page);
    await expect(filterItems(page)).toHaveCount(0);
  });
});

test.describe('4. grouping, paging, sorting', () => {
  test('groups by several fields, in order', { tag: BOTH }, async ({ page }) => {
    await open(page);
    await page.getByRole('combobox', { name: 'Group by' }).click();
    await page.getByRole('option', { name: 'Channel', exact: true }).click();
    await page.getByRole('option', { name: 'Service', exact: true }).click();
    await page.keyboard.press('Escape');
    await settled(page);
    expect(query(page).get('groupby')).toBe('channel,serviceName');
    const headers = grid(page).getByRole('columnheader');
    const names = await headers.evaluateAll((all) => all.map((one) => one.getAttribute('col-id')));
    expect(names).toEqual([
      'channel',
      'serviceName',
      'licensesDeployed',
      'licensesSold',
      'licensesNotDeployed',
      'utilization',
    ]);
    // Most sold first, unless asked otherwise.
    await expect(headers.nth(3)).toHaveAttribute('aria-sort', 'descending');
    await expect(page.getByRole('status').filter({ hasText: /^All \d+/u })).toBeVisible();
    await expectAccessible(page);
  });

  test('pages through rows and remembers its place in the address', { tag: BOTH }, async ({ page }) => {
    await open(page);
    const pages = page.getByRole('navigation', { name: 'Pages' });
    const first = await grid(page).getByRole('row').nth(1).innerText();
    await pages.getByRole('button', { name: 'Next page' }).click();
    await settled(page);
    await expect(pages).toContainText('101 to 200 of 20,000');
    expect(query(page).get('page')).toBe('2');
    expect(await grid(page).getByRole('row').nth(1).innerText()).not.toBe(first);
    await pages.getByRole('button', { name: 'Last page' }).click();
    await settled(page);
    await expect(pages).toContainText('19,901 to 20,000 of 20,000');
    await page.getByRole('combobox', { name: 'Rows per page' }).selectOption('1000');
    await settled(page);
    await expect(pages).toContainText('19,001 to 20,000 of 20,000');
    await pages.getByRole('button', { name: 'First page' }).click();
    await settled(page);
    expect(await grid(page).getByRole('row').nth(1).innerText()).toBe(first);
  });

  test.describe('by the service', () => {
    // A loaded snapshot is sorted without a word.
    test.use({ loadLimit: 0 });

    test('what fits one response sorts at once', { tag: BOTH }, async ({ page }) => {
      await open(page, `?filter=${encodeURIComponent("channel eq 'direct'")}`);
      await grid(page).getByRole('columnheader', { name: 'Sold', exact: true }).click();
      await settled(page);
      expect(query(page).get('sort')).toBe('licensesSold desc');
      const sold = await soldOnPage(page);
      expect(sold).toEqual(sold.toSorted((a, b) => b - a));
      expect(sold[0]).toBeGreaterThan(0);
    });

    test(
      'what does not fit says what sorting needs, and does it when asked',
      { tag: BOTH },
      async ({ page }) => {
        await open(page, '?sort=licensesSold+desc');
        await expect(page.getByText(/needs all 20,000 rows/u)).toBeVisible();
        const unsorted = await soldOnPage(page);
        expect(unsorted).not.toEqual(unsorted.toSorted((a, b) => b - a));
        await page.getByRole('button', { name: 'Load 20,000 rows' }).click();
        await settled(page);
        await expect(page.getByRole('status').filter({ hasText: 'All 20,000 rows' })).toBeVisible();
        await expect(page.getByText('Sums agree')).toBeVisible();
        const sold = await soldOnPage(page);
        expect(sold).toEqual(sold.toSorted((a, b) => b - a));
        expect(sold[0]).toBeGreaterThan(Math.max(...unsorted) - 1);
      },
    );

    test('a load shows how far it is and can be stopped', async ({ page, provoke }) => {
      await open(page, '?sort=licensesSold+desc');
      await provoke([{ delay: 60_000 }]);
      await page.getByRole('button', { name: 'Load 20,000 rows' }).click();
      const progress = page.getByRole('progressbar', { name: 'Loading licenses' });
      await expect(progress).toHaveAttribute('aria-valuemax', '20000');
      await expect(page.getByRole('status').filter({ hasText: '10,000 of 20,000 rows' })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Stop loading' }).click();
      await settled(page);
      await expect(progress).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Load 20,000 rows' })).toBeVisible();
    });
  });

  test.describe('the whole snapshot', () => {
    // So that the trouble strikes its pages alone: the first figures are there before they are let in.
    test.use({ loadLimit: 0 });

    test('loads by itself, can be stopped, and loads when asked', async ({ page, provoke }) => {
      await open(page);
      await provoke([{ delay: 60_000, after: 1 }]);
      await page.getByRole('button', { name: 'Rows in this browser' }).click();
      const dialog = page.getByRole('dialog', { name: 'Rows in this browser' });
      await dialog.getByRole('textbox', { name: 'Load at most (rows)' }).fill('100,000');
      await dialog.getByRole('button', { name: 'Done' }).click();
      const progress = page.getByRole('progressbar', { name: 'Loading licenses' });
      await expect(progress).toHaveAttribute('aria-valuemax', '20000');
      await expect(progress).toHaveAttribute('aria-valuenow', '10000');
      await expect(page.getByRole('status').filter({ hasText: '10,000 of 20,000 rows' })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Stop loading' }).click();
      await settled(page);
      await expect(progress).toHaveCount(0);
      const load = page.getByRole('button', { name: 'Load 20,000 rows' });
      await expect(load).toBeVisible();
      await expect(page.getByRole('alert')).toHaveCount(0);

      await provoke([]);
      await load.click();
      await settled(page);
      await expect(page.getByRole('status').filter({ hasText: 'All 20,000 rows' })).toBeVisible();
      await expect(page.getByText('Sums agree')).toHaveCount(1);
    });
  });

  async function soldOnPage(page: Page): Promise<number[]> {
    const headers = await grid(page).getByRole('columnheader').allInnerTexts();
    const column = headers.findIndex((text) => text.trim() === 'Sold');
    const rows = await grid(page).getByRole('row').all();
    const sold: number[] = [];
    for (const row of rows.slice(1, 15)) {
      const text = await row.getByRole('gridcell').nth(column).innerText();
      sold.push(Number(text.replaceAll(',', '')));
    }
    return sold;
  }
});

test.describe('5. the address', () => {
  test('another snapshot, back, forward and reload restore the view', { tag: BOTH }, async ({ page }) => {
    await open(page);
    // The demo data goes back thirteen months from today, with a few gaps that are not here.
    const day = new Date(Date.now() - 100 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    const latest = await figure(page, 'Licenses sold');
    const snapshot = page.getByRole('combobox', { name: 'Snapshot' });
    await snapshot.fill(day);
    await snapshot.press('Enter');
    await settled(page);
    expect(query(page).get('processedDateTime')).toBe(day);
    const earlier = await figure(page, 'Licenses sold');
    expect(earlier).not.toBe(latest);
    await page.goBack();
    await settled(page);
    expect(await figure(page, 'Licenses sold')).toBe(latest);
    await page.goForward();
    await settled(page);
    expect(await figure(page, 'Licenses sold')).toBe(earlier);
    await page.reload();
    await settled(page);
    expect(await figure(page, 'Licenses sold')).toBe(earlier);
  });

  test('a day without data says so and keeps the rest', { tag: BOTH }, async ({ page }) => {
    await open(page, `?filter=${encodeURIComponent("channel eq 'direct'")}&processedDateTime=2020-02-29`);
    await expect(page.getByText('No data for Feb 29, 2020')).toBeVisible();
    await expect(page.getByText(/^Snapshot of/u)).toHaveCount(0);
    await expect(filterItems(page)).toHaveText(['Channel is direct']);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Show the latest snapshot' }).click();
    await settled(page);
    expect(await figure(page, 'Licenses sold')).toBeGreaterThan(0);
  });

  test('a copied link opens in a fresh browser, through sign-in, at the same view', async ({
    page,
    context,
    browser,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(
      page,
      `?filter=${encodeURIComponent("channel eq 'direct'")}&groupby=productName&measure=utilization`,
    );
    const sold = await figure(page, 'Licenses sold');
    await page.getByRole('button', { name: 'Copy link' }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const fresh = await browser.newContext();
    const other = await fresh.newPage();
    await other.goto(link);
    await signIn(other, '— Report viewer');
    expect(other.url()).toBe(link);
    expect(await figure(other, 'Licenses sold')).toBe(sold);
    await fresh.close();
  });

  test('a copied link that ends in punctuation opens at the same view', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const filter = "channel eq 'direct' and (productName ne '(x)' or serviceCode ne '*]')";
    await open(page, `?filter=${filter}`);
    const safe = /^http:\/\/localhost:\d+\/\?[\w.,+%&=-]*\w$/u;
    expect(page.url()).toMatch(safe);
    await page.getByRole('searchbox').fill('ltd.');
    await expect.poll(() => query(page).get('search')).toBe('ltd.');
    await settled(page);
    const rows = await page.getByRole('navigation', { name: 'Pages' }).innerText();
    const sold = await figure(page, 'Licenses sold');
    expect(page.url()).toMatch(safe);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByText('Link copied', { exact: true })).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(page.url());
    await page.goto('/');
    await page.goto(link);
    await settled(page);
    expect(query(page).get('filter')).toBe(filter);
    expect(query(page).get('search')).toBe('ltd.');
    expect(await page.getByRole('navigation', { name: 'Pages' }).innerText()).toBe(rows);
    expect(await figure(page, 'Licenses sold')).toBe(sold);
  });

  test('copying a link that some programs cut off says so', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const clauses = Array.from({ length: 60 }, (_, index) => `productName ne 'No such product ${index}'`);
    await open(page, `?filter=${encodeURIComponent(clauses.join(' and '))}`);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByText(/^Link copied. It has more than 2,000 characters/u)).toBeVisible();
    await expectAccessible(page);
  });

  test('a broken link says what is broken and applies the rest', async ({ page }) => {
    await open(page, `?filter=${encodeURIComponent("channel eq 'direct'")}&groupby=colour&page=minus`);
    const alert = page.getByRole('alert');
    // Each parameter and what was found there, once.
    await expect(alert.getByRole('listitem')).toHaveText([
      /^The link's groupby cannot be read: found “colour” where [^“]+ is expected\.$/u,
      /^The link's page cannot be read: found “minus” where [^“]+ is expected\.$/u,
    ]);
    await expect(filterItems(page)).toHaveText(['Channel is direct']);
    await expectAccessible(page);
  });

  test('a link with 10,000 clauses gets an answer', async ({ page }) => {
    const clauses = Array.from({ length: 10_000 }, (_, index) => `channel ne 'c${index}'`).join(' and ');
    await page.goto(`/?filter=${encodeURIComponent(clauses)}`);
    await signIn(page);
    await expect(page.getByRole('alert')).toContainText('too long');
    await expect(page.getByRole('button', { name: 'Clear filters' })).toBeVisible();
  });

  test.describe('too long for one request', () => {
    test.use({ loadLimit: 0 });

    test('a long list of values is asked for in parts', { tag: BOTH }, async ({ page }) => {
      const names = Array.from({ length: 600 }, (_, index) => `productName eq 'No such product ${index}'`);
      const filter = [...names, "productName eq 'Microsoft 365 E3'"].join(' or ');
      await open(page, `?filter=${encodeURIComponent("productName eq 'Microsoft 365 E3'")}`);
      const sold = await figure(page, 'Licenses sold');
      await page.goto(`/?filter=${encodeURIComponent(filter)}`);
      await settled(page);
      expect(await figure(page, 'Licenses sold')).toBe(sold);
    });
  });
});

test.describe('6. signing out', () => {
  test('leaves nothing of the person in the storage of the browser', async ({ page, context }) => {
    await open(page);
    expect(await page.evaluate(() => sessionStorage.length)).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    const { sessionEntries, localEntries } = await page.evaluate(() => ({
      sessionEntries: Object.entries(sessionStorage),
      localEntries: Object.entries(localStorage),
    }));
    const kept = JSON.stringify([
      sessionEntries,
      localEntries,
      await context.storageState({ indexedDB: true }),
    ]);
    expect(kept).not.toMatch(/eyJ|secret|homeAccountId|Avery|@|columns/u);
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);

    // The session at the directory has ended too: signing in asks who it is.
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('button', { name: 'Admin agent' })).toBeVisible();
  });
});

test('a new tab continues as who is signed in, and signing out in it signs out the other', async ({
  page,
  context,
}) => {
  await open(page);
  // A tab with a session of its own: what one tab stores no other can read.
  const other = await context.newPage();
  await other.goto("/?filter=channel eq 'direct'");
  await other.getByRole('button', { name: 'Account' }).waitFor();
  await settled(other);
  await expect(filterItems(other)).toHaveText(['Channel is direct']);
  expect(await figure(other, 'Licenses sold')).toBeGreaterThan(0);
  await other.getByRole('button', { name: 'Account' }).click();
  await other.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(other.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  const later = await context.newPage();
  await later.goto('/');
  await expect(later.getByRole('button', { name: 'Sign in' })).toBeVisible();
  // MSAL writes down its own version, whoever is there.
  const kept = await page.evaluate(() => [...Object.keys(sessionStorage), ...Object.keys(localStorage)]);
  expect(kept.filter((key) => key !== 'msal.version')).toEqual([]);
});

test('a new tab asks who it is where the directory does not know any more', async ({ page, context }) => {
  await open(page);
  await context.clearCookies();
  const other = await context.newPage();
  await other.goto('/');
  await expect(other.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(other.getByRole('alert')).toHaveCount(0);
});

test.describe('signing in again', () => {
  // What ends the session is a question to the service.
  test.use({ expectedConsoleErrors: [/status of 401/u], loadLimit: 0 });

  /** Ends the session at the endpoint and at the directory, and gives the button that signs in again. */
  async function endSession(
    page: Page,
    context: BrowserContext,
    provoke: (faults: readonly Fault[]) => Promise<void>,
  ): Promise<Locator> {
    await provoke([{ status: 401 }]);
    await page.getByRole('textbox', { name: 'Filter expression' }).fill("channel eq 'direct'");
    await page.getByRole('textbox', { name: 'Filter expression' }).press('Enter');
    const button = page.getByRole('alert').getByRole('button', { name: 'Sign in' });
    await button.waitFor();
    await provoke([]);
    // The directory has forgotten the session, so it asks who it is.
    await context.clearCookies();
    return button;
  }

  test('a sign-in window that was closed can be asked for again', async ({ page, context, provoke }) => {
    await open(page);
    const signInButton = await endSession(page, context, provoke);
    const first = page.waitForEvent('popup');
    await signInButton.click();
    await (await first).getByRole('button', { name: 'Admin agent' }).waitFor();
    await (await first).close();
    const second = page.waitForEvent('popup');
    await signInButton.click();
    await (await second).getByRole('button', { name: 'Admin agent' }).click();
    await expect(signInButton).toHaveCount(0);
    await settled(page);
    await expect(filterItems(page)).toHaveText(['Channel is direct']);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('as someone else begins anew, and nothing of the one before stays', async ({
    page,
    context,
    provoke,
  }) => {
    await open(page, '?groupby=channel', '— Report viewer');
    await page.evaluate(() => localStorage.setItem('license-lens.columns.channel', '{}'));
    const signInButton = await endSession(page, context, provoke);
    const beside = page.waitForEvent('popup');
    await signInButton.click();
    await (await beside).getByRole('button', { name: 'Executive report viewer' }).click();
    await expect(page.getByRole('button', { name: 'Account' })).toHaveAttribute('title', /noor/iu);
    await settled(page);
    await expect(filterItems(page)).toHaveText(['Channel is direct']);
    const stored = await page.evaluate(() =>
      JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)]),
    );
    expect(stored).toMatch(/noor/iu);
    expect(stored).not.toMatch(/kenji|columns/iu);
  });
});

test('the page is usable on a phone, and in the dark', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});

test('an empty result says what to change', async ({ page }) => {
  await open(page, `?filter=${encodeURIComponent("customerName eq 'Nobody at all'")}`);
  expect(await figure(page, 'Licenses sold')).toBe(0);
  await expect(page.getByRole('group', { name: 'Utilization' })).toContainText('—');
  await expect(page.getByRole('main')).toContainText('no customer matches');
  await expect(page.getByRole('figure', { name: 'Deployed versus sold' })).toContainText('No licenses');
  await expect(page.getByRole('figure', { name: 'Utilization over customers' })).toContainText(
    'No customers',
  );
  // What to do stands in one place, with the button that does it.
  await expect(page.getByText(/remove or change/iu)).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show everything' }).click();
  await settled(page);
  expect(await figure(page, 'Licenses sold')).toBeGreaterThan(0);

  // Of several conditions, only the one without which there are rows is offered to be removed.
  await open(
    page,
    `?filter=${encodeURIComponent("customerName eq 'Nobody at all' and channel eq 'reseller'")}`,
  );
  await page
    .getByRole('button', { name: /^Without “Customer name is Nobody at all”: [\d,]+ customers$/u })
    .click();
  await settled(page);
  expect(await figure(page, 'Licenses sold')).toBeGreaterThan(0);
  await expect(filterItems(page)).toHaveText(['Channel is reseller']);
});

test('demo data is marked, and hints are dismissed one by one for good', async ({ page }) => {
  await open(page);
  await expect(page.getByRole('banner')).toContainText('Demo data');
  const hint = page.getByRole('complementary', { name: 'Hint' });
  for (const said of ['Click a bar', 'Copy link', 'finds any customer']) {
    await expect(hint).toContainText(said);
    await hint.getByRole('button', { name: 'Dismiss this hint' }).press('Enter');
  }
  await expect(hint).toBeHidden();
  await page.reload();
  await settled(page);
  await expect(hint).toBeHidden();
});

test('the keyboard reaches the content first of all', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});
