import type { Browser, Page } from '@playwright/test';
import { figure, signIn } from '#e2e/support/app.ts';
import { startServer } from '#e2e/support/server.ts';
import { DESKTOP, loadAllRows } from './click.ts';
import { spreadOf, type Spread } from './statistics.ts';

/**
 * The times to export the rows of the built app's page, in milliseconds, from the press until the page says that it is
 * done.
 */
export type TakingTimes = {
  readonly rows: number;
  readonly csv: Spread;
  /** A loop in the page that joins the same texts to the same lines, and makes a blob of them. */
  readonly plain: Spread;
  /** null where it was not measured, see `MOST_OF_EXCEL`. */
  readonly excel: Spread | null;
  /** Tasks over 50 ms on the page's thread while CSV was written, in all repetitions: how long each took. */
  readonly longTasks: readonly number[];
};

export type TakingOptions = {
  readonly browser: Browser;
  readonly rows: number;
  readonly repeat: number;
  readonly say: (line: string) => void;
};

/** Excel files with more rows are packed for so long that the time says nothing more. */
const MOST_OF_EXCEL = 100_000;

const ENOUGH_TIMES = 3;

type Taken = { readonly ms: number; readonly longTasks: readonly number[] };

declare global {
  /** Ends what `watchTasks` began: the tasks over 50 ms since then. */
  var endTasks: (() => readonly number[]) | undefined;
}

function watchTasks(): void {
  const longTasks: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  });
  observer.observe({ type: 'longtask' });
  globalThis.endTasks = () => {
    observer.disconnect();
    return longTasks;
  };
}

/**
 * The browser's own dialog cannot be pressed here, so the page gets a file of its own storage, which is on disk as
 * well.
 */
function pickFilesOfPage(): void {
  globalThis.showSaveFilePicker = async ({ suggestedName }) =>
    (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
}

async function take(page: Page, item: 'CSV' | 'Excel', rows: number): Promise<Taken> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const format = page.getByRole('menuitem', { name: item });
  await format.waitFor();
  await page.evaluate(watchTasks);
  const start = performance.now();
  await format.click();
  const progress = page.getByRole('progressbar', { name: 'Exporting rows' });
  await progress.waitFor();
  await progress.waitFor({ state: 'detached', timeout: 600_000 });
  const ms = performance.now() - start;
  const longTasks = await page.evaluate(() => globalThis.endTasks?.() ?? []);
  if (!(await page.getByText(`${rows.toLocaleString('en-US')} rows exported`).isVisible())) {
    throw new Error('The rows were not exported.');
  }
  return { ms, longTasks };
}

/** What the file that the page wrote holds, how long a plain loop takes to join it anew; the file is removed. */
async function joinedAnew(
  page: Page,
): Promise<{ readonly rows: number; readonly sold: number; readonly ms: number }> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    let name = '';
    for await (const key of root.keys()) if (key.endsWith('.csv')) name = key;
    const text = await (await (await root.getFileHandle(name)).getFile()).text();
    await root.removeEntry(name);
    const lines = text.split('\r\n').slice(1, -1);
    const AT_ONCE = 2_500;
    let ms = 0;
    let sold = 0;
    const blobs: Blob[] = [];
    for (let from = 0; from < lines.length; from += AT_ONCE) {
      const rows = lines.slice(from, from + AT_ONCE).map((line) => line.split(','));
      // Names may hold commas, so the figures are counted from the end.
      for (const cells of rows) sold += Number(cells.at(-3));
      const start = performance.now();
      let joined = '';
      for (const cells of rows) joined += `${cells.join(',')}\r\n`;
      blobs.push(new Blob([joined]));
      ms += performance.now() - start;
    }
    return { rows: lines.length, sold, ms };
  });
}

/**
 * Exports all rows of the built app's page as CSV and as Excel, all of them loaded before.
 *
 * @throws Error where the file has other rows, or another sum, than the page shows
 */
export async function measureTaking({ browser, rows, repeat, say }: TakingOptions): Promise<TakingTimes> {
  const server = await startServer({ DEMO_ROWS: String(rows) });
  const context = await browser.newContext(DESKTOP);
  try {
    const page = await context.newPage();
    await page.addInitScript(pickFilesOfPage);
    await page.goto(server.origin);
    await signIn(page);
    await loadAllRows(page, rows);
    const sold = await figure(page, 'Licenses sold');
    const csv: Taken[] = [];
    const plain: number[] = [];
    const excel: Taken[] = [];
    // The first is not counted: the menu and its code come with it.
    for (let round = 0; round <= Math.min(repeat, ENOUGH_TIMES); round += 1) {
      const taken = await take(page, 'CSV', rows);
      const anew = await joinedAnew(page);
      if (anew.rows !== rows || anew.sold !== sold) {
        throw new Error(
          `The file has ${anew.rows} rows and ${anew.sold} sold, the page ${rows} and ${sold}.`,
        );
      }
      if (rows <= MOST_OF_EXCEL) {
        const packed = await take(page, 'Excel', rows);
        if (round > 0) excel.push(packed);
        say(`${rows} rows, Excel ${round}: ${packed.ms.toFixed(0)} ms`);
      }
      if (round > 0) {
        csv.push(taken);
        plain.push(anew.ms);
      }
      const longest = Math.max(0, ...taken.longTasks);
      say(
        `${rows} rows, CSV ${round}: ${taken.ms.toFixed(0)} ms, a plain loop ${anew.ms.toFixed(0)} ms, longest task ${longest.toFixed(0)} ms`,
      );
    }
    return {
      rows,
      csv: spreadOf(csv.map(({ ms }) => ms)),
      plain: spreadOf(plain),
      excel: excel.length === 0 ? null : spreadOf(excel.map(({ ms }) => ms)),
      longTasks: [...csv, ...excel].flatMap(({ longTasks }) => longTasks).map(Math.round),
    };
  } finally {
    await context.close();
    server.stop();
  }
}
