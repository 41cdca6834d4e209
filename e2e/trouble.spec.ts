import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Locator, type Page, type Request } from '@playwright/test';
import { figure, open, query, settled, signIn } from './support/app.ts';
import { startServer } from './support/server.ts';
import { test, type Fault } from './support/test.ts';

const LINK = `?filter=${encodeURIComponent("channel eq 'reseller'")}`;
const OTHER_FILTER = "channel eq 'direct'";
const CLAIMS = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';

// What is tried is the service's own answers, and after the first ones there are only such without a loaded snapshot.
test.use({ loadLimit: 0 });

/** Longer than any test lasts: what ends such a wait is a button. Seconds. */
const LONG = 200;

const trouble = (page: Page, heading: string): Locator =>
  page.getByRole('alert').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });

const range = (page: Page): Locator => page.getByRole('navigation', { name: 'Pages' });

/** Asks for another page of rows: one request and no other. */
async function turnPage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next page' }).click();
}

async function filterBy(page: Page, expression: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Filter expression' });
  await field.fill(expression);
  await field.press('Enter');
}

/** Every data request from now on, in order. */
function dataRequests(page: Page): Request[] {
  const requests: Request[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/v1/')) requests.push(request);
  });
  return requests;
}

/** The values of a header of some requests, each once. */
async function distinct(requests: readonly Request[], header: string): Promise<number> {
  return new Set(await Promise.all(requests.map((request) => request.headerValue(header)))).size;
}

async function expectNoTrouble(page: Page): Promise<void> {
  await settled(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await figure(page, 'Licenses sold')).toBeGreaterThan(0);
}

test.describe('400', () => {
  test.use({ expectedConsoleErrors: [/status of 400/u] });

  test('says what was refused, asks it once, and another filter goes on', async ({ page, provoke }) => {
    await open(page, LINK);
    await provoke([{ status: 400 }]);
    const requests = dataRequests(page);
    await filterBy(page, OTHER_FILTER);
    await settled(page);

    const alert = trouble(page, 'The service refused the question');
    await expect(alert).toContainText('Change the filter or the grouping, or clear the filters.');
    await expect(alert).toContainText('This is the fault that was asked for: status 400.');
    const asked = requests.map((request) => request.url());
    expect(new Set(asked).size, 'nothing refused is asked again').toBe(asked.length);

    await provoke([]);
    await filterBy(page, "channel eq 'reseller'");
    await expectNoTrouble(page);
  });

  test('what a hostile service says is text', async ({ page }) => {
    const description = `<img src=x onerror="document.title='run'"><script>document.title='run'</script> {{1+1}}`;
    const service = createServer((_request, response) => {
      response.writeHead(400, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ code: '<b>1</b>', description, data: [description], source: 'x' }));
    });
    await new Promise<void>((resolve) => {
      service.listen(0, resolve);
    });
    const { port } = service.address() as AddressInfo;
    const app = await startServer({ PARTNER_CENTER_URL: `http://localhost:${port}` });
    try {
      await page.goto(`${app.origin}/${LINK}`);
      await signIn(page);
      const alert = trouble(page, 'The service refused the question');
      await expect(alert).toContainText(description);
      await alert.getByRole('button', { name: 'Details' }).click();
      await expect(alert.getByRole('definition').nth(1)).toHaveText('<b>1</b>');
      await expect(alert.getByRole('img')).toHaveCount(0);
      await expect(page).not.toHaveTitle('run');
    } finally {
      app.stop();
      service.close();
    }
  });
});

