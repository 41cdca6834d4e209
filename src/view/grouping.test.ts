import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELDS, type Field } from '#partner-center/fields.ts';
import { fieldsOf, GROUPINGS, groupbyFor, groupingsOf, toggled } from './grouping.ts';

test.for([
  [[], []],
  [['customerTenantId', 'customerName'], ['customer']],
  [
    ['channel', 'customerTenantId', 'customerName', 'productName'],
    ['channel', 'customer', 'productName'],
  ],
  [['customerName'], ['customerName']],
  [['customerTenantId'], ['customerTenantId']],
  // Fields in another order stand for other choices.
  [
    ['customerName', 'customerTenantId'],
    ['customerName', 'customerTenantId'],
  ],
  [
    ['customerTenantId', 'channel', 'customerName'],
    ['customerTenantId', 'channel', 'customerName'],
  ],
] satisfies [Field[], string[]][])('%j is %j', ([groupby, groupings]) => {
  expect(groupingsOf(groupby)).toEqual(groupings);
});

test('choices and fields say the same', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...FIELDS]), (groupby) => {
      expect(fieldsOf(groupingsOf(groupby))).toEqual(groupby);
    }),
  );
});

test.for([
  [['channel'], 'customer', ['channel', 'customer']],
  [['channel', 'customer'], 'channel', ['customer']],
  [['customer', 'channel'], 'customer', ['channel']],
  [['customerName', 'channel', 'customerTenantId'], 'customer', ['customer', 'channel']],
  [['channel', 'customerName'], 'customer', ['channel', 'customer']],
  [['customer', 'channel'], 'customerName', ['customerName', 'channel']],
  [['channel', 'customer'], 'customerTenantId', ['channel', 'customerTenantId']],
  [['channel', 'customerName'], 'customerTenantId', ['channel', 'customerName', 'customerTenantId']],
] as const)('%j and a pick of %s give %j', ([before, picked, after]) => {
  expect(toggled(before, picked)).toEqual(after);
});

test('no pick groups by a field twice, and a second one of the same takes the first back', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...GROUPINGS), { maxLength: 12 }), (picks) => {
      let groupby: readonly Field[] = [];
      for (const pick of picks) {
        groupby = fieldsOf(toggled(groupingsOf(groupby), pick));
        expect(new Set(groupby).size).toBe(groupby.length);
      }
    }),
  );
  for (const grouping of GROUPINGS) expect(toggled(toggled([], grouping), grouping)).toEqual([]);
});

test('the rows of a customer have its name, those of any other member the member', () => {
  expect(groupbyFor('customerTenantId')).toEqual(['customerTenantId', 'customerName']);
  expect(groupbyFor('customerName')).toEqual(['customerName']);
  expect(groupbyFor('productName')).toEqual(['productName']);
});
