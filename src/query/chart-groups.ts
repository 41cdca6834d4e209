import type { Group, Groups, Totals } from '#engine/engine.ts';
import { add, NO_LICENSES, subtract } from '#engine/totals.ts';
import { choiceOf } from '#partner-center/filter/conditions.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import { effectiveChart } from '#view/view.ts';
import type { ChartView } from './asking.ts';

/** The groups with a bar of their own, the sum of the other groups, and the sum of all groups. */
export type Ranked = Pick<Groups, 'top' | 'other' | 'total'>;

/**
 * The members of the main chart, in two parts: those that the view's own choice counts and those that it leaves out.
 */
export type ChartGroups = {
  /** The members that the page counts: the chosen ones, or all where none is chosen. */
  readonly counted: Ranked;
  /** The members that the choice leaves out; null where none is chosen. */
  readonly leftOut: Ranked | null;
};

/**
 * At least so many of the members that are left out have a bar, however many are chosen, so that a person can choose
 * more.
 */
const LEAST_LEFT_OUT = 5;

function choiceIn(view: ChartView): ReadonlySet<string> | null {
  const choice = choiceOf(view.filter, effectiveChart(view));
  return choice && new Set(choice.map(foldCase));
}

/** Whether the set of folded values has the group's value. A group without a value is never in it. */
function isIn({ key }: Group, values: ReadonlySet<string>): boolean {
  const value = key[0] ?? null;
  return value !== null && values.has(foldCase(value));
}

/** Is a chosen member missing among the named groups, although it may exist? Then the chart has to be asked for it. */
export function isChoiceMissing({ top, other }: Pick<Groups, 'top' | 'other'>, view: ChartView): boolean {
  const choice = choiceIn(view);
  if (choice === null || other === null) return false;
  return top.filter((group) => isIn(group, choice)).length < choice.size;
}

function isSame(group: Group): (other: Group) => boolean {
  const [value] = group.key;
  return ({ key: [other] }) => other != null && value != null && foldCase(other) === foldCase(value);
}

function sumOf(groups: readonly Group[]): Ranked['total'] {
  return { ...groups.reduce<Totals>(add, NO_LICENSES), groups: groups.length };
}

function minus(all: Ranked['total'], part: Ranked['total']): Ranked['total'] {
  return { ...subtract(all, part), groups: all.groups - part.groups };
}

/**
 * The chosen members and those that the choice leaves out, which add up to all.
 *
 * @param all the groups of the chart without the view's choice
 * @param own the groups with the choice, as far as they are known; null where `all` names every chosen member
 * @param top how many members have a bar of their own
 */
export function chartGroups(all: Ranked, own: Ranked | null, view: ChartView, top: number): ChartGroups {
  const choice = choiceIn(view);
  if (choice === null) return { counted: all, leftOut: null };
  const named = all.top.filter((group) => isIn(group, choice));
  const more = own?.top.filter((group) => isIn(group, choice) && !named.some(isSame(group))) ?? [];
  const known = [...named, ...more];
  const counted: Ranked = {
    top: known,
    other: own?.other ?? null,
    total: own?.total ?? sumOf(known),
  };
  const room = Math.max(LEAST_LEFT_OUT, top - counted.top.length);
  const left = all.top.filter((group) => !isIn(group, choice)).slice(0, room);
  const total = minus(all.total, counted.total);
  const other = minus(total, sumOf(left));
  return { counted, leftOut: { top: left, other: other.groups > 0 ? other : null, total } };
}
