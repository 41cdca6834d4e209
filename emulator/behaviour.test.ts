import { expect, test } from 'vitest';
import { LENIENT, readBehaviour, STRICT } from './behaviour.ts';

test.each([
  ['lenient', LENIENT],
  ['strict', STRICT],
  ['strict,missingDay=empty, concurrency=2', { ...STRICT, missingDay: 'empty', concurrency: 2 }],
  ['paging=token', { ...LENIENT, paging: 'token' }],
])('reads %s', (text, behaviour) => {
  expect(readBehaviour(text)).toEqual(behaviour);
});

test.each([
  ['', "'' is neither lenient or strict"],
  ['paging=skip,strict', "'strict' is neither"],
  ['pages=token', "'pages=token' is neither"],
  ['constructor=1', "'constructor=1' is neither"],
  ['paging=page', "paging has to be skip or token, not 'page'."],
  ['concurrency=-1', "concurrency has to be a whole number, not '-1'."],
])('says what is wrong with %j', (text, sentence) => {
  expect(readBehaviour(text)).toEqual({ sentence: expect.stringContaining(sentence) as string });
});

test('the two sides differ in every choice', () => {
  const names = Object.keys(LENIENT) as (keyof typeof LENIENT)[];
  expect(names.filter((name) => STRICT[name] === LENIENT[name])).toEqual([]);
});
