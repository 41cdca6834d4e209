import { expect, test } from 'vitest';
import { keyCommandOf, type Pressed } from './keys.ts';

const pressed = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  ...held,
});

test('Ctrl or ⌘ with K opens the commands, wherever one types', () => {
  for (const isOn of [true, false]) {
    expect(keyCommandOf(pressed('k', { ctrlKey: true }), isOn)).toEqual({ kind: 'commands' });
    // The caps lock is on.
    expect(keyCommandOf(pressed('K', { metaKey: true }), isOn)).toEqual({ kind: 'commands' });
  }
});

test('what the browser or a screen reader owns is left to it', () => {
  for (const held of [
    { ctrlKey: true, shiftKey: true },
    { ctrlKey: true, altKey: true },
    { ctrlKey: true, metaKey: true },
    { ctrlKey: true, repeat: true },
  ]) {
    expect(keyCommandOf(pressed('k', held), true)).toBeNull();
  }
  // Browsers switch between tabs with these keys.
  expect(keyCommandOf(pressed('1', { ctrlKey: true }), true)).toBeNull();
  expect(keyCommandOf(pressed('1', { metaKey: true }), true)).toBeNull();
  expect(keyCommandOf(pressed('1', { altKey: true }), true)).toBeNull();
  expect(keyCommandOf(pressed('k'), true)).toBeNull();
});

test('a character alone opens a saved view or the shortcuts, unless that is switched off', () => {
  expect(keyCommandOf(pressed('9'), true)).toEqual({ kind: 'savedView', place: 9 });
  // Some keyboards need Shift for digits, and most need it for the question mark.
  expect(keyCommandOf(pressed('1', { shiftKey: true }), true)).toEqual({ kind: 'savedView', place: 1 });
  expect(keyCommandOf(pressed('?', { shiftKey: true }), true)).toEqual({ kind: 'shortcuts' });
  expect(keyCommandOf(pressed('0'), true)).toBeNull();
  expect(keyCommandOf(pressed('F1'), true)).toBeNull();
  for (const key of ['1', '9', '?']) expect(keyCommandOf(pressed(key), false)).toBeNull();
});
