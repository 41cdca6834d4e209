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

/**
 * The buttons and links that are pressed for all of their kind, each with its kind: the first words of its name, without
 * the numbers, and its column in a grid. What `Filter by …` does for one member it does for the others.
 */
function kindsOf(all: readonly (SVGElement | HTMLElement)[]): [kind: string, name: string][] {
  return all.map((one) => {
    const name = (one.ariaLabel ?? one.textContent ?? '').trim();
    const cell = one.closest('[role=gridcell]');
    const words = cell === null ? name.split(' ').slice(0, 2).join(' ').replaceAll(/\d+/gu, '0') : '';
    const isOfFrame = one.closest('header, nav') !== null;
    return [
      `${isOfFrame ? 'frame' : ''}${cell?.ariaColIndex ?? ''}${words.replace(/^[A-Z][a-z]{2} 0,/u, 'day')}`,
      name,
    ];
  });
}

/**
 * Presses one button or link of each kind on the page by keyboard, then Escape, then goes back where that led elsewhere.
 * What stands in the page's frame, and what only opens something, is left out where it was pressed before. Gives the
 * names.
 */
async function pressEvery(page: Page, pressed: Set<string>): Promise<string[]> {
  const start = page.url();
  const kinds = new Map(await presses(page).evaluateAll(kindsOf));
  for (const [kind, name] of kinds) {
    if (pressed.has(kind)) continue;
    const control = presses(page)
      .and(page.getByRole('button', { name, exact: true }).or(page.getByRole('link', { name, exact: true })))
      .first();
    // Some stand there only until another was pressed.
    if ((await control.count()) === 0) continue;
    await control.focus();
    if (await control.isEnabled()) await expect(control, `nothing stands before ${name}`).toBeFocused();
    await page.keyboard.press('Enter');
    await expectFocusSomewhere(page, name);
    const isElsewhere = page.url() !== start;
    if (kind.startsWith('frame') || !isElsewhere) pressed.add(kind);
    await page.keyboard.press('Escape');
    await expectFocusSomewhere(page, `${name} and Escape`);
    if (page.url() !== start) {
      await page.goBack();
      await expectFocusSomewhere(page, `going back from ${name}`);
    }
  }
  return [...kinds.values()];
}

test.describe('every button and link of a state, pressed by keyboard, leaves the focus somewhere', () => {
  for (const [journey, states] of [
    [
      'the overview, full, filtered, empty',
      [
        ['', 'Add filter'],
        [
          `?filter=${encodeURIComponent("channel eq 'reseller' and productName ne 'Visio Plan 2'")}&groupby=channel,serviceName&search=a`,
          'Clear filters',
        ],
        [`?filter=${encodeURIComponent("channel eq 'none'")}`, 'Show everything'],
      ],
    ],
    [
      'other days, pages and views',
      [
        ['?page=9999', 'Go to page 200'],
        ['?processedDateTime=2019-01-01', 'Show the latest snapshot'],
        ['?view=opportunities', 'Add filter'],
        ['?view=anomalies', 'Add filter'],
        ['?view=trend&days=7', 'Add filter'],
      ],
    ],
  ] as const) {
    test(journey, async ({ page }) => {
      test.slow();
      const pressed = new Set<string>();
      await open(page);
      for (const [search, named] of states) {
        await page.goto(`/${search}`);
        await settled(page);
        expect(await pressEvery(page, pressed), `${search} has ${named}`).toContain(named);
      }
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
    expect(await pressEvery(page, new Set())).toContain('Add filter');
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
