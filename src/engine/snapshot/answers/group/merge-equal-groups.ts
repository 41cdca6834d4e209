import type { Field } from '#partner-center/fields.ts';
import type { DictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import { picked } from './key-columns.ts';
import { sortedItems } from '#engine/snapshot/answers/order/radix-sort.ts';
import { NO_VALUE, type Codes } from '#engine/snapshot/columns/table.ts';
import { type GroupSums, pickGroups } from './group-sums.ts';

/** Whether two groups by these fields may be equal to the endpoint, because two texts of one of them are. */
export function mayBeEqual(fields: readonly Field[], index: DictionaryIndex): boolean {
  return fields.some((field) => {
    const { classes, count } = index.equalTexts(field);
    return classes.length > count;
  });
}

/**
 * The groups with those together whose keys are equal: texts that differ in letter case alone are one value to the
 * endpoint. The key is the one among them that sold most; between equals the first by code unit, field after field, no
 * value last. As `mergeGroups` does of rows. No text is looked at but between keys that sold the same.
 *
 * @param deciding groups that are equal in these are equal in all
 */
export function mergeEqual(
  groups: GroupSums,
  index: DictionaryIndex,
  deciding: readonly Field[] = groups.fields,
): GroupSums {
  // Mostly no two texts are equal.
  if (!mayBeEqual(deciding, index)) return groups;
  return mergeWhereEqual(groups, groups.fields.length, index).groups;
}

export type LabelledGroupSums = {
  /** Groups by all fields but the last, each with the code of the label it is written with as the last of its keys. */
  readonly groups: GroupSums;
  /** For each of the groups that were given, the index of the one that it is now in. */
  readonly into: Uint32Array;
  /** How many of the groups, with a value in each field, have more than one label. */
  readonly severalLabels: number;
};

/**
 * Groups, of which the last field is a label and equal ones are already together, with those together that differ in
 * their label alone. As `labelGroups` does of rows.
 */
export function mergeLabels(groups: GroupSums, index: DictionaryIndex): LabelledGroupSums {
  const last = groups.keys.length - 1;
  const labels = groups.keys[last] as Codes;
  const merged = mergeWhereEqual(groups, last, index);
  const labelsOf = new Uint32Array(merged.groups.count);
  for (let group = 0; group < groups.count; group += 1) {
    const into = merged.into[group]!;
    if (labels[group] !== NO_VALUE) labelsOf[into]! += 1;
  }
  const severalLabels = labelsOf.filter(
    (count, at) => count > 1 && merged.groups.keys.every((codes) => codes[at] !== NO_VALUE),
  ).length;
  return { ...merged, severalLabels };
}

/**
 * Puts groups together that are equal in their first fields. A group is rather shown by one that has values in the
 * other fields.
 */
function mergeWhereEqual(
  groups: GroupSums,
  fields: number,
  index: DictionaryIndex,
): Pick<LabelledGroupSums, 'groups' | 'into'> {
  const columns = groups.fields.map((field, nth) => {
    const { classes, count } = index.equalTexts(field);
    return { codes: groups.keys[nth] as Codes, classes, places: count, compare: index.compareCodes(field) };
  });
  const first = columns.slice(0, fields);
  const others = columns.slice(fields);
  // Equal ones become neighbours.
  const order = sortedItems(
    first.map(({ codes, classes, places }) => ({ values: picked(classes, codes), places })),
    groups.count,
  );
  const areEqual = (a: number, b: number): boolean =>
    first.every(({ codes, classes }) => classes[codes[a]!] === classes[codes[b]!]);
  const sold = groups.licensesSold;
  const deployed = groups.licensesDeployed;
  const isShownBefore = (a: number, b: number): boolean => {
    for (const { codes } of others) {
      if ((codes[a] === NO_VALUE) !== (codes[b] === NO_VALUE)) return codes[b] === NO_VALUE;
    }
    if (sold[a] !== sold[b]) return sold[a]! > sold[b]!;
    for (const { codes, compare } of columns) {
      const difference = compare(codes[a]!, codes[b]!);
      if (difference !== 0) return difference < 0;
    }
    return false;
  };

  // For each group: which of its groups it is written as, then its sums.
  const shown = new Uint32Array(groups.count);
  const into = new Uint32Array(groups.count);
  const licensesSold = sold.slice();
  const licensesDeployed = deployed.slice();
  let count = 0;
  for (let at = 0; at < order.length; at += 1) {
    const group = order[at]!;
    const last = count - 1;
    if (at > 0 && areEqual(group, order[at - 1]!)) {
      into[group] = last;
      licensesSold[last]! += sold[group]!;
      licensesDeployed[last]! += deployed[group]!;
      if (isShownBefore(group, shown[last]!)) shown[last] = group;
      continue;
    }
    shown[count] = group;
    into[group] = count;
    licensesSold[count] = sold[group]!;
    licensesDeployed[count] = deployed[group]!;
    count += 1;
  }
  const merged = {
    ...pickGroups(groups, shown.slice(0, count)),
    licensesSold: licensesSold.slice(0, count),
    licensesDeployed: licensesDeployed.slice(0, count),
  };
  return { groups: merged, into };
}
