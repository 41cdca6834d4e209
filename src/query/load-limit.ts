import { useSyncExternalStore } from 'react';
import { DEFAULT_LOAD_LIMIT } from '#engine/plan.ts';
import { localEntry, setLocalEntry } from '#view/local-entry.ts';

// The limit belongs to the person, not to the view: a colleague who opens the address may have less memory.
const KEY = 'license-lens.load-limit';

const listeners = new Set<() => void>();

// It is read once, as long as there are listeners: reading the browser's storage takes some milliseconds of each
// repaint.
let known: number | null = null;

/** The most rows of a snapshot that the person lets into the browser. */
export function loadLimit(): number {
  if (listeners.size === 0) return storedLimit();
  known ??= storedLimit();
  return known;
}

function storedLimit(): number {
  const stored = localEntry(KEY);
  const limit = stored === null ? Number.NaN : Number(stored);
  return Number.isSafeInteger(limit) && limit >= 0 ? limit : DEFAULT_LOAD_LIMIT;
}

/** Sets it, in whole rows; the default is not stored. Where nothing can be stored, the limit stays as it is. */
export function setLoadLimit(limit: number): void {
  setLocalEntry(KEY, limit === DEFAULT_LOAD_LIMIT ? null : String(limit));
  changed();
}

function changed(): void {
  known = null;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  // While there was no listener, another tab may have set the limit.
  known = null;
  window.addEventListener('storage', changed);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('storage', changed);
  };
}

/** The limit of `loadLimit`. It follows changes, also those of other tabs. */
export function useLoadLimit(): number {
  return useSyncExternalStore(subscribe, loadLimit);
}
