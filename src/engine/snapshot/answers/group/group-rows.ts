import type { Field } from '#partner-center/fields.ts';
import type { ColumnIndex } from '#engine/snapshot/columns/column-index.ts';
import type { Selection } from '#engine/snapshot/columns/selection.ts';
import type { Table } from '#engine/snapshot/columns/table.ts';
import { decidingFields } from './deciding-fields.ts';
import { groupByPlace } from './group-by-place.ts';
import { type ByRuns, visitGroupsByRuns } from './group-by-runs.ts';
import { groupBySplitting } from './group-by-splitting.ts';
import { groupEachRun } from './group-by-runs-alone.ts';
import { createGroupList, type GroupSums } from './group-sums.ts';
import { type Pack, packsOf } from './pack-fields.ts';

/** All rows in one place. */
const NO_FIELDS: Pack = { fields: [], columns: [], sizes: [], places: 1 };

/** So many places stay in the caches near a processor's core: then no other way is faster. */
const CACHED_PLACES = 2 ** 14;

type FieldInRuns = Pick<ByRuns, 'field' | 'runs'>;

/**
 * Of the fields that come in runs, the one with most values: it parts the rows best. null where no field comes in runs.
 */
function fieldInRuns(table: Table, columns: ColumnIndex, fields: readonly Field[]): FieldInRuns | null {
  const sizeOf = (field: Field): number => table.texts[field].dictionary.length;
  const inRuns = fields.flatMap((field): readonly FieldInRuns[] => {
    const runs = columns.runs(field);
    return runs === null ? [] : [{ field, runs }];
  });
  return inRuns.toSorted((a, b) => sizeOf(b.field) - sizeOf(a.field))[0] ?? null;
}

/** How to group by the runs of one of several deciding fields; null where that is not the best way. */
export function byRunsOf(
  table: Table,
  columns: ColumnIndex,
  selection: Selection,
  fields: readonly Field[],
): ByRuns | null {
  if (fields.length < 2) return null;
  const [first, ...rest] = packsOf(table, fields, selection.count);
  if (first !== undefined && rest.length === 0 && first.places <= CACHED_PLACES) return null;
  const inRuns = fieldInRuns(table, columns, fields);
  if (inRuns === null) return null;
  const [others, ...more] = packsOf(
    table,
    fields.filter((field) => field !== inRuns.field),
    selection.count,
  );
  return others === undefined || more.length > 0 ? null : { ...inRuns, others };
}

/** Groups that are handed out a chunk at a time, each of which holds until `visit` returns. */
export type GroupChunks = (visit: (groups: GroupSums) => void) => void;

/**
 * The same groups as `groupRows` gives, a chunk at a time, where there may be as many of them as rows. null where
 * they are summed in another way, which makes all of them at once.
 */
export function groupChunks(
  table: Table,
  columns: ColumnIndex,
  selection: Selection,
  fields: readonly Field[],
): GroupChunks | null {
  const { deciding, withOthers } = decidingFields(table, columns, fields);
  const byRuns = byRunsOf(table, columns, selection, deciding);
  if (byRuns === null) return null;
  const most = columns.mostLicenses();
  return (visit) =>
    visitGroupsByRuns(table, selection, deciding, byRuns, most, (chunk) => visit(withOthers(chunk)));
}

/**
 * The groups that some rows of a table fall into by the values of some distinct fields (exactly as they are written;
 * no value is a value), each with its sums.
 */
export function groupRows(
  table: Table,
  columns: ColumnIndex,
  selection: Selection,
  fields: readonly Field[],
): GroupSums {
  const { deciding, withOthers } = decidingFields(table, columns, fields);
  return withOthers(groupByAll(table, columns, selection, deciding));
}

/** The same by looking at each of the fields. */
function groupByAll(
  table: Table,
  columns: ColumnIndex,
  selection: Selection,
  fields: readonly Field[],
): GroupSums {
  const most = columns.mostLicenses();
  const byRuns = byRunsOf(table, columns, selection, fields);
  if (byRuns !== null) {
    // There are at most as many groups as rows. Memory that no group is written to costs nothing.
    const list = createGroupList(table, fields, most, selection.count);
    visitGroupsByRuns(table, selection, fields, byRuns, most, list.append);
    return list.groups();
  }
  const [first, ...rest] = packsOf(table, fields, selection.count);
  if (first === undefined) return groupByPlace(table, selection, fields, NO_FIELDS, most);
  if (rest.length > 0) return groupBySplitting(table, selection, fields, [first, ...rest], most);
  const [only, ...more] = fields;
  if (only !== undefined && more.length === 0 && selection.kind === 'all' && first.places > CACHED_PLACES) {
    const runs = columns.runs(only);
    if (runs !== null) return groupEachRun(table, only, runs, most);
  }
  return groupByPlace(table, selection, fields, first, most);
}
