import { QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Page } from '#engine/engine.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import { fakeWindow, inUse } from '#view/fake-page.ts';
import { withCustomers, withFilter } from '#view/transitions.ts';
import { ViewScope, type CurrentView } from '#view/use-view.ts';
import { DEFAULT_VIEW, type View } from '#view/view.ts';
import { createQueryClient } from './client.ts';
import { coverage, fakeSource, settled } from './fake-source.ts';
import { SourceProvider } from './source.ts';
import { isFilterable, tenantsOf, useShowCustomers, type CustomersInOrder } from './use-customers.ts';

const row = (customerTenantId: string | null, licensesDeployed: number) => ({
  customerTenantId,
  licensesSold: 10,
  licensesDeployed,
});

const over: CustomersInOrder = {
  sort: [{ field: 'utilization', descending: true }],
  place: 0,
  count: 2,
  has: ({ licensesSold, licensesDeployed }) => licensesDeployed > licensesSold,
};

test('the customers meant are told from their neighbours and from rows of no customer', () => {
  expect(tenantsOf({ rows: [row('a', 30), row('b', 20), row('c', 10)] }, over)).toEqual(['a', 'b']);
  expect(tenantsOf({ rows: [row('a', 30), row(null, 25), row('b', 20)] }, over)).toEqual(['a', 'b']);
});

test('where not all of them are in the answer, none is named', () => {
  expect(tenantsOf({ rows: [row('a', 30), row('c', 10)] }, over)).toBeNull();
  expect(tenantsOf({ rows: [row('a', 30), row('b', 20), row('c', 15)] }, over)).toBeNull();
});

test('as many customers as a person reads are named one by one', () => {
  expect(isFilterable({ count: 20 })).toBe(true);
  expect(isFilterable({ count: 21 })).toBe(false);
});

describe('whoever is led to some customers', () => {
  beforeEach(() => {
    vi.stubGlobal('window', fakeWindow({}));
  });

  const VIEW: View = { ...DEFAULT_VIEW, page: 3 };

  /** A page with a view that can be changed, and the views that it is told to show. */
  function onPage() {
    const { source, service } = fakeSource();
    const shown: View[] = [];
    let current = VIEW;
    const show: CurrentView['show'] = (next) => {
      current = typeof next === 'function' ? next(current) : next;
      shown.push(current);
    };
    const client = createQueryClient();
    const { now } = inUse(useShowCustomers, (hook) =>
      createElement(
        QueryClientProvider,
        { client },
        createElement(
          SourceProvider,
          { value: source },
          createElement(ViewScope, { value: { view: VIEW, problems: [], show, hrefOf: () => '' } }, hook),
        ),
      ),
    );
    return { service, shown, show, lead: (customers: CustomersInOrder) => now()(customers) };
  }

  const pageOf = (rows: Page['rows']): Page => ({
    rows,
    total: 9,
    isEndKnown: true,
    order: 'asked',
    totals: null,
    coverage: coverage('service'),
  });

  test('sees only them, where they are few', async () => {
    const { service, shown, lead } = onPage();
    await settled();
    lead({ ...over, place: 4 });
    await settled();
    expect(service.asked).toHaveLength(1);
    expect(service.asked[0]?.question).toEqual({
      groupby: ['customerTenantId'],
      sort: over.sort,
      offset: 4,
      limit: 3,
      readAll: true,
    });
    expect(shown).toEqual([]);
    service.asked[0]?.answer(pageOf([row('a', 30), row('b', 20), row('c', 1)]));
    await settled();
    expect(shown).toEqual([
      withFilter(withCustomers(VIEW, over.sort), {
        kind: 'or',
        operands: ['a', 'b'].map((value) => ({
          kind: 'comparison',
          field: 'customerTenantId',
          operator: 'eq',
          value,
        })),
      }),
    ]);
  });

  test('sees all in their order, where they are not told from others, or cannot be had', async () => {
    for (const isRefused of [false, true]) {
      const { service, shown, lead } = onPage();
      await settled();
      lead({ ...over, place: 250 });
      await settled();
      if (isRefused) {
        service.asked[0]?.fail(
          new PartnerCenterError({ kind: 'invalidRequest', status: 400, description: 'no' }),
        );
      } else service.asked[0]?.answer(pageOf([row('a', 30)]));
      await settled();
      expect(shown).toEqual([withCustomers(VIEW, over.sort, 250)]);
    }
  });

  test('sees all in their order at once, where they are many or nobody answers yet', async () => {
    const { service, shown, lead } = onPage();
    const inOrder = withCustomers(VIEW, over.sort, 250);
    lead({ ...over, place: 250 });
    expect(shown).toEqual([inOrder]);
    await settled();
    lead({ ...over, place: 250, count: 21 });
    await settled();
    expect(shown).toEqual([inOrder, inOrder]);
    expect(service.asked).toEqual([]);
  });

  test('and has gone on meanwhile, stays there', async () => {
    const { service, shown, show, lead } = onPage();
    await settled();
    lead(over);
    await settled();
    const other = { ...VIEW, page: 4 };
    show(other);
    service.asked[0]?.answer(pageOf([row('a', 30), row('b', 20)]));
    await settled();
    expect(shown).toEqual([other, other]);
  });
});