test.describe('401', () => {
  test.use({ expectedConsoleErrors: [/status of 401/u] });

  test('once: the token is renewed and nothing is asked', async ({ page, provoke }) => {
    await open(page, LINK);
    await provoke([{ status: 401, times: 1 }]);
    const requests = dataRequests(page);
    await turnPage(page);
    await expectNoTrouble(page);

    await expect(range(page)).toContainText('101 to 200 of');
    expect(requests).toHaveLength(2);
    expect(await distinct(requests, 'authorization'), 'the second goes with a new token').toBe(2);
    expect(query(page).get('filter')).toBe("channel eq 'reseller'");
  });

  test('for tokens that expired: several questions renew them together', async ({
    page,
    origin,
    request,
  }) => {
    await open(page, LINK);
    expect((await request.post(`${origin}/emulator/expire-tokens`)).ok()).toBe(true);
    await filterBy(page, OTHER_FILTER);
    await expectNoTrouble(page);
    await expect(page.getByRole('list', { name: 'Active filters' })).toContainText('Channel is direct');
  });

  test('for good: signing in again leads back to the same view', async ({ page, provoke }) => {
    await open(page, LINK);
    await provoke([{ status: 401 }]);
    await turnPage(page);
    const alert = trouble(page, 'Your session has ended');
    await expect(alert).toContainText('Sign in again: you come back to this very view.');
    const view = page.url();

    await provoke([]);
    // In a window of its own, so that the page and what it has loaded stay.
    await page.evaluate(() => document.documentElement.setAttribute('data-kept', ''));
    const beside = page.waitForEvent('popup');
    await alert.getByRole('button', { name: 'Sign in' }).click();
    const signInPage = await beside;
    await expect.poll(() => signInPage.isClosed()).toBe(true);
    await expect(page).toHaveURL(view);
    await expect(page.locator('html[data-kept]')).toHaveCount(1);
    await page.getByRole('button', { name: 'Account' }).waitFor();
    await expectNoTrouble(page);
    await expect(range(page)).toContainText('101 to 200 of');
  });
});

for (const status of [401, 403]) {
  test.describe(`${status} with claims`, () => {
    test.use({ expectedConsoleErrors: [new RegExp(`status of ${status}`, 'u')] });

    test('asks for one more step, which leads back to the same view', async ({ page, provoke }) => {
      await open(page, LINK);
      await provoke([{ status, claims: CLAIMS }]);
      await turnPage(page);
      const alert = trouble(page, 'Your directory asks for more proof');
      await expect(alert).toContainText('You come back to this very view.');
      const view = page.url();

      await provoke([]);
      const asked = page.context().waitForEvent('request', (request) => request.isNavigationRequest());
      await alert.getByRole('button', { name: 'Sign in' }).click();
      const claims = new URL((await asked).url()).searchParams.get('claims');
      expect(JSON.parse(claims ?? 'null')).toMatchObject(JSON.parse(CLAIMS) as Record<string, unknown>);
      await expect(page).toHaveURL(view);
      await page.getByRole('button', { name: 'Account' }).waitFor();
      await expectNoTrouble(page);
      await expect(range(page)).toContainText('101 to 200 of');
    });
  });
}

test.describe('403', () => {
  test.use({ expectedConsoleErrors: [/status of 403/u] });

  for (const width of [1440, 390]) {
    test.describe(`at ${width} pixels`, () => {
      test.use({ viewport: { width, height: 844 } });

      test('names the roles that give access and who grants them, and asks no more', async ({ page }) => {
        const requests = dataRequests(page);
        await open(page, LINK, 'Helpdesk agent');
        const alert = trouble(page, 'This account may not read reports');
        // The page says that what it shows is final: so this is there.
        expect(await alert.count()).toBe(1);
        for (const role of ['Global admin', 'Account admin', 'Report viewer', 'Executive report viewer']) {
          await expect(alert).toContainText(role);
        }
        await expect(alert).toContainText(/global admin of your organization grants them/u);
        expect(query(page).get('filter')).toBe("channel eq 'reseller'");
        expect(requests).toHaveLength(1);
      });
    });
  }
});

test.describe('404', () => {
  test.use({ expectedConsoleErrors: [/status of 404/u] });

  test('says that the base URL does not serve the report', async ({ page, provoke }) => {
    await provoke([{ status: 404, body: 'html' }]);
    await open(page, LINK);
    const alert = trouble(page, 'The report is not there');
    await expect(alert).toContainText('apiBaseUrl');

    await provoke([]);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expectNoTrouble(page);
    expect(query(page).get('filter')).toBe("channel eq 'reseller'");
  });
});

