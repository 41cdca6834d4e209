import type { Browser } from '@playwright/test';
import { settled, signIn } from '#e2e/support/app.ts';
import { startServer } from '#e2e/support/server.ts';
import { DESKTOP } from './click.ts';
import type { TrendTimes } from './results.ts';
import { spreadOf } from './statistics.ts';

export type TrendOptions = {
  readonly browser: Browser;
  readonly repeat: number;
  readonly say: (line: string) => void;
};

/** What the endpoint takes for each answer, in milliseconds. */
const ANSWER_MS = 300;
const DAYS = 30;
const ROWS = 20_000;

const REPORT = '/v1/analytics/commercial/deployment/license/';

/** When points of the trend were painted, in milliseconds from the click. */
type Points = { readonly first: number; readonly last: number; readonly count: number };

declare global {
  /** When points were painted so far, after the click that came after it was set up. */
  var pointsPainted: (() => Points) | undefined;
}

function watchPoints(): void {
  // Runs in the page, on its own: nothing here may have a name that the compiler wants to keep.
  let start = 0;
  let [first, last, count] = [0, 0, 0];
  const { port1, port2 } = new MessageChannel();
  // A message that is sent in a frame comes after its paint.
  port2.addEventListener('message', () => {
    const points = document.querySelectorAll('figure [aria-label*=" deployed"]').length;
    if (points === count) return;
    last = performance.now() - start;
    if (count === 0) first = last;
    count = points;
  });
  port2.start();
  const changes = new MutationObserver(() => requestAnimationFrame(() => port1.postMessage(null)));
  document.addEventListener(
    'click',
    (event) => {
      start = event.timeStamp;
      changes.observe(document.documentElement, { subtree: true, childList: true, attributes: true });
    },
    { capture: true, once: true },
  );
  globalThis.pointsPainted = () => ({ first, last, count });
}

type Drawn = Points & { readonly requests: number };

/** Asks for a trend in a page of its own: nothing of it is known before. */
async function drawOnce(browser: Browser, origin: string): Promise<Drawn> {
  const context = await browser.newContext(DESKTOP);
  try {
    const page = await context.newPage();
    await page.goto(origin);
    await signIn(page);
    await settled(page);
    // Its code has come, as it has for whoever has the pointer on the way there.
    const trend = page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Trend' });
    await trend.hover();
    await page.waitForLoadState('networkidle');
    await page.request.put(`${origin}/emulator/faults`, { data: [{ delay: ANSWER_MS }] });
    let requests = 0;
    page.on('request', (request) => {
      if (request.url().includes(REPORT)) requests += 1;
    });
    await page.evaluate(watchPoints);
    await trend.click();
    await settled(page, 60_000);
    const painted = await page.evaluate(() => globalThis.pointsPainted?.());
    if (painted?.count !== DAYS) throw new Error(`${painted?.count} days are drawn, not ${DAYS}.`);
    return { ...painted, requests };
  } finally {
    await context.request.delete(`${origin}/emulator/faults`);
    await context.close();
  }
}

/**
 * Asks for a trend of 30 days of an endpoint that takes a while for each answer, and times the first point and the last
 * one. Days without a snapshot are further back in the demo data than that.
 */
export async function measureTrend({ browser, repeat, say }: TrendOptions): Promise<TrendTimes> {
  const server = await startServer({ DEMO_ROWS: String(ROWS) });
  const drawn: Drawn[] = [];
  try {
    for (let round = 0; round < repeat; round += 1) {
      const once = await drawOnce(browser, server.origin);
      drawn.push(once);
      const { first, last, requests } = once;
      say(`trend ${round}: first ${first.toFixed(0)} ms, all ${last.toFixed(0)} ms, ${requests} requests`);
    }
  } finally {
    server.stop();
  }
  return {
    days: DAYS,
    answerMs: ANSWER_MS,
    requests: Math.max(...drawn.map(({ requests }) => requests)),
    first: spreadOf(drawn.map(({ first }) => first)),
    all: spreadOf(drawn.map(({ last }) => last)),
  };
}
