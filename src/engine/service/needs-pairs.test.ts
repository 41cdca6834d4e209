import { expect, test } from 'vitest';
import type { PageQuestion } from '#engine/engine.ts';
import { needsPairs } from './needs-pairs.ts';

const BARE: PageQuestion = {
  groupby: ['channel'],
  sort: [{ field: 'licensesSold', descending: true }],
  offset: 0,
  limit: 9,
  readAll: false,
};

test('pairs are needed for what is summed over them, wherever the question names it', () => {
  expect(needsPairs(BARE)).toBe(false);
  expect(needsPairs({ ...BARE, spare: null })).toBe(false);
  expect(needsPairs({ ...BARE, spare: 0 })).toBe(true);
  expect(needsPairs({ ...BARE, thresholds: {} })).toBe(true);
  for (const field of ['idle', 'short', 'idleValue'] as const) {
    expect(needsPairs({ ...BARE, sort: [...BARE.sort, { field, descending: false }] })).toBe(true);
  }
});
