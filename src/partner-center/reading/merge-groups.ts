import type { Field } from '#partner-center/fields.ts';
import { foldKey } from '#partner-center/filter/fold-case.ts';
import type { Row } from '#partner-center/response.ts';
import { compareKeys, keyAsWritten, keyOf, type GroupKey } from './group-key.ts';

/**
 * Joins groups whose keys are equal, which means that they differ at most in letter case. A joined group has the key of
 * the group that sold most; between equals, the key that comes first (`compareKeys`).
 *
 * @param groups rows that have the fields of `groupby`
 * @param formOf gives equal keys the same form
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

/** All groups of a question, each once: a group that is in two parts becomes their sum, and equal groups become one. */
export function wholeGroups(groups: readonly Row[], groupby: readonly Field[]): readonly Row[] {
  // Groups with the same spelling are joined first: which spelling sold most is known only when the parts are together.
  return mergeGroups(mergeGroups(groups, groupby, keyAsWritten), groupby);
}
