import type { Field } from '#partner-center/fields.ts';
import { createGroupFinder, NO_GROUP } from '#engine/snapshot/answers/group/find-groups.ts';
import { keyOfField, type GroupSums } from '#engine/snapshot/answers/group/group-sums.ts';
import { picked, type KeyColumn } from '#engine/snapshot/answers/group/key-columns.ts';
import type { MergedDictionaries } from './merged-dictionaries.ts';

/** The groups of two tables, each once: those of the later table in their order, then those that it does not have. */
export type JoinedGroups = {
  readonly count: number;
  /** By member: its group in the earlier table, or `NO_GROUP`. */
  readonly before: Int32Array<ArrayBuffer>;
  /** By member: its group in the later table, or `NO_GROUP`. */
  readonly after: Int32Array<ArrayBuffer>;
  /** How many the earlier table does not have. */
  readonly appeared: number;
  /** How many the later table does not have. */
  readonly vanished: number;
};

/** Joins the groups of two tables where their keys are equal. Of each table no two groups are equal. */
export function joinGroupsOfTables(
  before: GroupSums,
  after: GroupSums,
  by: readonly Field[],
  merged: MergedDictionaries,
): JoinedGroups {
  const keysOf = (groups: GroupSums, table: 'earlier' | 'later'): readonly KeyColumn[] =>
    by.map((field) => {
      const { places, [table]: classes } = merged.classes(field);
      return { numbers: picked(classes, keyOfField(groups, field)), places };
    });
  const laterOf = createGroupFinder(keysOf(after, 'later'), after.count).find(
    keysOf(before, 'earlier'),
    before.count,
  );
  let vanished = 0;
  for (let group = 0; group < before.count; group += 1) if (laterOf[group] === NO_GROUP) vanished += 1;
  const count = after.count + vanished;
  const earlierOf = new Int32Array(count).fill(NO_GROUP);
  const ofLater = new Int32Array(count).fill(NO_GROUP);
  for (let group = 0; group < after.count; group += 1) ofLater[group] = group;
  let member = after.count;
  for (let group = 0; group < before.count; group += 1) {
    const later = laterOf[group]!;
    earlierOf[later === NO_GROUP ? member : later] = group;
    if (later === NO_GROUP) member += 1;
  }
  const both = before.count - vanished;
  return { count, before: earlierOf, after: ofLater, appeared: after.count - both, vanished };
}
