import { useMemo, useSyncExternalStore } from 'react';
import { useSource } from './source.ts';
import { createSavedViewsStore, type SavedViewsStore, type StoredViews } from '#view/stored-views.ts';

/** The saved views of the person who is signed in, and how to change them. */
export function useSavedViews(): StoredViews & Pick<SavedViewsStore, 'change' | 'keep'> {
  const { accountId } = useSource();
  const store = useMemo(() => createSavedViewsStore(accountId), [accountId]);
  const stored = useSyncExternalStore(store.subscribe, store.read);
  return { ...stored, change: store.change, keep: store.keep };
}
