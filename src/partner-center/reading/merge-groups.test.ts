import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldKey } from '#partner-center/filter/fold-case.ts';
import type { Row } from '#partner-center/response.ts';
import { keyAsWritten } from './group-key.ts';
import { mergeGroups } from './merge-groups.ts';

const BY = ['serviceCode', 'channel'] as const;

function group(
  serviceCode: string | null,
  channel: string | null,
  licensesSold: number,
  licensesDeployed = 0,
): Row {
  return { serviceCode, channel, licensesSold, licensesDeployed };
}

test('keys equal but for letter case are one group, written as the one that sold most', () => {
  const groups = [
    group('O365', 'reseller', 3, 1),
    group('emS', 'Direct', 7),
    group('o365', 'Reseller', 4, 2),
    group('O365', 'Reseller', 2, 4),
  ];
  expect(mergeGroups(groups, BY)).toEqual([group('o365', 'Reseller', 9, 7), group('emS', 'Direct', 7)]);
});

test('between spellings that sold the same the first by code unit is shown, no value last', () => {
  const groups = [group('a', null, 2), group('A', null, 2), group('a', null, 1)];
  expect(mergeGroups(groups, BY)).toEqual([group('A', null, 5)]);
  expect(mergeGroups(groups.toReversed(), BY)).toEqual([group('A', null, 5)]);
});

test('no value and the empty text stay apart', () => {
  const groups = [group('', 'x', 1), group(null, 'x', 2), group('null', 'x', 4)];
  expect(mergeGroups(groups, BY)).toEqual(groups);
});

test('what is equal as it is written is one all the same', () => {
  const groups = [group('a', 'x', 1), group('A', 'x', 3), group('a', 'x', 4, 1)];
  expect(mergeGroups(groups, BY, keyAsWritten)).toEqual([group('a', 'x', 5, 1), group('A', 'x', 3)]);
});

test('no license is lost, no key is there twice, and the order of the groups decides nothing', () => {
  const text = fc.option(fc.constantFrom('', 'a', 'A', 'ΟΔΟΣ', 'οδος', 'οδοσ', 'ß', 'SS', 'i', 'I', 'ı'));
  const any = fc.tuple(text, text, fc.nat(3), fc.nat(9)).map((of) => group(...of));
  const distinct = fc.uniqueArray(any, {
    selector: ({ serviceCode, channel }) => JSON.stringify([serviceCode, channel]),
  });
  fc.assert(
    fc.property(
      distinct.chain((groups) =>
        fc.tuple(fc.constant(groups), fc.shuffledSubarray(groups, { minLength: groups.length })),
      ),
      ([groups, shuffled]) => {
        const merged = mergeGroups(groups, BY);
        const keys = merged.map((one) => foldKey([one.serviceCode ?? null, one.channel ?? null]));
        expect(new Set(keys).size).toBe(keys.length);
        const sum = (list: readonly Row[]) => list.reduce((sold, { licensesSold }) => sold + licensesSold, 0);
        expect(sum(merged)).toBe(sum(groups));
        expect(mergeGroups(shuffled, BY)).toHaveLength(merged.length);
        expect(mergeGroups(shuffled, BY)).toEqual(expect.arrayContaining([...merged]));
      },
    ),
  );
});
