import { beforeEach, expect, test, vi } from 'vitest';
import { createPartnerCenterClient } from '#partner-center/client.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import { fakeWindow } from '#view/fake-page.ts';
import { DEFAULT_VIEW, EXPLAINED, VIEW_NAMES, type Explained, type View } from '#view/view.ts';
import { isComparable, placeOf, questionBehind } from './explained.ts';
import { fakeSource, LOADED, settled, summaryOf, TODAY, usedWith } from './fake-source.ts';
import { useExplained, type FromWhat } from './use-explained.ts';

beforeEach(() => {
  vi.stubGlobal('window', fakeWindow({ location: { origin: 'https://page.example' } }));
});

const EARLIER: Snapshot = { processedDateTime: '2026-10-31T00:00:00', date: '2026-10-31', totalCount: 5 };
const RESELLERS: Filter = { kind: 'comparison', field: 'channel', operator: 'eq', value: 'reseller' };

const { fits, requestOf } = createPartnerCenterClient({
  tokens: { getToken: () => Promise.reject(new Error('No token is needed.')) },
  baseUrl: 'https://service.example',
});

/** The explanation of a figure, after the first figures were answered. */
async function said(about: Explained, changes: Partial<View> = {}, isLoaded = false): Promise<FromWhat> {
  const fake = fakeSource({
    requests: { fits, requestOf },
    findSnapshot: (date) => Promise.resolve(date === EARLIER.date ? EARLIER : TODAY),
  });
  if (isLoaded) fake.loading.set(LOADED);
  const view: View = { ...DEFAULT_VIEW, ...changes, about };
  const page = usedWith(fake.source, () => useExplained(about, view));
  await settled();
  const engine = isLoaded ? fake.loaded : fake.service;
  const summary = summaryOf(10);
  engine.asked
    .find((question) => question.about === 'summary')
    ?.answer({
      ...summary,
      coverage: { ...summary.coverage, engine: isLoaded ? 'snapshot' : 'service', filter: view.filter },
    });
  await settled();
  const now = page.now();
  if (now === null) throw new Error('The snapshot is known.');
  // An explanation asks nothing that the page does not ask anyway.
  expect(new Set([...fake.service.asked, ...fake.loaded.asked].map((question) => question.about))).toEqual(
    new Set(['summary']),
  );
  return now;
}

/** The parameters in the address of a command. */
function asked(command: string | undefined): Record<string, string> {
  const address = /'(https:[^\n]*)'$/u.exec(command ?? '')?.[1] ?? '';
  const query = address.replaceAll(`'\\''`, `'`).split('?')[1] ?? '';
  return Object.fromEntries(new URLSearchParams(query));
}

test('a figure of the service names the sums that were read, and the one request', async () => {
  const now = await said('totalSold', { filter: RESELLERS });
  expect(now).toMatchObject({ origin: 'summary', engine: 'service', rowsRead: 7, before: null, range: null });
  expect(now.rows).toEqual({ filter: RESELLERS, search: '' });
  expect(now.requests?.give).toBe('figure');
  expect(now.requests?.commands.map(asked)).toEqual([
    {
      filter: "channel eq 'reseller'",
      groupby: 'customerTenantId',
      processedDateTime: TODAY.processedDateTime,
      top: '10000',
    },
  ]);
});

test('a search has no request: what can be asked for is all rows', async () => {
  const now = await said('totalSold', { filter: RESELLERS, search: 'contoso' }, true);
  expect(now).toMatchObject({ engine: 'snapshot', rows: { filter: RESELLERS, search: 'contoso' } });
  expect(now.requests?.give).toBe('rows');
  expect(now.requests?.commands.map(asked)).toEqual([
    { processedDateTime: TODAY.processedDateTime, top: '10000' },
  ]);
});

test('what waits for the rows is not said to be searched', async () => {
  const now = await said('totalSold', { search: 'contoso' });
  expect(now).toMatchObject({ engine: 'service', rows: { search: '' }, requests: { give: 'figure' } });
});

test('of a comparison both snapshots are asked for, single rows of them all', async () => {
  const figure = await said('totalUtilization', { compare: EARLIER.date });
  expect(figure.before).toEqual(EARLIER);
  expect(figure.requests?.commands.map((each) => asked(each)['processedDateTime'])).toEqual([
    EARLIER.processedDateTime,
    TODAY.processedDateTime,
  ]);
  const change = await said('change', { compare: EARLIER.date, groupby: ['productName'] });
  expect(change).toMatchObject({ origin: 'groups', requests: { give: 'figure' } });
  const single = await said('change', { compare: EARLIER.date }, true);
  expect(single.requests?.give).toBe('rows');
  expect(single.requests?.commands).toHaveLength(2);
});

test('idle licenses take the groups and their pairs', async () => {
  const now = await said('idle', { view: 'opportunities' });
  expect(now.origin).toBe('pairs');
  expect(now.requests?.commands.map((each) => asked(each)['groupby'])).toEqual([
    'customerTenantId,customerName',
    'customerTenantId,customerName,productId',
  ]);
});

test('the chart’s own choice does not count there', async () => {
  const now = await said('deployedVersusSold', { filter: RESELLERS, chart: 'channel' });
  expect(now).toMatchObject({ isWithoutChoice: true, rows: { filter: null }, origin: 'members' });
});

test('a trend has a request for each of its days', async () => {
  const now = await said('trend', { view: 'trend', days: 4, search: 'contoso' });
  expect(now).toMatchObject({ origin: 'days', engine: 'service', rows: { search: '' } });
  expect(now.range).toEqual({ from: '2026-11-19', to: '2026-11-22' });
  expect(now.requests?.commands.map((each) => asked(each)['processedDateTime'])).toEqual([
    TODAY.processedDateTime,
    '2026-11-21',
    '2026-11-20',
    '2026-11-19',
  ]);
});

test('a filter that is too long to be asked for is said', async () => {
  const exclusions: Filter = {
    kind: 'and',
    operands: Array.from({ length: 400 }, (_, index) => ({
      kind: 'comparison',
      field: 'customerName',
      operator: 'ne',
      value: `A customer with a long name, number ${index}`,
    })),
  };
  expect((await said('totalSold', { filter: exclusions })).requests).toBeNull();
});

test('everything that is explained has a question behind it in every view', () => {
  for (const view of VIEW_NAMES) {
    for (const about of EXPLAINED) {
      const behind = questionBehind(about, { ...DEFAULT_VIEW, view }, false);
      expect(behind === 'trend').toBe(placeOf(about, { view }) === 'trend');
      if (behind === 'trend') expect(isComparable(about, { view })).toBe(false);
    }
  }
});
