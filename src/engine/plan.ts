import { MAX_TOP } from '#partner-center/client.ts';
import type { GroupedView, View } from '#view/view.ts';
import { answeredSort, type Priced } from '#view/answered.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { EngineName, Page, ToRead } from './engine.ts';

/**
 * A snapshot with so many rows or fewer is loaded unasked: that is a few megabytes of data, and takes the service
 * seconds.
 */
export const LOADED_UNASKED = 250_000;

/** The most rows that are loaded where the person has set no other limit: some 90 MB of the browser's memory. */
export const DEFAULT_LOAD_LIMIT = 2_000_000;

/** How a whole snapshot may come into the browser. */
export type LoadPlan = {
  /** `atOnce`: after the first figures. `onDemand`: when the person asks for it. `overLimit`: not at all. */
  readonly when: 'atOnce' | 'onDemand' | 'overLimit';
  /** The rows by the service's count; null where it gave none, or where more have come. */
  readonly rows: number | null;
  readonly requests: number | null;
};

/**
 * Whether and when to load a whole snapshot, and how much that is.
 *
 * @param limit the most rows that the person allows
 * @param arrived so many rows had come before the loading was given up: there are at least as many, whatever the count
 * says
 */
export function planLoad({ totalCount }: Pick<Snapshot, 'totalCount'>, limit: number, arrived = 0): LoadPlan {
  const rows = totalCount === null || totalCount < arrived ? null : totalCount;
  const requests = rows === null ? null : Math.max(1, Math.ceil(rows / MAX_TOP));
  if ((rows ?? arrived) > limit) return { when: 'overLimit', rows, requests };
  // Where the size is not known, nothing is loaded unasked.
  if (rows === null) return { when: 'onDemand', rows, requests };
  return { when: rows <= LOADED_UNASKED ? 'atOnce' : 'onDemand', rows, requests };
}

/** What is known of a view's rows before they are asked for. */
export type Known = {
  /** The whole snapshot is in the browser. */
  readonly isLoaded: boolean;
  /** The order in which a page of them came; null where no page has come yet. */
  readonly order: Page['order'] | null;
  /** The number of rows (or groups) of the view by the service's count; null where it is not known. */
  readonly total: number | null;
  /** What has to be read for the answer, where that is not only the rows of the view; see `Page`. */
  readonly toRead?: ToRead | undefined;
  /** The person has agreed to read all of them from the service. */
  readonly agreed: boolean;
};

/** How the questions of a view are answered. */
export type Plan = {
  readonly engine: EngineName;
  /** The parts of the address that this engine cannot answer, because they need the snapshot. */
  readonly pending: readonly ('search' | 'sort')[];
  /**
   * What has to be read to have every row of the view for its order; a number is null where it is not known. The whole
   * is null where reading them would not help.
   */
  readonly offer: ToRead | null;
};

/**
 * Decides which engine answers for a view and, where the view asks for more than the engine can give yet, what to load.
 *
 * The endpoint cannot sort: an order needs every row, and an order by idle licenses every pair of customer and product.
 * One response holds up to 10,000 of them, so that much is read unasked, and more only when the person agrees. The
 * endpoint cannot search either, and there is no request for the rows of a search. A loaded snapshot answers
 * everything, without a request.
 */
export function plan(view: GroupedView & Pick<View, 'sort' | 'search'> & Priced, known: Known): Plan {
  if (known.isLoaded) return { engine: 'snapshot', pending: [], offer: null };
  const pending: Plan['pending'] = view.search === '' ? [] : ['search'];
  const isOrderMissing = answeredSort(view).length > 0 && known.order === 'service';
  if (!isOrderMissing || known.agreed) return { engine: 'service', pending, offer: null };
  return {
    engine: 'service',
    pending: [...pending, 'sort'],
    offer: known.toRead ?? {
      rows: known.total,
      requests: known.total === null ? null : Math.max(1, Math.ceil(known.total / MAX_TOP)),
    },
  };
}

/** What is known of two snapshots before the question of what has changed between them. */
export type KnownOfTwo = {
  /** Both are in the browser. */
  readonly areLoaded: boolean;
  /** One response of each snapshot has all groups of the question; null where that is not known yet. */
  readonly isOneResponse: boolean | null;
};

/** The engine that says what has changed, or the reason why both snapshots have to be loaded first. */
export type ChangesPlan =
  | { readonly engine: EngineName; readonly needs: null }
  | { readonly engine: null; readonly needs: 'search' | 'rows' | 'groups' };

/**
 * Decides which engine says what has changed between two snapshots. The service has no such question, but one response
 * of each snapshot with all groups of a grouping is enough to tell. Where there are more groups than that, or no
 * grouping, or a search, both snapshots have to be loaded: with only some of the groups, members would seem new or gone
 * that are neither.
 *
 * @param groupby what the question groups by, as it was asked for; empty where it does not group
 */
export function planChanges(
  { groupby, search }: Pick<View, 'groupby' | 'search'>,
  { areLoaded, isOneResponse }: KnownOfTwo,
): ChangesPlan {
  if (areLoaded) return { engine: 'snapshot', needs: null };
  if (search !== '') return { engine: null, needs: 'search' };
  if (groupby.length === 0) return { engine: null, needs: 'rows' };
  return isOneResponse === false ? { engine: null, needs: 'groups' } : { engine: 'service', needs: null };
}

/** How much has to be read to load some snapshots; null where it is not known. */
export function loadOf(
  snapshots: readonly Pick<Snapshot, 'totalCount'>[],
): Pick<LoadPlan, 'rows' | 'requests'> {
  const plans = snapshots.map((snapshot) => planLoad(snapshot, Number.POSITIVE_INFINITY));
  const sum = (amounts: readonly (number | null)[]): number | null =>
    amounts.reduce((all, amount) => (all === null || amount === null ? null : all + amount), 0);
  return { rows: sum(plans.map(({ rows }) => rows)), requests: sum(plans.map(({ requests }) => requests)) };
}
