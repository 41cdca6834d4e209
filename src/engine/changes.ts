import { fieldNamed, type Field } from '#partner-center/fields.ts';
import { foldKey } from '#partner-center/filter/fold-case.ts';
import type { GroupKey } from '#partner-center/reading/group-key.ts';
import type { Change, Changes, ChangeSortKey, ChangesQuestion, Group } from './engine.ts';
import { orderOf, textColumn } from './order.ts';
import { changeOf, licensesOf, measureOf, NOTHING, relativeChangeOf } from './totals.ts';

/** The members of two lists of groups, each once: those of the later list come first. */
export function joinGroupLists(before: readonly Group[], after: readonly Group[]): readonly Change[] {
  const earlier = new Map(before.map((group) => [foldKey(group.key), group]));
  const changes = after.map((group): Change => {
    const form = foldKey(group.key);
    const same = earlier.get(form);
    earlier.delete(form);
    return {
      ...named(group),
      before: same === undefined ? null : licensesOf(same),
      after: licensesOf(group),
    };
  });
  const gone = [...earlier.values()].map((group): Change => ({
    ...named(group),
    before: licensesOf(group),
    after: null,
  }));
  return [...changes, ...gone];
}

function named({ key, label }: Group): Pick<Change, 'key' | 'label'> {
  return label === undefined ? { key } : { key, label };
}

/** The figure that a change is sorted by, where it is not sorted by a text; null where it is undefined. */
function figureOf(change: Change, field: Exclude<ChangeSortKey['field'], Field>): number | null {
  switch (field) {
    case 'before':
      return change.before?.licensesSold ?? 0;
    case 'change':
      return changeOf(change, 'licensesSold');
    case 'changeDeployed':
      return changeOf(change, 'licensesDeployed');
    case 'changeIdle':
      return changeOf(change, 'idle');
    case 'changePercent':
      return relativeChangeOf(change);
    default:
      return measureOf(change.after ?? NOTHING, field);
  }
}

/** Changes in an order: see `ChangesQuestion`. */
function sorted(
  changes: readonly Change[],
  { sort, by }: Pick<ChangesQuestion, 'sort' | 'by'>,
): readonly Change[] {
  const keys = changes.map(({ key }): GroupKey => key);
  const columns = sort.map(({ field, descending }) => {
    const text = fieldNamed(field);
    const column =
      text === undefined
        ? // A name that is not a field of the endpoint is that of a figure.
          Float64Array.from(
            changes,
            (change) => figureOf(change, field as Exclude<ChangeSortKey['field'], Field>) ?? Number.NaN,
          )
        : textColumn(
            text,
            keys.map((key) => key[by.indexOf(text)] ?? null),
          );
    return { column, descending };
  });
  return orderOf(changes.length, columns, keys).flatMap((index) => changes[index] ?? []);
}

function movers(
  changes: readonly Change[],
  { rankBy, movers: most }: Pick<ChangesQuestion, 'rankBy' | 'movers'>,
  direction: 1 | -1,
): readonly Change[] {
  const moved = changes.filter((change) => direction * (changeOf(change, rankBy) ?? 0) > 0);
  const column = Float64Array.from(moved, (change) => direction * (changeOf(change, rankBy) ?? 0));
  const order = orderOf(
    moved.length,
    [{ column, descending: true }],
    moved.map(({ key }) => key),
  );
  return order.slice(0, most).flatMap((index) => moved[index] ?? []);
}

/**
 * What has changed between two lists of groups: see `Changes`.
 *
 * @param before all groups of the earlier snapshot; equal ones are joined already, and `idle` is there where it is
 * asked for
 */
export function changesOf(
  before: readonly Group[],
  after: readonly Group[],
  question: ChangesQuestion,
): Pick<Changes, 'rows' | 'total' | 'appeared' | 'vanished' | 'up' | 'down'> {
  const changes = joinGroupLists(before, after);
  const { offset, limit } = question;
  return {
    rows: sorted(changes, question).slice(offset, offset + limit),
    total: changes.length,
    appeared: changes.filter((change) => change.before === null).length,
    vanished: changes.filter((change) => change.after === null).length,
    up: movers(changes, question, 1),
    down: movers(changes, question, -1),
  };
}
