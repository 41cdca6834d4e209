import type { EqualTexts } from './dictionary-index.ts';
import { type GroupSums, leaveOutGroup } from './groups.ts';
import { NO_VALUE } from './table.ts';

// `as number` below stands for what the compiler can't know: the index is within the array.

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
  if (classCount === classes.length) {
    // Each text has a class of its own, as is usual: nothing is merged.
    const withoutValue = keys.indexOf(NO_VALUE);
    return withoutValue === -1 ? groups : leaveOutGroup(groups, withoutValue);
  }
  // By class: 1 + the place among the merged ones, 0 for none yet.
  const placeOf = new Uint32Array(classCount);
  const spellings = new Uint32Array(groups.count);
  const spellingsSold = new Float64Array(groups.count);
  const licensesSold = groups.licensesSold.slice().fill(0);
  const licensesDeployed = groups.licensesDeployed.slice().fill(0);
  let count = 0;
  for (let group = 0; group < groups.count; group += 1) {
    const code = keys[group] as number;
    if (code === NO_VALUE) continue;
    const equal = classes[code] as number;
    const sold = groups.licensesSold[group] as number;
    let place = (placeOf[equal] as number) - 1;
    if (place < 0) {
      place = count;
      count += 1;
      placeOf[equal] = count;
      spellings[place] = code;
      spellingsSold[place] = sold;
    } else {
      const sofar = spellingsSold[place] as number;
      if (sold > sofar || (sold === sofar && compareTies(code, spellings[place] as number) < 0)) {
        spellings[place] = code;
        spellingsSold[place] = sold;
      }
    }
    licensesSold[place] = (licensesSold[place] as number) + sold;
    licensesDeployed[place] =
      (licensesDeployed[place] as number) + (groups.licensesDeployed[group] as number);
  }
  return {
    fields: groups.fields,
    count,
    keys: [spellings.slice(0, count)],
    licensesSold: licensesSold.slice(0, count),
    licensesDeployed: licensesDeployed.slice(0, count),
  };
}
