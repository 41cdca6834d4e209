import { expect, test } from 'vitest';
import type { Totals } from '#engine/engine.ts';
import { formatFor } from '#ui/format.ts';
import { ENGLISH } from '#ui/language.ts';
import { writtenMover } from './written-change.ts';

const format = formatFor(ENGLISH);
const totals = (licensesSold: number, licensesDeployed = 0): Totals => ({ licensesSold, licensesDeployed });

test('a mover is written in the figure that it moved in', () => {
  const change = { key: ['A'], before: totals(1_000, 500), after: totals(2_234, 1_900) };
  expect(writtenMover(change, 'licensesSold', format)).toEqual({
    before: '1,000',
    after: '2,234',
    change: '+1,234',
  });
  expect(writtenMover(change, 'licensesNotDeployed', format)).toEqual({
    before: '500',
    after: '334',
    change: '−166',
  });
  expect(writtenMover(change, 'utilization', format)).toEqual({
    before: '50.0%',
    after: '85.0%',
    change: '+35.0 pt',
  });
});

test('what is new had nothing, and what is gone has nothing; the change counts from nothing', () => {
  expect(writtenMover({ key: ['A'], before: null, after: totals(7) }, 'licensesSold', format)).toEqual({
    before: '—',
    after: '7',
    change: '+7',
  });
  expect(writtenMover({ key: ['A'], before: totals(7), after: null }, 'licensesSold', format)).toEqual({
    before: '7',
    after: '—',
    change: '−7',
  });
});

test('a figure that was not computed is no zero', () => {
  const change = { key: ['A'], before: totals(7), after: totals(8) };
  expect(writtenMover(change, 'idle', format)).toEqual({ before: '—', after: '—', change: '—' });
});
