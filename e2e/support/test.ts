import { test as base, type Browser, type BrowserContext } from '@playwright/test';
import { startServer } from './server.ts';

/** Something that a page must never do, whatever a test is about. */
export type Complaint = {
  readonly kind: 'violated its content security policy' | 'left an error uncaught' | 'wrote to the console';
  readonly page: string;
  readonly text: string;
};

type Options = {
  /**
   * The console errors that a test provokes, for instance the line that Chromium itself writes about each answer of 400
   * and above: `test.use({ expectedConsoleErrors: [/status of 503/u] })`. Any other console error fails the test.
   */
  readonly expectedConsoleErrors: readonly RegExp[];
  /** What the page's Content-Security-Policy blocks in a test on purpose. Any other violation fails the test. */
  readonly expectedViolations: readonly RegExp[];
  /**
   * How many rows of a snapshot the person lets into the browser, as the dialog `Rows in this browser` stores it; null
   * where they did not change it. With 0 no snapshot is ever loaded: that is for tests of the service's own answers and
   * of trouble with them.
   */
  readonly loadLimit: number | null;
};

/** Trouble at the local endpoint, see `PUT /emulator/faults`. */
export type Fault = Readonly<Record<string, unknown>>;

/**
 * The tag of tests that run once more against the strict service: it answers what they ask in another way, so they could
 * fail by it. Of the others a second run would tell nothing new.
 */
export const BOTH = '@both';

type Fixtures = {
  readonly noComplaints: undefined;
  /** Replaces the endpoint's faults; they are cleared after each test. */
  readonly provoke: (faults: readonly Fault[]) => Promise<void>;
};

export type WorkerOptions = {
  /** How the local endpoint decides what its page leaves open, see `emulator/behaviour.ts`. */
  readonly service: 'lenient' | 'strict';
  /** How many rows the latest snapshot of the demo data has; null: as many as it has by itself. */
  readonly demoRows: number | null;
};

type WorkerFixtures = {
  /** The app, its sign-in and its endpoint, for the tests of one worker alone. */
  readonly origin: string;
};

/**
 * Playwright's `test`, failing also where a page violated its Content-Security-Policy, left an error uncaught
 * or wrote an unexpected error to the console: in any page, frame or dedicated worker of any context of the test.
 */
export const test = base.extend<Options & Fixtures, WorkerOptions & WorkerFixtures>({
  service: ['lenient', { option: true, scope: 'worker' }],
  demoRows: [null, { option: true, scope: 'worker' }],

  origin: [
    async ({ service, demoRows }, use) => {
      const server = await startServer({
        DEMO_SERVICE: service,
        ...(demoRows === null ? {} : { DEMO_ROWS: String(demoRows) }),
      });
      await use(server.origin);
      server.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  baseURL: async ({ origin }, use) => {
    await use(origin);
  },

  provoke: async ({ origin, request }, use) => {
    const faults = `${origin}/emulator/faults`;
    await use(async (list) => {
      const response = await request.put(faults, { data: list });
      if (!response.ok()) throw new Error(await response.text());
    });
    await request.delete(faults);
  },

  expectedConsoleErrors: [[], { option: true }],
  expectedViolations: [[], { option: true }],

  loadLimit: [null, { option: true }],

  context: async ({ context, loadLimit }, use) => {
    if (loadLimit !== null) await limitLoading(context, loadLimit);
    await use(context);
  },

  noComplaints: [
    // The fixture asks for the context so that it is still open when this ends.
    async ({ browser, context, expectedConsoleErrors, expectedViolations }, use) => {
      const complaints: Complaint[] = [];
      const listen = (to: BrowserContext): Promise<void> =>
        listenTo(to, (complaint) => complaints.push(complaint));
      const others: Promise<void>[] = [];
      const listenToOther = (other: BrowserContext): number => others.push(listen(other));

      await listen(context);
      browser.on('context', listenToOther);
      await use(undefined);
      browser.off('context', listenToOther);

      await Promise.allSettled([...others, settle(browser)]);
      const expected = {
        'violated its content security policy': expectedViolations,
        'left an error uncaught': [],
        'wrote to the console': expectedConsoleErrors,
      };
      const unexpected = complaints.filter(({ kind, text }) => !expected[kind].some((one) => one.test(text)));
      if (unexpected.length > 0) {
        throw new Error(unexpected.map(({ kind, page, text }) => `${page} ${kind}: ${text}`).join('\n'));
      }
    },
    { auto: true },
  ],
});

/** Opens every page of a context with this limit of rows, see `loadLimit`. */
async function limitLoading(context: BrowserContext, rows: number): Promise<void> {
  await context.addInitScript((limit) => {
    // A window without an address has no storage yet.
    if (!location.protocol.startsWith('http')) return;
    // This happens only once: a limit that the person sets in the dialog later stays.
    if (localStorage.getItem('license-lens.load-limit') === null) {
      localStorage.setItem('license-lens.load-limit', String(limit));
    }
  }, rows);
}

/** The name of the function by which a page tells of a violation. */
const TELL = '__tellOfViolation';

/**
 * Listens to all complaints of a context's pages until it closes. Resolves when it listens to all pages that are opened
 * from now on.
 */
export async function listenTo(context: BrowserContext, hear: (complaint: Complaint) => void): Promise<void> {
  context.on('weberror', (error) => {
    hear({
      kind: 'left an error uncaught',
      page: error.page()?.url() ?? 'a page',
      text: String(error.error().stack ?? error.error()) || 'an error without words',
    });
  });
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'assert') return;
    hear({
      kind: namesPolicy(message.text()) ? 'violated its content security policy' : 'wrote to the console',
      page: message.page()?.url() ?? message.worker()?.url() ?? 'a worker',
      text: message.text(),
    });
  });
  // The browser's log has what a worker was refused, but there is no console event: Playwright's workers have no log.
  // (An `eval` that a worker tries and catches is nowhere; in a page it is an event.)
  context.on('page', async (page) => {
    const session = await context.newCDPSession(page).catch(() => undefined);
    session?.on('Log.entryAdded', ({ entry }) => {
      if (entry.source !== 'worker' || !namesPolicy(entry.text)) return;
      hear({ kind: 'violated its content security policy', page: page.url(), text: entry.text });
    });
    // Earlier entries of the log are told first. A page that has closed has none to tell.
    await session?.send('Log.enable').catch(() => undefined);
  });
  // The words of the console line may change; the event is the standard.
  await context.exposeBinding(TELL, ({ frame }, text: string) => {
    hear({ kind: 'violated its content security policy', page: frame.url(), text });
  });
  await context.addInitScript((tell) => {
    addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
      const told = `${effectiveDirective} blocked ${blockedURI} ${sample} (${sourceFile}:${lineNumber})`;
      (globalThis as unknown as Record<string, (text: string) => void>)[tell]?.(told);
    });
  }, TELL);
}

function namesPolicy(text: string): boolean {
  return /content security policy/iu.test(text);
}

/** Waits until the complaints of the open pages so far have been heard: answers come in the order of the questions. */
async function settle(browser: Browser): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  await Promise.allSettled(pages.map((page) => page.evaluate(() => 0)));
}
