import { chromium, type Browser } from '@playwright/test';
import { findChromium, findOrGetChromium } from '#e2e/support/chromium.ts';
import type { MeasuredEngine } from './engines.ts';
import type { Answered, Loaded, QuestionName } from './page/host.ts';

/** An engine that runs in a process of its own. */
export type Seat = {
  readonly engine: MeasuredEngine;
  /** Loads so many of the offered pages. */
  readonly load: (pages: number) => Promise<Loaded>;
  /** Also loads so many of the offered pages as an earlier snapshot. */
  readonly loadEarlier: (pages: number) => Promise<void>;
  /** Whether the engine answers a question. */
  readonly answers: (question: QuestionName) => Promise<boolean>;
  readonly ask: (question: QuestionName, offset: number) => Promise<Answered>;
  readonly leave: () => Promise<void>;
};

/** Starts a Chromium that behaves alike wherever it runs. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    // This is the browser that people use, with the parts that draw its windows.
    executablePath: findChromium({ inFull: true }) ?? findOrGetChromium((line) => console.log(line)),
    args: [
      // Chromium refuses to run as root within its sandbox.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      // The garbage of one load is collected before the next load is timed.
      '--js-flags=--expose-gc',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      '--disable-gpu',
    ],
  });
}

/** Opens an engine in a context of its own, which gets a process of its own. */
export async function open(browser: Browser, origin: string, engine: MeasuredEngine): Promise<Seat> {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(`${engine.title}: ${message.text()}`);
  });
  page.on('pageerror', (error) => console.error(`${engine.title}: ${error.message}`));
  await page.goto(`${origin}?engine=${engine.module}&in=${engine.runsIn}`);
  // The page is there before its engine has started.
  for (let tries = 0; !(await page.evaluate(() => 'host' in globalThis)); tries += 1) {
    if (tries === 200) throw new Error(`${engine.title} does not start.`);
    await page.waitForTimeout(50);
  }
  return {
    engine,
    load: (pages) => page.evaluate((count) => globalThis.host.load(count), pages),
    loadEarlier: (pages) => page.evaluate((count) => globalThis.host.loadEarlier(count), pages),
    answers: (question) => page.evaluate((name) => globalThis.host.answers(name), question),
    ask: (question, offset) =>
      page.evaluate(([name, from]) => globalThis.host.ask(name, from), [question, offset] as const),
    leave: () => context.close(),
  };
}
