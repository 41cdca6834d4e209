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
  expect(cellAfter({ key, ctrlKey }, { row: 5, column: 1 }, { rows: 12, columns: 4 })).toEqual(to);
});
