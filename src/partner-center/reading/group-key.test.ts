import { expect, test } from 'vitest';
import { compareKeys } from './group-key.ts';

test('keys come by code unit, field after field, no value last', () => {
  const inOrder = [
    ['A', null],
    ['A\u{1F600}'],
    ['A\uFFFD', 'b'],
    ['A\uFFFD', null],
    ['a', 'Z'],
    ['é', 'a'],
    [null, 'a'],
    [null, null],
  ];
  expect(inOrder.toReversed().toSorted(compareKeys)).toEqual(inOrder);
  expect(compareKeys(['a', null], ['a', null])).toBe(0);
  expect(compareKeys([], [])).toBe(0);
});
