import { CHANGE_FIELDS, isOfPairs, type ChangeField, type Measure } from '#view/view.ts';
import { NO_GROUP } from '#engine/snapshot/answers/group/find-groups.ts';
import type { GroupSums } from '#engine/snapshot/answers/group/group-sums.ts';
import type { Counts } from '#engine/snapshot/columns/table.ts';
import type { JoinedGroups } from './join-groups.ts';

/** The groups of two tables, joined. */
export type Compared = {
  readonly before: GroupSums;
  readonly after: GroupSums;
  readonly joined: JoinedGroups;
};

/** Counts by member; one that is not there has none of them. */
function countsOf(counts: Counts, groupOf: Int32Array): Float64Array<ArrayBuffer> {
  const figures = new Float64Array(groupOf.length);
  for (let member = 0; member < figures.length; member += 1) {
    const group = groupOf[member]!;
    if (group !== NO_GROUP) figures[member] = counts[group]!;
  }
  return figures;
}

/** A measure by member in one of the two tables; NaN where it is undefined. One that is not there has 0. */
function measuredOf(groups: GroupSums, groupOf: Int32Array, measure: Measure): Float64Array<ArrayBuffer> {
  const { licensesSold, licensesDeployed, pairs } = groups;
  if (isOfPairs(measure)) {
    if (pairs === undefined)
      return Float64Array.from(groupOf, (group) => (group === NO_GROUP ? 0 : Number.NaN));
    return countsOf(pairs[measure], groupOf);
  }
  if (measure === 'licensesDeployed') return countsOf(licensesDeployed, groupOf);
  const figures = countsOf(licensesSold, groupOf);
  if (measure === 'licensesSold') return figures;
  const deployed = countsOf(licensesDeployed, groupOf);
  const isShare = measure === 'utilization';
  for (let member = 0; member < figures.length; member += 1) {
    const sold = figures[member]!;
    const used = deployed[member]!;
    figures[member] = !isShare ? sold - used : sold === 0 ? Number.NaN : used / sold;
  }
  return figures;
}

/** By member how much a measure changed, later minus earlier; NaN where it is undefined in one of the two tables. */
export function changesOfMeasure(
  { before, after, joined }: Compared,
  measure: Measure,
): Float64Array<ArrayBuffer> {
  const earlier = measuredOf(before, joined.before, measure);
  const later = measuredOf(after, joined.after, measure);
  for (let member = 0; member < later.length; member += 1) {
    later[member]! -= earlier[member]!;
  }
  return later;
}

const isChangeField = (figure: Measure | ChangeField): figure is ChangeField =>
  CHANGE_FIELDS.some((field) => field === figure);

/** What members are ordered by: see `ChangeSortKey`. NaN where it is undefined. */
export function figuresOf(compared: Compared, figure: Measure | ChangeField): Float64Array<ArrayBuffer> {
  if (!isChangeField(figure)) return measuredOf(compared.after, compared.joined.after, figure);
  switch (figure) {
    case 'before':
      return measuredOf(compared.before, compared.joined.before, 'licensesSold');
    case 'change':
      return changesOfMeasure(compared, 'licensesSold');
    case 'changeDeployed':
      return changesOfMeasure(compared, 'licensesDeployed');
    case 'changeIdle':
      return changesOfMeasure(compared, 'idle');
    case 'changePercent': {
      const changes = changesOfMeasure(compared, 'licensesSold');
      const sold = measuredOf(compared.before, compared.joined.before, 'licensesSold');
      for (let member = 0; member < changes.length; member += 1) {
        const earlier = sold[member]!;
        changes[member] = earlier === 0 ? Number.NaN : changes[member]! / earlier;
      }
      return changes;
    }
  }
}

/** Whether all figures of a kind are whole numbers. */
export function areWhole(figure: Measure | ChangeField): boolean {
  return figure !== 'utilization' && figure !== 'changePercent';
}
