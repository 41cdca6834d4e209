import type { Groups, GroupsQuestion, Totals } from '#engine/engine.ts';
import { add, NO_LICENSES } from '#engine/totals.ts';
import type { DictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import { topGroups } from '#engine/snapshot/answers/order/group-order.ts';
import type { GroupChunks } from './group-rows.ts';
import { type GroupSums, pickGroups, totalsOfGroups } from './group-sums.ts';

/** The first groups, in their order, and the sums of all. */
export type Ranked = { readonly top: GroupSums; readonly total: Groups['total'] };

/**
 * Ranks groups that come in chunks: of each chunk no more is held than could be among the first.
 *
 * @param join makes one list of several
 */
export function rankGroups(
  chunks: GroupChunks,
  { rankBy, top }: Pick<GroupsQuestion, 'rankBy' | 'top'>,
  index: DictionaryIndex,
  join: (lists: readonly GroupSums[]) => GroupSums,
): Ranked {
  const firstOf = (groups: GroupSums): GroupSums => pickGroups(groups, topGroups(groups, rankBy, top, index));
  const best: GroupSums[] = [];
  let sums: Totals | null = null;
  let groups = 0;
  chunks((chunk) => {
    best.push(firstOf(chunk));
    const own = totalsOfGroups(chunk);
    sums = sums === null ? own : add(sums, own);
    groups += chunk.count;
  });
  return { top: firstOf(join(best)), total: { ...(sums ?? NO_LICENSES), groups } };
}
