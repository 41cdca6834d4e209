import type { Field } from '#partner-center/fields.ts';
import { codesFor, countsFor } from '#engine/snapshot/columns/narrowest-array.ts';
import type { Runs } from '#engine/snapshot/columns/column-runs.ts';
import type { Table } from '#engine/snapshot/columns/table.ts';
import { sumBetween } from '#engine/snapshot/columns/totals-of-rows.ts';
import type { GroupSums } from './group-sums.ts';

/** How many codes some runs have. */
function countCodes({ count, codes }: Runs): number {
  if (count === 0) return 0;
  let distinct = 1;
  for (let run = 1; run < count; run += 1) if (codes[run] !== codes[run - 1]) distinct += 1;
  return distinct;
}

/**
 * Groups all rows by a field that comes in runs: no sum is looked up, each is read from one row to the next.
 *
 * @param mostLicenses what no sum is above
 */
export function groupEachRun(
  { texts, counts }: Table,
  field: Field,
  runs: Runs,
  mostLicenses: number,
): GroupSums {
  const count = countCodes(runs);
  const codes = codesFor(texts[field].dictionary.length, count);
  const licensesSold = countsFor(mostLicenses, count);
  const licensesDeployed = countsFor(mostLicenses, count);
  let group = 0;
  for (let run = 0; run < runs.count; run += 1) {
    const code = runs.codes[run]!;
    if (run > 0 && code !== runs.codes[run - 1]) group += 1;
    codes[group] = code;
    const from = runs.starts[run]!;
    const to = runs.ends[run]!;
    licensesSold[group]! += sumBetween(counts.licensesSold, from, to);
    licensesDeployed[group]! += sumBetween(counts.licensesDeployed, from, to);
  }
  return { fields: [field], count, keys: [codes], licensesSold, licensesDeployed };
}
