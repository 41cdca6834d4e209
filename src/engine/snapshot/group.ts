import type { Field } from '#partner-center/fields.ts';
import type { ColumnIndex } from './column-index.ts';
import { groupByPlace } from './group-by-place.ts';
import { groupByRuns, groupEachRun } from './group-by-runs.ts';
import { groupBySplitting } from './group-by-splitting.ts';
import type { GroupSums } from './groups.ts';
import { type Pack, packsOf } from './pack.ts';
import type { Runs } from './runs.ts';
import type { Selection } from './selection.ts';
import type { Table } from './table.ts';

/** All rows in one place. */
const NO_FIELDS: Pack = { fields: [], columns: [], sizes: [], places: 1 };

/** So many places stay in the caches near a processor's core: there is no better way. */
const CACHED_PLACES = 2 ** 14;

type FieldInRuns = { readonly field: Field; readonly runs: Runs };

/** Of the fields that come in runs the one that parts the rows best; null where none does. */
function fieldInRuns(columns: ColumnIndex, fields: readonly Field[]): FieldInRuns | null {
  let best: FieldInRuns | null = null;
  for (const field of fields) {
    const runs = columns.runs(field);
    if (runs !== null && runs.count > (best?.runs.count ?? -1)) best = { field, runs };
  }
  return best;
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
  const most = columns.mostLicenses();
  const [first, ...rest] = packsOf(table, fields, selection.count);
  if (first === undefined) return groupByPlace(table, selection, fields, NO_FIELDS, most);
  const inRuns = fieldInRuns(columns, fields);
  if (inRuns !== null && (first.places > CACHED_PLACES || rest.length > 0)) {
    const { field, runs } = inRuns;
    const others = fields.filter((other) => other !== field);
    const [pack, ...more] = packsOf(table, others, selection.count);
    if (pack === undefined && selection.kind === 'all') return groupEachRun(table, field, runs, most);
    if (pack !== undefined && more.length === 0) {
      return groupByRuns(table, selection, fields, field, runs, pack, most);
    }
  }
  return rest.length === 0
    ? groupByPlace(table, selection, fields, first, most)
    : groupBySplitting(table, selection, fields, [first, ...rest], most);
}
