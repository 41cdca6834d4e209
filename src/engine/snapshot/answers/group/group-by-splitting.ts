import type { Field } from '#partner-center/fields.ts';
import { clusterRows, type Parts, splitClusters } from '#engine/snapshot/columns/cluster-rows.ts';
import { countsFor } from '#engine/snapshot/columns/narrowest-array.ts';
import { rowIdsOf, type Selection } from '#engine/snapshot/columns/selection.ts';
import type { Codes, Table } from '#engine/snapshot/columns/table.ts';
import type { GroupSums } from './group-sums.ts';
import { keysOf, type Pack, packRows, unpack } from './pack-fields.ts';

/**
 * Groups by several packs: rows are put together by the first, and what is together is split by the next, which needs
 * no hash table, and writes where it has just been.
 *
 * @param mostLicenses what no sum is above
 */
export function groupBySplitting(
  table: Table,
  selection: Selection,
  fields: readonly Field[],
  [first, ...rest]: readonly [Pack, ...Pack[]],
  mostLicenses: number,
): GroupSums {
  let ids = rowIdsOf(selection);
  // By position in `ids`: a packed number of the row, then the group it is in so far.
  const groups = new Uint32Array(ids.length);
  packRows(groups, first, ids);
  let count = first.places;
  const splits: { readonly pack: Pack; readonly parts: Parts }[] = [];
  for (const pack of rest) {
    const clusters = clusterRows(ids, groups, count);
    ({ ids } = clusters);
    packRows(groups, pack, ids);
    const parts = splitClusters(clusters.starts, groups, pack.places);
    count = parts.numbers.length;
    splits.push({ pack, parts });
  }

  const { licensesSold: sold, licensesDeployed: deployed } = table.counts;
  const licensesSold = countsFor(mostLicenses, count);
  const licensesDeployed = countsFor(mostLicenses, count);
  for (let index = 0; index < ids.length; index += 1) {
    const row = ids[index]!;
    const group = groups[index]!;
    licensesSold[group]! += sold[row]!;
    licensesDeployed[group]! += deployed[row]!;
  }

  const codes = new Map<Field, Codes>();
  // By group: the part of the split before it is of, followed back to the first pack's number.
  let origin: Uint32Array<ArrayBuffer> | null = null;
  for (const { pack, parts } of splits.toReversed()) {
    const numbers = origin === null ? parts.numbers : taken(parts.numbers, origin);
    for (const [field, ofField] of unpack(numbers, pack)) codes.set(field, ofField);
    origin = origin === null ? parts.clusters : taken(parts.clusters, origin);
  }
  if (origin !== null) for (const [field, ofField] of unpack(origin, first)) codes.set(field, ofField);
  return { fields, count, keys: keysOf(fields, codes), licensesSold, licensesDeployed };
}

function taken(from: Uint32Array, indexes: Uint32Array): Uint32Array<ArrayBuffer> {
  const some = new Uint32Array(indexes.length);
  for (let index = 0; index < some.length; index += 1) some[index] = from[indexes[index]!]!;
  return some;
}
