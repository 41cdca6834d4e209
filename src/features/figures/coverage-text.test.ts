import { expect, test } from 'vitest';
import type { Summary } from '#engine/engine.ts';
import { textsIn } from '#ui/catalogue.ts';
import { formatFor } from '#ui/format.ts';
import { ENGLISH } from '#ui/language.ts';
import { coverageText, disagreementText } from './coverage-text.ts';
import { texts } from './texts.ts';

const format = formatFor(ENGLISH);
const t = textsIn(texts, ENGLISH);
const filter = { kind: 'comparison', field: 'channel', operator: 'eq', value: 'reseller' } as const;
const summary: Summary = {
  totals: { licensesSold: 2, licensesDeployed: 1 },
  customers: 1234,
  bands: [],
  customersWithoutSold: 0,
  customersOver: 0,
  coverage: {
    engine: 'service',
    search: '',
    snapshot: { processedDateTime: '2026-11-22T00:00:00', date: '2026-11-22', totalCount: null },
    filter: null,
    rowsRead: 19998,
    totalCount: 20000,
    countDisagrees: true,
  },
};
const filtered = { ...summary, coverage: { ...summary.coverage, filter } };

test('says whether the figures are about everyone or about whom the filter lets through', () => {
  expect(coverageText(summary, t)).toBe('all 1,234 customers');
  expect(coverageText(filtered, t)).toBe('1,234 customers match');
});

test('blames the filter for an empty result only where there is one', () => {
  expect(coverageText({ ...filtered, customers: 0 }, t)).toBe('no customer matches');
  expect(coverageText({ ...summary, customers: 0 }, t)).toBe('no customers');
});

test('a count that disagrees is said with both numbers, one that agrees is not', () => {
  expect(disagreementText(summary.coverage, t, format)).toBe('The service counted 20,000, 19,998 arrived.');
  expect(disagreementText({ ...summary.coverage, countDisagrees: false }, t, format)).toBeNull();
  expect(disagreementText({ ...summary.coverage, totalCount: null }, t, format)).toBeNull();
});
