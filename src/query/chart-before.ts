import type { Change, Changes, Totals } from '#engine/engine.ts';
import { add, NO_LICENSES, subtract } from '#engine/totals.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import type { ChartGroups, Ranked } from './chart-groups.ts';

/** What some groups of the chart were in the earlier snapshot. */
export type PartBefore = {
  /** A member by its value: null where it was not there, undefined where nobody knows. */
  readonly member: (value: string | null) => Totals | null | undefined;
  /** All others together; null where nobody knows. */
  readonly other: Totals | null;
  readonly total: Totals;
};

/** What the groups of the chart were. */
export type ChartBefore = { readonly counted: PartBefore; readonly leftOut: PartBefore | null };

type Compared = Pick<Changes, 'rows' | 'before'>;

function formOf(value: string | null): string {
  // Apart from every value.
  return value === null ? '-' : `+${foldCase(value)}`;
}

function partBefore({ top }: Pick<Ranked, 'top'>, member: PartBefore['member'], total: Totals): PartBefore {
  const named = top.map(({ key }) => member(key[0] ?? null));
  const isKnown = named.every((each) => each !== undefined);
  const sum = named.reduce<Totals>((all, each) => add(all, each ?? NO_LICENSES), NO_LICENSES);
  return { member, other: isKnown ? subtract(total, sum) : null, total };
}

/**
 * What the groups of the chart were: its members, and what is not named, which is the rest of the whole of then.
 *
 * @param all what changed of all members, whatever is chosen among them
 * @param own what changed of those that are chosen; the same where nothing is
 */
export function chartBefore({ counted, leftOut }: ChartGroups, all: Compared, own: Compared): ChartBefore {
  const members = new Map<string, Change>();
  for (const change of [...own.rows, ...all.rows]) members.set(formOf(change.key[0] ?? null), change);
  const member: PartBefore['member'] = (value) => members.get(formOf(value))?.before;
  return {
    counted: partBefore(counted, member, own.before),
    leftOut: leftOut && partBefore(leftOut, member, subtract(all.before, own.before)),
  };
}
