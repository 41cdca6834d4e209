import { expect, test } from 'vitest';
import type { Summary } from '#engine/engine.ts';
import { formatFor } from '#ui/format.ts';
import { ENGLISH } from '#ui/language.ts';
import { writtenChange, type FigureName } from './change.ts';

const format = formatFor(ENGLISH);

const summaryOf = (licensesSold: number, licensesDeployed: number, customers = 0): Summary => ({
  totals: { licensesSold, licensesDeployed },
  customers,
  bands: [],
  customersWithoutSold: 0,
  customersOver: 0,
  coverage: {
    engine: 'service',
    snapshot: { processedDateTime: '2026-11-28T00:00:00', date: '2026-11-28', totalCount: 1 },
    filter: null,
    search: '',
    rowsRead: 1,
    totalCount: 1,
    countDisagrees: false,
  },
});

const changed = (name: FigureName, before: Summary, after: Summary) =>
  writtenChange(name, { before, after }, format);

test('a change is later minus earlier, with its sign and what it means', () => {
  const before = summaryOf(10_000, 8_000, 100);
  const after = summaryOf(11_234, 9_000, 44);
  expect(changed('sold', before, after)).toEqual({ text: '+1,234', direction: 'better' });
  expect(changed('deployed', before, after)).toEqual({ text: '+1,000', direction: 'better' });
  expect(changed('notDeployed', before, after)).toEqual({ text: '+234', direction: 'worse' });
  expect(changed('utilization', before, after)).toEqual({ text: '+0.1 pt', direction: 'better' });
  expect(changed('customers', before, after)).toEqual({ text: '−56', direction: 'worse' });
  expect(changed('sold', after, before)).toEqual({ text: '−1,234', direction: 'worse' });
  expect(changed('sold', before, before)).toEqual({ text: '0', direction: 'same' });
});

test('more than all deployed is no better: the nearer to what was sold, the better', () => {
  const over = summaryOf(100, 110);
  expect(changed('utilization', summaryOf(100, 100), over)).toEqual({ text: '+10.0 pt', direction: 'worse' });
  expect(changed('notDeployed', summaryOf(100, 100), over)).toEqual({ text: '−10', direction: 'worse' });
  expect(changed('notDeployed', summaryOf(100, 120), over)).toEqual({ text: '+10', direction: 'better' });
});

test('a utilization that is undefined in one of them has no change', () => {
  expect(changed('utilization', summaryOf(0, 3), summaryOf(10, 3))).toEqual({ text: '—', direction: null });
  expect(changed('utilization', summaryOf(10, 3), summaryOf(0, 3))).toEqual({ text: '—', direction: null });
});

test('a change too small to be written is neither better nor unchanged', () => {
  expect(changed('utilization', summaryOf(100_000, 50_000), summaryOf(100_000, 50_001))).toEqual({
    text: '0.0 pt',
    direction: null,
  });
  expect(changed('utilization', summaryOf(100, 50), summaryOf(200, 100)).direction).toBe('same');
});
