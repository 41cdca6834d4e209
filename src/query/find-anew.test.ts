import { QueryObserver, type QueryClient } from '@tanstack/react-query';
import { expect, onTestFinished, test } from 'vitest';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import { nextTurn } from '#partner-center/turn.ts';
import { snapshotKey } from './asking.ts';
import { createQueryClient } from './client.ts';
import { findAnew } from './find-anew.ts';

/** A part of the page that asks a question. */
function ask<T>(client: QueryClient, queryKey: readonly unknown[], queryFn: () => Promise<T>) {
  const observer = new QueryObserver(client, { queryKey, queryFn });
  onTestFinished(observer.subscribe(() => undefined));
  return observer;
}

const gone = (): PartnerCenterError =>
  new PartnerCenterError({ kind: 'snapshotChanged', description: 'It is gone.' });

/** A page about the latest snapshot. Each time it is asked, the service names the next one of `days`. */
function pageOf(days: readonly string[]) {
  const client = createQueryClient();
  let finds = 0;
  const found = ask(client, snapshotKey('me', null), () => {
    const date = days[Math.min(finds, days.length - 1)] ?? '';
    finds += 1;
    return Promise.resolve<Snapshot>({ processedDateTime: `${date}T00:00:00`, date, totalCount: 1 });
  });
  const question = (date: string, answer: () => Promise<unknown>) =>
    ask(client, ['me', [`${date}T00:00:00`, '', '', 'service'], 'summary'], answer);
  return { client, found, question, finds: () => finds };
}

test('where a snapshot is gone, the page finds out which one is there now', async () => {
  const { found, question, finds } = pageOf(['2026-11-22', '2026-11-23']);
  await expect.poll(() => found.getCurrentResult().data?.date).toBe('2026-11-22');
  // Another question fails in the same way, but the page finds the snapshot anew only once.
  question('2026-11-22', () => Promise.reject(gone()));
  question('2026-11-22', () => Promise.reject(gone()));
  await expect.poll(() => found.getCurrentResult().data?.date).toBe('2026-11-23');
  await nextTurn();
  expect(finds()).toBe(2);
});

test('a service that has a snapshot one time and not the next is not asked without end', async () => {
  const { client, question, finds } = pageOf(['2026-11-22', '2026-11-23', '2026-11-22', '2026-11-23']);
  await expect.poll(finds).toBe(1);
  for (let times = 0; times < 5; times += 1) {
    for (const date of ['2026-11-22', '2026-11-23']) {
      question(date, () => Promise.reject(gone()));
      await client.refetchQueries({ queryKey: ['me', [`${date}T00:00:00`, '', '', 'service']] });
    }
  }
  await nextTurn();
  expect(finds()).toBe(3);
});

test('any other error says nothing about the snapshot', async () => {
  const { question, finds } = pageOf(['2026-11-22']);
  await expect.poll(finds).toBe(1);
  const failed = question('2026-11-22', () =>
    Promise.reject(new PartnerCenterError({ kind: 'unavailable', description: 'Try later.' })),
  );
  await expect.poll(() => failed.getCurrentResult().status).toBe('error');
  await nextTurn();
  expect(finds()).toBe(1);
});

test('a question that is about no snapshot says nothing about one', async () => {
  const { client, finds } = pageOf(['2026-11-22']);
  await expect.poll(finds).toBe(1);
  const failed = ask(client, ['me', 'keeping'], () => Promise.reject(gone()));
  await expect.poll(() => failed.getCurrentResult().status).toBe('error');
  await nextTurn();
  expect(finds()).toBe(1);
});

test('only the snapshots that the page is about are asked for, and what is under way not once more', async () => {
  const { client, finds } = pageOf(['2026-11-22', '2026-11-23']);
  let others = 0;
  const other = new QueryObserver(client, {
    queryKey: snapshotKey('me', '2026-11-15'),
    queryFn: () => Promise.resolve((others += 1)),
  });
  const leave = other.subscribe(() => undefined);
  await expect.poll(() => finds() + others).toBe(2);
  leave();
  await Promise.all([findAnew(client), findAnew(client)]);
  expect([finds(), others]).toEqual([2, 1]);
});
