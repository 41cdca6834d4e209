import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as webVitalsPackage from 'web-vitals';

/** The activity of the page's thread from the navigation on. All in milliseconds but the shift. */
export type StartWatched = {
  /** The first paint of anything. */
  readonly painted: number;
  /** The paint of the first figures. */
  readonly figures: number;
  /** The largest paint so far. */
  readonly largest: number;
  /** The layout shift so far, as `web-vitals` sums it up. */
  readonly shift: number;
  /** The lengths of the tasks over 50 ms. */
  readonly longTasks: readonly number[];
  /** The addresses of the service that were asked for before the figures, in their order. */
  readonly asked: readonly string[];
};

/** The interaction that took longest to be painted, by `web-vitals` (INP), and the longest of each step. */
export type Interactions = {
  readonly slowest: number;
  readonly steps: Readonly<Record<string, number>>;
};

type WebVitals = Pick<typeof webVitalsPackage, 'onFCP' | 'onLCP' | 'onCLS' | 'onINP'>;

declare global {
  var webVitals: WebVitals;
  var startWatched: (() => StartWatched) | undefined;
  var interactions: ((step?: string) => Interactions) | undefined;
}

/** The part of an entry of the performance timeline that is read here. */
type Timed = { readonly interactionId?: number };

function watch(): void {
  // This runs in the page, by itself: nothing in it may have a name that the compiler wants to keep.
  const vitals: Record<string, number> = {};
  const longTasks: number[] = [];
  const steps: Record<string, number> = {};
  let step = '';
  let figures = 0;
  for (const on of ['onFCP', 'onLCP', 'onCLS', 'onINP'] as const) {
    globalThis.webVitals[on](({ name, value }) => (vitals[name] = value), { reportAllChanges: true });
  }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(Math.round(duration));
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (((entry as Timed).interactionId ?? 0) > 0) steps[step] = Math.max(steps[step] ?? 0, entry.duration);
    }
  }).observe({ type: 'event', durationThreshold: 16 });
  const { port1, port2 } = new MessageChannel();
  // A message that is sent within a frame arrives after its paint.
  port2.addEventListener('message', () => (figures = performance.now()));
  port2.start();
  const changes = new MutationObserver(() => {
    const figure = [...document.querySelectorAll('[role="group"], p')].find(({ textContent }) =>
      textContent.startsWith('Licenses sold'),
    );
    if (!/\d/.test(figure?.textContent ?? '')) return;
    changes.disconnect();
    requestAnimationFrame(() => port1.postMessage(null));
  });
  changes.observe(document, { subtree: true, childList: true, characterData: true });
  globalThis.startWatched = () => ({
    painted: vitals['FCP'] ?? 0,
    figures,
    largest: vitals['LCP'] ?? 0,
    shift: vitals['CLS'] ?? 0,
    longTasks,
    asked: performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => name.includes('/v1/') && startTime < figures)
      .map(({ name }) => name),
  });
  globalThis.interactions = (next = '') => {
    step = next;
    return { slowest: vitals['INP'] ?? 0, steps };
  };
}

/** A script that watches a page from before its own ones. */
export function watchingScript(): string {
  const main = createRequire(import.meta.url).resolve('web-vitals');
  const vitals = readFileSync(join(dirname(main), 'web-vitals.iife.js'), 'utf8');
  return `${vitals};globalThis.webVitals = webVitals;(${String(watch)})();`;
}
