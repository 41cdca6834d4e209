import { expect } from '@playwright/test';
import { cells, open, settled } from './support/app.ts';
import { test } from './support/test.ts';

// This service answers a day that it has no snapshot of with the nearest one before it.
test.use({ service: 'strict' });

const DAY = 86_400_000;
const dateOf = (daysBack: number): Date => new Date(Date.now() - (daysBack + 1) * DAY);
const written = (daysBack: number): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(dateOf(daysBack));

test('the snapshot that is compared with is of the day that its rows say', async ({ page }) => {
  await open(page, `?compare=${dateOf(37).toISOString().slice(0, 'YYYY-MM-DD'.length)}`);
  const note = page.getByRole('status').filter({ hasText: `No snapshot for ${written(37)}` });
  await expect(note).toHaveText(`No snapshot for ${written(37)}; comparing with ${written(39)}.`);
  await expect(page.getByRole('group', { name: 'Licenses sold', exact: true })).toContainText(/[+−]\d/u);
});

test('a trend counts each snapshot once, on the day that its rows say, and asks for no day more than twice', async ({
  page,
}) => {
  const day = (daysBack: number): string => dateOf(daysBack).toISOString().slice(0, 'YYYY-MM-DD'.length);
  const asked: string[] = [];
  await open(page);
  page.on('request', (sent) => {
    const named = new URL(sent.url()).searchParams.get('processedDateTime');
    if (sent.url().includes('/deployment/license/') && named !== null) asked.push(named);
  });
  // On two of these days the service gives the snapshot of the day before them.
  await page.goto(`/?view=trend&from=${day(41)}&to=${day(35)}`);
  await settled(page);
  const trend = page.getByRole('figure', { name: 'Trend' });
  await expect(page.getByText('2 of 7 days asked for have no snapshot')).toBeVisible();
  await trend.getByRole('button', { name: 'Show as table' }).click();
  const [, ...rows] = await cells(trend.getByRole('table'));
  expect(rows.map(([date]) => date)).toEqual([41, 40, 39, 36, 35].map(written));
  const times = (daysBack: number): number => asked.filter((each) => each.startsWith(day(daysBack))).length;
  expect([41, 40, 39, 38, 37, 36, 35].map(times)).toEqual([2, 2, 2, 2, 2, 2, 2]);
});
