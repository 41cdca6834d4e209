import { NO_VALUE } from './table.ts';
import type { EqualTexts } from './dictionary-index.ts';
import type { GroupSums } from './groups.ts';

/**
 * The groups of one field with those of equal values together: texts that differ in letter case alone are one value
 * to the endpoint. What has no value is left out.
 *
 * @param compareTies orders two codes whose groups sold the same; without it, any of them names the group
 * @returns groups whose key is the spelling that sold most, between equals the first by `compareTies`
 */
export function mergeEqual(
  groups: GroupSums,
  { classes, count: classCount }: EqualTexts,
  compareTies: (a: number, b: number) => number = () => 0,
): GroupSums {
  const [keys = new Uint32Array()] = groups.keys;
  // By class: 1 + the place among the merged ones, 0 for none yet.
  const placeOf = new Uint32Array(classCount);
  const spellings = new Uint32Array(groups.count);
  const spellingsSold = new Float64Array(groups.count);
  const licensesSold = new Float64Array(groups.count);
  const licensesDeployed = new Float64Array(groups.count);
  let count = 0;
  for (let group = 0; group < groups.count; group += 1) {
    const code = keys[group] ?? NO_VALUE;
    if (code === NO_VALUE) continue;
    const equal = classes[code] ?? 0;
    const sold = groups.licensesSold[group] ?? 0;
    let place = (placeOf[equal] ?? 0) - 1;
    if (place < 0) {
      place = count;
      count += 1;
      placeOf[equal] = count;
      spellings[place] = code;
      spellingsSold[place] = sold;
    } else {
      const sofar = spellingsSold[place] ?? 0;
      if (sold > sofar || (sold === sofar && compareTies(code, spellings[place] ?? 0) < 0)) {
        spellings[place] = code;
        spellingsSold[place] = sold;
      }
    }
    licensesSold[place] = (licensesSold[place] ?? 0) + sold;
    licensesDeployed[place] = (licensesDeployed[place] ?? 0) + (groups.licensesDeployed[group] ?? 0);
  }
  return {
    fields: groups.fields,
    count,
    keys: [spellings.slice(0, count)],
    licensesSold: licensesSold.slice(0, count),
    licensesDeployed: licensesDeployed.slice(0, count),
  };
}
