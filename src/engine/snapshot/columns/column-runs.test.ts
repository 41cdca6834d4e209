import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsOf } from './column-runs.ts';

test('runs hold each row once, in the order of codes, and no more than may be', () => {
  const stretch = fc.record({ code: fc.nat(5), length: fc.integer({ min: 1, max: 20 }) });
  fc.assert(
    fc.property(fc.array(stretch), fc.nat(12), (stretches, most) => {
      const codes = Uint8Array.from(
        stretches.flatMap(({ code, length }) => Array.from({ length }, () => code)),
      );
      const changes = codes.filter((code, row) => code !== codes[row - 1]).length;
      const runs = runsOf(codes, 6, most);
      if (changes > most) {
        expect(runs).toBe(null);
        return;
      }
      expect(runs?.count).toBe(changes);
      const rows = Array.from({ length: changes }, (_, run) => {
        const [from = 0, to = 0, code] = [runs?.starts[run], runs?.ends[run], runs?.codes[run]];
        return Array.from({ length: to - from }, (__, at) => ({ row: from + at, code }));
      }).flat();
      // Rows of a code come one after the other, each code's in the table's order.
      expect(rows).toEqual(
        Array.from(codes, (code, row) => ({ row, code })).toSorted((a, b) => a.code - b.code),
      );
    }),
  );
});
