import type { Field } from '#partner-center/fields.ts';
import { foldKey } from '#partner-center/filter/fold-case.ts';
import { compareKeys, type GroupKey } from '#partner-center/reading/group-key.ts';
import type { DeploymentRow } from './engine.ts';
import { add } from './totals.ts';

export type LabelledGroups = {
  /** The groups by `by`, each with the label that it is written with. */
  readonly groups: readonly DeploymentRow[];
  /** The number of groups that have a value in each field of `by` and more than one label. */
  readonly severalLabels: number;
};

/**
 * Joins groups that differ only in their label: `label` of `GroupsQuestion` says how each is written.
 *
 * @param groups the groups by `by` and `label`; equal ones are joined already (`mergeGroups`)
 */
export function labelGroups(
  groups: readonly DeploymentRow[],
  by: readonly Field[],
  label: Field,
): LabelledGroups {
  const keyOf = (group: DeploymentRow): GroupKey => by.map((field) => group[field] ?? null);
  const isUnlabelled = (group: DeploymentRow): number => (group[label] == null ? 1 : 0);
  const shownFirst = groups.toSorted(
    (a, b) =>
      isUnlabelled(a) - isUnlabelled(b) ||
      b.licensesSold - a.licensesSold ||
      compareKeys([...keyOf(a), a[label] ?? null], [...keyOf(b), b[label] ?? null]),
  );
  const labelled = new Map<string, { readonly group: DeploymentRow; readonly labels: number }>();
  for (const group of shownFirst) {
    const form = foldKey(keyOf(group));
    const labels = 1 - isUnlabelled(group);
    const sofar = labelled.get(form);
    labelled.set(
      form,
      sofar === undefined
        ? { group, labels }
        : { group: { ...sofar.group, ...add(sofar.group, group) }, labels: sofar.labels + labels },
    );
  }
  const all = [...labelled.values()];
  return {
    groups: all.map(({ group }) => group),
    severalLabels: all.filter(({ group, labels }) => labels > 1 && !keyOf(group).includes(null)).length,
  };
}
