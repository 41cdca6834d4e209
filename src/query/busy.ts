import type { QueryClient } from '@tanstack/react-query';
import type { Loading } from './loading.ts';

// How long nothing may happen before what is on screen counts as final: longer than the address bar's own delay
// in writing a new address, and than the frame in which React answers an event.
const QUIET = 120;

// The events by which a person or the browser may change the view.
const EVENTS = ['pointerdown', 'click', 'keydown', 'input', 'change'] as const;

let pending = 0;
let client: QueryClient | null = null;
let loading: Pick<Loading, 'isUnderWay'> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

function isWorking(): boolean {
  if (loading?.isUnderWay()) return true;
  return pending > 0 || (client !== null && (client.isFetching() > 0 || client.isMutating() > 0));
}

function settle(): void {
  // One frame later, what React has rendered is painted.
  requestAnimationFrame(() => {
    if (timer === undefined && !isWorking()) document.documentElement.dataset['busy'] = 'false';
  });
}

function touch(): void {
  document.documentElement.dataset['busy'] = 'true';
  clearTimeout(timer);
  timer = setTimeout(() => {
    timer = undefined;
    settle();
  }, QUIET);
}

/**
 * Keeps `document.documentElement.dataset.busy`: `"true"` while anything for the current view is unfinished (requests,
 * parts of the page that are still being fetched, an event that is not answered yet), `"false"` when the screen is
 * final. A program that drives the page waits for this value and does not have to guess.
 */
export function watchBusy(queryClient: QueryClient): void {
  client = queryClient;
  touch();
  for (const event of EVENTS) document.addEventListener(event, touch, { capture: true, passive: true });
  window.addEventListener('popstate', touch, { capture: true });
  queryClient.getQueryCache().subscribe(({ type }) => {
    // This includes the moment when a query begins to be answered. A new observer of a query changes nothing on the
    // screen.
    if (type === 'updated') touch();
  });
}

/** Counts the loading of a snapshot as unfinished too, because the screen may change when the snapshot is there. */
export function watchLoading(watched: Pick<Loading, 'isUnderWay' | 'subscribe'>): void {
  loading = watched;
  watched.subscribe(touch);
}

/** Counts some other work as unfinished until it ends: the fetching of a part of the page, or the sign-in. */
export async function unfinished<T>(work: Promise<T>): Promise<T> {
  pending += 1;
  touch();
  try {
    return await work;
  } finally {
    pending -= 1;
    touch();
  }
}
