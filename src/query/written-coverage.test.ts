import { expect, test } from 'vitest';
import { coverage } from './fake-source.ts';
import { writtenCoverage } from './written-coverage.ts';

test('what an answer rests on is written in the person’s forms, its filter in the endpoint’s', () => {
  const format = { date: (date: string) => `on ${date}` };
  const of = {
    ...coverage('service'),
    filter: { kind: 'comparison', field: 'channel', operator: 'eq', value: 'direct' } as const,
    search: 'visio',
  };
  expect(writtenCoverage(of, format)).toEqual({
    date: 'on 2026-11-22',
    filter: "channel eq 'direct'",
    search: 'visio',
    engine: 'service',
    read: 7,
  });
  expect(writtenCoverage(coverage('snapshot'), format)).toMatchObject({ filter: '', engine: 'snapshot' });
});
