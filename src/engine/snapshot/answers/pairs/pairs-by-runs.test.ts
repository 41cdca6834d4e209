import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELDS } from '#partner-center/fields.ts';
import { PAIR } from '#engine/engine.ts';
import { withPairFields } from '#engine/pairs.ts';
import { createColumnIndex } from '#engine/snapshot/columns/column-index.ts';
import { runsOf } from '#engine/snapshot/columns/column-runs.ts';
import { createDictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import { bitmapWords, selectionOfBitmap } from '#engine/snapshot/columns/selection.ts';
import { anyRows } from '#engine/snapshot/columns/rows.arbitrary.ts';
import { tableOfRows } from '#engine/snapshot/columns/table.fixture.ts';
import { decidingFields } from '#engine/snapshot/answers/group/deciding-fields.ts';
import { groupRows } from '#engine/snapshot/answers/group/group-rows.ts';
import { mayBeEqual } from '#engine/snapshot/answers/group/merge-equal-groups.ts';
import { packsOf } from '#engine/snapshot/answers/group/pack-fields.ts';
import { pairSumsByRuns, pairTotalsByRuns, type PairsByRuns } from './pairs-by-runs.ts';
import { pairSumsOf, totalsOfPairs } from './pair-sums.ts';

/** Small enough for the sums of 130 rows, large enough that some pairs have less than this left. */
const spares = fc.constantFrom(0, 1, 3);

test('groups have of pairs that are written nowhere what they have of pairs that are', () => {
  const groupings = fc.shuffledSubarray([...FIELDS], { maxLength: 3 });
  let compared = 0;
  fc.assert(
    fc.property(
      anyRows(130),
      groupings,
      spares,
      fc.integer({ min: 1, max: 5 }),
      fc.boolean(),
      (rows, by, spare, every, isPriced) => {
        const table = tableOfRows(rows);
        const columns = createColumnIndex(table);
        const index = createDictionaryIndex(table);
        const words = new Uint32Array(bitmapWords(rows.length));
        for (let row = 0; row < rows.length; row += every) words[row >>> 5]! |= 1 << (row & 31);
        const selection = selectionOfBitmap(rows.length, words);

        const { deciding } = decidingFields(table, columns, withPairFields(by));
        const [field = 'channel', ...rest] = deciding;
        const [others, ...more] = packsOf(table, rest, 2 ** 31);
        fc.pre(others !== undefined && more.length === 0 && !mayBeEqual(deciding, index));
        if (others === undefined) return;
        const { codes, dictionary } = table.texts[field];
        const runs = runsOf(codes, dictionary.length, rows.length);
        if (runs === null) throw new Error('There are more runs than rows.');
        const pairs: PairsByRuns = {
          table,
          selection,
          byRuns: { field, runs, others },
          columns,
          index,
        };

        // By code; some products have no price, and no value is no product.
        const prices = table.texts.productId.dictionary.map((id, code) =>
          id === null || code % 3 === 0 ? Number.NaN : code * 7,
        );
        const counting = { spare, priceOf: isPriced ? Float64Array.from(prices) : null };
        const groups = groupRows(table, columns, selection, by);
        const parts = groupRows(table, columns, selection, withPairFields(by));
        const most = columns.mostLicenses();
        const summed = pairSumsByRuns(groups, by, counting, pairs);
        if (summed !== null) {
          compared += isPriced ? 1 : 0;
          expect(summed).toEqual(pairSumsOf(groups, by, (visit) => visit(parts), counting, most, index));
        }

        const ofPair = groupRows(table, columns, selection, PAIR);
        const areAlone = deciding.every((one) => PAIR.some((own) => own === one));
        if (areAlone) {
          expect(pairTotalsByRuns(pairs, counting)).toEqual(
            totalsOfPairs((visit) => visit(ofPair), counting),
          );
        }
      },
    ),
    { numRuns: 400 },
  );
  // Groups by customer, by product, and by what follows from either are summed so.
  expect(compared).toBeGreaterThan(10);
});
