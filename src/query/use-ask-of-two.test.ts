import { beforeEach, expect, test, vi } from 'vitest';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import { fakeWindow } from '#view/fake-page.ts';
import { DEFAULT_VIEW, type View } from '#view/view.ts';
import { createQueryClient } from './client.ts';
import { snapshotKey } from './asking.ts';
import { fakeSource, settled, TODAY, usedWith } from './fake-source.ts';
import type { AskToo } from './source.ts';
import { useAskOfTwo } from './use-ask-of-two.ts';

beforeEach(() => {
  vi.stubGlobal('window', fakeWindow({}));
});

const EARLIER: Snapshot = { processedDateTime: '2026-10-31T00:00:00', date: '2026-10-31', totalCount: 5 };
const VIEW: View = {
  ...DEFAULT_VIEW,
  compare: EARLIER.date,
  groupby: ['channel'],
  chart: 'channel',
  filter: { kind: 'comparison', field: 'channel', operator: 'eq', value: 'direct' },
};

/** What is asked ahead of two snapshots, of which those of some days are loaded and known. */
async function askedOfTwo(view: View, days = [TODAY.date, EARLIER.date], known = [TODAY, EARLIER]) {
  const fake = fakeSource();
  const askToo = new Set<AskToo>();
  const client = createQueryClient();
  client.setQueryData(snapshotKey('me', null), known.includes(TODAY) ? TODAY : null);
  if (known.includes(EARLIER)) client.setQueryData(snapshotKey('me', EARLIER.date), EARLIER);
  const loading = {
    ...fake.loading.loading,
    engineOf: ({ date }: Snapshot) => (days.includes(date) ? fake.loaded.engine : null),
  };
  const page = usedWith({ ...fake.source, loading, askToo }, useAskOfTwo, client);
  const queries = [...askToo].flatMap((askingOf) => askingOf(view, 'background'));
  for (const query of queries) void client.query(query).catch(() => undefined);
  await settled();
  page.leave();
  expect(askToo.size).toBe(0);
  return fake.loaded.asked.map(({ about, scope, from }) => [
    about,
    printFilter(scope.filter),
    scope.snapshot.date,
    from?.date,
  ]);
}

test('what changed is asked ahead for all that the overview says of it', async () => {
  const filter = "channel eq 'direct'";
  expect(await askedOfTwo(VIEW)).toEqual([
    ['summary', filter, EARLIER.date, undefined],
    // The bars are those of every channel.
    ['changes', '', TODAY.date, EARLIER.date],
    ['changes', filter, TODAY.date, EARLIER.date],
    ['changes', filter, TODAY.date, EARLIER.date],
    ['changes', filter, TODAY.date, EARLIER.date],
  ]);
});

test('of a customer only the figures are', async () => {
  expect(await askedOfTwo({ ...VIEW, view: 'customer' })).toEqual([
    ['summary', "channel eq 'direct'", EARLIER.date, undefined],
  ]);
});

test('nothing is asked ahead elsewhere, nor before both snapshots are known and loaded', async () => {
  expect(await askedOfTwo({ ...VIEW, view: 'trend' })).toEqual([]);
  expect(await askedOfTwo({ ...VIEW, compare: null })).toEqual([]);
  expect(await askedOfTwo(VIEW, [TODAY.date])).toEqual([]);
  expect(await askedOfTwo(VIEW, [EARLIER.date])).toEqual([]);
  expect(await askedOfTwo(VIEW, undefined, [TODAY])).toEqual([]);
  expect(await askedOfTwo(VIEW, undefined, [EARLIER])).toEqual([]);
});
