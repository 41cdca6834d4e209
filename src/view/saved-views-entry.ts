import * as z from 'zod/mini';
import { localEntry } from './local-entry.ts';

// This code is loaded with the page, because the page may begin with a saved view and clears the storage at sign-out.
// So it is small, and nothing in it changes saved views.

/** A view with a name, to come back to. */
export type SavedView = {
  readonly id: string;
  /** The name. It is not blank, and no other saved view has the same one, in any letter case. */
  readonly name: string;
  /** The description; empty where there is none. */
  readonly description: string;
  /** The canonical query of the view's address, without `?`. */
  readonly address: string;
};

/** A person's saved views, in their order. This is a plain value: each change gives the next one. */
export type SavedViews = {
  readonly views: readonly SavedView[];
  /** The id of the view that the app opens with; null where that is the overview of everything. */
  readonly startId: string | null;
};

export const NO_SAVED_VIEWS: SavedViews = { views: [], startId: null };

/** The view that the app opens with; null where none was chosen. */
export function startOf({ views, startId }: SavedViews): SavedView | null {
  return views.find(({ id }) => id === startId) ?? null;
}

const storedViews = z.object({
  views: z.array(
    z.object({ id: z.string(), name: z.string(), description: z.string(), address: z.string() }),
  ),
  startId: z.nullable(z.string()),
});

/** The text under which a browser stores saved views; see `parseStored`. */
export function printStored(saved: SavedViews): string {
  return JSON.stringify(saved);
}

/**
 * The saved views that a browser has stored. There are none where it has stored nothing, or nothing that can be read.
 */
export function parseStored(text: string | null): SavedViews {
  const stored = storedViews.safeParse(jsonOf(text ?? ''));
  return stored.success ? stored.data : NO_SAVED_VIEWS;
}

/** The value that a text of JSON stands for; undefined where the text is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// Signing out clears the storage except entries whose names begin like this: such an entry is there only with the
// person's consent.
const KEPT = 'license-lens.kept.';

/** Does an entry of the local storage stay after signing out? Only an entry does that the person has asked to keep. */
export function isKeptByConsent(name: string): boolean {
  return name.startsWith(KEPT);
}

/** The two names for the entry of an account's saved views: the usual one, and the one that stays after signing out. */
export function namesFor(accountId: string): { readonly own: string; readonly kept: string } {
  return { own: `license-lens.saved-views.${accountId}`, kept: `${KEPT}saved-views.${accountId}` };
}

/**
 * Where the app was opened by its bare address, leads to the view that the person has chosen as the start. A person who
 * reloads the page, or comes back to it, stays where they were: there the bare address is the overview of everything.
 */
export function leadToStart(accountId: string): void {
  const [navigation] = performance.getEntriesByType('navigation');
  const isOpened = navigation !== undefined && 'type' in navigation && navigation.type === 'navigate';
  if (!isOpened || location.search !== '') return;
  const { own, kept } = namesFor(accountId);
  const start = startOf(parseStored(localEntry(kept) ?? localEntry(own)));
  if (start === null || start.address === '') return;
  history.replaceState(history.state, '', `${location.pathname}?${start.address}`);
}
