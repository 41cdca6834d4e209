import type { Field } from '#partner-center/fields.ts';
import type { Totals } from '#engine/engine.ts';
import type { OfPairs } from '#engine/totals.ts';
import { codesFor, countsFor } from '#engine/snapshot/columns/narrowest-array.ts';
import {
  NO_VALUE,
  type Codes,
  type Counts,
  type Table,
  type TextColumnName,
} from '#engine/snapshot/columns/table.ts';
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
  /** Only where the question asked for them (`PairsAsked`). */
  readonly pairs?: PairSums | undefined;
};

/** By group, in licenses: what its pairs of a customer tenant and a product have idle, and what they are short of. */
export type PairSums = {
  readonly idle: Counts;
  readonly short: Counts;
  /** Only where the question asked for it (`PricesAsked`). */
  readonly worth?: Worth | undefined;
};

/** By group what its idle licenses are worth, and how many of them have a price: see `Totals`. */
export type Worth = { readonly value: Float64Array<ArrayBuffer>; readonly priced: Counts };

/** The codes of one of the fields that groups are by. */
export function keyOfField({ fields, keys }: GroupSums, field: TextColumnName): Codes {
  const names: readonly TextColumnName[] = fields;
  const codes = keys[names.indexOf(field)];
  if (codes === undefined) throw new RangeError(`Groups by ${fields.join(', ')} have no ${field}.`);
  return codes;
}

/** Bytes some groups hold. */
export function bytesOfGroups({ keys, licensesSold, licensesDeployed, pairs }: GroupSums): number {
  const columns = [...keys, licensesSold, licensesDeployed];
  const bytes = columns.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return pairs === undefined ? bytes : bytes + bytesOfPairs(pairs);
}

/** Bytes some sums of pairs hold. */
export function bytesOfPairs({ idle, short, worth }: PairSums): number {
  const bytes = idle.byteLength + short.byteLength;
  return worth === undefined ? bytes : bytes + worth.value.byteLength + worth.priced.byteLength;
}

/** The elements of an array at some indexes, in the order of the indexes. */
function pick<A extends Codes | Counts>(from: A, indexes: Uint32Array): A {
  // This makes an array of the same kind, as long as it is needed.
  const to = from.slice(0, indexes.length) as A;
  for (let at = 0; at < indexes.length; at += 1) to[at] = from[indexes[at]!]!;
  return to;
}

function pickPairs({ idle, short, worth }: PairSums, indexes: Uint32Array): PairSums {
  const pairs = { idle: pick(idle, indexes), short: pick(short, indexes) };
  if (worth === undefined) return pairs;
  return { ...pairs, worth: { value: pick(worth.value, indexes), priced: pick(worth.priced, indexes) } };
}

/** The groups at some indexes, in the order of the indexes. */
export function pickGroups(groups: GroupSums, indexes: Uint32Array): GroupSums {
  const { fields, keys, licensesSold, licensesDeployed, pairs } = groups;
  return {
    fields,
    count: indexes.length,
    keys: keys.map((codes) => pick(codes, indexes)),
    licensesSold: pick(licensesSold, indexes),
    licensesDeployed: pick(licensesDeployed, indexes),
    ...(pairs === undefined ? {} : { pairs: pickPairs(pairs, indexes) }),
  };
}

/** The groups that have a value in their first field. */
export function withValue(groups: GroupSums): GroupSums {
  const [codes] = groups.keys;
  if (codes === undefined || !codes.includes(NO_VALUE)) return groups;
  return pickGroups(
    groups,
    Uint32Array.from(codes, (_, group) => group).filter((group) => codes[group] !== NO_VALUE),
  );
}

/** Groups in memory of their own, which grows up to a limit that is known before. */
export type GroupList = {
  /** Copies some groups behind those that are there; equal keys stay apart. They have no `pairs`. */
  readonly append: (groups: GroupSums) => void;
  /** All groups so far. Nothing can be appended after. */
  readonly groups: () => GroupSums;
};

// Where less than this part of the memory has groups, they are copied to where they just fit: it is held as a whole.
const PART_IN_USE = 3 / 4;

/**
 * An empty list of groups.
 *
 * @param fields those of each group
 * @param mostLicenses what no sum is above
 * @param most how many groups there can be
 */
export function createGroupList(
  { texts }: Table,
  fields: readonly Field[],
  mostLicenses: number,
  most: number,
): GroupList {
  const keys = fields.map((field) => codesFor(texts[field].dictionary.length, most));
  const licensesSold = countsFor(mostLicenses, most);
  const licensesDeployed = countsFor(mostLicenses, most);
  let count = 0;
  const used = <A extends Codes | Counts>(array: A): A =>
    (count < most * PART_IN_USE ? array.slice(0, count) : array.subarray(0, count)) as A;
  return {
    append(groups) {
      for (const [nth, codes] of groups.keys.entries()) keys[nth]?.set(codes, count);
      licensesSold.set(groups.licensesSold, count);
      licensesDeployed.set(groups.licensesDeployed, count);
      count += groups.count;
    },
    groups: () => ({
      fields,
      count,
      keys: keys.map(used),
      licensesSold: used(licensesSold),
      licensesDeployed: used(licensesDeployed),
    }),
  };
}

/**
 * The groups of several lists in one, in memory of its own; equal keys stay apart. With `pairs` where a list has them,
 * but not what those are worth.
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
  const pairs = lists.some((list) => list.pairs !== undefined)
    ? { idle: countsFor(mostLicenses, count), short: countsFor(mostLicenses, count) }
    : undefined;
  let at = 0;
  for (const list of lists) {
    for (const [nth, codes] of list.keys.entries()) keys[nth]?.set(codes, at);
    licensesSold.set(list.licensesSold, at);
    licensesDeployed.set(list.licensesDeployed, at);
    if (list.pairs !== undefined) {
      pairs?.idle.set(list.pairs.idle, at);
      pairs?.short.set(list.pairs.short, at);
    }
    at += list.count;
  }
  return { fields, count, keys, licensesSold, licensesDeployed, ...(pairs === undefined ? {} : { pairs }) };
}

/** The figures of all groups together. */
export function totalsOfPairSums({ idle, short, worth }: PairSums): OfPairs {
  return {
    idle: sumOfCounts(idle),
    short: sumOfCounts(short),
    ...(worth === undefined
      ? {}
      : { idleValue: sumOfCounts(worth.value), idlePriced: sumOfCounts(worth.priced) }),
  };
}

function pairSumsAt({ idle, short, worth }: PairSums, group: number): OfPairs {
  return {
    idle: idle[group] ?? 0,
    short: short[group] ?? 0,
    ...(worth === undefined
      ? {}
      : { idleValue: worth.value[group] ?? 0, idlePriced: worth.priced[group] ?? 0 }),
  };
}

/** The sums of all groups: what their own figures add up to. */
export function totalsOfGroups({ licensesSold, licensesDeployed, pairs }: GroupSums): Totals {
  return {
    licensesSold: sumOfCounts(licensesSold),
    licensesDeployed: sumOfCounts(licensesDeployed),
    ...(pairs === undefined ? {} : totalsOfPairSums(pairs)),
  };
}

/** The sums of one of the groups. */
export function totalsAt({ licensesSold, licensesDeployed, pairs }: GroupSums, group: number): Totals {
  return {
    licensesSold: licensesSold[group] ?? 0,
    licensesDeployed: licensesDeployed[group] ?? 0,
    ...(pairs === undefined ? {} : pairSumsAt(pairs, group)),
  };
}
