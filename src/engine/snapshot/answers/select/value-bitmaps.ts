import type { Field } from '#partner-center/fields.ts';
import { bitmapOfFlags, invert, joinInto } from '#engine/snapshot/columns/bitmap.ts';
import { clusterRows, type Clusters } from '#engine/snapshot/columns/cluster-rows.ts';
import type { DictionaryIndex, EqualTexts } from '#engine/snapshot/columns/dictionary-index.ts';
import { allRows, bitmapWords, rowIdsOf } from '#engine/snapshot/columns/selection.ts';
import type { Table } from '#engine/snapshot/columns/table.ts';

/**
 * What a part of a filter about one field lets through: the values it names, or all but those. As small as the
 * filter's text, however many values the column has. Values are named by the number that equal texts share (see
 * `EqualTexts`); the 0 of rows without a value is never among them.
 */
export type Values = { readonly field: Field; readonly areLeftOut: boolean; readonly named: Set<number> };

// Reading the whole column costs about a fourth of putting its rows together by value, which pays from the fifth on.
const READINGS = 4;

// A bitmap is as large as the ids of one row in 32: values with more rows are worth keeping theirs.
const ROWS_OF_A_WORD = 32;

/** The rows of a column by value. */
type RowsByValue = { readonly clusters: Clusters; readonly bitmaps: Map<number, Uint32Array<ArrayBuffer>> };

function flagsOf({ areLeftOut, named }: Values, { classes, count }: EqualTexts): Uint8Array {
  const byClass = new Uint8Array(count).fill(areLeftOut ? 1 : 0);
  for (const equal of named) byClass[equal] = areLeftOut ? 0 : 1;
  const flags = new Uint8Array(classes.length);
  for (let code = 0; code < flags.length; code += 1) {
    flags[code] = byClass[classes[code]!]!;
  }
  return flags;
}

function setBits(words: Uint32Array, ids: Uint32Array, from: number, to: number): void {
  for (let index = from; index < to; index += 1) {
    const id = ids[index]!;
    words[id >>> 5]! |= 1 << (id & 31);
  }
}

function rowsByValue(table: Table, field: Field, { classes, count }: EqualTexts): RowsByValue {
  const { codes } = table.texts[field];
  const numbers = new Uint32Array(codes.length);
  for (let row = 0; row < numbers.length; row += 1) numbers[row] = classes[codes[row]!]!;
  return { clusters: clusterRows(rowIdsOf(allRows(table.rows)), numbers, count), bitmaps: new Map() };
}

/**
 * Makes bitmaps of the rows that values let through, each a new one. The first few of a field by reading its column;
 * where a filter goes on with thousands, from the rows of each value, so that a long filter takes no longer than its
 * values have rows.
 */
export function createValueBitmaps(
  table: Table,
  index: DictionaryIndex,
): (values: Values) => Uint32Array<ArrayBuffer> {
  const readings = new Map<Field, number>();
  const byField = new Map<Field, RowsByValue>();

  function fromRows({ field, areLeftOut, named }: Values): Uint32Array<ArrayBuffer> {
    const rows = byField.get(field) ?? rowsByValue(table, field, index.equalTexts(field));
    byField.set(field, rows);
    const { clusters, bitmaps } = rows;
    const words = new Uint32Array(bitmapWords(table.rows));
    for (const value of named) {
      const from = clusters.starts[value] ?? 0;
      const to = clusters.starts[value + 1] ?? 0;
      if ((to - from) * ROWS_OF_A_WORD <= table.rows) {
        setBits(words, clusters.ids, from, to);
        continue;
      }
      const bitmap = bitmaps.get(value) ?? new Uint32Array(words.length);
      if (!bitmaps.has(value)) setBits(bitmap, clusters.ids, from, to);
      bitmaps.set(value, bitmap);
      joinInto('or', words, bitmap);
    }
    if (areLeftOut) invert(words, table.rows);
    return words;
  }

  return (values) => {
    const { field } = values;
    const before = readings.get(field) ?? 0;
    if (before >= READINGS) return fromRows(values);
    readings.set(field, before + 1);
    return bitmapOfFlags(table.texts[field].codes, flagsOf(values, index.equalTexts(field)));
  };
}
