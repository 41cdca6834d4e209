import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt } from './excerpt.ts';
import { anyText } from './filter.arbitrary.ts';

describe('excerpt', () => {
  test('keeps short text, and the asked end of a long one', () => {
    expect(excerpt('x'.repeat(40))).toBe('x'.repeat(40));
    expect(excerpt(`a${'x'.repeat(40)}`)).toBe(`a${'x'.repeat(39)}…`);
    expect(excerpt(`a${'x'.repeat(200)}b`)).toBe(`a${'x'.repeat(39)}…`);
    expect(excerpt(`a${'x'.repeat(200)}b`, 'end')).toBe(`…${'x'.repeat(39)}b`);
    expect(excerpt(`${'x'.repeat(40)}a`, 'end')).toBe(`…${'x'.repeat(39)}a`);
  });

  test('cuts no character in two', () => {
    expect(excerpt('😀'.repeat(50))).toBe(`${'😀'.repeat(40)}…`);
    expect(excerpt(`${'😀'.repeat(50)}a`, 'end')).toBe(`…${'😀'.repeat(39)}a`);
  });

  test('names what cannot be seen', () => {
    expect(excerpt('a\u202eb\u0000\n\u200b\ud800\u2028\u3164')).toBe(
      'a[U+202E]b[U+0000][U+000A][U+200B][U+D800][U+2028][U+3164]',
    );
  });

  test('leaves nothing unseen in any text', () => {
    fc.assert(
      fc.property(anyText(), fc.constantFrom('start' as const, 'end' as const), (text, keep) => {
        expect(excerpt(text.repeat(20), keep)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
