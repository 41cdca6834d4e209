import { focusManager, onlineManager, QueryObserver, type QueryClient } from '@tanstack/react-query';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { nextTurn } from '#partner-center/turn.ts';
import { createQueryClient } from './client.ts';

afterEach(() => {
  vi.useRealTimers();
  focusManager.setFocused(undefined);
  onlineManager.setOnline(true);
});

/** A part of the page that asks a question, and the number of times that it was asked. */
function ask<T>(client: QueryClient, answer: (times: number) => Promise<T>) {
  let times = 0;
  const observer = new QueryObserver(client, {
    queryKey: ['question'],
    queryFn: () => answer((times += 1)),
  });
  const leave = observer.subscribe(() => undefined);
  onTestFinished(leave);
  return { observer, leave, times: () => times };
}

test('what failed is asked again by the person alone, not where they come back or the network does', async () => {
  const client = createQueryClient();
  client.mount();
  onTestFinished(() => client.unmount());
  const { observer, times } = ask(client, () => Promise.reject(new Error('no')));
  await nextTurn();
  expect(observer.getCurrentResult().status).toBe('error');
  focusManager.setFocused(false);
  focusManager.setFocused(true);
  onlineManager.setOnline(false);
  onlineManager.setOnline(true);
  await nextTurn();
  expect(times()).toBe(1);
});

test('what the browser thinks of the network stops nothing', async () => {
  onlineManager.setOnline(false);
  const { observer } = ask(createQueryClient(), () => Promise.resolve('there'));
  await nextTurn();
  expect(observer.getCurrentResult().data).toBe('there');
});

test('an answer is what came last, and is not compared with the one before', async () => {
  const answers = [{ rows: [1] }, { rows: [1] }];
  const { observer } = ask(createQueryClient(), (times) => Promise.resolve(answers[times - 1]));
  await nextTurn();
  await observer.refetch();
  expect(observer.getCurrentResult().data).toBe(answers[1]);
});

test('an answer is asked for once, and kept for half an hour after nobody looks at it any more', async () => {
  vi.useFakeTimers();
  const client = createQueryClient();
  const { leave } = ask(client, () => Promise.resolve('there'));
  await vi.advanceTimersByTimeAsync(100);
  const again = ask(client, () => Promise.resolve('never'));
  await vi.advanceTimersByTimeAsync(100);
  expect(again.times()).toBe(0);
  leave();
  again.leave();
  await vi.advanceTimersByTimeAsync(29 * 60_000);
  expect(client.getQueryData(['question'])).toBe('there');
  await vi.advanceTimersByTimeAsync(2 * 60_000);
  expect(client.getQueryData(['question'])).toBeUndefined();
});
