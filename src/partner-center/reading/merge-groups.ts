import type { Field } from '#partner-center/fields.ts';
import { foldKey } from '#partner-center/filter/fold-case.ts';
import type { Row } from '#partner-center/response.ts';
import { compareKeys, keyAsWritten, keyOf, type GroupKey } from './group-key.ts';

/**
 * Groups with those together whose keys are equal, which means that they differ in letter case at most. Each has the
 * key of the one among them that sold most; between equals, the key that comes first (`compareKeys`).
 *
 * @param groups rows that have the fields of `groupby`
 * @param formOf keys are equal where their forms are
 */
export function mergeGroups(
  groups: readonly Row[],
  groupby: readonly Field[],
  formOf: (key: GroupKey) => string = foldKey,
): readonly Row[] {
  type Merged = { readonly sum: Row; readonly shown: Row };
  const merged = new Map<string, Merged>();
  for (const group of groups) {
    const key = keyOf(group, groupby);
    const form = formOf(key);
    const sofar = merged.get(form);
    if (sofar === undefined) {
      merged.set(form, { sum: group, shown: group });
      continue;
    }
    const { shown } = sofar;
    const moreSold = group.licensesSold - shown.licensesSold || compareKeys(keyOf(shown, groupby), key);
    const next = moreSold > 0 ? group : shown;
    const sum = {
      ...next,
      licensesSold: sofar.sum.licensesSold + group.licensesSold,
      licensesDeployed: sofar.sum.licensesDeployed + group.licensesDeployed,
    };
    merged.set(form, { sum, shown: next });
  }
  return [...merged.values()].map(({ sum }) => sum);
}

/** All groups of a question, each once: the same one in two parts is their sum, and equal ones are one. */
export function wholeGroups(groups: readonly Row[], groupby: readonly Field[]): readonly Row[] {
  // First as they are written: which spelling sold most is known when the parts are together.
  return mergeGroups(mergeGroups(groups, groupby, keyAsWritten), groupby);
}
