import { MAX_TOP } from '#partner-center/client.ts';
import type { GroupedView, View } from '#view/view.ts';
import { answeredSort, type Priced } from '#view/answered.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { EngineName, Page, ToRead } from './engine.ts';

/** Rows up to which a snapshot is loaded without being asked for: a few megabytes on the wire, seconds of the service. */
export const LOADED_UNASKED = 250_000;

/** The most rows that are loaded where the person has set no other limit: some 90 MB of the browser's memory. */
export const DEFAULT_LOAD_LIMIT = 2_000_000;

/** How a whole snapshot may come into the browser. */
export type LoadPlan = {
  /** `atOnce`: behind the first figures; `onDemand`: where the person asks for it; `overLimit`: not at all. */
  readonly when: 'atOnce' | 'onDemand' | 'overLimit';
  /** By the service's count; null where it gave none, or more have come. */
  readonly rows: number | null;
  readonly requests: number | null;
};

/**
 * Whether and when to load a whole snapshot, and how much that is.
 *
 * @param limit the most rows the person allows
 * @param arrived so many rows have come before it was given up: there are at least as many, whatever the count says
 */
export function planLoad({ totalCount }: Pick<Snapshot, 'totalCount'>, limit: number, arrived = 0): LoadPlan {
  const rows = totalCount === null || totalCount < arrived ? null : totalCount;
  const requests = rows === null ? null : Math.max(1, Math.ceil(rows / MAX_TOP));
  if ((rows ?? arrived) > limit) return { when: 'overLimit', rows, requests };
  // Of a size that nobody knows, nothing is begun unasked.
  if (rows === null) return { when: 'onDemand', rows, requests };
  return { when: rows <= LOADED_UNASKED ? 'atOnce' : 'onDemand', rows, requests };
}

/** What is known of a view's rows before they are asked for. */
export type Known = {
  /** The whole snapshot is in the browser. */
  readonly isLoaded: boolean;
  /** The order in which a page of them came; null where none has come yet. */
  readonly order: Page['order'] | null;
  /** Rows (or groups) of the view by the service's count; null where it is not known. */
  readonly total: number | null;
  /** What the answer takes, where that is not the rows of the view alone; see `Page`. */
  readonly toRead?: ToRead | undefined;
  /** The person has agreed to read all of them from the service. */
  readonly agreed: boolean;
};

/** How the questions of a view are answered. */
export type Plan = {
  readonly engine: EngineName;
  /** What the address asks for that this engine can't give: it needs the snapshot. */
  readonly pending: readonly ('search' | 'sort')[];
  /**
   * What reading every row of the view, for its order, would take, each null where nobody knows; null where reading them
   * would not help.
   */
  readonly offer: ToRead | null;
};

/**
 * Which engine answers for a view, and, where the view asks for more than it can give yet, what to load.
 *
 * The endpoint has no ordering: an order needs every row, and what lies idle every pair of customer and product. One response holds up to 10,000 of them, so that much is read
 * unasked, more only when the person agrees. It has no search either, and rows of a search can't be asked for at all.
 * A loaded snapshot answers everything, with no request.
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

/** What is known of two snapshots before it is asked what changed from one to the other. */
export type KnownOfTwo = {
  /** Both are in the browser. */
  readonly areLoaded: boolean;
  /** One response of each has all groups of the question; null where nobody knows yet. */
  readonly isOneResponse: boolean | null;
};

/** Who answers what changed, or why nobody can until both snapshots are loaded. */
export type ChangesPlan =
  | { readonly engine: EngineName; readonly needs: null }
  | { readonly engine: null; readonly needs: 'search' | 'rows' | 'groups' };

/**
 * Who answers what changed between two snapshots. The service knows of no such question, but one response of each with
 * all groups of a grouping is enough to tell. Where there are more groups than that, or no grouping, or a search, both
 * have to be loaded: half of the groups would make members new or gone that are neither.
 *
 * @param groupby what the question groups by, as it was asked for; empty: by nothing
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

/** How much some snapshots are together, to load them; null where nobody knows. */
export function loadOf(
  snapshots: readonly Pick<Snapshot, 'totalCount'>[],
): Pick<LoadPlan, 'rows' | 'requests'> {
  const plans = snapshots.map((snapshot) => planLoad(snapshot, Number.POSITIVE_INFINITY));
  const sum = (amounts: readonly (number | null)[]): number | null =>
    amounts.reduce((all, amount) => (all === null || amount === null ? null : all + amount), 0);
  return { rows: sum(plans.map(({ rows }) => rows)), requests: sum(plans.map(({ requests }) => requests)) };
}
