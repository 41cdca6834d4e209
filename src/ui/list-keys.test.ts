import { describe, expect, test } from 'vitest';
import { optionAfter, optionTyped } from './list-keys.ts';

describe('optionAfter', () => {
  test('begins at the start, whichever way', () => {
    expect(optionAfter('ArrowDown', { active: null, start: 2, count: 5 })).toBe(2);
    expect(optionAfter('ArrowUp', { active: null, start: 2, count: 5 })).toBe(2);
  });

  test('stops at either end', () => {
    expect(optionAfter('ArrowDown', { active: 4, start: 0, count: 5 })).toBe(4);
    expect(optionAfter('ArrowUp', { active: 0, start: 0, count: 5 })).toBe(0);
    expect(optionAfter('PageDown', { active: 1, start: 0, count: 5 })).toBe(4);
    expect(optionAfter('PageUp', { active: 3, start: 0, count: 5 })).toBe(0);
  });

  test('leads nowhere in an empty list, and by other keys', () => {
    expect(optionAfter('End', { active: null, start: 0, count: 0 })).toBeUndefined();
    expect(optionAfter('a', { active: null, start: 0, count: 5 })).toBeUndefined();
  });
});

describe('optionTyped', () => {
  const names = ['Customer', 'Customer tenant ID', 'Product', 'Product ID', 'Channel'];

  test('goes on to the next with the same letter, and round', () => {
    expect(optionTyped('c', names, null)).toBe(0);
    expect(optionTyped('c', names, 0)).toBe(1);
    expect(optionTyped('cc', names, 1)).toBe(4);
    expect(optionTyped('ccc', names, 4)).toBe(0);
  });

  test('stays where it is while that still begins with what is typed', () => {
    expect(optionTyped('pr', names, 2)).toBe(2);
    expect(optionTyped('product i', names, 2)).toBe(3);
  });

  test('leads nowhere where no name begins so', () => {
    expect(optionTyped('x', names, 2)).toBeUndefined();
    expect(optionTyped('x', [], null)).toBeUndefined();
  });
});
