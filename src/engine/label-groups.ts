import type { Field } from '#partner-center/fields.ts';
import { foldKey } from '#partner-center/filter/fold-case.ts';
import { compareKeys, type GroupKey } from '#partner-center/reading/group-key.ts';
import type { DeploymentRow } from './engine.ts';
import { add } from './totals.ts';

export type LabelledGroups = {
  /** Groups by `by`, each with the label it is written with. */
  readonly groups: readonly DeploymentRow[];
  /** How many of them, with a value in each field of `by`, have more than one label. */
  readonly severalLabels: number;
};

/**
 * Groups with those together that differ in their label alone: see `label` of `GroupsQuestion` for how each is written.
 *
 * @param groups those by `by` and `label`, equal ones already together (`mergeGroups`)
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
