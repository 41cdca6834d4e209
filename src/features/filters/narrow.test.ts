import fc from 'fast-check';
import { expect, test } from 'vitest';
import { narrow, searchable } from './narrow.ts';

function found(values: readonly string[], typed: string, limit = 100): readonly string[] {
  const members = values.map((value) => ({ value, licensesSold: 1, licensesDeployed: 1 }));
  return narrow(searchable(members), typed, limit).members.map(({ value }) => value);
}

test.for([
  ['VISIO', ['Visio Plan 2']],
  ['plan vis', ['Visio Plan 2']],
  ['  visio   2 ', ['Visio Plan 2']],
  ['cafe', ['Café Zoë', 'CAFE\u0301 2']],
  ['ZOË', ['Café Zoë']],
  ["o'neil", ["O'Neil <b>"]],
  ['<b>', ["O'Neil <b>"]],
  ['שלום', ['שלום']],
  ['nothing like it', []],
] as const)('%s finds %j', ([typed, values]) => {
  expect(found(['Visio Plan 2', 'Café Zoë', 'CAFE\u0301 2', "O'Neil <b>", 'שלום'], typed)).toEqual(values);
});

test('blank text narrows nothing and the order stays', () => {
  expect(found(['b', 'a', 'c'], ' ')).toEqual(['b', 'a', 'c']);
});

test('no more than the limit is given, and the rest is counted', () => {
  const members = searchable(
    Array.from({ length: 12_345 }, (_, index) => ({
      value: `Customer ${index}`,
      licensesSold: 0,
      licensesDeployed: 0,
    })),
  );
  expect(narrow(members, '', 100)).toMatchObject({ members: { length: 100 }, more: 12_245 });
  expect(narrow(members, 'customer 12', 100)).toMatchObject({ members: { length: 100 } });
  expect(narrow(members, 'customer 12344', 100)).toMatchObject({ members: { length: 1 }, more: 0 });
});

test('what was typed in full comes before longer names that sell better', () => {
  expect(found(['Office 365 E3', 'E3 add-on', 'E3'], 'e3', 1)).toEqual(['E3']);
});

test('every value is found by itself and comes first', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1 }),
      fc.nat(),
      (values, seed) => {
        const value = values[seed % values.length] ?? '';
        const others = found(values, value);
        expect(others).toContain(value);
      },
    ),
  );
});
