import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldForSearch, searchWords } from './search-text.ts';

test.for([
  ['Contoso LTD', 'contoso ltd'],
  ['Établissements Bérénice', 'etablissements berenice'],
  ['Cafe\u0301', 'cafe'],
  ['Ærø Smørrebrød', 'aero smorrebrod'],
  ['Straße', 'strasse'],
  ['STRAẞE', 'strasse'],
  ['Łódź', 'lodz'],
  ['ﬁnance ＡＢＣ １２', 'finance abc 12'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['οδός', 'οδοσ'],
  ['ISTANBUL', 'istanbul'],
  ['İstanbul', 'istanbul'],
  ['Diyarbakır', 'diyarbakir'],
  ['山田商事', '山田商事'],
  ['=1+1 <b>', '=1+1 <b>'],
  ['', ''],
] as const)('%s is searched as %s', ([text, folded]) => {
  expect(foldForSearch(text)).toBe(folded);
});

test('scripts in which marks are vowels find themselves', () => {
  expect(foldForSearch('हिन्दी').includes(foldForSearch('हिन्द'))).toBe(true);
  expect(foldForSearch('ガス')).toBe(foldForSearch('ガス'));
});

// Any code point except halves of a pair, which could join across two texts; code points of alphabets are more
// frequent.
const anyCharacter = () =>
  fc
    .oneof(
      fc.integer({ min: 0, max: 0x24ff }),
      fc.integer({ min: 0, max: 0xd7ff }),
      fc.integer({ min: 0xe000, max: 0x10_ffff }),
    )
    .map((code) => String.fromCodePoint(code));
const anyText = () => fc.string({ unit: anyCharacter() });

test('what is folded stays as it is', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      const folded = foldForSearch(text);
      expect(foldForSearch(folded)).toBe(folded);
    }),
  );
});

test('a text and its lower case, composed or not, are searched alike', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      const folded = foldForSearch(text);
      expect(foldForSearch(text.normalize('NFC'))).toBe(folded);
      expect(foldForSearch(text.normalize('NFD'))).toBe(folded);
      expect(foldForSearch(text.toLowerCase())).toBe(folded);
    }),
  );
});

test('a part of a text is folded as it is within the text, so that whatever is typed of a name finds it', () => {
  fc.assert(
    fc.property(anyText(), anyText(), (start, end) => {
      expect(foldForSearch(start + end)).toBe(foldForSearch(start) + foldForSearch(end));
    }),
  );
});

test('words are parted by any white space, each once, in their order', () => {
  expect(searchWords('  Ltd\u00a0 café\tLTD\n')).toEqual(['ltd', 'cafe']);
  expect(searchWords(' \u3000 ')).toEqual([]);
  // A mark alone searches for nothing: an empty word would be found everywhere.
  expect(searchWords('\u0301')).toEqual([]);
});
