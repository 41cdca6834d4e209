import type { Group, Groups, Totals } from '#engine/engine.ts';
import { add, NO_LICENSES, subtract } from '#engine/totals.ts';
import { choiceOf } from '#partner-center/filter/conditions.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import { effectiveChart } from '#view/view.ts';
import type { ChartView } from './asking.ts';

/** Some groups: those with a bar of their own, the others summed, and all of them. */
export type Ranked = Pick<Groups, 'top' | 'other' | 'total'>;

/** The members of the main chart, told apart by what the view's own choice among them does. */
export type ChartGroups = {
  /** What the page counts: the chosen members, or all where none is chosen. */
  readonly counted: Ranked;
  /** What the choice leaves out; null where nothing is chosen. */
  readonly leftOut: Ranked | null;
};

/** So many of those that are left out have a bar at least, however many are chosen: there is more to choose. */
const LEAST_LEFT_OUT = 5;

function choiceIn(view: ChartView): ReadonlySet<string> | null {
  const choice = choiceOf(view.filter, effectiveChart(view));
  return choice && new Set(choice.map(foldCase));
}

/** Whether a member of a set of folded values is meant; no value never is. */
function isIn({ key }: Group, values: ReadonlySet<string>): boolean {
  const value = key[0] ?? null;
  return value !== null && values.has(foldCase(value));
}

/** Is a chosen member, as far as there is one, not among the named ones? Then it has to be asked for. */
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
 * @param own those with it, as far as they are known; null where every chosen one is named in `all`
 * @param top how many have a bar of their own
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
