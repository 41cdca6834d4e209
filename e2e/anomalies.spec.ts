import { expect, type Page } from '@playwright/test';
import { openToRead, type SentRow } from './support/all-rows.ts';
import { open, query, settled } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { test } from './support/test.ts';

// Each reads every row of the endpoint besides what the page reads.
test.describe.configure({ timeout: 90_000 });

const list = (page: Page) => page.getByRole('grid', { name: 'Anomalies' });
const kind = (page: Page, name: string) =>
  page
    .getByRole('group', { name: 'Kinds of anomalies' })
    .getByRole('checkbox', { name: new RegExp(`^${name}`, 'u') });
const count = (value: number): string => value.toLocaleString('en-US');

type Sums = { sold: number; deployed: number };

const fold = (text: string | null): string | null => text?.toLowerCase() ?? null;

/** Sums by some fields. */
function sumsBy(
  rows: readonly SentRow[],
  keyOf: (row: SentRow) => readonly (string | null)[],
): ReadonlyMap<string, Sums> {
  const groups = new Map<string, Sums>();
  for (const row of rows) {
    const key = JSON.stringify(keyOf(row).map(fold));
    const sums = groups.get(key) ?? { sold: 0, deployed: 0 };
    sums.sold += row.licensesSold;
    sums.deployed += row.licensesDeployed;
    groups.set(key, sums);
  }
  return groups;
}

const pairsOf = (rows: readonly SentRow[]): ReadonlyMap<string, Sums> =>
  sumsBy(rows, (row) => [row.customerTenantId, row.productId]);

/** How many values of one field have several of another. */
function withSeveral(rows: readonly SentRow[], of: 'customerName' | 'customerTenantId'): number {
  const other = of === 'customerName' ? 'customerTenantId' : 'customerName';
  const others = new Map<string, Set<string>>();
  for (const row of rows) {
    const [value, its] = [fold(row[of]), fold(row[other])];
    if (value !== null && its !== null) others.set(value, (others.get(value) ?? new Set()).add(its));
  }
  return [...others.values()].filter((values) => values.size > 1).length;
}

/** What each kind lists, as independent sums over the rows of both days say. */
function expectedOf(rows: readonly SentRow[], earlier: readonly SentRow[]) {
  const pairs = [...pairsOf(rows).values()];
  const [now, then] = [rows, earlier].map((day) => sumsBy(day, (row) => [row.customerTenantId]));
  if (now === undefined || then === undefined) throw new Error('Both days have rows.');
  const gone = [...then.keys()].filter((tenant) => !now.has(tenant));
  const emptied = [...then].filter(([tenant, { sold }]) => sold > 0 && now.get(tenant)?.sold === 0);
  const nowPairs = pairsOf(rows);
  const dropped = [...pairsOf(earlier)].filter(([pair, { sold }]) => {
    const [tenant = null] = JSON.parse(pair) as readonly (string | null)[];
    const isServed = (now.get(JSON.stringify([tenant]))?.sold ?? 0) > 0;
    return sold > 0 && isServed && (nowPairs.get(pair)?.sold ?? 0) === 0;
  });
  const over = pairs.filter(({ sold, deployed }) => sold > 0 && deployed > sold);
  return {
    'Over-deployed': over.length,
    'Nothing sold': pairs.filter(({ sold, deployed }) => sold === 0 && deployed > 0).length,
    'Shared name': withSeveral(rows, 'customerName'),
    'Several names': withSeveral(rows, 'customerTenantId'),
    'Customer gone': gone.length,
    'Dropped to nothing': emptied.length + dropped.length,
    mostOver: Math.max(...over.map(({ sold, deployed }) => deployed - sold)),
  };
}

const rowsSaid = (page: Page) => page.getByRole('note').filter({ hasText: /anomal|odd/u });

test('what is odd is what independent sums find, each kind can be switched off, and each row leads on', async ({
  page,
}) => {
  const readDay = await openToRead(page, '?view=anomalies&without=jump');
  const rows = await readDay();
  await expect(page.getByRole('heading', { level: 2, name: 'Anomalies' })).toBeVisible();
  await expect(kind(page, 'Jump')).not.toBeChecked();
  await expect(page.getByText(/need an earlier snapshot to compare with/u)).toBeVisible();
  await page.getByRole('button', { name: /^Compare with / }).click();
  await settled(page);
  const day = query(page).get('compare') ?? '';
  const { mostOver, ...counts } = expectedOf(rows, await readDay(day));
  for (const [name, expected] of Object.entries(counts)) {
    await expect(kind(page, name)).toHaveAccessibleName(new RegExp(`^${name}\\s*${count(expected)}$`, 'u'));
  }
  await expectAccessible(page);

  for (const name of Object.keys(counts).slice(1)) await kind(page, name).uncheck();
  await kind(page, 'Product renamed').uncheck();
  await settled(page);
  expect(query(page).get('without')).toBe(
    'nothingSold,sharedName,severalNames,renamedProduct,customerGone,droppedToNothing,jump',
  );
  await expect(rowsSaid(page)).toContainText(`${count(counts['Over-deployed'])} anomalies`);
  const first = list(page).getByRole('row').nth(1);
  await expect(first.getByRole('gridcell').nth(3)).toContainText(`${count(mostOver)} too many`);
  await expect(first.getByRole('gridcell').last()).toHaveText(count(mostOver));
  await expect(list(page).getByRole('columnheader', { name: 'Why' })).toBeVisible();

  // One stop for Tab, and arrows within.
  await first.getByRole('gridcell').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(first.getByRole('link').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(list(page).getByRole('row').nth(2).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await expect(first.getByRole('link', { name: /^Open customer /u })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await settled(page);
  await expect(page.getByRole('heading', { level: 2, name: 'Overview' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Not deployed' })).toContainText(`−${count(mostOver)}`);
  await page.goBack();
  await settled(page);
  await expect(kind(page, 'Nothing sold')).not.toBeChecked();
});

test('jumps say in which days they were looked for, in little room and in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 320, height: 844 });
  await open(page, '?view=anomalies');
  await expect(page.getByText(/in 30 snapshots from .* modified z-score is above 3\.5/u)).toBeVisible();
  await expect(kind(page, 'Jump')).toHaveAccessibleName(/^Jump\s*\d+$/u);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});

test('where nothing is odd it is said what was looked for', async ({ page }) => {
  await open(page, "?view=anomalies&filter=customerTenantId+eq+'nobody'&without=jump");
  await expect(page.getByText('Nothing odd found')).toBeVisible();
  await expect(
    page.getByText(/^Looked for in the snapshot of .*: Over-deployed, Nothing sold/u),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show all kinds' }).click();
  await settled(page);
  expect(query(page).get('without')).toBeNull();
});

test.describe('by the service alone', () => {
  test.use({ loadLimit: 0 });

  test('it is said what has to be read, and nothing is claimed before', async ({ page }) => {
    await open(page, '?view=anomalies&without=jump');
    await expect(
      page.getByText(/^What is odd is found once every product of every customer is read/u),
    ).toBeVisible();
    await expect(list(page)).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Read them' }).click();
    await settled(page);
    await expect(list(page).getByRole('gridcell').first()).toBeVisible();
  });
});
