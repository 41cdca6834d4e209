import type { Change, Changes, Totals } from '#engine/engine.ts';
import { add, NO_LICENSES, subtract } from '#engine/totals.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import type { ChartGroups, Ranked } from './chart-groups.ts';

/** The figures that some groups of the chart had in the earlier snapshot. */
export type PartBefore = {
  /**
   * The figures of a member, by its value: null where the member did not exist, undefined where its figures are not
   * known.
   */
  readonly member: (value: string | null) => Totals | null | undefined;
  /** All others together; null where their sum is not known. */
  readonly other: Totals | null;
  readonly total: Totals;
};

/** The earlier figures of the groups of the chart. */
export type ChartBefore = { readonly counted: PartBefore; readonly leftOut: PartBefore | null };

type Compared = Pick<Changes, 'rows' | 'before'>;

function formOf(value: string | null): string {
  // This text differs from the form of every value.
  return value === null ? '-' : `+${foldCase(value)}`;
}

function partBefore({ top }: Pick<Ranked, 'top'>, member: PartBefore['member'], total: Totals): PartBefore {
  const named = top.map(({ key }) => member(key[0] ?? null));
  const isKnown = named.every((each) => each !== undefined);
  const sum = named.reduce<Totals>((all, each) => add(all, each ?? NO_LICENSES), NO_LICENSES);
  return { member, other: isKnown ? subtract(total, sum) : null, total };
}

/**
 * The earlier figures of the groups of the chart. What the named members leave of the earlier total is the rest.
 *
 * @param all the changes of all members, whichever of them the view chooses
 * @param own the changes of the chosen members; the same as `all` where none is chosen
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
