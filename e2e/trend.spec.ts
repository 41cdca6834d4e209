import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { open, query, settled } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { test } from './support/test.ts';

const PATH = '/v1/analytics/commercial/deployment/license/';

type Group = { readonly licensesSold: number; readonly licensesDeployed: number };

/** The sums of a day, by the endpoint itself, asked for beside the page with the headers of its first request. */
async function sumsOf(
  request: APIRequestContext,
  headers: Record<string, string>,
  day: string,
  filter = '',
): Promise<Group> {
  const parameters = new URLSearchParams({ groupby: 'channel', processedDateTime: day });
  if (filter !== '') parameters.set('filter', filter);
  const response = await request.get(`${PATH}?${parameters.toString()}`, { headers });
  const { Value } = (await response.json()) as { Value: Group[] };
  return {
    licensesSold: Value.reduce((sum, { licensesSold }) => sum + licensesSold, 0),
    licensesDeployed: Value.reduce((sum, { licensesDeployed }) => sum + licensesDeployed, 0),
  };
}

const trend = (page: Page) => page.getByRole('figure', { name: 'Trend' });

/** The cells of the trend's table, a list for each snapshot. */
async function tableOf(page: Page): Promise<string[][]> {
  await trend(page).getByRole('button', { name: 'Show as table' }).click();
  const rows = trend(page).getByRole('table').getByRole('row');
  const [, ...snapshots] = await rows.all();
  return Promise.all(
    snapshots.map(async (row) => [
      await row.getByRole('rowheader').innerText(),
      ...(await row.getByRole('cell').allInnerTexts()),
    ]),
  );
}

const dayOf = (text: string): string => {
  const day = new Date(`${text} UTC`);
  return day.toISOString().slice(0, 10);
};
const count = (value: number): string => value.toLocaleString('en-US').replace('-', '−');

test('each snapshot of the range has the sums that the endpoint says', async ({ page, request }) => {
  const asked = page.waitForRequest((sent) => sent.url().includes(PATH));
  await open(page, "?filter=channel+eq+'reseller'&view=trend&days=7");
  const headers = (await asked).headers();
  await expect(page.getByRole('heading', { level: 2, name: 'Trend' }).first()).toBeVisible();
  await settled(page);
  await expectAccessible(page);
  const rows = await tableOf(page);
  expect(rows).toHaveLength(7);
  for (const [date = '', sold, deployed] of rows) {
    const sums = await sumsOf(request, headers, dayOf(date), "channel eq 'reseller'");
    expect([sold, deployed]).toEqual([count(sums.licensesSold), count(sums.licensesDeployed)]);
  }
  await page.reload();
  await settled(page);
  expect(await tableOf(page)).toEqual(rows);
});

test('a long range is sampled, with at most 60 requests, and says so', async ({ page }) => {
  await open(page, '?view=trend');
  await settled(page);
  const requests: string[] = [];
  page.on('request', (sent) => {
    if (sent.url().includes(PATH)) requests.push(sent.url());
  });
  await page.getByRole('button', { name: '13 months' }).click();
  await settled(page);
  expect(query(page).get('days')).toBe('396');
  expect(requests.length).toBeLessThanOrEqual(60);
  await expect(page.getByText('30 of 396 days, evenly chosen')).toBeVisible();
  const rows = await tableOf(page);
  expect(rows.length).toBeGreaterThan(20);
});

test('a day leads to its snapshot, by keyboard too, and two to their comparison', async ({ page }) => {
  await open(page, '?view=trend&days=3');
  await settled(page);
  const days = trend(page).getByRole('button', { name: /sold, .* deployed/ });
  await expect(days).toHaveCount(3);
  const first = (await days.first().getAttribute('aria-label'))?.split(':')[0] ?? '';
  await days.first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `Show ${first}` }).click();
  await settled(page);
  expect(query(page).get('view')).toBeNull();
  expect(query(page).get('processedDateTime')).toBe(dayOf(first));

  await page.goBack();
  await settled(page);
  await days.nth(0).click();
  await days.nth(2).click();
  await page.getByRole('button', { name: new RegExp(`^Compare ${first} with`) }).click();
  await settled(page);
  expect(query(page).get('compare')).toBe(dayOf(first));
});

test('grouped, the members with most have a line each, and the others stand in the table', async ({
  page,
  request,
}) => {
  const asked = page.waitForRequest((sent) => sent.url().includes(PATH));
  await open(page, '?groupby=productName&view=trend&days=3');
  const headers = (await asked).headers();
  await settled(page);
  const columns = trend(page).getByRole('table').getByRole('columnheader');
  const rows = await tableOf(page);
  expect(rows).toHaveLength(3);
  await expect(columns).toHaveCount(5 + 5 + 1);
  await expect(columns.last()).toHaveText(/^Sold, Other \(\d+\)$/u);
  const numberOf = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''));
  for (const [date = '', sold, , , , ...members] of rows) {
    const { licensesSold } = await sumsOf(request, headers, dayOf(date));
    expect(numberOf(sold)).toBe(licensesSold);
    expect(members.reduce((sum, member) => sum + numberOf(member), 0)).toBe(licensesSold);
  }
});

test.describe('idle licenses', () => {
  test.use({ loadLimit: 0 });

  test('of few products they are drawn, of many they are offered with their price', async ({ page }) => {
    await open(
      page,
      "?filter=channel+eq+'direct'+and+productName+eq+'Visio+Plan+2'&view=trend&days=3&measure=idle",
    );
    await settled(page);
    const [day] = await tableOf(page);
    // Sold less deployed is idle less short: of a product that nobody is short of it is what lies idle.
    expect(day).toHaveLength(6);
    expect(day?.at(-1)).toMatch(/^[\d,]+$/u);

    await page.goto('/?view=trend&days=3');
    await settled(page);
    await page.getByRole('combobox', { name: 'Measure' }).click();
    await page.getByRole('option', { name: 'Idle' }).click();
    await settled(page);
    await expect(page.getByRole('note')).toContainText(/3 days take about \d+ requests/u);
    const unread = await tableOf(page);
    expect(unread.map((cells) => cells.at(-1))).toEqual(['—', '—', '—']);
    await page.getByRole('button', { name: 'Read them' }).click();
    await settled(page);
    for (const cells of await trend(page).getByRole('table').getByRole('row').all()) {
      await expect(cells).not.toContainText('—');
    }
  });
});
