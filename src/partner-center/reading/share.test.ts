import { expect, test } from 'vitest';
import { createShared, type Work } from './share.ts';

/** Work that ends when the test says so, and knows whether it was stopped. */
function controlled() {
  const started: Parameters<Work<string>>[0][] = [];
  const outcome: { resolve: (answer: string) => void; reject: (error: unknown) => void } = {
    resolve: () => undefined,
    reject: () => undefined,
  };
  const promise = new Promise<string>((resolve, reject) => Object.assign(outcome, { resolve, reject }));
  const work: Work<string> = (options) => {
    started.push(options);
    options.signal.addEventListener('abort', () => outcome.reject(options.signal.reason));
    return promise;
  };
  return {
    work,
    started,
    finish: (answer: string) => outcome.resolve(answer),
    fail: (error: unknown) => outcome.reject(error),
  };
}

const create = (capacity = 100) => createShared<string>((answer) => answer.length, capacity);
const soon = () => new Promise((resolve) => setImmediate(resolve));

test('one piece of work serves everyone who asks while it runs, and after', async () => {
  const shared = create();
  const { work, started, finish } = controlled();
  const both = Promise.all([shared.ask('k', work), shared.ask('k', work)]);
  await soon();
  finish('answer');
  expect(await both).toEqual(['answer', 'answer']);
  expect(await shared.ask('k', work)).toBe('answer');
  expect(started).toHaveLength(1);
  expect(await shared.peek('k')).toBe('answer');
});

test('work goes on while anyone still waits, and stops with the last', async () => {
  const shared = create();
  const { work, started } = controlled();
  const first = new AbortController();
  const second = new AbortController();
  const asks = [
    shared.ask('k', work, { signal: first.signal }),
    shared.ask('k', work, { signal: second.signal }),
  ];
  await soon();
  first.abort();
  await expect(asks[0]).rejects.toMatchObject({ name: 'AbortError' });
  expect(started[0]?.signal.aborted).toBe(false);
  second.abort();
  await expect(asks[1]).rejects.toMatchObject({ name: 'AbortError' });
  expect(started[0]?.signal.aborted).toBe(true);
});

test('what was stopped is not joined by who asks next, not even at once', async () => {
  const shared = create();
  const leaving = new AbortController();
  const left = shared.ask('k', controlled().work, { signal: leaving.signal });
  await soon();
  leaving.abort();
  const other = controlled();
  const asked = shared.ask('k', other.work);
  other.finish('answer');
  expect(await asked).toBe('answer');
  await expect(left).rejects.toMatchObject({ name: 'AbortError' });
});

test('whoever has left already starts nothing', async () => {
  const { work, started } = controlled();
  await expect(create().ask('k', work, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    name: 'AbortError',
  });
  await soon();
  expect(started).toEqual([]);
});

test('an answer that is there stays, whoever leaves then', async () => {
  const shared = create();
  const { work, started, finish } = controlled();
  const first = new AbortController();
  finish('answer');
  await shared.ask('k', work, { signal: first.signal });
  await soon();
  first.abort();
  expect(await shared.peek('k')).toBe('answer');
  const second = new AbortController();
  const asked = shared.ask('k', work, { signal: second.signal });
  second.abort();
  expect(await asked).toBe('answer');
  expect(await shared.peek('k')).toBe('answer');
  // A person asks for work that was begun in the background: once it is done, it is not begun again.
  await shared.ask('behind', work, { priority: 'background' });
  await shared.ask('behind', work);
  expect(started).toHaveLength(2);
});

test('who leaves what was forgotten takes nothing from those who asked since', async () => {
  const shared = create();
  const leaving = new AbortController();
  const left = shared.ask('k', controlled().work, { signal: leaving.signal });
  shared.forget();
  const { work, started, finish } = controlled();
  const asks = [shared.ask('k', work)];
  leaving.abort();
  await expect(left).rejects.toMatchObject({ name: 'AbortError' });
  asks.push(shared.ask('k', work));
  finish('answer');
  expect(await Promise.all(asks)).toEqual(['answer', 'answer']);
  expect(started).toHaveLength(1);
});

