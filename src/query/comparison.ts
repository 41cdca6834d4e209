import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { Change, Changes, Coverage, DeploymentRow, Page } from '#engine/engine.ts';
import type { Field } from '#partner-center/fields.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import type { SnapshotDate } from '#view/view.ts';

/** What a view is compared with. */
export type Comparison =
  /** The view asks for no comparison. */
  | { readonly kind: 'none' }
  /** Which snapshots there are is being found out. */
  | { readonly kind: 'finding' }
  /** One of the two could not be had; the page's alert tells why. */
  | { readonly kind: 'unknown' }
  /** The service has no snapshot of that day, nor says which one comes before it. */
  | { readonly kind: 'noData'; readonly asked: SnapshotDate }
  /** It is the very snapshot that is shown. */
  | { readonly kind: 'same'; readonly snapshot: Snapshot }
  /** It is later than the one that is shown: what came after is no before. */
  | { readonly kind: 'later'; readonly snapshot: Snapshot; readonly shown: Snapshot }
  | {
      readonly kind: 'found';
      /** The day asked for, which the earlier snapshot may not be of: the service gives the nearest one before it. */
      readonly asked: SnapshotDate;
      readonly before: Snapshot;
      readonly after: Snapshot;
    };

type Found = { readonly data: Snapshot | null | undefined; readonly isFetching: boolean };

/**
 * What a day asked for comes to.
 *
 * @param compared what the service has for that day
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
  // Days, and times of day, as the service writes them are in the order of the calendar.
  if (before.processedDateTime > after.processedDateTime)
    return { kind: 'later', snapshot: before, shown: after };
  return { kind: 'found', asked, before, after };
}

/** Do two answers count the same rows, whichever snapshot they are of? */
export function areOfSameRows(a: Coverage, b: Coverage): boolean {
  return a.search === b.search && printFilter(a.filter) === printFilter(b.filter);
}

/** A row of two snapshots: its own figures are those of the later one, none where it is gone. */
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

/** What changed, as a page of rows by those fields. All groups of both were read, so its end is known. */
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
