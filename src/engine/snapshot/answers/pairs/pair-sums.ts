import type { Field } from '#partner-center/fields.ts';
import type { Totals } from '#engine/engine.ts';
import type { DictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import { countsFor } from '#engine/snapshot/columns/narrowest-array.ts';
import { createGroupFinder } from '#engine/snapshot/answers/group/find-groups.ts';
import type { GroupChunks } from '#engine/snapshot/answers/group/group-rows.ts';
import type { GroupSums, PairSums } from '#engine/snapshot/answers/group/group-sums.ts';
import { keyColumns } from '#engine/snapshot/answers/group/key-columns.ts';

/** `idle` and `short` of groups each of which is a pair, or a part of one. */
export function sumsOfPairs({ count, licensesSold, licensesDeployed }: GroupSums, spare: number): PairSums {
  // No pair has more idle than it sold, or is short of more than it deployed.
  const idle = licensesSold.slice(0, count);
  const short = licensesDeployed.slice(0, count);
  for (let pair = 0; pair < count; pair += 1) {
    const left = licensesSold[pair]! - licensesDeployed[pair]!;
    // No branch: which pairs have something left can't be predicted.
    idle[pair] = Math.max(0, left - spare);
    short[pair] = Math.max(0, -left);
  }
  return { idle, short };
}

/** Adds what some pairs have to the groups they are in. */
function addPairs(
  { idle, short }: PairSums,
  groupOf: Int32Array,
  { count, licensesSold, licensesDeployed }: GroupSums,
  spare: number,
): void {
  for (let pair = 0; pair < count; pair += 1) {
    const left = licensesSold[pair]! - licensesDeployed[pair]!;
    const group = groupOf[pair]!;
    if (left > spare) idle[group]! += left - spare;
    else if (left < 0) short[group]! -= left;
  }
}

/**
 * `idle` and `short` of groups, summed from their pairs.
 *
 * @param by what decides the groups: their fields without a label, and without those that follow from others
 * @param parts the rows' groups by their fields and those of a pair, equal ones together
 * @param mostLicenses what no sum is above
 */
export function pairSumsOf(
  groups: GroupSums,
  by: readonly Field[],
  parts: GroupChunks,
  spare: number,
  mostLicenses: number,
  index: DictionaryIndex,
): PairSums {
  const { count } = groups;
  const sums = { idle: countsFor(mostLicenses, count), short: countsFor(mostLicenses, count) };
  const { find } = createGroupFinder(keyColumns(groups, by, index), count);
  parts((chunk) => {
    addPairs(sums, find(keyColumns(chunk, by, index), chunk.count), chunk, spare);
  });
  return sums;
}

/**
 * `idle` and `short` of all rows together.
 *
 * @param pairs the rows' groups by `PAIR`, equal ones together
 */
export function totalsOfPairs(pairs: GroupChunks, spare: number): Pick<Totals, 'idle' | 'short'> {
  let idle = 0;
  let short = 0;
  pairs(({ count, licensesSold, licensesDeployed }) => {
    for (let pair = 0; pair < count; pair += 1) {
      const left = licensesSold[pair]! - licensesDeployed[pair]!;
      if (left > spare) idle += left - spare;
      else if (left < 0) short -= left;
    }
  });
  return { idle, short };
}
