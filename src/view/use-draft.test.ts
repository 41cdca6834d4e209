import fc from 'fast-check';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeWindow, inUse } from './fake-page.ts';
import { useDraft, type TextDraft } from './use-draft.ts';

beforeEach(() => void vi.stubGlobal('window', fakeWindow({})));
afterEach(() => void vi.unstubAllGlobals());

/** The hook in use, with a value in force that the test can change. */
function inField(first: string) {
  const field = inUse(() => useDraft(first));
  return {
    shown: (inForce: string) => field.now().text ?? inForce,
    isAsked: () => field.now().isAsked,
    does: (change: (draft: TextDraft<string>) => void) => act(() => change(field.now())),
    inForce: (value: string) => field.again(() => useDraft(value)),
  };
}

describe('useDraft', () => {
  test('shows what is in force until something is typed, and when that is dropped', () => {
    const field = inField('all');
    expect(field.shown('all')).toBe('all');
    field.does(({ type }) => type('al'));
    expect(field.shown('all')).toBe('al');
    field.does(({ drop }) => drop());
    expect(field.shown('all')).toBe('all');
  });

  test('keeps what was asked for until it is in force', () => {
    const field = inField('');
    field.does(({ type }) => type("channel  eq 'direct'"));
    expect(field.isAsked()).toBe(false);
    field.does(({ ask }) => ask("channel eq 'direct'"));
    expect(field.shown('')).toBe("channel  eq 'direct'");
    expect(field.isAsked()).toBe(true);
    field.inForce("channel eq 'direct'");
    expect(field.shown("channel eq 'direct'")).toBe("channel eq 'direct'");
    expect(field.isAsked()).toBe(false);
  });

  test('has nothing to wait for where what is asked for is in force', () => {
    const field = inField('a');
    field.does(({ type }) => type('  a'));
    field.does(({ ask }) => ask('a'));
    expect(field.shown('a')).toBe('a');
  });

  test('keeps what is typed after asking, for the value then in force', () => {
    const field = inField('');
    field.does(({ type }) => type('a'));
    field.does(({ ask }) => ask('A'));
    field.does(({ type }) => type('ab'));
    expect(field.isAsked()).toBe(false);
    field.inForce('A');
    expect(field.shown('A')).toBe('ab');
  });

  test('ends where another value is put in force, also for when the first comes back', () => {
    const field = inField('a');
    field.does(({ type }) => type('ab', 'ab'));
    field.inForce('other');
    expect(field.shown('other')).toBe('other');
    field.inForce('a');
    expect(field.shown('a')).toBe('a');
  });

  test('loses no character, however late the answers come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 1 }), { minLength: 1, maxLength: 12 }),
        // For each character, how many of the answers that are under way come before the next one.
        fc.array(fc.nat({ max: 3 }), { minLength: 12, maxLength: 12 }),
        (characters, coming) => {
          const field = inField('');
          let inForce = '';
          const out: string[] = [];
          characters.forEach((character, index) => {
            // The field then holds the text that it shows, and the character.
            const text = field.shown(inForce) + character;
            field.does(({ type }) => type(text, text));
            out.push(text);
            for (let count = coming[index] ?? 0; count > 0 && out.length > 0; count--) {
              inForce = out.shift() ?? '';
              field.inForce(inForce);
            }
          });
          expect(field.shown(inForce)).toBe(characters.join(''));
        },
      ),
      { numRuns: 50 },
    );
  });
});
