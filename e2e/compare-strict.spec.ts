import { expect } from '@playwright/test';
import { open } from './support/app.ts';
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
