import type { Browser, Page } from '@playwright/test';
import { settled, signIn } from '#e2e/support/app.ts';
import { startServer } from '#e2e/support/server.ts';
import { DESKTOP, loadAllRows } from './click.ts';
import { watchNextClick, type Repaint } from './repaint.ts';
import type { CustomerTimes } from './results.ts';
import { spreadOf } from './statistics.ts';

export type CustomerOptions = {
  readonly browser: Browser;
  readonly rows: number;
  readonly repeat: number;
  readonly say: (line: string) => void;
};

/** What the service is asked for: it has its own time. All else of the view is told from the loaded rows. */
const OF_SERVICE = 'Trend';

/** Opens a customer that the page has not shown yet. Gives when each part of the page was painted last. */
async function openCustomer(page: Page, nth: number): Promise<Repaint['parts']> {
  const link = page
    .getByRole('grid', { name: 'License deployment' })
    .getByRole('link', { name: /^Open customer /u })
    .nth(nth);
  const name = (await link.getAttribute('aria-label'))?.replace('Open customer ', '') ?? '';
  await page.evaluate(watchNextClick);
  await link.click();
  const repaint = await page.evaluate(() => globalThis.repainted);
  if (repaint === undefined) throw new Error('The click was not watched.');
  if (!(await page.getByRole('heading', { level: 2, name, exact: true }).isVisible())) {
    throw new Error(`The page does not show ${name}.`);
  }
  return repaint.parts;
}

/**
 * Opens one customer after the other from the rows of a loaded snapshot, after a first one that is not counted, and times
 * how long the page takes to show what is told from those rows: figures, its place among others, its products.
 */
export async function measureCustomer({
  browser,
  rows,
  repeat,
  say,
}: CustomerOptions): Promise<CustomerTimes> {
  const server = await startServer({ DEMO_ROWS: String(rows) });
  const context = await browser.newContext(DESKTOP);
  try {
    const page = await context.newPage();
    await page.goto(`${server.origin}/?groupby=customerTenantId,customerName`);
    await signIn(page);
    await loadAllRows(page, rows);
    const times: number[] = [];
    for (let nth = 0; nth <= repeat; nth += 1) {
      const parts = Object.entries(await openCustomer(page, nth));
      const ms = Math.max(...parts.flatMap(([part, at]) => (part === OF_SERVICE ? [] : [at])));
      if (nth > 0) times.push(ms);
      const said = parts.map(([part, at]) => `${part} ${at}`);
      say(`${rows} rows, customer ${nth}: ${ms} ms (${said.join(', ')})`);
      await page.goBack();
      await settled(page);
    }
    return { rows, repaint: spreadOf(times) };
  } finally {
    await context.close();
    server.stop();
  }
}
