import { expect, test } from 'vitest';
import { cellAfter } from './grid-keys.ts';

test.for([
  ['ArrowDown', false, { row: 6, column: 1 }],
  ['ArrowUp', false, { row: 4, column: 1 }],
  ['ArrowRight', false, { row: 5, column: 2 }],
  ['ArrowLeft', false, { row: 5, column: 0 }],
  ['PageDown', false, { row: 11, column: 1 }],
  ['PageUp', false, { row: 0, column: 1 }],
  ['Home', false, { row: 5, column: 0 }],
  ['End', false, { row: 5, column: 3 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, { row: 11, column: 3 }],
  ['Tab', false, undefined],
  ['a', false, undefined],
] as const)('%s with Ctrl %s leads within the grid', ([key, ctrlKey, to]) => {
  expect(cellAfter({ key, ctrlKey }, { row: 5, column: 1 }, { rows: 12, columns: 4 }, 'ltr')).toEqual(to);
});

test('from right to left, the next column is on the left, and Home is still the first', () => {
  const columnAfter = (key: string): number | undefined =>
    cellAfter({ key, ctrlKey: false }, { row: 0, column: 1 }, { rows: 12, columns: 4 }, 'rtl')?.column;
  expect(['ArrowLeft', 'ArrowRight', 'Home', 'End'].map(columnAfter)).toEqual([2, 0, 0, 3]);
});
