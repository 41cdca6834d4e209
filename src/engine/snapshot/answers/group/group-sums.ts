import type { Field } from '#partner-center/fields.ts';
import type { Totals } from '#engine/engine.ts';
import { codesFor, countsFor } from '#engine/snapshot/columns/narrowest-array.ts';
import { NO_VALUE, type Codes, type Counts, type Table } from '#engine/snapshot/columns/table.ts';
import { sumOfCounts } from '#engine/snapshot/columns/totals-of-rows.ts';

/** The sums of each group of some rows, column by column; groups are in no order of meaning. */
export type GroupSums = {
  /** The grouped fields, in the question's order. */
  readonly fields: readonly Field[];
  /** How many groups there are. Each has at least one row. */
  readonly count: number;
  /** For each field the code of its value by group: an index into the field's dictionary, `NO_VALUE` for none. */
  readonly keys: readonly Codes[];
  /** By group, in licenses. Exact: the sums stay below 2^53. */
  readonly licensesSold: Counts;
  readonly licensesDeployed: Counts;
};

/** Bytes some groups hold. */
export function bytesOfGroups({ keys, licensesSold, licensesDeployed }: GroupSums): number {
  return [...keys, licensesSold, licensesDeployed].reduce((bytes, { byteLength }) => bytes + byteLength, 0);
}

/** Some elements of an array, by their indexes, in that order. */
function pick<A extends Codes | Counts>(from: A, indexes: Uint32Array): A {
  // As long as needed and of the same kind.
  const to = from.slice(0, indexes.length) as A;
  for (let at = 0; at < indexes.length; at += 1) to[at] = from[indexes[at] as number] as number;
  return to;
}

/** Some of the groups, by their indexes, in that order. */
export function pickGroups(groups: GroupSums, indexes: Uint32Array): GroupSums {
  return {
    fields: groups.fields,
    count: indexes.length,
    keys: groups.keys.map((codes) => pick(codes, indexes)),
    licensesSold: pick(groups.licensesSold, indexes),
    licensesDeployed: pick(groups.licensesDeployed, indexes),
  };
}

/** The groups but for those without a value in their first field. */
export function withValue(groups: GroupSums): GroupSums {
  const [codes] = groups.keys;
  if (codes === undefined || !codes.includes(NO_VALUE)) return groups;
  return pickGroups(
    groups,
    Uint32Array.from(codes, (_, group) => group).filter((group) => codes[group] !== NO_VALUE),
  );
}

/**
 * The groups of several lists in one, in memory of its own; equal keys stay apart.
 *
 * @param fields those of each list
 * @param mostLicenses what no sum is above
 */
export function joinGroups(
  { texts }: Table,
  fields: readonly Field[],
  mostLicenses: number,
  lists: readonly GroupSums[],
): GroupSums {
  const count = lists.reduce((sum, list) => sum + list.count, 0);
  const keys = fields.map((field) => codesFor(texts[field].dictionary.length, count));
  const licensesSold = countsFor(mostLicenses, count);
  const licensesDeployed = countsFor(mostLicenses, count);
  let at = 0;
  for (const list of lists) {
    for (const [nth, codes] of list.keys.entries()) keys[nth]?.set(codes, at);
    licensesSold.set(list.licensesSold, at);
    licensesDeployed.set(list.licensesDeployed, at);
    at += list.count;
  }
  return { fields, count, keys, licensesSold, licensesDeployed };
}

/** The sums of all groups. */
export function totalsOfGroups({ licensesSold, licensesDeployed }: GroupSums): Totals {
  return { licensesSold: sumOfCounts(licensesSold), licensesDeployed: sumOfCounts(licensesDeployed) };
}
