import { expect, type Locator, type Page } from '@playwright/test';
import { open, settled } from './support/app.ts';
import { test } from './support/test.ts';

/** What the keyboard would go on from; the page itself is nowhere. */
async function expectFocusSomewhere(page: Page, after: string): Promise<void> {
  await settled(page);
  const isLost = () => page.evaluate(() => document.activeElement === document.body);
  expect(await isLost(), `after ${after} the focus is on a control or a region`).toBe(false);
}

const presses = (page: Page): Locator => page.getByRole('button').or(page.getByRole('link'));

/** The first words of a name: what `Filter by …` does for one member it does for the others. */
const kindOf = (name: string): string => name.split(' ').slice(0, 2).join(' ');

/**
 * Presses one button or link of each kind on the page by keyboard, then Escape, then goes back where that led elsewhere.
 * Gives the kinds in order.
 */
async function pressEvery(page: Page): Promise<string[]> {
  const start = page.url();
  const names = await presses(page).evaluateAll((all) =>
    all.map((one) => (one.ariaLabel ?? one.textContent ?? '').trim()),
  );
  const kinds = [...new Map(names.map((name) => [kindOf(name), name]))];
  for (const [, name] of kinds) {
    const control = presses(page)
      .and(page.getByRole('button', { name, exact: true }).or(page.getByRole('link', { name, exact: true })))
      .first();
    // Some stand there only until another was pressed.
    if ((await control.count()) === 0) continue;
    await control.focus();
    await page.keyboard.press('Enter');
    await expectFocusSomewhere(page, name);
    await page.keyboard.press('Escape');
    await expectFocusSomewhere(page, `${name} and Escape`);
    if (page.url() !== start) {
      await page.goBack();
      await expectFocusSomewhere(page, `going back from ${name}`);
    }
  }
  return kinds.map(([kind]) => kind);
}

test.describe('every button and link of a state, pressed by keyboard, leaves the focus somewhere', () => {
  for (const [state, search, named] of [
    ['everything', '', 'Add filter'],
    [
      'filtered, searched and grouped',
      `?filter=${encodeURIComponent("channel eq 'reseller' and productName ne 'Visio Plan 2'")}&groupby=channel,serviceName&search=a`,
      'Clear filters',
    ],
    ['nothing matches', `?filter=${encodeURIComponent("channel eq 'none'")}`, 'Show everything'],
    ['a page behind the last', '?page=9999', 'Go to'],
    ['a day without data', '?processedDateTime=2019-01-01', 'Show the'],
    ['opportunities', '?view=opportunities', 'Add filter'],
    ['anomalies', '?view=anomalies', 'Add filter'],
    ['the trend', '?view=trend&days=7', 'Add filter'],
  ] as const) {
    test(state, async ({ page }) => {
      test.slow();
      await open(page, search);
      expect(await pressEvery(page)).toContain(named);
    });
  }

  test('one customer', async ({ page }) => {
    test.slow();
    await open(page, '?groupby=customerTenantId,customerName');
    await page
      .getByRole('link', { name: /^Open customer /u })
      .first()
      .click();
    await settled(page);
    expect(new URL(page.url()).searchParams.get('view')).toBe('customer');
    expect(await pressEvery(page)).toContain('Add filter');
  });

  test.describe('without the rows', () => {
    test.use({ loadLimit: 0, expectedConsoleErrors: [/status of 503/u] });

    test('the service waits, and gives up', async ({ page, provoke }) => {
      await open(page);
      await provoke([{ status: 503, retryAfter: 200 }]);
      await page.getByRole('button', { name: 'Next page' }).click();
      await page.getByRole('button', { name: 'Try now' }).focus();
      await page.keyboard.press('Enter');
      const stop = page.getByRole('button', { name: 'Stop trying' });
      await stop.focus();
      await page.keyboard.press('Enter');
      await expectFocusSomewhere(page, 'Stop trying');

      const alert = page.getByRole('alert');
      await alert.getByRole('button', { name: 'Details' }).focus();
      await page.keyboard.press('Enter');
      await expectFocusSomewhere(page, 'Details');
      await provoke([]);
      await alert.getByRole('button', { name: 'Try again' }).focus();
      await page.keyboard.press('Enter');
      await expectFocusSomewhere(page, 'Try again');
      await expect(alert).toHaveCount(0);
    });
  });
});

test('going back from a cell leaves the focus in the rows', async ({ page }) => {
  await open(page);
  const groupBy = page.getByRole('combobox', { name: 'Group by' });
  await groupBy.click();
  await page.getByRole('option', { name: 'Channel', exact: true }).click();
  await page.keyboard.press('Escape');
  await settled(page);
  await page.getByRole('grid', { name: 'License deployment' }).getByRole('gridcell').first().click();
  await page.goBack();
  await expectFocusSomewhere(page, 'going back');
  const rows = page.getByRole('region', { name: 'Rows' });
  expect(await rows.evaluate((region) => region.contains(document.activeElement))).toBe(true);
});

test('what is removed leaves the focus to what stands before it', async ({ page }) => {
  await open(
    page,
    `?filter=${encodeURIComponent("channel eq 'reseller' and productName ne 'Visio Plan 2'")}`,
  );
  const remove = page.getByRole('list', { name: 'Active filters' }).getByRole('button', { name: /^Remove/u });
  await remove.last().focus();
  await page.keyboard.press('Enter');
  await settled(page);
  await expect(remove).toHaveCount(1);
  await expect(remove).toBeFocused();
  await page.keyboard.press('Enter');
  await settled(page);
  await expect(page.getByRole('button', { name: 'Add filter' })).toBeFocused();
});
