import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coveredBy, stepOf, stepped, type Cell } from './cell-block.ts';
import type { ColumnId } from './columns.ts';

const SHOWN: readonly ColumnId[] = ['customerName', 'productName', 'licensesSold', 'utilization'];
const ROWS = 50;

const cell = fc.record({ row: fc.nat(ROWS - 1), column: fc.constantFrom(...SHOWN) });

test('a block is the same from whichever corner it was begun', () => {
  fc.assert(
    fc.property(cell, cell, (a, b) => {
      const covered = coveredBy({ from: a, to: b }, SHOWN);
      expect(coveredBy({ from: b, to: a }, SHOWN)).toEqual(covered);
      const corners = [
        { from: { ...a, row: b.row }, to: { ...b, row: a.row } },
        { from: { ...b, row: a.row }, to: { ...a, row: b.row } },
      ];
      for (const block of corners) expect(coveredBy(block, SHOWN)).toEqual(covered);
      for (const { row, column } of [a, b]) {
        expect(covered?.columns).toContain(column);
        expect(row).toBeGreaterThanOrEqual(covered?.first ?? Number.NaN);
        expect(row).toBeLessThanOrEqual(covered?.last ?? Number.NaN);
      }
    }),
  );
});

test('a block whose corner is hidden covers nothing', () => {
  const from: Cell = { row: 0, column: 'channel' };
  expect(coveredBy({ from, to: { row: 1, column: 'utilization' } }, SHOWN)).toBeNull();
  expect(coveredBy({ from: { row: 1, column: 'utilization' }, to: from }, SHOWN)).toBeNull();
});

test('no step leaves the grid', () => {
  const steps = ['up', 'down', 'before', 'after', 'rowStart', 'rowEnd', 'start', 'end'] as const;
  fc.assert(
    fc.property(cell, fc.array(fc.constantFrom(...steps)), (start, way) => {
      let at: Cell = start;
      for (const step of way) at = stepped(at, step, SHOWN, ROWS);
      expect(SHOWN).toContain(at.column);
      expect(at.row).toBeGreaterThanOrEqual(0);
      expect(at.row).toBeLessThan(ROWS);
    }),
  );
});

const key = (name: string, modifiers: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', true>> = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...modifiers,
});

test('Home and End stay in the row; with Control they leave it', () => {
  const at: Cell = { row: 7, column: 'productName' };
  const pressed = (press: ReturnType<typeof key>): Cell => {
    const step = stepOf(press, 'ltr');
    return step === null ? at : stepped(at, step, SHOWN, ROWS);
  };
  expect(pressed(key('End'))).toEqual({ row: 7, column: 'utilization' });
  expect(pressed(key('Home'))).toEqual({ row: 7, column: 'customerName' });
  expect(pressed(key('End', { ctrlKey: true }))).toEqual({ row: 49, column: 'utilization' });
  expect(pressed(key('Home', { metaKey: true }))).toEqual({ row: 0, column: 'customerName' });
  expect(pressed(key('End', { altKey: true }))).toEqual(at);
  expect(pressed(key('ArrowDown', { ctrlKey: true }))).toEqual(at);
});

test('left and right follow the direction of the page', () => {
  expect(stepOf(key('ArrowRight'), 'ltr')).toBe('after');
  expect(stepOf(key('ArrowRight'), 'rtl')).toBe('before');
  expect(stepOf(key('ArrowLeft'), 'rtl')).toBe('after');
  expect(stepOf(key('x'), 'ltr')).toBeNull();
});
