import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MEASURES } from '#view/view.ts';
import { createColumnIndex } from '#engine/snapshot/columns/column-index.ts';
import { createDictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import { topGroups } from '#engine/snapshot/answers/order/group-order.ts';
import { allRows } from '#engine/snapshot/columns/selection.ts';
import { anyRows } from '#engine/snapshot/columns/rows.arbitrary.ts';
import { tableOfRows } from '#engine/snapshot/columns/table.fixture.ts';
import { groupRows } from './group-rows.ts';
import { type GroupSums, joinGroups, pickGroups, totalsOfGroups } from './group-sums.ts';
import { rankGroups } from './rank-groups.ts';

test('the first groups of all chunks are the first of all groups', () => {
  const by = ['customerName', 'channel'] as const;
  fc.assert(
    fc.property(
      anyRows(),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(...MEASURES),
      fc.nat(12),
      (rows, size, rankBy, top) => {
        const table = tableOfRows(rows);
        const columns = createColumnIndex(table);
        const index = createDictionaryIndex(table);
        const all = groupRows(table, columns, allRows(table.rows), by);
        const join = (lists: readonly GroupSums[]): GroupSums =>
          joinGroups(table, by, columns.mostLicenses(), lists);
        const ranked = rankGroups(
          (visit) => {
            for (let from = 0; from < all.count; from += size) {
              const length = Math.min(size, all.count - from);
              const chunk = pickGroups(
                all,
                Uint32Array.from({ length }, (_, at) => from + at),
              );
              visit(chunk);
              // Its memory is used for the next one.
              chunk.licensesSold.fill(0);
            }
          },
          { rankBy, top },
          index,
          join,
        );
        expect(ranked.total).toEqual({ ...totalsOfGroups(all), groups: all.count });
        expect(ranked.top).toEqual(join([pickGroups(all, topGroups(all, rankBy, top, index))]));
      },
    ),
  );
});
