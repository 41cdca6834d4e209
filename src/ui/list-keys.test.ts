import { describe, expect, test } from 'vitest';
import { optionAfter } from './list-keys.ts';

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
    expect(optionAfter('ArrowDown', { active: null, start: 0, count: 0 })).toBeUndefined();
    expect(optionAfter('a', { active: null, start: 0, count: 5 })).toBeUndefined();
    // They move within the text of the field.
    expect(optionAfter('Home', { active: 2, start: 0, count: 5 })).toBeUndefined();
    expect(optionAfter('End', { active: 2, start: 0, count: 5 })).toBeUndefined();
  });
});
