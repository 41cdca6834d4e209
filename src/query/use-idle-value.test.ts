import { act } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Groups, Page, Totals } from '#engine/engine.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { fakeWindow } from '#view/fake-page.ts';
import type { Prices } from '#view/prices.ts';
import { DEFAULT_VIEW, type View } from '#view/view.ts';
import { coverage, fakeSource, LOADED, settled, usedWith } from './fake-source.ts';
import { useIdleValue, useReportProducts } from './use-idle-value.ts';

beforeEach(() => {
  vi.stubGlobal('window', fakeWindow({}));
});

const direct: Filter = { kind: 'comparison', field: 'channel', operator: 'eq', value: 'direct' };
const VIEW: View = { ...DEFAULT_VIEW, spare: 2, filter: direct };
const PRICES: Prices = { id: 'one', of: [['p', 3]] };
const TOTALS: Totals = { licensesSold: 9, licensesDeployed: 1, idle: 6, short: 0, idleValue: 18 };

describe('what idle licenses are worth', () => {
  test('is asked of one response of the pairs, and of no more', async () => {
    const { source, service } = fakeSource();
    const page = usedWith(source, () => useIdleValue(VIEW, PRICES));
    await settled();
    expect(service.asked).toMatchObject([
      {
        about: 'page',
        scope: { filter: direct },
        question: {
          groupby: ['customerTenantId', 'productId'],
          spare: 2,
          prices: PRICES,
          sort: [],
          offset: 0,
          limit: 1,
          readAll: false,
        },
      },
    ]);
    const answer: Page = {
      rows: [],
      total: 9,
      isEndKnown: true,
      order: 'asked',
      totals: TOTALS,
      coverage: coverage('service'),
    };
    service.asked[0]?.answer(answer);
    await settled();
    expect(page.now().data).toEqual({ totals: TOTALS });
    // With other prices it is another question.
    page.again(() => useIdleValue(VIEW, { ...PRICES, id: 'two' }));
    await settled();
    expect(service.asked).toHaveLength(2);
    page.again(() => useIdleValue({ ...VIEW, spare: 3 }, { ...PRICES, id: 'two' }));
    await settled();
    expect(service.asked).toHaveLength(3);
  });

  test('is a sum of the loaded rows', async () => {
    const { source, service, loaded, loading } = fakeSource();
    loading.set(LOADED);
    const page = usedWith(source, () => useIdleValue(VIEW, PRICES));
    await settled();
    expect(loaded.asked).toMatchObject([{ about: 'totals', question: { spare: 2, prices: PRICES } }]);
    loaded.asked[0]?.answer({ totals: TOTALS, coverage: coverage('snapshot') });
    await settled();
    expect(page.now().data).toEqual({ totals: TOTALS });
    expect(service.asked).toEqual([]);
  });

  test('is nothing to ask without prices', async () => {
    const { source, service } = fakeSource();
    usedWith(source, () => useIdleValue(VIEW, null));
    await settled();
    expect(service.asked).toEqual([]);
  });
});

describe('the products of the report', () => {
  const groupsOf = (idle: number | undefined): Groups => ({
    top: [
      {
        key: ['p1'],
        label: 'Visio',
        licensesSold: 9,
        licensesDeployed: 1,
        ...(idle === undefined ? {} : { idle, short: 0 }),
      },
      { key: ['p2'], label: null, licensesSold: 4, licensesDeployed: 1 },
      { key: [null], label: 'Nameless', licensesSold: 2, licensesDeployed: 1 },
    ],
    other: null,
    total: { groups: 3, licensesSold: 15, licensesDeployed: 3 },
    coverage: coverage('service'),
  });

  test('are those of the whole snapshot, most sold first where nothing is loaded', async () => {
    const { source, service } = fakeSource();
    const page = usedWith(source, () => useReportProducts({ ...VIEW, search: 'visio' }));
    await settled();
    const [asked] = service.asked;
    expect(asked?.scope).toMatchObject({ filter: null, search: '' });
    expect(asked?.question).toEqual({
      by: ['productId'],
      label: 'productName',
      rankBy: 'licensesSold',
      top: 1_000_000,
    });
    asked?.answer(groupsOf(undefined));
    await settled();
    expect(page.now().data).toEqual([
      { id: 'p1', name: 'Visio', sold: 9, idle: null },
      { id: 'p2', name: null, sold: 4, idle: null },
    ]);
  });

  test('are those with most idle first where the rows are loaded', async () => {
    const { source, loaded, loading } = fakeSource();
    act(() => loading.set(LOADED));
    const page = usedWith(source, () => useReportProducts(VIEW));
    await settled();
    expect(loaded.asked[0]?.question).toMatchObject({ spare: 2, rankBy: 'idle' });
    loaded.asked[0]?.answer(groupsOf(6));
    await settled();
    expect(page.now().data?.[0]).toEqual({ id: 'p1', name: 'Visio', sold: 9, idle: 6 });
    // With other spare licenses it is another question.
    page.again(() => useReportProducts({ ...VIEW, spare: 0 }));
    await settled();
    expect(loaded.asked).toHaveLength(2);
  });
});
