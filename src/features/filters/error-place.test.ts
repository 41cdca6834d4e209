import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFilter } from '#partner-center/filter/parse.ts';
import { errorPlace } from './error-place.ts';

function placeIn(text: string) {
  const parsed = parseFilter(text);
  if (parsed.ok) throw new Error('expected an unreadable filter');
  return errorPlace(text, parsed.error);
}

test('the offending piece stands between what is around it', () => {
  expect(placeIn("channel is 'a'")).toEqual({ before: 'channel ', piece: 'is', after: " 'a'" });
});

test('a text that just ends has its place at the end', () => {
  expect(placeIn('channel eq')).toEqual({ before: 'channel eq', piece: '', after: '' });
});

test('far more text than fits is left out on both sides', () => {
  const long = `${"channel eq 'a' or ".repeat(50)}oops ${'x'.repeat(500)}`;
  const { before, piece, after } = placeIn(long);
  expect(before).toMatch(/^….{24}$/u);
  expect(piece).toBe('oops');
  expect(after).toMatch(/^.{24}…$/u);
});

test('the pieces together are a part of the text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.nat(200), fc.nat(40), (text, from, length) => {
      const position = Math.min(from, text.length);
      const { before, piece, after } = errorPlace(text, {
        position,
        length: Math.min(length, text.length - position),
      });
      expect(text).toContain((before + piece + after).replace(/^…/u, '').replace(/…$/u, ''));
    }),
  );
});
