import { QueryClientProvider, QueryObserver, type QueryClient } from '@tanstack/react-query';
import { act } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { PartnerCenterError } from '#partner-center/error.ts';
import { fakeWindow } from '#view/fake-page.ts';
import { snapshotKey } from './asking.ts';
import { createQueryClient } from './client.ts';
import { fakeSource, settled, usedWith } from './fake-source.ts';
import { useTrouble, type Trouble } from './trouble.ts';

function Probe({ tell }: { readonly tell: (trouble: Trouble | null) => void }) {
  tell(useTrouble());
  return null;
}

/** The trouble that the page is told of now. */
function troubleOf(client: QueryClient): Trouble | null {
  let trouble: Trouble | null = null;
  renderToString(
    <QueryClientProvider client={client}>
      <Probe
        tell={(told) => {
          trouble = told;
        }}
      />
    </QueryClientProvider>,
  );
  return trouble;
}

/** A question on the page that has failed once and would be answered by `answer` next. */
async function failedWith(answer: () => Promise<string>) {
  const client = createQueryClient();
  const observer = new QueryObserver(client, { queryKey: ['question'], queryFn: answer });
  const leave = observer.subscribe(() => undefined);
  await expect.poll(() => observer.getCurrentResult().status).toBe('error');
  return { client, observer, leave };
}

test('whatever a question ends in is told as an error that has a sentence', async () => {
  const things: readonly unknown[] = [
    new DOMException('The snapshot was dropped.', 'AbortError'),
    new TypeError('x is undefined'),
    'a text',
    { kind: 'network' },
  ];
  for (const thrown of things) {
    const { client, leave } = await failedWith(() => Promise.reject(thrown));
    const error = troubleOf(client)?.error;
    expect(error).toBeInstanceOf(PartnerCenterError);
    expect(error).toMatchObject({ kind: 'unexpected', cause: thrown });
    leave();
  }
});

test('what failed with the one error is told as it is, and asked again on demand', async () => {
  const error = new PartnerCenterError({ kind: 'unavailable', description: 'Try later.' });
  let isBack = false;
  const { client, observer, leave } = await failedWith(() =>
    isBack ? Promise.resolve('there') : Promise.reject(error),
  );
  const trouble = troubleOf(client);
  expect(trouble?.error).toBe(error);
  isBack = true;
  trouble?.retry();
  // A question that is being asked again is no trouble.
  expect(troubleOf(client)).toBeNull();
  await expect.poll(() => observer.getCurrentResult().data).toBe('there');
  expect(troubleOf(client)).toBeNull();
  leave();
});

test('what was answered before, and is being asked again, is no trouble either', async () => {
  const answers = [() => Promise.resolve('there'), () => Promise.reject(new Error('gone'))];
  const client = createQueryClient();
  const observer = new QueryObserver(client, {
    queryKey: ['question'],
    queryFn: () => answers.shift()?.() ?? new Promise<string>(() => undefined),
  });
  const leave = observer.subscribe(() => undefined);
  await expect.poll(() => observer.getCurrentResult().data).toBe('there');
  await observer.refetch();
  const trouble = troubleOf(client);
  expect(trouble?.error.description).toBe('gone');
  trouble?.retry();
  expect(troubleOf(client)).toBeNull();
  leave();
});

test('where a snapshot is gone, trying again finds it anew before anything is asked about it', async () => {
  const told: string[] = [];
  const error = new PartnerCenterError({ kind: 'snapshotChanged', description: 'It is gone.' });
  const client = createQueryClient();
  const snapshot = new QueryObserver(client, {
    queryKey: snapshotKey('me', null),
    queryFn: () => Promise.resolve(told.push('find')),
  });
  const question = new QueryObserver(client, {
    queryKey: ['me', ['2026-11-22T00:00:00'], 'summary'],
    queryFn: () => {
      told.push('ask');
      return told.length > 3 ? Promise.resolve('there') : Promise.reject(error);
    },
  });
  const leave = [snapshot, question].map((observer) => observer.subscribe(() => undefined));
  await expect.poll(() => told).toEqual(['find', 'ask', 'find']);
  troubleOf(client)?.retry();
  await expect.poll(() => question.getCurrentResult().data).toBe('there');
  expect(told).toEqual(['find', 'ask', 'find', 'find', 'ask']);
  for (const each of leave) each();
});

test('what is no longer on the page is no trouble', async () => {
  const { client, leave } = await failedWith(() => Promise.reject(new Error('gone')));
  leave();
  expect(troubleOf(client)).toBeNull();
});

test('the page hears of trouble when it comes, and when it goes', async () => {
  vi.stubGlobal('window', fakeWindow({}));
  const client = createQueryClient();
  const page = usedWith(fakeSource().source, useTrouble, client);
  expect(page.now()).toBeNull();
  let isBack = false;
  const error = new PartnerCenterError({ kind: 'unavailable', description: 'Try later.' });
  const observer = new QueryObserver(client, {
    queryKey: ['question'],
    queryFn: () => (isBack ? Promise.resolve('there') : Promise.reject(error)),
  });
  const leave = observer.subscribe(() => undefined);
  await settled();
  expect(page.now()?.error).toBe(error);
  const retry = page.now()?.retry;
  page.again();
  expect(page.now()?.retry).toBe(retry);
  isBack = true;
  await act(async () => retry?.());
  await settled();
  expect(page.now()).toBeNull();
  leave();
  // A page that was left is told nothing more.
  page.leave();
  expect(client.getQueryCache().hasListeners()).toBe(false);
});

test('where one thing is gone and another failed, it is found anew, once, whether or not that works', async () => {
  const client = createQueryClient();
  let finds = 0;
  let asks = 0;
  const observers = [
    new QueryObserver(client, {
      queryKey: snapshotKey('me', null),
      queryFn: () => {
        finds += 1;
        return finds === 1 ? Promise.resolve(1) : Promise.reject(new Error('no'));
      },
    }),
    ...(['network', 'snapshotChanged'] as const).map(
      (kind) =>
        new QueryObserver(client, {
          queryKey: ['me', [], kind],
          queryFn: () => {
            asks += 1;
            return Promise.reject(new PartnerCenterError({ kind, description: 'no' }));
          },
        }),
    ),
  ];
  const leave = observers.map((observer) => observer.subscribe(() => undefined));
  await settled();
  expect([finds, asks]).toEqual([1, 2]);
  troubleOf(client)?.retry();
  await expect.poll(() => asks).toBe(4);
  await settled();
  expect(finds).toBe(2);
  for (const each of leave) each();
});

test('a snapshot that could not be found is looked for again', async () => {
  const client = createQueryClient();
  let finds = 0;
  const observer = new QueryObserver(client, {
    queryKey: snapshotKey('me', null),
    queryFn: () => {
      finds += 1;
      return Promise.reject(new PartnerCenterError({ kind: 'network', description: 'no' }));
    },
  });
  const leave = observer.subscribe(() => undefined);
  await settled();
  troubleOf(client)?.retry();
  await settled();
  expect(finds).toBe(2);
  leave();
});
