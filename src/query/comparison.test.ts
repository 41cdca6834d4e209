import { expect, test } from 'vitest';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { Changes, Coverage } from '#engine/engine.ts';
import { areOfSameRows, comparedPage, comparisonOf } from './comparison.ts';
import { coverage } from './fake-source.ts';

const snapshotOf = (date: string, time = '00:00:00'): Snapshot => ({
  processedDateTime: `${date}T${time}`,
  date,
  totalCount: 7,
});
const NOW = snapshotOf('2026-11-28');
const THEN = snapshotOf('2026-10-31');
const found = (data: Snapshot | null | undefined, isFetching = false) => ({ data, isFetching });

test('a view that asks for no comparison has none', () => {
  expect(comparisonOf(null, found(undefined), found(NOW))).toEqual({ kind: 'none' });
});

test('an earlier snapshot is compared with, also where it is of another day than the one asked for', () => {
  expect(comparisonOf('2026-10-31', found(THEN), found(NOW))).toEqual({
    kind: 'found',
    asked: '2026-10-31',
    before: THEN,
    after: NOW,
  });
  expect(comparisonOf('2026-11-02', found(THEN), found(NOW))).toMatchObject({
    kind: 'found',
    asked: '2026-11-02',
    before: THEN,
  });
});

test('an earlier one of the same day is earlier too', () => {
  const morning = snapshotOf('2026-11-28', '00:00:00');
  const evening = snapshotOf('2026-11-28', '18:00:00');
  expect(comparisonOf('2026-11-28', found(morning), found(evening))).toMatchObject({ kind: 'found' });
});

test('the snapshot that is shown, one after it, and none are told as such', () => {
  expect(comparisonOf('2026-11-28', found(NOW), found(NOW))).toEqual({ kind: 'same', snapshot: NOW });
  expect(comparisonOf('2026-11-28', found(NOW), found(THEN))).toEqual({
    kind: 'later',
    snapshot: NOW,
    shown: THEN,
  });
  expect(comparisonOf('2020-01-01', found(null), found(NOW))).toEqual({
    kind: 'noData',
    asked: '2020-01-01',
  });
  expect(comparisonOf('2020-01-01', found(null), found(undefined, true))).toMatchObject({ kind: 'noData' });
});

test('what is not known yet is being found, unless nothing is under way', () => {
  expect(comparisonOf('2026-10-31', found(undefined, true), found(NOW))).toEqual({ kind: 'finding' });
  expect(comparisonOf('2026-10-31', found(THEN), found(undefined, true))).toEqual({ kind: 'finding' });
  expect(comparisonOf('2026-10-31', found(undefined), found(NOW))).toEqual({ kind: 'unknown' });
  expect(comparisonOf('2026-10-31', found(THEN), found(null))).toEqual({ kind: 'unknown' });
});

test('answers are of the same rows where filter and search are the same, whoever answered', () => {
  const of = (changes: Partial<Coverage>): Coverage => ({ ...coverage('service'), ...changes });
  const filter = { kind: 'comparison', field: 'channel', operator: 'eq', value: 'direct' } as const;
  expect(areOfSameRows(of({ filter }), of({ filter: { ...filter }, engine: 'snapshot' }))).toBe(true);
  expect(areOfSameRows(of({ filter }), of({}))).toBe(false);
  expect(areOfSameRows(of({ search: 'a' }), of({}))).toBe(false);
});

test('rows of two snapshots have the figures of the later one, none where they are gone', () => {
  const before = { licensesSold: 5, licensesDeployed: 4 };
  const after = { licensesSold: 8, licensesDeployed: 6 };
  const changes: Changes = {
    rows: [
      { key: ['t1', 'A'], before, after },
      { key: ['t2', null], before: null, after },
      { key: ['t3', 'C'], before, after: null },
    ],
    total: 12,
    appeared: 1,
    vanished: 1,
    up: [],
    down: [],
    before: { licensesSold: 10, licensesDeployed: 8 },
    after: { licensesSold: 16, licensesDeployed: 12 },
    coverage: { before: { ...coverage('service'), snapshot: THEN }, after: coverage('service') },
  };
  expect(comparedPage(changes, ['customerTenantId', 'productName'])).toEqual({
    rows: [
      { customerTenantId: 't1', productName: 'A', ...after, before, after },
      { customerTenantId: 't2', productName: null, ...after, before: null, after },
      { customerTenantId: 't3', productName: 'C', licensesSold: 0, licensesDeployed: 0, before, after: null },
    ],
    total: 12,
    isEndKnown: true,
    order: 'asked',
    totals: changes.after,
    appeared: 1,
    vanished: 1,
    coverage: changes.coverage.after,
  });
});
