import { createContext, use } from 'react';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { Engine } from '#engine/engine.ts';
import type { PartnerCenterClient } from '#partner-center/client.ts';
import type { Activity } from '#partner-center/activity.ts';
import type { SecondFactorNotice } from '#partner-center/second-factor.ts';
import type { SnapshotDate, View } from '#view/view.ts';
import type { Priority } from '#partner-center/queue.ts';
import type { QueryOf } from './asking.ts';
import type { Loading } from './loading.ts';

/** Snapshots kept on this machine, for one account. What is refused rejects with a `StorageRefused`. */
export type KeptSnapshots = {
  readonly isAllowed: () => Promise<boolean>;
  readonly storedBytes: () => Promise<number>;
  /** Allows it and keeps what is loaded. */
  readonly allow: () => Promise<void>;
  /** Deletes what is kept, and the consent with it. */
  readonly withdraw: () => Promise<void>;
};

/**
 * What a part of the page whose code comes late asks for a view that is about to be shown, besides what is asked for
 * every view: nothing but loaded snapshots.
 */
export type AskToo = (next: View, priority: Priority) => readonly QueryOf<unknown>[];

/** Where answers come from, for one signed-in account. */
export type DeploymentSource = {
  /** Pushes every question down to the service. */
  readonly engine: Engine;
  /** Whole snapshots, which answer with no request. */
  readonly loading: Loading;
  /** The snapshot of a day, or the latest; null where there is none. */
  readonly findSnapshot: (
    date: SnapshotDate | null,
    options: { readonly signal: AbortSignal },
  ) => Promise<Snapshot | null>;
  /** What the browser keeps of them between visits. */
  readonly keeping: KeptSnapshots;
  /** What is sent for a question, for who wants to send it themselves. */
  readonly requests: Pick<PartnerCenterClient, 'fits' | 'requestOf'>;
  /** Parts that are on the page add themselves. */
  readonly askToo: Set<AskToo>;
  /** What waits for another try. */
  readonly activity: Activity;
  /** The service still answers, but will refuse tokens that show no second factor. */
  readonly secondFactor: SecondFactorNotice;
  /** Stands in every query key: what one account was told is never shown to another. */
  readonly accountId: string;
};

const SourceContext = createContext<DeploymentSource | null>(null);

/** Gives the parts of the page below it their answers. */
export const SourceProvider = SourceContext;

/** @throws Error where no `SourceProvider` stands above: a mistake in the composition */
export function useSource(): DeploymentSource {
  const source = use(SourceContext);
  if (source === null) throw new Error('No SourceProvider stands above this part of the page.');
  return source;
}
