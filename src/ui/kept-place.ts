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

// Whether the present view came with a step back or forward in the history.
let isReturn = false;

/**
 * Keeps in the present entry of the history where the page is scrolled: a person goes on from there to another view. The
 * browser would keep it only when the address changes, and the page is a different one by then.
 */
export function keepPlaceLeft(): void {
  isReturn = false;
  const state: unknown = history.state;
  const page: Place = { top: window.scrollY, left: window.scrollX };
  // An entry that is pushed gets the state of the one before it, so the address says which one this belongs to.
  const left = { address: location.href, places: { page } };
  history.replaceState({ ...(typeof state === 'object' ? state : null), left }, '');
}

/**
 * Scrolls the page to where the person left it. This happens only after a step back or forward in the history: otherwise
 * the result is false.
 */
export function returnToPlaceLeft(): boolean {
  if (!isReturn) return false;
  const state: unknown = history.state;
  const left: unknown = typeof state === 'object' && state !== null && 'left' in state ? state.left : null;
  if (typeof left === 'object' && left !== null && 'address' in left && left.address === location.href) {
    const [page] = placesIn(left);
    if (page !== undefined) scrollPageTo(page[1]);
  }
  return true;
}

/** Scrolls the page to a place as soon as the page is high enough, unless the person scrolls. */
function scrollPageTo(place: Place): void {
  const inputs = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
  const stop = (): void => {
    observer.disconnect();
    for (const input of inputs) window.removeEventListener(input, stop);
    window.removeEventListener('popstate', stop);
  };
  const observer = new ResizeObserver(() => {
    window.scrollTo(place);
    // Content that is inserted above the place later moves it: the browser keeps in sight what is in sight.
    if (window.scrollY >= Math.floor(place.top)) stop();
  });
  for (const input of inputs) window.addEventListener(input, stop, { passive: true });
  window.addEventListener('popstate', stop);
  observer.observe(document.body);
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
  // Browsers call listeners of the window in the order in which they came, so this one comes before the view is drawn.
  window.addEventListener('popstate', () => {
    isReturn = true;
  });
  keepPlace('page', () => ({ top: window.scrollY, left: window.scrollX }));
  const place = takePlaceBefore('page');
  if (place === null || place.top === 0) return;
  scrollPageTo(place);
}
