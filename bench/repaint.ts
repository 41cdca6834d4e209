/** What a click changed, and when that was painted. */
export type Repaint = {
  readonly ms: number;
  readonly longTasks: number;
  /** When the last change in each part of the page was painted, by the name of the part. */
  readonly parts: Readonly<Record<string, number>>;
};

declare global {
  /** Settles when the click that followed has changed everything that it changes. */
  var repainted: Promise<Repaint> | undefined;
}

/**
 * Watches the next click: it finds the last paint that changes anything before the page says that it is final. The page
 * waits for a moment before it says so, and that time is not measured.
 */
export function watchNextClick(): void {
  // This runs in the page, by itself: nothing in it may have a name that the compiler wants to keep.
  globalThis.repainted = new Promise((resolve) => {
    const root = document.documentElement;
    let start = 0;
    let painted = 0;
    let longTasks = 0;
    let changed = new Set<Node>();
    const paints: { readonly at: number; readonly changed: ReadonlySet<Node> }[] = [];
    const tasks = new PerformanceObserver((list) => {
      longTasks += list.getEntries().length;
    });
    const { port1, port2 } = new MessageChannel();
    // A message that is sent within a frame arrives after its paint.
    port2.addEventListener('message', () => {
      painted = performance.now();
      paints.push({ at: painted - start, changed });
      changed = new Set();
    });
    port2.start();
    const changes = new MutationObserver((records) => {
      for (const { target, attributeName } of records) if (attributeName !== 'data-busy') changed.add(target);
      if (changed.size > 0) requestAnimationFrame(() => port1.postMessage(null));
    });
    const final = new MutationObserver(() => {
      if (root.dataset['busy'] !== 'false') return;
      for (const observer of [final, changes, tasks]) observer.disconnect();
      const parts: Record<string, number> = {};
      const titles = new Map(
        [...document.querySelectorAll('figure')].map((figure) => [
          figure,
          document.getElementById(figure.getAttribute('aria-labelledby') ?? '')?.textContent,
        ]),
      );
      // Its range and its notes stand around the figure.
      const trend = [...titles].find(([, title]) => title === 'Trend')?.[0].closest('section');
      // The part of each change is looked up at the end, so that this is not measured.
      for (const paint of paints) {
        for (const node of paint.changed) {
          // What is gone was a change of where it stood.
          if (!node.isConnected) continue;
          const part = (node instanceof Element ? node : node.parentElement)?.closest(
            'figure, header, nav, [role="grid"], [role="treegrid"], [role="group"], [role="region"], [role="status"]',
          );
          const title = part instanceof HTMLElement ? titles.get(part) : undefined;
          const own = title ?? part?.getAttribute('aria-label') ?? part?.role ?? part?.localName;
          // Recharts measures its texts in an element of its own, and the trend is all that it draws.
          const isOfTrend =
            trend?.contains(node) === true ||
            (node instanceof Element && node.id === 'recharts_measurement_span');
          const name = isOfTrend ? 'Trend' : (own ?? 'elsewhere');
          parts[name] = Math.round(paint.at);
        }
      }
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
