import { expect, test } from 'vitest';
import { createBudget } from './memory-budget.ts';

/** A store of texts of so many bytes, and how often each was made. */
function createStore(limit: number) {
  const budget = createBudget(limit);
  const made: string[] = [];
  const store = budget.store<string>((value) => value.length);
  const ask = (name: string, bytes: number): void => {
    budget.nextQuestion();
    store.get(name, () => {
      made.push(name);
      return '-'.repeat(bytes);
    });
  };
  return { budget, made, ask, store };
}

test('what was used longest ago goes first', () => {
  const { ask, made } = createStore(100);
  ask('a', 40);
  ask('b', 40);
  ask('a', 40);
  ask('c', 40);
  ask('a', 40);
  ask('b', 40);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('what one question uses stays together until the next one, however large', () => {
  const { budget, store, made, ask } = createStore(10);
  ask('small', 1);
  const question = (): void => {
    budget.nextQuestion();
    for (const name of ['rows', 'groups']) {
      store.get(name, () => {
        made.push(name);
        return '-'.repeat(1000);
      });
    }
  };
  question();
  question();
  expect(made).toEqual(['small', 'rows', 'groups']);
  ask('small', 1);
  expect(budget.bytesHeld()).toBeLessThan(20);
});

test('what just fits stays, and the text it is kept by counts too', () => {
  const { budget, made, ask } = createStore(2 * (40 + 2 * 'first'.length));
  for (const name of ['first', 'other', 'first']) ask(name, 40);
  expect(made).toEqual(['first', 'other']);
  expect(budget.bytesHeld()).toBe(100);
  ask('x', 0);
  ask('first', 40);
  expect(made).toEqual(['first', 'other', 'x']);
});

test('stores share the budget', () => {
  const budget = createBudget(10);
  const numbers = budget.store<number>(() => 8);
  const texts = budget.store<string>(() => 8);
  numbers.get('a', () => 1);
  budget.nextQuestion();
  texts.get('a', () => 'x');
  expect(budget.bytesHeld()).toBe(10);
  expect(numbers.get('a', () => 2)).toBe(2);
});

test('nothing is left of what is forgotten', () => {
  const { budget, ask, made } = createStore(100);
  for (const name of ['a', 'b']) ask(name, 40);
  budget.forget();
  expect(budget.bytesHeld()).toBe(0);
  for (const name of ['b', 'a', 'b']) ask(name, 40);
  expect(made).toEqual(['a', 'b', 'b', 'a']);
});
