import type { Field } from '#partner-center/fields.ts';
import type { Change, Changes, ChangesQuestion, Totals } from '#engine/engine.ts';
import { NO_GROUP } from '#engine/snapshot/answers/group/find-groups.ts';
import { keyOfField, totalsAt, type GroupSums } from '#engine/snapshot/answers/group/group-sums.ts';
import type { ComparableGroups, TableAnswers, TableScope } from '#engine/snapshot/answers/table-answers.ts';
import { NO_VALUE } from '#engine/snapshot/columns/table.ts';
import { moversOf, orderedChanges, type Orderable } from './change-order.ts';
import { joinGroupsOfTables, type JoinedGroups } from './join-groups.ts';
import { mergeDictionaries, type MergedDictionaries } from './merged-dictionaries.ts';

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

/** Groups of two tables that were joined, and what was asked about them last. */
type Joined = {
  readonly groups: JoinedGroups;
  /** The order that was asked for; empty where none was. */
  asked: string;
  /** All members in that order; null where only some of them were put in it. */
  order: Uint32Array<ArrayBuffer> | null;
};

// As long as the groups of both tables are kept. Groups by the same fields have the same list of codes.
const joinedGroups = new WeakMap<GroupSums['keys'], WeakMap<GroupSums['keys'], Map<string, Joined>>>();

/** The groups of two tables joined: once, however many parts of a list are asked for. */
function joinOnce(
  before: GroupSums,
  after: GroupSums,
  by: readonly Field[],
  merged: MergedDictionaries,
): Joined {
  const withAfter = joinedGroups.get(before.keys) ?? new WeakMap<GroupSums['keys'], Map<string, Joined>>();
  joinedGroups.set(before.keys, withAfter);
  const known = withAfter.get(after.keys) ?? new Map<string, Joined>();
  withAfter.set(after.keys, known);
  const fields = by.join();
  const joined = known.get(fields) ?? {
    groups: joinGroupsOfTables(before, after, by, merged),
    asked: '',
    order: null,
  };
  known.set(fields, joined);
  return joined;
}

/**
 * The members that are asked for. Who asks for a second part of an order mostly wants all of it, as an export does: then
 * all members are put in order once.
 */
function membersOf(
  joined: Joined,
  orderable: Orderable,
  question: ChangesQuestion,
): Uint32Array<ArrayBuffer> {
  const { sort, spare, offset, limit } = question;
  const asked = JSON.stringify([sort, spare]);
  if (joined.asked === asked) {
    joined.order ??= orderedChanges(orderable, { sort, offset: 0, limit: joined.groups.count });
    return joined.order.slice(offset, offset + limit);
  }
  joined.asked = asked;
  joined.order = null;
  return orderedChanges(orderable, question);
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
  const ofBoth = joinOnce(earlier.groups, later.groups, by, merged);
  const joined = ofBoth.groups;

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
    rows: Array.from(membersOf(ofBoth, orderable, question), changeAt),
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
