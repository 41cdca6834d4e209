import type { Field } from '#partner-center/fields.ts';
import type { Change, Changes, ChangesQuestion, Totals } from '#engine/engine.ts';
import { NO_GROUP } from '#engine/snapshot/answers/group/find-groups.ts';
import { keyOfField, totalsAt, type GroupSums } from '#engine/snapshot/answers/group/group-sums.ts';
import type { ComparableGroups, TableAnswers, TableScope } from '#engine/snapshot/answers/table-answers.ts';
import { NO_VALUE } from '#engine/snapshot/columns/table.ts';
import { moversOf, orderedChanges, type Orderable } from './change-order.ts';
import { joinGroupsOfTables } from './join-groups.ts';
import { mergeDictionaries } from './merged-dictionaries.ts';

/** Changes without what they rest on, but with how many rows of each table they were summed from. */
export type ChangesOfTables = Omit<Changes, 'coverage'> & {
  readonly rowsRead: { readonly before: number; readonly after: number };
};

function textAt({ groups, table }: ComparableGroups, group: number, field: Field): string | null {
  return table.texts[field].dictionary[keyOfField(groups, field)[group] ?? NO_VALUE] ?? null;
}

function totalsOf(groups: GroupSums, group: number): Totals | null {
  return group === NO_GROUP ? null : totalsAt(groups, group);
}

/**
 * What changed from one table to another: the groups of both joined by their codes. As `changesOf` says of objects.
 *
 * @param before answers about the earlier table
 * @param after answers about the later one
 */
export function changesOfTables(
  before: TableAnswers,
  after: TableAnswers,
  scope: TableScope,
  question: ChangesQuestion,
): ChangesOfTables {
  const { by, label } = question;
  // One question about both: what it makes of the one table makes no room for what it makes of the other.
  before.nextQuestion();
  after.nextQuestion();
  const [earlier, later] = [before.comparable(scope, question), after.comparable(scope, question)];
  const merged = mergeDictionaries(earlier, later);
  const joined = joinGroupsOfTables(earlier.groups, later.groups, by, merged);

  const textOf = (member: number, field: Field): string | null => {
    const group = joined.after[member] ?? NO_GROUP;
    return group === NO_GROUP
      ? textAt(earlier, joined.before[member] ?? NO_GROUP, field)
      : textAt(later, group, field);
  };
  const changeAt = (member: number): Change => ({
    key: by.map((field) => textOf(member, field)),
    ...(label === undefined ? {} : { label: textOf(member, label) }),
    before: totalsOf(earlier.groups, joined.before[member] ?? NO_GROUP),
    after: totalsOf(later.groups, joined.after[member] ?? NO_GROUP),
  });

  const orderable: Orderable = {
    before: earlier.groups,
    after: later.groups,
    joined,
    by,
    merged,
    textOf,
  };
  const { up, down } = moversOf(orderable, question);
  return {
    rows: Array.from(orderedChanges(orderable, question), changeAt),
    total: joined.count,
    appeared: joined.appeared,
    vanished: joined.vanished,
    up: Array.from(up, changeAt),
    down: Array.from(down, changeAt),
    before: earlier.totals,
    after: later.totals,
    rowsRead: { before: earlier.rowsRead, after: later.rowsRead },
  };
}
