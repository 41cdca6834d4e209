import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { Change, Changes, Coverage, DeploymentRow, Page } from '#engine/engine.ts';
import type { Field } from '#partner-center/fields.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import type { SnapshotDate } from '#view/view.ts';

/** What a view is compared with. */
export type Comparison =
  /** The view asks for no comparison. */
  | { readonly kind: 'none' }
  /** The page is finding out which snapshots there are. */
  | { readonly kind: 'finding' }
  /** One of the two snapshots could not be found; the page's alert tells why. */
  | { readonly kind: 'unknown' }
  /** The service has no snapshot of that day, and does not say which one comes before it. */
  | { readonly kind: 'noData'; readonly asked: SnapshotDate }
  /** The snapshot of that day is the one that is shown. */
  | { readonly kind: 'same'; readonly snapshot: Snapshot }
  /** The snapshot of that day is later than the one that is shown, so there is nothing earlier to compare with. */
  | { readonly kind: 'later'; readonly snapshot: Snapshot; readonly shown: Snapshot }
  | {
      readonly kind: 'found';
      /**
       * The day that was asked for. The earlier snapshot may be of another day: the service gives the nearest one
       * before it.
       */
      readonly asked: SnapshotDate;
      readonly before: Snapshot;
      readonly after: Snapshot;
    };

type Found = { readonly data: Snapshot | null | undefined; readonly isFetching: boolean };

/**
 * What the view is compared with, for the day that was asked for.
 *
 * @param compared the service's answer for that day
 * @param shown the snapshot that the view is about
 */
export function comparisonOf(asked: SnapshotDate | null, compared: Found, shown: Found): Comparison {
  if (asked === null) return { kind: 'none' };
  if (compared.data === null) return { kind: 'noData', asked };
  if (compared.data === undefined || shown.data == null) {
    return { kind: compared.isFetching || shown.isFetching ? 'finding' : 'unknown' };
  }
  const [before, after] = [compared.data, shown.data];
  if (before.processedDateTime === after.processedDateTime) return { kind: 'same', snapshot: after };
  // The service writes days and times so that the order of the texts is that of the calendar.
  if (before.processedDateTime > after.processedDateTime)
    return { kind: 'later', snapshot: before, shown: after };
  return { kind: 'found', asked, before, after };
}

/** Do two answers count the same rows, whichever snapshot they are of? */
export function areOfSameRows(a: Coverage, b: Coverage): boolean {
  return a.search === b.search && printFilter(a.filter) === printFilter(b.filter);
}

/** A row of two snapshots. Its own figures are those of the later snapshot; they are 0 where the row is gone. */
export type ComparedRow = DeploymentRow & Pick<Change, 'before' | 'after'>;

/** A row as the grid shows it: `before` and `after` where two snapshots are compared. */
export type ShownRow = DeploymentRow & Partial<Pick<Change, 'before' | 'after'>>;

/** The rows of two snapshots as a page of the grid. */
export type ComparedPage = Omit<Page, 'rows'> &
  Pick<Changes, 'appeared' | 'vanished'> & {
    readonly rows: readonly ComparedRow[];
  };

const NOTHING = { licensesSold: 0, licensesDeployed: 0 };

function rowOf({ key, before, after }: Change, by: readonly Field[]): ComparedRow {
  const named = Object.fromEntries(by.map((field, index) => [field, key[index] ?? null]));
  return { ...named, ...(after ?? NOTHING), before, after };
}

/**
 * A page of rows of what changed, grouped by those fields. All groups of both snapshots were read, so its end is known.
 */
export function comparedPage(changes: Changes, by: readonly Field[]): ComparedPage {
  const { rows, total, appeared, vanished, after, coverage } = changes;
  return {
    rows: rows.map((change) => rowOf(change, by)),
    total,
    isEndKnown: true,
    order: 'asked',
    totals: after,
    appeared,
    vanished,
    coverage: coverage.after,
  };
}
