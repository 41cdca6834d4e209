import type { Browser, Page } from '@playwright/test';
import { figure, settled, signIn } from '#e2e/support/app.ts';
import { startServer } from '#e2e/support/server.ts';
import type { ClickTimes } from './results.ts';
import { spreadOf } from './statistics.ts';

export type ClickOptions = {
  readonly browser: Browser;
  readonly rows: number;
  readonly repeat: number;
  /** Licenses sold by product, to hold the page against. */
  readonly soldByProduct: ReadonlyMap<string, number>;
  readonly say: (line: string) => void;
};

type Repaint = {
  readonly ms: number;
  readonly longTasks: number;
  /** Where the last changes were of each part of the page, by what it is called, and when they were painted. */
  readonly parts: Readonly<Record<string, number>>;
};

declare global {
  /** Settles once the click that came after it was set up has changed all it changes. */
  var repainted: Promise<Repaint> | undefined;
}

/**
 * Watches the next click: which paint is the last to change anything before the page says that it is final. The page
 * waits a while before it says so, which is not what is measured.
 */
function watchNextClick(): void {
  // Runs in the page, on its own: nothing here may have a name that the compiler wants to keep.
  globalThis.repainted = new Promise((resolve) => {
    const root = document.documentElement;
    let start = 0;
    let painted = 0;
    let longTasks = 0;
    let changed = new Set<string>();
    const parts: Record<string, number> = {};
    const tasks = new PerformanceObserver((list) => {
      longTasks += list.getEntries().length;
    });
    const { port1, port2 } = new MessageChannel();
    // A message that is sent in a frame comes after its paint.
    port2.addEventListener('message', () => {
      painted = performance.now();
      for (const part of changed) parts[part] = Math.round(painted - start);
      changed = new Set();
    });
    port2.start();
    const changes = new MutationObserver((records) => {
      for (const { target, attributeName } of records) {
        if (attributeName === 'data-busy') continue;
        const part = (target instanceof Element ? target : target.parentElement)?.closest(
          'figure, header, nav, [role="grid"], [role="treegrid"], [role="group"], [role="region"], [role="status"]',
        );
        changed.add(part?.getAttribute('aria-label') ?? part?.role ?? part?.localName ?? 'elsewhere');
      }
      if (changed.size > 0) requestAnimationFrame(() => port1.postMessage(null));
    });
    const final = new MutationObserver(() => {
      if (root.dataset['busy'] !== 'false') return;
      for (const observer of [final, changes, tasks]) observer.disconnect();
      resolve({ ms: painted - start, longTasks, parts });
    });
    document.addEventListener(
      'click',
      (event) => {
        start = event.timeStamp;
        tasks.observe({ type: 'longtask' });
        changes.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
        final.observe(root, { attributeFilter: ['data-busy'] });
      },
      { capture: true, once: true },
    );
  });
}

async function loadAllRows(page: Page, rows: number): Promise<void> {
  const all = page.getByText(`All ${rows.toLocaleString('en-US')} rows`).first();
  const load = page.getByRole('button', { name: /^Load .+ rows$/u });
  await all.or(load).first().waitFor();
  if (await load.isVisible()) await load.click();
  await all.waitFor({ timeout: 300_000 });
  await settled(page);
}

/**
 * Clicks one bar after the other in the built app, each the filter of a view not seen before, and times how long the
 * whole page takes to show it: figures, charts, rows.
 *
 * @throws Error where the page then shows a wrong sum
 */
export async function measureClicks(options: ClickOptions): Promise<ClickTimes> {
  const { browser, rows, repeat, soldByProduct, say } = options;
  const server = await startServer({ DEMO_ROWS: String(rows) });
  const context = await browser.newContext({
    locale: 'en-US',
    timezoneId: 'UTC',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await page.goto(server.origin);
    await signIn(page);
    await loadAllRows(page, rows);
    const bars = page
      .getByRole('figure', { name: 'Deployed versus sold' })
      .getByRole('button', { name: /^Filter by/u });
    const repaints: Repaint[] = [];
    for (let bar = 0; bar < Math.min(repeat, await bars.count()); bar += 1) {
      const name = await bars.nth(bar).innerText();
      await page.evaluate(watchNextClick);
      await bars.nth(bar).click();
      const repaint = await page.evaluate(() => globalThis.repainted);
      if (repaint === undefined) throw new Error('The click was not watched.');
      repaints.push(repaint);
      const sold = await figure(page, 'Licenses sold');
      if (sold !== soldByProduct.get(name)) {
        throw new Error(`The page says ${sold} of ${name} are sold, not ${soldByProduct.get(name)}.`);
      }
      const parts = Object.entries(repaint.parts).map(([part, ms]) => `${part} ${ms}`);
      say(`${rows} rows, click ${bar + 1}: ${repaint.ms.toFixed(0)} ms (${parts.join(', ')})`);
      await bars.nth(bar).click();
      await settled(page);
    }
    return {
      rows,
      repaint: spreadOf(repaints.map(({ ms }) => ms)),
      longTasks: repaints.reduce((sum, { longTasks }) => sum + longTasks, 0),
    };
  } finally {
    await context.close();
    server.stop();
  }
}
