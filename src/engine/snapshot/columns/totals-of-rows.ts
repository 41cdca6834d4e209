import type { Totals } from '#engine/engine.ts';
import { rowBlocksOf, type Selection } from './selection.ts';
import type { Counts, Table } from './table.ts';

/** The sum of the rows `from` ≤ row < `to`, in licenses. */
export function sumBetween(counts: Counts, from: number, to: number): number {
  let total = 0;
  for (let row = from; row < to; row += 1) total += counts[row]!;
  return total;
}

/** The sum of a whole column, in licenses. */
export function sumOfCounts(counts: Counts): number {
  return sumBetween(counts, 0, counts.length);
}

function sumOf(counts: Counts, rows: Selection): number {
  if (rows.kind === 'all') return sumOfCounts(counts);
  let total = 0;
  const blocks = rowBlocksOf(rows);
  for (let length = blocks.next(); length > 0; length = blocks.next()) {
    for (let index = 0; index < length; index += 1) total += counts[blocks.ids[index]!]!;
  }
  return total;
}

/** The sums of some rows of a table. */
export function totalsOfRows({ counts }: Table, rows: Selection): Totals {
  return {
    licensesSold: sumOf(counts.licensesSold, rows),
    licensesDeployed: sumOf(counts.licensesDeployed, rows),
  };
}
