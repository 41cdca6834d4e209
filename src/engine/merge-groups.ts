import type { Field } from '#partner-center/fields.ts';
import { foldKey } from '#partner-center/filter/fold-case.ts';
import { compareKeys } from './collation.ts';
import type { DeploymentRow, GroupKey } from './engine.ts';
import { add } from './totals.ts';

/**
 * Groups with those together whose keys are equal, which means that they differ in letter case at most. Each has the
 * key of the one among them that sold most; between equals, the key that comes first (`compareKeys`).
 *
 * @param groups rows that have the fields of `groupby`
 * @param formOf keys are equal where their forms are
 */
export function mergeGroups(
  groups: readonly DeploymentRow[],
  groupby: readonly Field[],
  formOf: (key: GroupKey) => string = foldKey,
): readonly DeploymentRow[] {
  type Merged = { readonly sum: DeploymentRow; readonly shown: DeploymentRow };
  const keyOf = (group: DeploymentRow): GroupKey => groupby.map((field) => group[field] ?? null);
  const merged = new Map<string, Merged>();
  for (const group of groups) {
    const key = keyOf(group);
    const form = formOf(key);
    const sofar = merged.get(form);
    if (sofar === undefined) {
      merged.set(form, { sum: group, shown: group });
      continue;
    }
    const { shown } = sofar;
    const moreSold = group.licensesSold - shown.licensesSold || compareKeys(keyOf(shown), key);
    const next = moreSold > 0 ? group : shown;
    merged.set(form, { sum: { ...next, ...add(sofar.sum, group) }, shown: next });
  }
  return [...merged.values()].map(({ sum }) => sum);
}

/** For `mergeGroups`: groups are equal where they are written alike. */
export function keyAsWritten(key: GroupKey): string {
  return JSON.stringify(key);
}
