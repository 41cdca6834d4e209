import { describe, expect, test } from 'vitest';
import { bytesToKeep, createSharedBudget } from './memory-budget.ts';

const createBudget = (limit: number) => createSharedBudget(() => limit).ofTable();

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

test('tables share the budget, whoever used it longest ago', () => {
  const shared = createSharedBudget(() => 30);
  const [one, other] = [shared.ofTable(), shared.ofTable()];
  const made: string[] = [];
  const [ofOne, ofOther] = [one, other].map((budget, table) => {
    const store = budget.store<string>(() => 8);
    return (key: string): void => {
      budget.nextQuestion();
      store.get(key, () => {
        made.push(`${table} ${key}`);
        return key;
      });
    };
  }) as [(key: string) => void, (key: string) => void];
  for (const key of ['a', 'b', 'c']) ofOne(key);
  expect([one.bytesHeld(), other.bytesHeld()]).toEqual([30, 0]);
  ofOther('a');
  expect([one.bytesHeld(), other.bytesHeld()]).toEqual([20, 10]);
  // The same text is another result of another table.
  ofOne('b');
  ofOther('a');
  ofOne('a');
  expect(made).toEqual(['0 a', '0 b', '0 c', '1 a', '0 a']);
  one.forget();
  expect([one.bytesHeld(), other.bytesHeld()]).toEqual([0, 10]);
  ofOther('a');
  expect(made).toHaveLength(5);
});

test('a limit that falls holds from the next result on', () => {
  let limit = 100;
  const budget = createSharedBudget(() => limit).ofTable();
  const store = budget.store<string>(() => 8);
  for (const key of ['a', 'b', 'c', 'd']) {
    budget.nextQuestion();
    store.get(key, () => key);
  }
  expect(budget.bytesHeld()).toBe(40);
  limit = 20;
  budget.nextQuestion();
  store.get('e', () => 'e');
  expect(budget.bytesHeld()).toBe(20);
});

describe('how much is kept', () => {
  const MILLION = 1_000_000;

  test('two snapshots of a million rows stay below 100 MB, with all that is kept', () => {
    for (const bytesOfRow of [20, 36, 44, 47]) {
      const tables = 2 * MILLION * bytesOfRow;
      expect(tables + bytesToKeep(2 * MILLION, tables)).toBeLessThanOrEqual(100 * MILLION);
    }
    // The budget of one alone, and what both leave: a third of what both had when each had its own.
    expect(bytesToKeep(MILLION, 44 * MILLION)).toBe(16 * MILLION);
    expect(bytesToKeep(2 * MILLION, 88 * MILLION)).toBe(12 * MILLION);
  });

  test('a small table, and one that is too large, leave room for some results', () => {
    expect(bytesToKeep(1, 1000)).toBe(4 * 2 ** 20);
    expect(bytesToKeep(4 * MILLION, 176 * MILLION)).toBe(4 * 2 ** 20);
  });
});
