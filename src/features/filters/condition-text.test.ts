import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Condition } from '#partner-center/filter/conditions.ts';
import { textsIn } from '#ui/catalogue.ts';
import { memberFieldNames } from '#ui/field-names.ts';
import { fieldTexts } from '#ui/field-texts.ts';
import { formatFor } from '#ui/format.ts';
import { ENGLISH } from '#ui/language.ts';
import { conditionText, type ConditionWords } from './condition-text.ts';
import { texts } from './texts.ts';

const NAMES: Readonly<Record<string, string>> = {
  '4f9d7df5-8ebd': 'Contoso',
  '7bb1c0de-0001': 'Contoso',
  'e0000000-0001': 'Fabrikam',
};
const words: ConditionWords = {
  t: textsIn(texts, ENGLISH),
  fieldNames: memberFieldNames(textsIn(fieldTexts, ENGLISH)),
  format: formatFor(ENGLISH),
  customerName: (id) => NAMES[id] ?? null,
};

function members(values: readonly string[], operator: 'is' | 'isNot' = 'is'): Condition {
  return { kind: 'members', field: 'channel', operator, values };
}

test.for([
  [members(['reseller']), 'Channel is reseller'],
  [members(['reseller', 'direct']), 'Channel is reseller or direct'],
  [members(['a', 'b'], 'isNot'), 'Channel is not a or b'],
  [members(['a', 'b', 'c']), 'Channel is a, b, or c'],
  [members(['a', 'b', 'c', 'd']), 'Channel is a, b, or 2 more'],
  [members(['']), 'Channel is (blank)'],
  [members([' \t']), 'Channel is (blank)'],
  [
    { kind: 'members', field: 'productName', operator: 'isNot', values: ['Visio Plan 2'] },
    'Product is not Visio Plan 2',
  ],
] as const)('%j reads %s', ([condition, short]) => {
  expect(conditionText(condition, words).short).toBe(short);
});

test('a shortened list has its whole text beside it', () => {
  const { short, full } = conditionText(members(['a', 'b', 'c', 'd']), words);
  expect(short).not.toBe(full);
  expect(full).toBe('Channel is a, b, c, or d');
});

test('a customer is shown by its name, equal ones apart, and by its id until a name is known', () => {
  const customers = (...values: readonly string[]): Condition => ({
    kind: 'members',
    field: 'customerTenantId',
    operator: 'is',
    values,
  });
  expect(conditionText(customers('4f9d7df5-8ebd'), words)).toMatchObject({
    short: 'Customer is Contoso',
    full: 'Customer is Contoso (4f9d7df5-8ebd)',
  });
  expect(conditionText(customers('4f9d7df5-8ebd', '7bb1c0de-0001', 'e0000000-0001'), words).short).toBe(
    'Customer is Contoso (4f9d7df5), Contoso (7bb1c0de), or Fabrikam',
  );
  expect(conditionText(customers('00000000-0001'), words)).toMatchObject({
    short: 'Customer is 00000000-0001',
    full: 'Customer is 00000000-0001',
  });
  const byName: Condition = { kind: 'members', field: 'customerName', operator: 'is', values: ['Contoso'] };
  expect(conditionText(byName, words).short).toBe('Customer name is Contoso');
});

test('an expression is shown as it is written', () => {
  const condition: Condition = {
    kind: 'expression',
    filter: {
      kind: 'or',
      operands: [
        { kind: 'comparison', field: 'channel', operator: 'eq', value: "O'Neil" },
        { kind: 'comparison', field: 'serviceCode', operator: 'ne', value: 'x' },
      ],
    },
  };
  const text = "channel eq 'O''Neil' or serviceCode ne 'x'";
  expect(conditionText(condition, words)).toEqual({
    parts: [{ text, isData: true }],
    short: text,
    customer: null,
    full: text,
  });
});

test('values and words are never taken for each other, whatever the values hold', () => {
  const value = fc.oneof(
    fc.constantFrom(' or ', ', ', 'is', 'Channel is x', '<b>', '\0', '$&', '\u202E', '2 more'),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 3 }), (values) => {
      const { parts } = conditionText(members(values), words);
      expect(parts.filter(({ isData }) => isData).map(({ text }) => text)).toEqual(
        values.map((text) => (text.trim() === '' ? '(blank)' : text)),
      );
    }),
  );
});

test.for([
  ['customerTenantId', 'is', ['t1'], 't1'],
  ['customerTenantId', 'is', ['t1', 't2'], null],
  ['customerTenantId', 'isNot', ['t1'], null],
  ['customerName', 'is', ['Contoso'], null],
] as const)('what asks for one customer leads to it: %s %s %j', ([field, operator, values, customer]) => {
  expect(conditionText({ kind: 'members', field, operator, values }, words).customer).toBe(customer);
});
