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

/** Snapshots kept on this machine, for one account. A refusal rejects with a `StorageRefused`. */
export type KeptSnapshots = {
  readonly isAllowed: () => Promise<boolean>;
  readonly storedBytes: () => Promise<number>;
  /** Allows the keeping and keeps what is loaded. */
  readonly allow: () => Promise<void>;
  /** Deletes what is kept, and the consent with it. */
  readonly withdraw: () => Promise<void>;
};

/**
 * The questions that a part of the page whose code comes late asks for a view that is about to be shown, besides those
 * that are asked for every view. Only loaded snapshots are asked.
 */
export type AskToo = (next: View, priority: Priority) => readonly QueryOf<unknown>[];

/** Where answers come from, for one signed-in account. */
export type DeploymentSource = {
  /** The engine that sends every question to the service. */
  readonly engine: Engine;
  /** The loaded snapshots, which answer without a request. */
  readonly loading: Loading;
  /** The snapshot of a day, or the latest; null where there is none. */
  readonly findSnapshot: (
    date: SnapshotDate | null,
    options: { readonly signal: AbortSignal },
  ) => Promise<Snapshot | null>;
  /** The snapshots that the browser keeps between visits. */
  readonly keeping: KeptSnapshots;
  /** The requests that a question needs, for people who want to send them themselves. */
  readonly requests: Pick<PartnerCenterClient, 'fits' | 'requestOf'>;
  /** Parts of the page add themselves here while they are on the page. */
  readonly askToo: Set<AskToo>;
  /** The requests that wait for another try. */
  readonly activity: Activity;
  /** The notice that the service still answers, but will refuse tokens that show no second factor. */
  readonly secondFactor: SecondFactorNotice;
  /** The account's id. It stands in every query key, so that an answer for one account is never shown to another. */
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
