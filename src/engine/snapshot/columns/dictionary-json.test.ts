import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeDictionary, encodeDictionary } from './dictionary-json.ts';

test('decodes what it encoded, to the letter', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\ud800', '\udc00a', '\u0000', '\ufeff', '"\\'),
  );
  fc.assert(
    fc.property(fc.uniqueArray(text), (texts) => {
      expect(decodeDictionary(encodeDictionary([null, ...texts]))).toEqual([null, ...texts]);
    }),
  );
});

test.each(['', '{}', '[]', '["a"]', '[null,1]', '[null,null]'])('refuses %s', (json) => {
  expect(() => decodeDictionary(new TextEncoder().encode(json))).toThrow();
});
