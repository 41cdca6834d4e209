import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { LoadState } from '#engine/snapshot/loader.ts';
import type { LoadPlan } from '#engine/plan.ts';
import type { View } from '#view/view.ts';
import { snapshotKey, type ScopeView } from './asking.ts';
import { findAnew } from './find-anew.ts';
import { useLoadLimit } from './load-limit.ts';
import { planOf, prospectOf, type LoadProspect } from './loading.ts';
import { useSource } from './source.ts';
import type { Trouble } from './trouble.ts';
import { useAreFiguresMissing, useKnownSnapshot } from './use-license-deployment.ts';

export type { LoadState };

/** The loading of a view's snapshot. */
export type UsedLoading = {
  readonly snapshot: Snapshot;
  readonly state: LoadState;
  /** When the snapshot would be loaded, and how much of it. */
  readonly plan: LoadPlan;
  readonly prospect: LoadProspect;
  /** The person has stopped the loading. */
  readonly isStopped: boolean;
  readonly load: () => void;
  readonly stop: () => void;
};

/** null while the view's snapshot is not known, or where there is none. */
export function useLoading(view: ScopeView): UsedLoading | null {
  const { loading } = useSource();
  const limit = useLoadLimit();
  const snapshot = useKnownSnapshot(view);
  const areFiguresMissing = useAreFiguresMissing(view);
  const state = useSyncExternalStore(loading.subscribe, () =>
    snapshot === null ? null : loading.stateOf(snapshot),
  );
  if (snapshot === null || state === null) return null;
  const plan = planOf(snapshot, state, limit);
  const isStopped = loading.isStopped(snapshot);
  return {
    snapshot,
    state,
    plan,
    prospect: prospectOf(state, plan, isStopped, areFiguresMissing),
    isStopped,
    load: () => loading.load(snapshot),
    stop: () => loading.stop(snapshot),
  };
}

/** Sets what is on screen: the snapshot that is looked at, and the one that it is compared with. They stay loaded. */
export function useShown(snapshot: Snapshot | null, comparedWith: Snapshot | null = null): void {
  const { loading } = useSource();
  useEffect(() => {
    if (snapshot !== null) loading.show(comparedWith === null ? [snapshot] : [snapshot, comparedWith]);
  }, [loading, snapshot, comparedWith]);
}

/**
 * Why the view's snapshot could not be loaded; null where nothing went wrong, or where it is over the limit and another
 * try would not help. Unlike `useLoading`, its result changes only when that does: a part of the page that uses it is
 * not drawn again for every row that comes.
 */
export function useLoadTrouble(view: Pick<View, 'processedDateTime'>): Trouble | null {
  const { accountId, loading } = useSource();
  const client = useQueryClient();
  const limit = useLoadLimit();
  const snapshot = useKnownSnapshot(view);
  const error = useSyncExternalStore(loading.subscribe, () => {
    const state = snapshot === null ? null : loading.stateOf(snapshot);
    if (snapshot === null || state?.status !== 'failed') return null;
    return planOf(snapshot, state, limit).when === 'overLimit' ? null : state.error;
  });
  if (error === null || snapshot === null) return null;
  const retry = async (): Promise<void> => {
    if (error.kind === 'snapshotChanged') await findAnew(client);
    const found = client.getQueryData<Snapshot | null>(snapshotKey(accountId, view.processedDateTime));
    if (found?.processedDateTime === snapshot.processedDateTime) loading.load(snapshot);
  };
  return { error, retry: () => void retry() };
}

/**
 * The prospect of a view that wants all of its rows; null while the snapshot is not known. Its result changes only when
 * the prospect does, like that of `useLoadTrouble`.
 */
export function useLoadProspect(view: ScopeView): LoadProspect | null {
  const { loading } = useSource();
  const limit = useLoadLimit();
  const snapshot = useKnownSnapshot(view);
  const areFiguresMissing = useAreFiguresMissing(view);
  return useSyncExternalStore(loading.subscribe, () => {
    if (snapshot === null) return null;
    const state = loading.stateOf(snapshot);
    const isStopped = loading.isStopped(snapshot);
    return prospectOf(state, planOf(snapshot, state, limit), isStopped, areFiguresMissing);
  });
}
