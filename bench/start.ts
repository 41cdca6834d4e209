import { rmSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { build } from 'vite';
import { settled, signIn } from '#e2e/support/app.ts';
import { startServer } from '#e2e/support/server.ts';
import { DESKTOP, loadAllRows } from './click.ts';
import { spreadOf, type Spread } from './statistics.ts';
import { watchingScript, type Interactions, type StartWatched } from './watch-start.ts';

/** The start of a page, in milliseconds but for the shift. */
type Start = {
  readonly painted: Spread;
  readonly figures: Spread;
  readonly largest: Spread;
  /** The sum of what the tasks over 50 ms had beyond that, until the page was final. */
  readonly blocked: Spread;
  readonly longestTask: Spread;
  /** How many tasks were over 50 ms. */
  readonly longTasks: Spread;
  /** The largest of all repetitions. */
  readonly shift: number;
};

/** A reload while signed in, at one speed of the processor. */
export type StartTimes = {
  readonly rows: number;
  /** By how much the processor is slowed down. */
  readonly slowdown: number;
  readonly app: Start;
  /** A page that makes the same sign-in and the same requests, and writes the sums. */
  readonly bare: Start;
};

/** The main flow with all rows loaded, at one speed of the processor. */
export type FlowTimes = {
  readonly rows: number;
  readonly slowdown: number;
  /** The interaction to next paint of a whole flow. */
  readonly slowest: Spread;
  /** The longest interaction of each step, in the order of the flow: the median of all flows. */
  readonly steps: Readonly<Record<string, number>>;
};

export type StartOptions = {
  readonly browser: Browser;
  readonly rows: number;
  /** The rows for the main flow. */
  readonly flowRows: number;
  readonly repeat: number;
  readonly say: (line: string) => void;
};

const LONG = 50;
const SLOWDOWNS = [1, 4];
/** Where the bare page is, for as long as it is needed. */
const BARE = 'dist/bare';
// In milliseconds.
const AFTERWARDS = 500;
const BETWEEN_LETTERS = 60;

async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

function startOf(watched: readonly StartWatched[]): Start {
  const spread = (read: (start: StartWatched) => number): Spread => spreadOf(watched.map(read));
  return {
    painted: spread(({ painted }) => painted),
    figures: spread(({ figures }) => figures),
    largest: spread(({ largest }) => largest),
    blocked: spread(({ longTasks }) => longTasks.reduce((sum, ms) => sum + ms - LONG, 0)),
    longestTask: spread(({ longTasks }) => Math.max(0, ...longTasks)),
    longTasks: spread(({ longTasks }) => longTasks.length),
    shift: Math.max(...watched.map(({ shift }) => shift)),
  };
}

async function watched(page: Page): Promise<StartWatched> {
  // What comes after the page has said that it is final is counted, too.
  await page.waitForTimeout(AFTERWARDS);
  const found = await page.evaluate(() => globalThis.startWatched?.());
  if (found === undefined || found.figures === 0) throw new Error('The page shows no figures.');
  return found;
}

async function startApp(page: Page, origin: string): Promise<StartWatched> {
  await page.goto(origin);
  await page.locator('html[data-busy]').waitFor();
  await settled(page, 60_000);
  return watched(page);
}

async function startBare(page: Page, origin: string, asked: readonly string[]): Promise<StartWatched> {
  await page.goto(`${origin}/bare/?${new URLSearchParams(asked.map((address) => ['ask', address]))}`);
  await page.locator('output:not(:empty)').waitFor();
  return watched(page);
}

/**
 * Opens the app in a tab that is signed in, again and again, in turn with a bare page that makes the same sign-in and the
 * same requests: at the processor's own speed, and at a quarter of it.
 */
export async function measureStart({ browser, rows, repeat, say }: StartOptions): Promise<StartTimes[]> {
  await build({
    configFile: false,
    root: 'bench/bare',
    base: './',
    logLevel: 'error',
    build: { outDir: `../../${BARE}`, emptyOutDir: true, target: 'es2023', modulePreload: false },
  });
  const server = await startServer({ DEMO_ROWS: String(rows) });
  const context = await browser.newContext(DESKTOP);
  try {
    const page = await context.newPage();
    await page.addInitScript(watchingScript());
    await page.goto(server.origin);
    await signIn(page);
    const times: StartTimes[] = [];
    for (const slowdown of SLOWDOWNS) {
      await slowDown(page, slowdown);
      const app: StartWatched[] = [];
      const bare: StartWatched[] = [];
      // The first one of each is not counted: the browser then keeps their compiled code.
      for (let round = -1; round < repeat; round += 1) {
        const own = await startApp(page, server.origin);
        const least = await startBare(page, server.origin, own.asked);
        if (round < 0) continue;
        app.push(own);
        bare.push(least);
        const { painted, figures, largest, longTasks, shift } = own;
        say(
          `${rows} rows, start at 1/${slowdown} of the speed: first paint ${painted.toFixed(0)} ms, figures ${figures.toFixed(0)} ms (bare ${least.figures.toFixed(0)} ms), largest ${largest.toFixed(0)} ms, shift ${shift.toFixed(4)}, long tasks ${longTasks.join(', ') || 'none'}`,
        );
      }
      times.push({ rows, slowdown, app: startOf(app), bare: startOf(bare) });
    }
    return times;
  } finally {
    await context.close();
    server.stop();
    rmSync(BARE, { recursive: true });
  }
}

/** What a person does in the main flow, step by step. */
const FLOW: readonly (readonly [name: string, act: (page: Page) => Promise<void>])[] = [
  [
    'a bar',
    (page) =>
      page
        .getByRole('figure', { name: 'Deployed versus sold' })
        .getByRole('button', { name: /^Filter by/u })
        .first()
        .click(),
  ],
  ['clear the filters', (page) => page.getByRole('button', { name: 'Clear filters' }).click()],
  [
    'type a search',
    async (page) => {
      await page.getByRole('searchbox').click();
      await page.keyboard.type('office', { delay: BETWEEN_LETTERS });
    },
  ],
  [
    'empty the search',
    async (page) => {
      await page.getByRole('searchbox').click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('Delete');
    },
  ],
  ['sort', (page) => page.getByRole('columnheader', { name: 'Sold', exact: true }).click()],
  ['the next page', (page) => page.getByRole('button', { name: 'Next page' }).click()],
  ['Opportunities', (page) => page.getByRole('link', { name: 'Opportunities' }).click()],
  ['Overview', (page) => page.getByRole('link', { name: 'Overview' }).click()],
  [
    'a customer',
    (page) =>
      page
        .getByRole('grid', { name: 'License deployment' })
        .getByRole('link', { name: /^Open customer /u })
        .first()
        .click(),
  ],
];

/** Goes through the main flow with all rows loaded, at a quarter of the processor's speed. */
export async function measureFlow({ browser, flowRows, repeat, say }: StartOptions): Promise<FlowTimes> {
  const slowdown = Math.max(...SLOWDOWNS);
  const server = await startServer({ DEMO_ROWS: String(flowRows) });
  const flows: Interactions[] = [];
  try {
    for (let round = 0; round < repeat; round += 1) {
      const context = await browser.newContext(DESKTOP);
      const page = await context.newPage();
      await page.addInitScript(watchingScript());
      await page.goto(server.origin);
      await signIn(page);
      await loadAllRows(page, flowRows);
      await slowDown(page, slowdown);
      for (const [name, act] of FLOW) {
        await page.evaluate((step) => globalThis.interactions?.(step), name);
        await act(page);
        await settled(page, 60_000);
        await page.waitForTimeout(AFTERWARDS);
      }
      const flow = await page.evaluate(() => globalThis.interactions?.());
      await context.close();
      if (flow === undefined) throw new Error('The interactions were not watched.');
      flows.push(flow);
      const steps = Object.entries(flow.steps).map(([name, ms]) => `${name} ${ms}`);
      say(
        `${flowRows} rows, main flow at 1/${slowdown} of the speed: INP ${flow.slowest} ms (${steps.join(', ')})`,
      );
    }
  } finally {
    server.stop();
  }
  // An interaction below 16 ms is not told.
  const steps = FLOW.map(([name]) => [
    name,
    spreadOf(flows.map((flow) => flow.steps[name] ?? 0)).median,
  ]) as readonly (readonly [string, number])[];
  return {
    rows: flowRows,
    slowdown,
    slowest: spreadOf(flows.map(({ slowest }) => slowest)),
    steps: Object.fromEntries(steps),
  };
}