test.describe('503', () => {
  test.use({ expectedConsoleErrors: [/status of 503/u] });

  test('waits as long as it was told, unless the person hurries it', async ({ page, provoke }) => {
    await open(page, LINK);
    await provoke([{ status: 503, retryAfter: LONG, times: 2 }]);
    const requests = dataRequests(page);
    await turnPage(page);
    const waiting = page.getByRole('status').filter({ hasText: 'The service is not available' });
    await expect(waiting).toHaveText('The service is not available: try 1 of 6 failed.');
    await expect(page.getByText(/Trying again in (?:200|19\d) s\./u)).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);

    await page.getByRole('button', { name: 'Try now' }).click();
    await expect(waiting).toHaveText('The service is not available: try 2 of 6 failed.');
    await page.getByRole('button', { name: 'Try now' }).click();
    await expectNoTrouble(page);
    await expect(waiting).toHaveCount(0);
    await expect(range(page)).toContainText('101 to 200 of');
    expect(await distinct(requests, 'ms-requestid'), 'each was answered: each has an id of its own').toBe(3);
  });

  test('that the person stops waiting for has details to copy, and can be tried again', async ({
    page,
    context,
    provoke,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, LINK);
    await provoke([{ status: 503, retryAfter: LONG, body: 'odata' }]);
    const answered = page.waitForResponse((response) => response.status() === 503);
    await turnPage(page);
    const headers = await (await answered).allHeaders();
    await page.getByRole('button', { name: 'Stop trying' }).click();

    const alert = trouble(page, 'The service is not available');
    await expect(alert).toContainText('It may be back in a minute: try again. The view is kept.');
    await expect(alert.getByRole('definition')).toHaveCount(0);
    await alert.getByRole('button', { name: 'Details' }).click();
    const told = [
      ['Status', '503'],
      ['Code', 'Fault503'],
      ['Description', 'This is the fault that was asked for: status 503.'],
      ['MS-RequestId', headers['ms-requestid'] ?? 'none'],
      ['MS-CorrelationId', headers['ms-correlationid'] ?? 'none'],
    ];
    await expect(alert.getByRole('term')).toHaveText(told.map(([name]) => name ?? ''));
    await expect(alert.getByRole('definition')).toHaveText(told.map(([, value]) => value ?? ''));
    await alert.getByRole('button', { name: 'Copy details' }).click();
    await expect(alert.getByRole('button', { name: 'Copied' })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(told.map((pair) => pair.join(': ')).join('\n'));

    await provoke([]);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expectNoTrouble(page);
    await expect(range(page)).toContainText('101 to 200 of');
    expect(query(page).get('filter')).toBe("channel eq 'reseller'");
  });
});

