import type { Field } from '#partner-center/fields.ts';
import type { Totals } from '#engine/engine.ts';

/** The sums of each group of some rows, column by column; groups are in no order of meaning. */
export type GroupSums = {
  /** The grouped fields, in the question's order. */
  readonly fields: readonly Field[];
  /** How many groups there are. Each has at least one row. */
  readonly count: number;
  /** For each field the code of its value by group: an index into the field's dictionary, `NO_VALUE` for none. */
  readonly keys: readonly Uint32Array<ArrayBuffer>[];
  /** By group, in licenses. Exact: the sums stay below 2^53. */
  readonly licensesSold: Float64Array<ArrayBuffer>;
  readonly licensesDeployed: Float64Array<ArrayBuffer>;
};

/** Bytes some groups hold. */
export function bytesOfGroups(groups: GroupSums): number {
  return groups.count * (16 + 4 * groups.fields.length);
}

/** Some of the groups, by their indexes, in that order. */
export function pickGroups(groups: GroupSums, indexes: Uint32Array): GroupSums {
  const pick = <A extends Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>>(from: A, to: A): A => {
    for (let index = 0; index < indexes.length; index += 1) to[index] = from[indexes[index] ?? 0] ?? 0;
    return to;
  };
  const count = indexes.length;
  return {
    fields: groups.fields,
    count,
    keys: groups.keys.map((codes) => pick(codes, new Uint32Array(count))),
    licensesSold: pick(groups.licensesSold, new Float64Array(count)),
    licensesDeployed: pick(groups.licensesDeployed, new Float64Array(count)),
  };
}

/** The sums of all groups. */
export function totalsOfGroups({ licensesSold, licensesDeployed }: GroupSums): Totals {
  let sold = 0;
  let deployed = 0;
  for (const licenses of licensesSold) sold += licenses;
  for (const licenses of licensesDeployed) deployed += licenses;
  return { licensesSold: sold, licensesDeployed: deployed };
}
