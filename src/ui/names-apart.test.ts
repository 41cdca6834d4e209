import { expect, test } from 'vitest';
import { namesApart } from './names-apart.ts';

const named = (...list: readonly (readonly [id: string, name: string | null])[]) =>
  namesApart(list.map(([id, name]) => ({ id, name })));

test('a name stands alone where nothing else has it', () => {
  expect(named(['4f9d7df5-8ebd', 'Contoso'], ['7bb1c0de-0001', 'Fabrikam'])).toEqual(['Contoso', 'Fabrikam']);
});

test('what has one name twice is told apart by the start of its id', () => {
  expect(
    named(['4f9d7df5-8ebd', 'Contoso'], ['7bb1c0de-0001', 'CONTOSO '], ['00000000-0001', 'Fabrikam']),
  ).toEqual(['Contoso (4f9d7df5)', 'CONTOSO  (7bb1c0de)', 'Fabrikam']);
  // A person sees no difference: the accent is a code point of its own.
  expect(named(['4f9d7df5-8ebd', 'Caf\u00E9'], ['7bb1c0de-0001', 'Cafe\u0301'])).toEqual([
    'Caf\u00E9 (4f9d7df5)',
    'Cafe\u0301 (7bb1c0de)',
  ]);
});

test('ids that start alike are written whole', () => {
  expect(
    named(['e0000000-0013', 'Contoso'], ['e0000000-0014', 'Contoso'], ['7bb1c0de-0001', 'Contoso']),
  ).toEqual(['Contoso (e0000000-0013)', 'Contoso (e0000000-0014)', 'Contoso (7bb1c0de)']);
});

test('without a name to be seen it is the id', () => {
  expect(named(['4f9d7df5-8ebd', null], ['7bb1c0de-0001', ' \u200B'], ['00000000-0001', ''])).toEqual([
    '4f9d7df5-8ebd',
    '7bb1c0de-0001',
    '00000000-0001',
  ]);
});

test('the same thing twice is no other one', () => {
  expect(named(['4f9d7df5-8ebd', 'Contoso'], ['4f9d7df5-8ebd', 'Contoso'])).toEqual(['Contoso', 'Contoso']);
});