test.describe('429', () => {
  test.use({ expectedConsoleErrors: [/status of 429/u] });

  test('counts down the seconds, or to the date, that it was told, and goes on', async ({
    page,
    provoke,
  }) => {
    await open(page, LINK);
    for (const [retryAfter, rows] of [
      [1, '101 to 200 of'],
      ['date', '201 to 300 of'],
    ] as const) {
      await provoke([{ status: 429, retryAfter, times: 1 }]);
      await turnPage(page);
      const waiting = page.getByRole('status').filter({ hasText: 'The service asks to slow down' });
      await expect(waiting).toHaveText('The service asks to slow down: try 1 of 6 failed.');
      await expect(page.getByText(/Trying again in [1-4] s\./u)).toBeVisible();
      await expectNoTrouble(page);
      await expect(waiting).toHaveCount(0);
      await expect(range(page)).toContainText(rows);
    }
  });

  test('at every question of a view: all of it comes once the service is ready', async ({
    page,
    provoke,
  }) => {
    await open(page, LINK);
    const sold = await figure(page, 'Licenses sold');
    await provoke([{ status: 429, retryAfter: 1, times: 3 }]);
    await filterBy(page, OTHER_FILTER);
    await expectNoTrouble(page);
    expect(await figure(page, 'Licenses sold')).not.toBe(sold);
  });

  test('for longer than anyone waits is told at once, with how long', async ({ page, provoke }) => {
    await open(page, LINK);
    await provoke([{ status: 429, retryAfter: 3600 }]);
    await turnPage(page);
    const alert = trouble(page, 'The service asks to slow down');
    await expect(alert).toContainText('The service asked to wait 60 minutes.');
    await expect(alert.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

const BROKEN: readonly (readonly [name: string, fault: Fault, heading: string, console: RegExp])[] = [
  ['408', { status: 408 }, 'The service is not available', /status of 408/u],
  ['500', { status: 500 }, 'The service is not available', /status of 500/u],
  ['504', { status: 504 }, 'The service is not available', /status of 504/u],
  ['a dropped connection', { drop: true }, 'No connection to the service', /net::ERR_/u],
  ['a proxy’s page with 200', { html: 200 }, 'The answer did not arrive whole', /^$/u],
  ['a proxy’s page with 502', { html: true }, 'The service is not available', /status of 502/u],
  ['a body that breaks off', { truncate: true }, 'The answer did not arrive whole', /net::ERR_/u],
  ['a body that ends too early', { truncate: 'clean' }, 'The answer did not arrive whole', /^$/u],
];

for (const [name, fault, heading, consoleError] of BROKEN) {
  test.describe(name, () => {
    test.use({ expectedConsoleErrors: [consoleError] });

    test('passes where it happens once, and is told when it stays', async ({ page, provoke }) => {
      await open(page, LINK);
      await provoke([{ ...fault, times: 1 }]);
      await turnPage(page);
      await expectNoTrouble(page);
      await expect(range(page)).toContainText('101 to 200 of');

      await provoke([fault]);
      const requests = dataRequests(page);
      await turnPage(page);
      await expect(page.getByRole('status').filter({ hasText: heading })).toHaveText(/try \d of 6 failed/u);
      await page.getByRole('button', { name: 'Stop trying' }).click();
      const alert = trouble(page, heading);
      await expect(alert).toContainText(/try again/iu);
      await alert.getByRole('button', { name: 'Details' }).click();
      const requestId = await alert.getByRole('definition').nth(3).innerText();
      const sent = await Promise.all(requests.map((request) => request.headerValue('ms-requestid')));
      expect(sent).toContain(requestId);
      // The same id means "the same question again", which only holds where no response came.
      expect(new Set(sent).size).toBe('drop' in fault ? 1 : sent.length);

      await provoke([]);
      await alert.getByRole('button', { name: 'Try again' }).click();
      await expectNoTrouble(page);
      await expect(range(page)).toContainText('201 to 300 of');
      expect(query(page).get('filter')).toBe("channel eq 'reseller'");
    });
  });
}

test('a page of another snapshot is read again, and told when it stays', async ({ page, provoke }) => {
  await open(page, LINK);
  await provoke([{ tornSnapshot: true, times: 2 }]);
  const requests = dataRequests(page);
  await turnPage(page);
  await expectNoTrouble(page);
  await expect(range(page)).toContainText('101 to 200 of');
  expect(requests).toHaveLength(3);

  await provoke([{ tornSnapshot: true }]);
  await turnPage(page);
  // The page looks for the snapshot by itself first; then the alert stays.
  await settled(page);
  const alert = trouble(page, 'The data changed while it was read');
  await expect(alert).toContainText('figures of two snapshots must not be mixed. Try again.');
  await provoke([]);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expectNoTrouble(page);
  await expect(range(page)).toContainText('201 to 300 of');
});

for (const replacedSnapshot of [true, 'none']) {
  test(`a snapshot that is gone is found anew, and never shown with another’s figures: ${replacedSnapshot}`, async ({
    page,
    provoke,
  }) => {
    await open(page);
    const snapshot = page.getByRole('combobox', { name: 'Snapshot' });
    const latest = await snapshot.inputValue();
    const sold = await figure(page, 'Licenses sold');
    // Grouped answers carry no date: only the check tells that they are of another day, or that nothing is there.
    await provoke([{ replacedSnapshot }]);
    await filterBy(page, OTHER_FILTER);
    await settled(page);
    await expect(snapshot).not.toHaveValue(latest);
    await expect(snapshot).toHaveValue(/^Latest \(/u);
    await expectNoTrouble(page);
    await filterBy(page, '');
    await expectNoTrouble(page);
    expect(await figure(page, 'Licenses sold')).not.toBe(sold);
  });
}

test('figures that the service gives of another snapshot each time are not shown', async ({
  page,
  provoke,
}) => {
  await open(page);
  const snapshot = page.getByRole('combobox', { name: 'Snapshot' });
  const latest = await snapshot.inputValue();
  await provoke([{ tornSnapshot: true }]);
  await filterBy(page, OTHER_FILTER);
  await settled(page);
  const alert = trouble(page, 'The data changed while it was read');
  await expect(alert).toBeVisible();
  await expect(page.getByRole('group', { name: 'Licenses sold', exact: true })).toHaveCount(0);

  await provoke([]);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expectNoTrouble(page);
  await expect(snapshot).toHaveValue(latest);
});

for (const wrongCount of ['none', -1_000_000] as const) {
  test(`rows that the service counts wrongly are shown, page after page: ${wrongCount}`, async ({
    page,
    provoke,
  }) => {
    await provoke([{ wrongCount }]);
    await open(page);
    await expect(range(page)).toContainText('1 to 100 of more than 100');
    await expect(page.getByRole('button', { name: 'Last page' })).toBeDisabled();
    const requests = dataRequests(page);
    await turnPage(page);
    await settled(page);
    await expect(range(page)).toContainText('101 to 200 of more than 200');
    expect(requests, 'one page is one request').toHaveLength(1);
    await page.getByRole('button', { name: 'First page' }).click();
    await expect(range(page)).toContainText('1 to 100 of more than 100');
    await expectNoTrouble(page);

    await page.goto(`/?page=1000`);
    await settled(page);
    await expect(range(page)).toContainText('No rows here');
    await page.getByRole('link', { name: 'Go to page 1' }).click();
    await expect(range(page)).toContainText('1 to 100 of more than 100');
  });
}

test('pages without rows before those that have some are followed', async ({ page, provoke }) => {
  await provoke([{ emptyPage: true, times: 3 }]);
  await open(page, LINK);
  await expectNoTrouble(page);
  await provoke([{ emptyPage: true, times: 2 }]);
  await turnPage(page);
  await expectNoTrouble(page);
  await expect(range(page)).toContainText('101 to 200 of');

  await provoke([{ emptyPage: true }]);
  await turnPage(page);
  const alert = trouble(page, 'The answer does not come to an end');
  await expect(alert).toBeVisible();
  await provoke([]);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expectNoTrouble(page);
  await expect(range(page)).toContainText('201 to 300 of');
});

test('a count that is not what arrived is shown beside the figures', async ({ page, provoke }) => {
  await provoke([{ wrongCount: 7 }]);
  await open(page, LINK);
  const customers = await figure(page, 'Customers');
  const said = await page.getByText(/^The service counted [\d,]+, [\d,]+ arrived\.$/u).innerText();
  const [counted, arrived] = (said.match(/\d[\d,]*/gu) ?? []).map((text) => Number(text.replaceAll(',', '')));
  expect(arrived).toBe(customers);
  expect(counted).toBe(customers + 7);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a next link to another host is not followed: all rows come from here', async ({
  page,
  origin,
  provoke,
}) => {
  // 20,000 rows twice.
  test.slow();
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).origin));
  const grid = page.getByRole('grid', { name: 'License deployment' });
  const load = async (): Promise<string[]> => {
    await page.getByRole('button', { name: 'Load 20,000 rows' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'All 20,000 rows' })).toBeVisible();
    await settled(page);
    return grid.getByRole('gridcell').allInnerTexts();
  };
  await open(page, '?sort=customerName,productName,channel');
  const rows = await load();
  expect(rows.length).toBeGreaterThan(100);

  await page.reload();
  await page.getByRole('button', { name: 'Load 20,000 rows' }).waitFor();
  await settled(page);
  // On the service's own path it even looks like one of its links, and leads back to rows that were there.
  await provoke([{ foreignNextLink: true }]);
  expect(await load()).toEqual(rows);
  expect([...hosts]).toEqual([origin]);
});

test.describe('without a network', () => {
  test.use({ expectedConsoleErrors: [/net::ERR_INTERNET_DISCONNECTED/u] });

  test('what is there stays, and the rest goes on by itself once it is back', async ({ page, context }) => {
    await open(page, LINK);
    const sold = await figure(page, 'Licenses sold');
    const offline = page.getByRole('status').filter({ hasText: 'You are offline.' });

    await context.setOffline(true);
    await expect(offline).toBeVisible();
    expect(await figure(page, 'Licenses sold')).toBe(sold);
    await turnPage(page);
    await expect(offline).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect(query(page).get('page')).toBe('2');

    await context.setOffline(false);
    await expect(offline).toHaveCount(0);
    await expectNoTrouble(page);
    await expect(range(page)).toContainText('101 to 200 of');
    expect(query(page).get('filter')).toBe("channel eq 'reseller'");
  });
});

test.describe('a part of the page', () => {
  // One expression: of two, Playwright takes the second for the option's settings.
  test.use({ expectedConsoleErrors: [/net::ERR_INTERNET_DISCONNECTED|fetch dynamically imported/u] });

  test('that cannot be fetched comes with the next try, without a reload', async ({ page, context }) => {
    await open(page, LINK);
    for (const [button, role, name] of [
      ['Add filter', 'dialog', 'Add filter'],
      ['Rows in this browser', 'dialog', 'Rows in this browser'],
      ['Columns', 'menu', 'Columns'],
      ['Account', 'menu', 'Account'],
    ] as const) {
      await context.setOffline(true);
      await page.getByRole('button', { name: button }).click();
      const alert = page
        .getByRole('alert')
        .filter({ hasText: 'This part of the page could not be fetched.' });
      await expect(alert).toBeVisible();
      if (role === 'menu') {
        await expect(page.getByRole('button', { name: button })).toHaveAttribute('aria-expanded', 'false');
      }
      await expect(alert.getByRole('button', { name: 'Reload' })).toHaveCount(0);
      await alert.getByRole('button', { name: 'Try again' }).click();
      // There may be a new version, or a browser that does not fetch again.
      await expect(alert.getByRole('button', { name: 'Reload' })).toBeVisible();
      await context.setOffline(false);
      await alert.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByRole(role, { name })).toBeVisible();
      await expect(alert).toHaveCount(0);
      await page.keyboard.press('Escape');
      await expect(page.getByRole(role, { name })).toHaveCount(0);
    }
  });

  test('that cannot be fetched is said once for one cause, and one try brings all of it', async ({
    page,
    context,
  }) => {
    await open(page, LINK);
    const alerts = page.getByRole('alert').filter({ hasText: 'This part of the page could not be fetched.' });
    await context.setOffline(true);
    for (const name of ['Add filter', 'Export', 'Columns', 'Account', 'Saved views']) {
      await page.getByRole('button', { name, exact: true }).click();
      await expect(alerts).toHaveCount(1);
    }
    await context.setOffline(false);
    await alerts.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('dialog')).toHaveAccessibleName('Saved views');
    await page.keyboard.press('Escape');
    await expect(alerts).toHaveCount(0);

    await context.setOffline(true);
    await page.getByRole('combobox', { name: 'Compare with' }).click();
    await page.getByRole('option', { name: /1 day before/u }).click();
    await expect(alerts).toHaveCount(1);
    await context.setOffline(false);
    await alerts.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('table', { name: 'Movers up' })).toBeVisible();
    await expect(page.getByRole('group', { name: 'Licenses sold' })).toContainText(/[+−]\d|unchanged/u);
    await expect(alerts).toHaveCount(0);
  });

  test('that cannot be fetched leaves the rest, and what is to be done instead', async ({
    page,
    context,
  }) => {
    await open(page, LINK);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Add filter' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'could not be fetched' })).toContainText(
      'The filter can also be written as an expression.',
    );
    await context.setOffline(false);
    await filterBy(page, OTHER_FILTER);
    await settled(page);
    await expect(page.getByRole('list', { name: 'Active filters' })).toContainText('Channel is direct');
  });
});

