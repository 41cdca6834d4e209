import { expect, test } from 'vitest';
import { createRequestQueue, MAX_CONCURRENCY } from './queue.ts';

const soon = () => new Promise((resolve) => setImmediate(resolve));

/** Enters a queue so often and tells which requests are in, in order. */
function crowd(queue: ReturnType<typeof createRequestQueue>) {
  const inside: string[] = [];
  const leaves: (() => void)[] = [];
  const enter = (name: string, priority: 'visible' | 'background' = 'visible', signal?: AbortSignal) =>
    queue.enter(priority, signal).then((leave) => {
      inside.push(name);
      leaves.push(leave);
    });
  return { inside, leaves, enter };
}

test('so many go at once, the rest when one leaves, the visible first', async () => {
  const queue = createRequestQueue();
  const { inside, leaves, enter } = crowd(queue);
  for (const name of ['a', 'b', 'c', 'd']) void enter(name);
  void enter('behind', 'background');
  void enter('looked at');
  await soon();
  expect(inside).toEqual(['a', 'b', 'c', 'd']);
  leaves[0]?.();
  await soon();
  expect(inside.slice(MAX_CONCURRENCY)).toEqual(['looked at']);
  leaves[1]?.();
  await soon();
  expect(inside.slice(MAX_CONCURRENCY)).toEqual(['looked at', 'behind']);
});

test('what is behind leaves a place to what is looked at, and takes the only one there is', async () => {
  const queue = createRequestQueue();
  const { inside, leaves, enter } = crowd(queue);
  for (const name of ['a', 'b', 'c', 'd']) void enter(name, 'background');
  await soon();
  expect(inside).toEqual(['a', 'b', 'c']);
  void enter('looked at');
  await soon();
  expect(inside).toEqual(['a', 'b', 'c', 'looked at']);
  leaves[3]?.();
  await soon();
  expect(inside).toHaveLength(4);
  leaves[0]?.();
  await soon();
  expect(inside.at(-1)).toBe('d');

  queue.throttled();
  queue.throttled();
  void enter('e', 'background');
  for (const leave of leaves.slice(1, 3)) leave();
  await soon();
  expect(inside.at(-1)).toBe('d');
  leaves[4]?.();
  await soon();
  expect(inside.at(-1)).toBe('e');
});

test('what is looked at and what is behind are counted together', async () => {
  const queue = createRequestQueue();
  const { inside, enter } = crowd(queue);
  for (const name of ['a', 'b']) void enter(name, 'background');
  for (const name of ['c', 'd', 'e']) void enter(name);
  await soon();
  expect(inside).toEqual(['a', 'b', 'c', 'd']);
});

test('throttling lets fewer go, answers more again, within one and the most', async () => {
  const queue = createRequestQueue();
  queue.throttled();
  expect(queue.concurrency()).toBe(2);
  queue.throttled();
  queue.throttled();
  expect(queue.concurrency()).toBe(1);
  const { inside, leaves, enter } = crowd(queue);
  for (const name of ['a', 'b', 'c']) void enter(name);
  await soon();
  expect(inside).toEqual(['a']);
  leaves[0]?.();
  await soon();
  expect(inside).toEqual(['a', 'b']);
  for (let answer = 0; answer < 100; answer += 1) queue.answered();
  expect(queue.concurrency()).toBe(MAX_CONCURRENCY);
  await soon();
  expect(inside).toEqual(['a', 'b', 'c']);
});

test('who gives up waiting leaves no hole', async () => {
  const queue = createRequestQueue();
  const { inside, leaves, enter } = crowd(queue);
  for (const name of ['a', 'b', 'c', 'd']) void enter(name);
  const givenUp = new AbortController();
  const waiting = enter('gone', 'visible', givenUp.signal);
  void enter('next');
  givenUp.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  await soon();
  leaves[0]?.();
  await soon();
  expect(inside.at(-1)).toBe('next');
});

test('it takes five answers in a row, none of them throttled, to let one more go', () => {
  const queue = createRequestQueue();
  const answer = (times: number): number => {
    for (let time = 0; time < times; time += 1) queue.answered();
    return queue.concurrency();
  };
  answer(3);
  queue.throttled();
  expect(answer(4)).toBe(2);
  queue.throttled();
  expect(answer(4)).toBe(1);
  expect(answer(1)).toBe(2);
  expect(answer(4)).toBe(2);
  expect(answer(1)).toBe(3);
});

test('who leaves with a place takes nobody else’s', async () => {
  const queue = createRequestQueue();
  const { inside, leaves, enter } = crowd(queue);
  const leaving = new AbortController();
  for (const name of ['a', 'b', 'c', 'd']) void enter(name, 'visible', leaving.signal);
  void enter('e');
  void enter('f');
  await soon();
  leaving.abort();
  for (const leave of leaves.slice(0, 2)) leave();
  await soon();
  expect(inside).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});

test('who has left before asking is not let in', async () => {
  const queue = createRequestQueue();
  const { inside, enter } = crowd(queue);
  await expect(enter('gone', 'visible', AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  for (const name of ['a', 'b', 'c', 'd']) void enter(name);
  await soon();
  expect(inside).toEqual(['a', 'b', 'c', 'd']);
});
