import type { Thresholds } from '#engine/engine.ts';
import type { GroupSums } from '#engine/snapshot/answers/group/group-sums.ts';

/** The indexes of the groups that reach some thresholds, ascending. As `reaches` says of each. */
export function listedGroups(
  { count, licensesSold, licensesDeployed, pairs }: GroupSums,
  { minIdle, maxUtilization = Number.POSITIVE_INFINITY, minUtilization }: Thresholds,
): Uint32Array<ArrayBuffer> {
  const listed = new Uint32Array(count);
  let length = 0;
  for (let group = 0; group < count; group += 1) {
    if (minIdle !== undefined && (pairs === undefined ? 0 : pairs.idle[group]!) < minIdle) continue;
    const sold = licensesSold[group]!;
    const deployed = licensesDeployed[group]!;
    if (sold === 0) {
      if (minUtilization !== undefined && deployed === 0) continue;
    } else {
      const used = deployed / sold;
      if (used > maxUtilization || (minUtilization !== undefined && used < minUtilization)) continue;
    }
    listed[length] = group;
    length += 1;
  }
  return listed.slice(0, length);
}