test('what failed is asked again', async () => {
  const shared = create();
  const failing = controlled();
  const asked = shared.ask('k', failing.work);
  failing.fail(new Error('broken'));
  await expect(asked).rejects.toThrow('broken');
  const working = controlled();
  working.finish('answer');
  expect(await shared.ask('k', working.work)).toBe('answer');
});

test('whoever joins hears at once how far it is', async () => {
  const shared = create();
  const { work, started } = controlled();
  void shared.ask('k', work);
  await soon();
  started[0]?.onProgress({ loaded: 5, total: 9 });
  const heard: number[] = [];
  void shared.ask('k', work, { onProgress: ({ loaded }) => heard.push(loaded) });
  started[0]?.onProgress({ loaded: 9, total: 9 });
  expect(heard).toEqual([5, 9]);
});

test('keeps to its capacity: what was asked for longest ago goes first', async () => {
  const shared = create(6);
  const answer =
    (text: string): Work<string> =>
    () =>
      Promise.resolve(text);
  await shared.ask('a', answer('aaa'));
  await shared.ask('b', answer('bbb'));
  await shared.ask('a', answer('never'));
  await shared.ask('c', answer('ccc'));
  expect(shared.peek('b')).toBeNull();
  expect(await shared.peek('a')).toBe('aaa');
  expect(await shared.peek('c')).toBe('ccc');
  await shared.ask('large', answer('x'.repeat(50)));
  expect(shared.peek('c')).toBeNull();
  expect(await shared.peek('large')).toBe('x'.repeat(50));
});

test('what is under way is not dropped to make room', async () => {
  const shared = create(3);
  const { work, started, finish } = controlled();
  const asks = [shared.ask('slow', work)];
  for (const key of ['a', 'b']) await shared.ask(key, () => Promise.resolve('xxx'));
  asks.push(shared.ask('slow', work));
  finish('y');
  expect(await Promise.all(asks)).toEqual(['y', 'y']);
  expect(started).toHaveLength(1);
});

test('what the work that ended still answers is not heard', async () => {
  const shared = create();
  let late: (answer: string) => void = () => undefined;
  const first = shared.ask('k', () => new Promise((resolve) => void (late = resolve)), {
    priority: 'background',
  });
  await soon();
  const { work, finish } = controlled();
  const second = shared.ask('k', work);
  late('late');
  await soon();
  finish('answer');
  expect(await Promise.all([first, second])).toEqual(['answer', 'answer']);
});

test('work behind what is looked at is begun anew, before it, for who looks at it', async () => {
  const shared = create();
  const behind = controlled();
  const heard: number[] = [];
  const first = shared.ask('k', behind.work, {
    priority: 'background',
    onProgress: ({ loaded }) => heard.push(loaded),
  });
  await soon();
  const before = controlled();
  const second = shared.ask('k', before.work);
  await soon();
  expect(behind.started[0]).toMatchObject({ priority: 'background', signal: { aborted: true } });
  expect(before.started[0]).toMatchObject({ priority: 'visible', signal: { aborted: false } });
  // A message of work that has ended is ignored.
  behind.started[0]?.onProgress({ loaded: 1, total: null });
  before.started[0]?.onProgress({ loaded: 2, total: null });
  before.finish('answer');
  expect(await Promise.all([first, second])).toEqual(['answer', 'answer']);
  expect(heard).toEqual([2]);
  // A background question joins work with more priority.
  const third = controlled();
  const visible = shared.ask('other', third.work);
  const joined = shared.ask('other', third.work, { priority: 'background' });
  third.finish('one');
  expect(await Promise.all([visible, joined])).toEqual(['one', 'one']);
  expect(third.started).toHaveLength(1);
});
