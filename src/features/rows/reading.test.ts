import { describe, expect, test } from 'vitest';
import type { Page } from '#engine/engine.ts';
import { readingOf } from './reading.ts';

function page({
  total,
  rowsRead,
  order = 'asked',
  isEndKnown = true,
}: {
  total: number;
  rowsRead: number;
  order?: Page['order'];
  isEndKnown?: boolean;
}): Page {
  return {
    rows: [],
    total,
    isEndKnown,
    order,
    totals: null,
    coverage: {
      engine: 'service',
      search: '',
      snapshot: { processedDateTime: '2026-11-22T00:00:00', date: '2026-11-22', totalCount: total },
      filter: null,
      rowsRead,
      totalCount: total,
      countDisagrees: false,
    },
  };
}

const still = {
  data: undefined,
  isPrevious: false,
  plan: { engine: 'service', pending: [], readAll: false, offer: null },
  progress: null,
} as const;

const offered = { ...still.plan, offer: { rows: 20_000, requests: 2 } } as const;

describe('what there is to say of the reading', () => {
  test('before anything came: nothing', () => {
    expect(readingOf(still)).toEqual({ kind: 'page' });
  });

  test('one page of more rows in the service’s own order: nothing', () => {
    expect(readingOf({ ...still, data: page({ total: 20_000, rowsRead: 100 }) })).toEqual({ kind: 'page' });
  });

  test('one page of rows whose end is not known: nothing, however many have come', () => {
    const data = page({ total: 100, rowsRead: 100, isEndKnown: false });
    expect(readingOf({ ...still, data })).toEqual({ kind: 'page' });
  });

  test('all rows in one response: complete', () => {
    expect(readingOf({ ...still, data: page({ total: 2_217, rowsRead: 2_217 }) })).toEqual({
      kind: 'complete',
      rows: 2_217,
    });
  });

  test('an order that needs more: the offer', () => {
    const data = page({ total: 20_000, rowsRead: 10_000, order: 'service' });
    expect(readingOf({ ...still, data, plan: offered })).toEqual({
      kind: 'offer',
      rows: 20_000,
      requests: 2,
    });
  });

  test('nothing to offer, or nothing that needs it: nothing', () => {
    const unordered = page({ total: 20_000, rowsRead: 20_000, order: 'service' });
    expect(readingOf({ ...still, data: unordered })).toEqual({ kind: 'page' });
    const ordered = page({ total: 20_000, rowsRead: 10_000 });
    expect(readingOf({ ...still, data: ordered, plan: offered })).toEqual({ kind: 'page' });
  });

  test('a loaded snapshot: nothing, since the whole page says it', () => {
    const data = page({ total: 10, rowsRead: 10 });
    expect(readingOf({ ...still, data, plan: { ...still.plan, engine: 'snapshot' } })).toEqual({
      kind: 'page',
    });
  });

  test('an answer to an earlier question promises nothing of this one', () => {
    const data = page({ total: 20_000, rowsRead: 20_000 });
    expect(readingOf({ ...still, data, isPrevious: true })).toEqual({ kind: 'page' });
  });

  test('under way: how far, also where the service names no count', () => {
    const data = page({ total: 20_000, rowsRead: 10_000, order: 'service' });
    const reading = { ...still, data, isPrevious: true };
    expect(readingOf({ ...reading, progress: { loaded: 10_000, total: 20_000 } })).toEqual({
      kind: 'reading',
      loaded: 10_000,
      total: 20_000,
    });
    expect(readingOf({ ...reading, progress: { loaded: 0, total: null } })).toEqual({
      kind: 'reading',
      loaded: 0,
      total: null,
    });
  });

  test('over with the last row, also while they are put in order or another page of them is cut', () => {
    const progress = { loaded: 20_000, total: 20_000 };
    expect(readingOf({ ...still, progress })).toEqual({ kind: 'complete', rows: 20_000 });
  });

  test('rows beyond the service’s count are counted as well', () => {
    expect(readingOf({ ...still, data: page({ total: 20_003, rowsRead: 20_003 }) })).toEqual({
      kind: 'complete',
      rows: 20_003,
    });
  });
});
