import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Anomaly } from '#engine/engine.ts';
import { rangeToAsk, withJumps, type Jump } from './listed-anomalies.ts';

const anomaly = (licenses: number, at: number): Anomaly => ({
  kind: 'overDeployed',
  productId: `p${at}`,
  licenses,
  after: { licensesSold: 1, licensesDeployed: 1 + licenses },
});

const jump = (licenses: number, at: number): Jump => ({
  kind: 'jump',
  measure: 'licensesSold',
  member: null,
  from: '2026-11-01',
  to: '2026-11-02',
  before: 0,
  after: licenses,
  usual: 0,
  // Each anomaly has a score of its own.
  score: 100 - at,
  licenses,
});

test('each page is that part of one list, whatever is on the pages before', () => {
  const anyCounts = fc.array(fc.nat(9), { maxLength: 12 });
  fc.assert(
    fc.property(
      anyCounts,
      anyCounts,
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 6 }),
      (counts, jumpCounts, page, pageSize) => {
        const found = counts.toSorted((a, b) => b - a).map(anomaly);
        const jumps = jumpCounts.map(jump);
        // The sort is stable, so between equals the jumps come last.
        const all = [
          ...found,
          ...jumps.toSorted((a, b) => b.licenses - a.licenses || b.score - a.score),
        ].toSorted((a, b) => b.licenses - a.licenses);
        const { offset, limit } = rangeToAsk({ page, pageSize }, jumps.length);
        const listed = withJumps(found.slice(offset, offset + limit), offset, jumps, { page, pageSize });
        expect(listed).toEqual(all.slice((page - 1) * pageSize, page * pageSize));
      },
    ),
  );
});
