/** How far something is scrolled, in pixels. */
type Place = { readonly top: number; readonly left: number };

/** The places in a state of the history; other code writes to that state as well. */
function placesIn(state: unknown): readonly (readonly [name: string, place: Place])[] {
  if (typeof state !== 'object' || state === null || !('places' in state)) return [];
  return Object.entries(state.places ?? {}).flatMap(([name, place]: [string, unknown]) => {
    if (typeof place !== 'object' || place === null || !('top' in place && 'left' in place)) return [];
    const { top, left } = place;
    return typeof top === 'number' && typeof left === 'number' ? [[name, { top, left }] as const] : [];
  });
}

const readers = new Map<string, () => Place>();

// The places that were kept before the page was loaded; each is taken once.
const before = new Map<string, Place>();

/**
 * The place of the thing with this name when the person left this entry of the history for another page, or loaded it
 * again; null where that is not so, or where it was taken before. The browser itself scrolls too early, before there is
 * anything to scroll.
 */
export function takePlaceBefore(name: string): Place | null {
  const place = before.get(name) ?? null;
  before.delete(name);
  return place;
}

/**
 * Keeps the place of something that is scrolled, as `read` finds it when the page is left. The returned function ends
 * that.
 */
export function keepPlace(name: string, read: () => Place): () => void {
  readers.set(name, read);
  return () => void readers.delete(name);
}

// The place is in the history's entry and not in the storage: it belongs to this address in this tab, and goes with it.
function write(): void {
  const places = Object.fromEntries([...readers].map(([name, read]) => [name, read()]));
  const state: unknown = history.state;
  history.replaceState({ ...(typeof state === 'object' ? state : null), places }, '');
}

/**
 * Begins to keep places, before any part asks for one. The scroll position of the page itself is one of them: the page
 * is scrolled there again as soon as it is high enough, unless the person scrolls.
 */
export function startKeepingPlaces(): void {
  for (const [name, place] of placesIn(history.state)) before.set(name, place);
  // In some browsers, a place that is written when the page is already being left comes too late for a reload; in
  // others that is the only event.
  for (const event of ['beforeunload', 'pagehide']) window.addEventListener(event, write);
  keepPlace('page', () => ({ top: window.scrollY, left: window.scrollX }));
  const place = takePlaceBefore('page');
  if (place === null || place.top === 0) return;
  const inputs = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
  const stop = (): void => {
    observer.disconnect();
    for (const input of inputs) window.removeEventListener(input, stop);
  };
  const observer = new ResizeObserver(() => {
    window.scrollTo(place);
    // Content that is inserted above the place later moves it: the browser keeps in sight what is in sight.
    if (window.scrollY >= Math.floor(place.top)) stop();
  });
  for (const input of inputs) window.addEventListener(input, stop, { passive: true });
  observer.observe(document.body);
}
