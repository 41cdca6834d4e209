import { expect, test } from 'vitest';
import { isCanonical } from './token.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What the platform says: are these bytes UTF-8? */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    utf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Bytes in quotes, as a token stands in a page. */
const quoted = (bytes: readonly number[]): Uint8Array => Uint8Array.of(0x22, ...bytes, 0x22);

// One on each side of every border in the Unicode Standard's table 3-7.
const LEADS = [
  0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff,
];
const SECONDS = [0x20, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff];
const OTHERS = [0x7f, 0x80, 0xbf, 0xc0];

test('what is no UTF-8 is not canonical, surrogates and long spellings among it', () => {
  const wrong: string[] = [];
  for (const lead of LEADS) {
    for (const second of SECONDS) {
      const sequences = [[lead], [lead, second]];
      for (const third of OTHERS) {
        sequences.push([lead, second, third]);
        for (const fourth of OTHERS) sequences.push([lead, second, third, fourth]);
      }
      for (const sequence of sequences) {
        const bytes = quoted(sequence);
        if (isCanonical(bytes, 0, bytes.length) === isUtf8(bytes)) continue;
        wrong.push(sequence.map((byte) => byte.toString(16)).join(' '));
      }
    }
  }
  expect(wrong).toEqual([]);
});

test.each([
  ['a surrogate', [0xed, 0xa0, 0x80], false],
  ['the character before the surrogates', [0xed, 0x9f, 0xbf], true],
  ['the character after them', [0xee, 0x80, 0x80], true],
  ['the last character', [0xf4, 0x8f, 0xbf, 0xbf], true],
  ['one beyond it', [0xf4, 0x90, 0x80, 0x80], false],
  ['an escape', [0x5c, 0x6e], false],
  ['a control character', [0x1f], false],
  ['plain letters', [0x61, 0x7f], true],
])('%s', (_, sequence, expected) => {
  const bytes = quoted(sequence);
  expect(isCanonical(bytes, 0, bytes.length)).toBe(expected);
});

test('a sequence is not finished by what stands behind the token', () => {
  const bytes = Uint8Array.of(0x22, 0xe6, 0x9d, 0xb1, 0x22);
  expect([1, 2, 3, 4, 5].map((end) => isCanonical(bytes, 0, end))).toEqual([true, false, false, true, true]);
});
