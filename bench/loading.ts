import type { Browser, Page } from '@playwright/test';
import { settled, signIn } from '#e2e/support/app.ts';
import { startServer } from '#e2e/support/server.ts';
import type { LoadingTimes, Smoothness } from './results.ts';
import { spreadOf } from './statistics.ts';

export type LoadingOptions = {
  readonly browser: Browser;
  readonly rows: number;
  readonly repeat: number;
  readonly say: (line: string) => void;
};

/** The activity of the page's thread while a snapshot was loaded, in milliseconds. */
type Watched = {
  readonly ms: number;
  /** The length of each task over 50 ms. */
  readonly longTasks: readonly number[];
  /** The times from each frame to the next. */
  readonly frames: readonly number[];
};

declare global {
  /** Ends the watching that `watch` began. */
  var endWatch: (() => Watched) | undefined;
}

/** In milliseconds, at 60 frames a second: a frame was left out. */
const LATE = 34;

const WORD = 'kaffee';
const TURNS_OF_WHEEL = 20;
// In milliseconds.
const BETWEEN_LETTERS = 60;
const BETWEEN_TURNS = 100;

function watch(): void {
  // This runs in the page, by itself: nothing in it may have a name that the compiler wants to keep.
  const start = performance.now();
  const longTasks: number[] = [];
  const frames: number[] = [];
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  });
  tasks.observe({ type: 'longtask' });
  let last = start;
  let isOver = false;
  const steps: FrameRequestCallback[] = [];
  steps.push((now) => {
    frames.push(now - last);
    last = now;
    if (isOver) return;
    for (const step of steps) requestAnimationFrame(step);
  });
  for (const step of steps) requestAnimationFrame(step);
  globalThis.endWatch = () => {
    tasks.disconnect();
    isOver = true;
    return { ms: performance.now() - start, longTasks, frames };
  };
}

/** Types into the search and scrolls the rows, like a person who does not wait. */
async function typeAndScroll(page: Page): Promise<void> {
  await page.getByRole('searchbox').click();
  await page.keyboard.type(WORD, { delay: BETWEEN_LETTERS });
  await page.getByRole('grid', { name: 'License deployment' }).hover();
  for (let turn = 0; turn < TURNS_OF_WHEEL; turn += 1) {
    await page.mouse.wheel(0, 400);
    // This waits for nothing in particular: a person turns the wheel so fast.
    await page.waitForTimeout(BETWEEN_TURNS);
  }
}

async function loadOnce(browser: Browser, origin: string, isUsed: boolean): Promise<Watched> {
  const context = await browser.newContext({
    locale: 'en-US',
    timezoneId: 'UTC',
    viewport: { width: 1440, height: 900 },
  });
  try {
    const page = await context.newPage();
    await page.goto(origin);
    await signIn(page);
    const load = page.getByRole('button', { name: /^Load .+ rows$/u });
    await load.waitFor();
    await settled(page);
    await page.evaluate(watch);
    await load.click();
    if (isUsed) await typeAndScroll(page);
    // What is drawn when the rows are there is a part of their loading.
    await settled(page, 300_000);
    const watched = await page.evaluate(() => globalThis.endWatch?.());
    if (watched === undefined) throw new Error('The load was not watched.');
    if (await load.isVisible()) throw new Error('The rows were not loaded.');
    return watched;
  } finally {
    await context.close();
  }
}

function smoothnessOf(loads: readonly Watched[]): Smoothness {
  const frames = loads.flatMap((load) => load.frames);
  return {
    ms: spreadOf(loads.map(({ ms }) => ms)),
    longTasks: loads.flatMap(({ longTasks }) => longTasks).map(Math.round),
    frames: frames.length,
    lateFrames: frames.filter((ms) => ms > LATE).length,
  };
}

/**
 * Loads a whole snapshot into the built app, on demand, and watches the page's thread meanwhile: once while the page is
 * left alone, and once while a person types and scrolls. Each load is in a page of its own.
 */
export async function measureLoading({ browser, rows, repeat, say }: LoadingOptions): Promise<LoadingTimes> {
  const server = await startServer({ DEMO_ROWS: String(rows) });
  const watched = { untouched: [] as Watched[], used: [] as Watched[] };
  try {
    for (let round = 0; round < repeat; round += 1) {
      for (const manner of ['untouched', 'used'] as const) {
        const load = await loadOnce(browser, server.origin, manner === 'used');
        watched[manner].push(load);
        const { ms, longTasks } = load;
        const tasks = longTasks.map((duration) => `${duration.toFixed(0)} ms`).join(', ');
        say(`${rows} rows, load ${round}, ${manner}: ${ms.toFixed(0)} ms, long tasks: ${tasks || 'none'}`);
      }
    }
  } finally {
    server.stop();
  }
  return { rows, untouched: smoothnessOf(watched.untouched), used: smoothnessOf(watched.used) };
}
