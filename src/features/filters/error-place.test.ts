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

test('what just fits is left whole, and a piece that does not is cut short', () => {
  const around = 'x'.repeat(24);
  const piece = 'y'.repeat(48);
  const placed = (text: string, length: number) => errorPlace(text, { position: 24, length });
  expect(placed(`${around}${piece}${around}`, 48)).toEqual({ before: around, piece, after: around });
  expect(placed(`${around}${piece}yz`, 49)).toEqual({ before: around, piece: `${piece}…`, after: 'z' });
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
