import type { DeploymentRow } from '#engine/engine.ts';
import { codesFor } from './narrowest-array.ts';
import {
  COUNT_COLUMNS,
  NO_VALUE,
  TEXT_COLUMNS,
  type CountColumnName,
  type Counts,
  type Dictionary,
  type Table,
  type TextColumn,
  type TextColumnName,
} from './table.ts';

function textColumn(rows: readonly DeploymentRow[], column: TextColumnName): TextColumn {
  const codeOf = new Map<string, number>();
  const codes = rows.map((row) => {
    const text = row[column] ?? null;
    if (text === null) return NO_VALUE;
    const code = codeOf.get(text) ?? codeOf.size + 1;
    codeOf.set(text, code);
    return code;
  });
  const dictionary: Dictionary = [null, ...codeOf.keys()];
  const narrow = codesFor(dictionary.length, rows.length);
  narrow.set(codes);
  return { codes: narrow, dictionary };
}

function countColumn(rows: readonly DeploymentRow[], column: CountColumnName): Counts {
  const counts = rows.map((row) => row[column]);
  return counts.every((count) => count <= 0xffff_ffff) ? Uint32Array.from(counts) : Float64Array.from(counts);
}

/** The table of some rows, the plain way. For tests. */
export function tableOfRows(rows: readonly DeploymentRow[]): Table {
  const entries = <K extends string, V>(names: readonly K[], of: (name: K) => V): Record<K, V> =>
    Object.fromEntries(names.map((name) => [name, of(name)])) as Record<K, V>;
  return {
    rows: rows.length,
    texts: entries(TEXT_COLUMNS, (name) => textColumn(rows, name)),
    counts: entries(COUNT_COLUMNS, (name) => countColumn(rows, name)),
  };
}
