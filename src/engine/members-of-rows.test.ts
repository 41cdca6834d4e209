import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import { candidatesOf, membersAmong } from './members-of-rows.ts';

function sold(values: readonly string[], licensesSold: (index: number) => number = () => 1) {
  const groups = values.map((productName, index) => ({
    productName,
    licensesSold: licensesSold(index),
    licensesDeployed: 1,
  }));
  return candidatesOf(groups, 'productName');
}

/** The values that are found. The values that come first in the list sell most. */
function found(values: readonly string[], containing: string, limit = 100): readonly string[] {
  const candidates = sold(values, (index) => values.length - index);
  return membersAmong(candidates, { containing, limit }).members.map(({ value }) => value);
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

test('no more than the limit is given, and all are counted', () => {
  const candidates = sold(Array.from({ length: 12_345 }, (_, index) => `Customer ${index}`));
  const ask = (containing: string) => membersAmong(candidates, { containing, limit: 100 });
  expect(ask('')).toMatchObject({ members: { length: 100 }, total: 12_345 });
  expect(ask('customer 12')).toMatchObject({ members: { length: 100 } });
  expect(ask('customer 12344')).toMatchObject({ members: { length: 1 }, total: 1 });
});

test('what was typed in full comes before longer names that sell better', () => {
  expect(found(['Office 365 E3', 'E3 add-on', 'E3'], 'e3', 1)).toEqual(['E3']);
});

// The time is long enough for a machine that does other work as well.
test('every value is found by itself and comes first', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, selector: foldCase }),
      fc.nat(),
      (values, seed) => {
        const value = values[seed % values.length] ?? '';
        const others = found(values, value);
        expect(others).toContain(value);
      },
    ),
  );
});