test('a filter that is too long to be sent says what can be done, and nothing is sent', async ({ page }) => {
  await open(page);
  const requests = dataRequests(page);
  const names = Array.from({ length: 400 }, (_, index) => `customerName ne 'Nobody ${index}'`);
  await filterBy(page, names.join(' and '));
  await settled(page);
  const alert = trouble(page, 'The filter is too long for the service');
  await expect(alert).toContainText('Exclude fewer values, or say which ones to include instead.');
  await expect(alert.getByRole('button', { name: 'Details' })).toBeVisible();
  await expect(alert.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  expect(requests).toHaveLength(0);

  await page.goBack();
  await expectNoTrouble(page);
});

test.describe('a snapshot that cannot be had', () => {
  test.use({ expectedConsoleErrors: [/status of (?:400|401|503)/u], loadLimit: null });

  for (const { status, isWaitedFor } of [
    { status: 400, isWaitedFor: false },
    { status: 401, isWaitedFor: false },
    { status: 503, isWaitedFor: true },
  ]) {
    test(`(${status}) leaves nothing of the one before that looks current`, async ({ page, provoke }) => {
      await open(page);
      await expect(page.getByText(/^Snapshot of/u)).toHaveCount(1);
      await provoke([{ status, ...(isWaitedFor ? { retryAfter: LONG } : {}) }]);
      await page.getByRole('combobox', { name: 'Snapshot' }).fill('2026-01-05');
      await page.getByRole('combobox', { name: 'Snapshot' }).press('Enter');
      if (isWaitedFor) await page.getByRole('button', { name: 'Stop trying' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      await settled(page);
      await expect(page.getByText(/^Snapshot of|all [\d,]+ customers|All [\d,]+ rows/u)).toHaveCount(0);
      await expect(page.getByRole('group', { name: 'Licenses sold' })).toHaveCount(0);
      await expect(page.getByText('About these figures')).toHaveCount(0);
    });
  }
});

test.describe('first figures that cannot be had', () => {
  test.use({ expectedConsoleErrors: [/status of 404/u], loadLimit: null });

  test('promise no rows: what needs all of them has a button that loads them', async ({ page, provoke }) => {
    // The snapshot is found, and nothing that is asked of it is answered.
    await provoke([{ status: 404, after: 1 }]);
    await open(page, '?search=a&sort=licensesSold%20desc');
    await expect(page.getByRole('alert')).toBeVisible();
    await provoke([]);
    const note = page.getByRole('note').filter({ hasText: 'is not applied yet' });
    await expect(note).toContainText('It needs all rows: load them above.');
    await page.getByRole('button', { name: 'Load 20,000 rows' }).click();
    await settled(page);
    await expect(note).toHaveCount(0);
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect(await figure(page, 'Licenses sold')).toBeGreaterThan(0);
  });
});

test.describe('while the whole snapshot loads', () => {
  test.use({ expectedConsoleErrors: [/status of 404/u] });

  test('is told, the page goes on by the service, and it can be tried again', async ({ page, provoke }) => {
    await open(page, LINK);
    const sold = await figure(page, 'Licenses sold');
    // The first figures are there: what is asked next are the rows.
    await provoke([{ status: 404, after: 1 }]);
    await page.getByRole('button', { name: 'Rows in this browser' }).click();
    const dialog = page.getByRole('dialog', { name: 'Rows in this browser' });
    await dialog.getByRole('textbox', { name: 'Load at most (rows)' }).fill('20,000');
    await dialog.getByRole('button', { name: 'Done' }).click();
    const alert = trouble(page, 'The report is not there');
    await expect(alert).toBeVisible();
    await settled(page);
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    expect(await figure(page, 'Licenses sold')).toBe(sold);
    await expect(page.getByRole('button', { name: 'Load 20,000 rows' })).toBeVisible();

    // A question fails as well: one try is for both.
    await turnPage(page);
    await settled(page);
    await expect(page.getByRole('alert')).toHaveCount(1);
    await provoke([]);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await settled(page);
    await expect(page.getByRole('status').filter({ hasText: 'All 20,000 rows' })).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect(await figure(page, 'Licenses sold')).toBe(sold);
    await expect(range(page)).toContainText('101 to 200 of');
  });
});
