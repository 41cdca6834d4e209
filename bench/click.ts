import type { Browser, Page } from '@playwright/test';
import { figure, settled, signIn } from '#e2e/support/app.ts';
import { startServer } from '#e2e/support/server.ts';
import type { ClickTimes } from './results.ts';
import { watchNextClick, type Repaint } from './repaint.ts';
import { spreadOf } from './statistics.ts';

export type ClickOptions = {
  readonly browser: Browser;
  readonly rows: number;
  readonly repeat: number;
  /** Licenses sold by product, to compare the page with. */
  readonly soldByProduct: ReadonlyMap<string, number>;
  readonly say: (line: string) => void;
};

/** The browser of a person at a desk. */
export const DESKTOP = {
  locale: 'en-US',
  timezoneId: 'UTC',
  viewport: { width: 1440, height: 900 },
  reducedMotion: 'reduce',
} as const;

/** The milliseconds between the pointer's arrival on a bar and the click: less than a person's finger takes. */
const AIMED = 100;

const DAY = 86_400_000;
/** In milliseconds. */
const LONGEST_LOAD = 300_000;
/** The compared snapshot is so many days before the latest one of the demo data, which is yesterday's. */
const DAYS_BEFORE = 30;

/** The address of a page with a comparison. */
function comparedAddress(origin: string): string {
  const day = new Date(Date.now() - (DAYS_BEFORE + 1) * DAY).toISOString().slice(0, 'YYYY-MM-DD'.length);
  return `${origin}/?compare=${day}`;
}

/** Waits until the rows of the compared snapshot are there too, and asks for them where they are not loaded unasked. */
async function loadBoth(page: Page): Promise<void> {
  const compared = page.getByRole('status').filter({ hasText: /Compared with .+: [\d,]+ rows\./u });
  const load = page.getByRole('button', { name: /^Load both days/u });
  await compared.or(load).first().waitFor({ timeout: LONGEST_LOAD });
  if (await load.isVisible()) await load.click();
  await compared.waitFor({ timeout: LONGEST_LOAD });
  await settled(page);
}

/** Waits until all rows are in the page, and asks for them where they do not come unasked. */
export async function loadAllRows(page: Page, rows: number): Promise<void> {
  const all = page.getByText(`All ${rows.toLocaleString('en-US')} rows`).first();
  // Another button offers to read the groups alone.
  const load = page.getByRole('button', { name: `Load ${rows.toLocaleString('en-US')} rows`, exact: true });
  await all.or(load).first().waitFor();
  if (await load.isVisible()) await load.click();
  await all.waitFor({ timeout: LONGEST_LOAD });
  await settled(page);
}

/** `aimed`: the pointer is on the bar for a moment before the click. `compared`: the page compares two snapshots. */
type Manner = 'at once' | 'aimed' | 'compared';

type Clicking = {
  readonly page: Page;
  readonly rows: number;
  readonly repeat: number;
  readonly soldByProduct: ReadonlyMap<string, number>;
  /** What the pointer does before the click and what the page shows, for the line that is printed. */
  readonly manner: Manner;
  readonly say: (line: string) => void;
};

/** Clicks one bar after the other; the first click is not counted. */
async function clickBars({
  page,
  rows,
  repeat,
  soldByProduct,
  manner,
  say,
}: Clicking): Promise<readonly Repaint[]> {
  const bars = page
    .getByRole('figure', { name: 'Deployed versus sold' })
    .getByRole('button', { name: /^Filter by/u });
  const repaints: Repaint[] = [];
  for (let bar = 0; bar < Math.min(repeat + 1, await bars.count()); bar += 1) {
    const name = await bars.nth(bar).innerText();
    await page.evaluate(watchNextClick);
    if (manner === 'aimed') {
      await bars.nth(bar).hover();
      await page.waitForTimeout(AIMED);
    }
    await bars.nth(bar).click();
    const repaint = await page.evaluate(() => globalThis.repainted);
    if (repaint === undefined) throw new Error('The click was not watched.');
    if (bar > 0) repaints.push(repaint);
    const sold = await figure(page, 'Licenses sold');
    if (sold !== soldByProduct.get(name)) {
      throw new Error(`The page says ${sold} of ${name} are sold, not ${soldByProduct.get(name)}.`);
    }
    const parts = Object.entries(repaint.parts).map(([part, ms]) => `${part} ${ms}`);
    say(`${rows} rows, click ${bar} (${manner}): ${repaint.ms.toFixed(0)} ms (${parts.join(', ')})`);
    await bars.nth(bar).click();
    await page.mouse.move(0, 0);
    await settled(page);
  }
  return repaints;
}

/**
 * Clicks one bar after the other in the built app, each of them the filter of a view that was not seen before, and
 * measures how long the whole page takes to show it: figures, charts, rows. In a second page the pointer is on the bar
 * before the click, as with a person, so that the page asks already. A third page compares with an earlier snapshot,
 * whose rows are loaded too.
 *
 * @throws Error where the page then shows a wrong sum
 */
export async function measureClicks(options: ClickOptions): Promise<ClickTimes> {
  const { browser, rows } = options;
  const server = await startServer({ DEMO_ROWS: String(rows) });
  const clicking = async (manner: Manner): Promise<readonly Repaint[]> => {
    const context = await browser.newContext(DESKTOP);
    try {
      const page = await context.newPage();
      await page.goto(manner === 'compared' ? comparedAddress(server.origin) : server.origin);
      await signIn(page);
      await loadAllRows(page, rows);
      if (manner === 'compared') await loadBoth(page);
      return await clickBars({ ...options, page, manner });
    } finally {
      await context.close();
    }
  };
  try {
    const atOnce = await clicking('at once');
    const aimed = await clicking('aimed');
    const compared = await clicking('compared');
    return {
      rows,
      repaint: spreadOf(atOnce.map(({ ms }) => ms)),
      aimed: spreadOf(aimed.map(({ ms }) => ms)),
      compared: spreadOf(compared.map(({ ms }) => ms)),
      longTasks: [...atOnce, ...aimed, ...compared].reduce((sum, { longTasks }) => sum + longTasks, 0),
    };
  } finally {
    server.stop();
  }
}
