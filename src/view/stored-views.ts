import { localEntry, setLocalEntry } from './local-entry.ts';
import { namesFor, NO_SAVED_VIEWS, parseStored, printStored, type SavedViews } from './saved-views-entry.ts';

/** An account's saved views as this browser knows them. Each change makes a new object. */
export type StoredViews = {
  readonly saved: SavedViews;
  /** The person wants the views to stay in this browser after signing out. */
  readonly isKept: boolean;
  /** The browser stores the views; otherwise they are lost when the page is closed. */
  readonly isStored: boolean;
};

/** An account's saved views in this browser. All tabs share them. */
export type SavedViewsStore = {
  readonly read: () => StoredViews;
  readonly change: (next: (saved: SavedViews) => SavedViews) => void;
  /** Gives the consent to keep them after signing out, or takes it back. */
  readonly keep: (isKept: boolean) => void;
  /** Calls back after each change, here or in another tab. */
  readonly subscribe: (onChange: () => void) => () => void;
};

/** Opens the saved views of an account. */
export function createSavedViewsStore(accountId: string): SavedViewsStore {
  const { own, kept } = namesFor(accountId);
  const listeners = new Set<() => void>();
  /** What the last reading was made from: as long as that does not change, a reading gives the same object. */
  let readFrom: string | null = null;
  let last: StoredViews = { saved: NO_SAVED_VIEWS, isKept: false, isStored: true };

  function read(): StoredViews {
    // Views that could not be stored are known only here.
    if (!last.isStored) return last;
    const keptText = localEntry(kept);
    const text = keptText ?? localEntry(own);
    const from = JSON.stringify([keptText !== null, text]);
    if (from !== readFrom) {
      last = { saved: parseStored(text), isKept: keptText !== null, isStored: true };
      readFrom = from;
    }
    return last;
  }

  function store(saved: SavedViews, isKept: boolean): void {
    const [name, other] = isKept ? [kept, own] : [own, kept];
    const isEmpty = saved.views.length === 0;
    // Where there are no views, only the consent needs to be stored.
    const isStored =
      setLocalEntry(name, isEmpty && !isKept ? null : printStored(saved)) && setLocalEntry(other, null);
    last = { saved, isKept, isStored };
    readFrom = isStored ? JSON.stringify([isKept, localEntry(name)]) : null;
    for (const listener of listeners) listener();
  }

  return {
    read,
    change(next) {
      const { saved, isKept } = read();
      const changed = next(saved);
      if (changed !== saved) store(changed, isKept);
    },
    keep: (isKept) => store(read().saved, isKept),
    subscribe(onChange) {
      const onStorage = ({ key }: StorageEvent): void => {
        if (key === null || key === own || key === kept) onChange();
      };
      listeners.add(onChange);
      window.addEventListener('storage', onStorage);
      return () => {
        listeners.delete(onChange);
        window.removeEventListener('storage', onStorage);
      };
    },
  };
}
