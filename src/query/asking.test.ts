import { expect, test } from 'vitest';
import type { AskOptions, Engine, Snapshot } from '#engine/engine.ts';
import { keyOf, queryOf, type Answering, type Asking } from './asking.ts';

const SNAPSHOT: Snapshot = { processedDateTime: '2026-11-22T00:00:00', date: '2026-11-22', totalCount: null };
const nothing = (): Promise<never> => Promise.reject(new Error('not asked'));
const ENGINE: Engine = {
  summary: nothing,
  groups: nothing,
  page: nothing,
  members: nothing,
  forget: () => undefined,
};
const ANSWERING: Answering = {
  engine: ENGINE,
  name: 'snapshot',
  scope: { filter: null, search: '', snapshot: SNAPSHOT },
};

test('what is asked of another snapshot, a later one of the day too, or in any other way, has another key', () => {
  const key = (
    account = 'a',
    scope: Partial<Answering['scope']> = {},
    name: Answering['name'] = 'snapshot',
    question: readonly unknown[] = ['summary'],
  ): string =>
    JSON.stringify(keyOf(account, { ...ANSWERING, scope: { ...ANSWERING.scope, ...scope } }, name, question));
  const later: Snapshot = { ...SNAPSHOT, processedDateTime: '2026-11-22T06:00:00' };
  const keys = [
    key(),
    key('b'),
    key('a', { snapshot: later }),
    key('a', { filter: { kind: 'comparison', field: 'channel', operator: 'eq', value: 'reseller' } }),
    key('a', { search: 'reseller' }),
    key('a', {}, 'service'),
    key('a', {}, 'snapshot', ['members']),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(key('a', { snapshot: { ...SNAPSHOT, totalCount: 7 } })).toBe(keys[0]);
});

test.each(['visible', 'background'] as const)('what is asked as %s is asked so', async (priority) => {
  const options: AskOptions[] = [];
  const asking: Asking<null> = {
    question: ['nothing'],
    ask: (_, told) => {
      options.push(told);
      return Promise.resolve(null);
    },
  };
  const { signal } = new AbortController();
  const { queryFn } = queryOf('a', ANSWERING, asking, priority);
  if (typeof queryFn !== 'function') throw new Error('nothing is asked');
  await queryFn({ signal });
  expect(options).toEqual([{ signal, priority }]);
});
