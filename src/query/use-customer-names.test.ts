import { act } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Groups, GroupsQuestion, Members } from '#engine/engine.ts';
import type { Field } from '#partner-center/fields.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import { fakeWindow } from '#view/fake-page.ts';
import { DEFAULT_VIEW } from '#view/view.ts';
import { answeringOf, keyOf } from './asking.ts';
import { createQueryClient } from './client.ts';
import { coverage, fakeSource, LOADED, settled, TODAY, usedWith } from './fake-source.ts';
import { useCustomerAmbiguity, useCustomerNames } from './use-customer-names.ts';
import { useMembers } from './use-license-deployment.ts';

beforeEach(() => {
  vi.stubGlobal('window', fakeWindow({}));
});

function membersOf(...named: readonly (readonly [string, string | null])[]): Members {
  const sums = { licensesSold: 1, licensesDeployed: 0 };
  return {
    members: named.map(([value, label]) => ({ value, label, ...sums })),
    total: named.length,
    coverage: coverage('service'),
  };
}

describe('the names of tenants', () => {
  test('are asked for once, of the whole snapshot, each tenant once in whatever letter case', async () => {
    const { source, service } = fakeSource();
    const page = usedWith(source, () => useCustomerNames(DEFAULT_VIEW, ['a', 'A', 'b']));
    await settled();
    expect(page.now()('a')).toBeNull();
    expect(service.asked).toHaveLength(1);
    expect(service.asked[0]).toMatchObject({
      about: 'members',
      question: { field: 'customerTenantId', label: 'customerName', containing: '' },
    });
    expect(printFilter(service.asked[0]?.scope.filter ?? null)).toBe(
      "customerTenantId eq 'A' or customerTenantId eq 'b'",
    );
    act(() => service.asked[0]?.answer(membersOf(['A', 'Contoso'], ['b', null])));
    await settled();
    expect(page.now()('a')).toBe('Contoso');
    expect(page.now()('b')).toBeNull();
    expect(page.now()('c')).toBeNull();
    // Asked for others, they have theirs.
    page.again(() => useCustomerNames(DEFAULT_VIEW, ['d']));
    await settled();
    expect(printFilter(service.asked[1]?.scope.filter ?? null)).toBe("customerTenantId eq 'd'");
    act(() => service.asked[1]?.answer(membersOf(['d', 'Fabrikam'])));
    await settled();
    expect(page.now()('d')).toBe('Fabrikam');
    expect(page.now()('a')).toBeNull();
  });

  test('of no tenants are not asked for', async () => {
    const { source, service } = fakeSource();
    usedWith(source, () => useCustomerNames(DEFAULT_VIEW, []));
    await settled();
    expect(service.asked).toEqual([]);
  });

  test('are as many as fit an address', async () => {
    const { source, service } = fakeSource();
    const many = Array.from({ length: 2_000 }, (_, at) => `tenant ${at}`);
    usedWith(source, () => useCustomerNames(DEFAULT_VIEW, many));
    await settled();
    expect(printFilter(service.asked[0]?.scope.filter ?? null).split(' or ')).toHaveLength(50);
  });

  test('that the page has shown before are there at once', async () => {
    const { source, service, loaded, loading } = fakeSource();
    const client = createQueryClient();
    const picker = usedWith(
      source,
      () => useMembers(DEFAULT_VIEW, { field: 'customerTenantId', containing: '', limit: 9 }),
      client,
    );
    await settled();
    act(() => service.asked[0]?.answer(membersOf(['a', 'Contoso'])));
    await settled();
    expect(picker.now().data?.members).toHaveLength(1);
    const page = usedWith(source, () => useCustomerNames(DEFAULT_VIEW, ['a']), client);
    await settled();
    expect(page.now()('A')).toBe('Contoso');
    expect(service.asked).toHaveLength(2);
    // The loaded snapshot answers for the name too, and the name stays meanwhile.
    act(() => loading.set(LOADED));
    await settled();
    expect(page.now()('a')).toBe('Contoso');
    expect(loaded.asked.length).toBeGreaterThan(0);
  });
});

describe('names that the page has shown', () => {
  const byTenant: GroupsQuestion = {
    by: ['customerTenantId'],
    label: 'customerName',
    rankBy: 'licensesSold',
    top: 9,
  };
  const sums = { licensesSold: 1, licensesDeployed: 0 };
  const groups: Groups = {
    top: [
      { key: ['a'], label: 'Contoso', ...sums },
      { key: [null], label: 'Nobody', ...sums },
      { key: ['c'], ...sums },
    ],
    other: null,
    total: { groups: 3, ...sums },
    coverage: coverage('service'),
  };

  /** The name of a tenant on a page that holds an answer to a question about some snapshot. */
  async function nameSeen(
    question: object,
    answer: object | undefined,
    { tenants = ['a'], snapshot = TODAY } = {},
  ): Promise<string | null> {
    const { source } = fakeSource();
    const client = createQueryClient();
    const answering = answeringOf(source.engine, null, { filter: null, search: '' }, snapshot);
    client.setQueryData(keyOf('me', answering, 'service', ['any', question]), answer);
    client.setQueryData(keyOf('me', answering, 'service', ['none', null]), groups);
    client.setQueryData(keyOf('me', answering, 'service', ['word']), groups);
    const page = usedWith(source, () => useCustomerNames(DEFAULT_VIEW, tenants), client);
    await settled();
    return page.now()('A');
  }

  test('are taken from groups of tenants with their names, and from no others', async () => {
    expect(await nameSeen(byTenant, groups)).toBe('Contoso');
    expect(await nameSeen({ ...byTenant, by: ['customerName'] }, groups)).toBeNull();
    expect(await nameSeen({ ...byTenant, by: ['customerTenantId', 'channel'] }, groups)).toBeNull();
    expect(await nameSeen({ ...byTenant, label: 'channel' }, groups)).toBeNull();
    expect(await nameSeen({ field: 'channel', label: 'customerName' }, membersOf(['a', 'No']))).toBeNull();
  });

  test('are those of the snapshot alone, for the tenants that are asked for', async () => {
    const other = { ...TODAY, processedDateTime: '2026-11-21T00:00:00' };
    expect(await nameSeen(byTenant, groups, { snapshot: other })).toBeNull();
    expect(await nameSeen(byTenant, groups, { tenants: [] })).toBeNull();
  });
});

describe('what a grouping by names', () => {
  function groupsWith(severalLabels: number): Groups {
    return {
      top: [],
      other: null,
      total: { groups: 9, licensesSold: 9, licensesDeployed: 9 },
      severalLabels,
      coverage: coverage('service'),
    };
  }

  /** The ambiguity of a grouping, after the engine has answered how many groups have several labels. */
  async function ambiguityOf(groupby: readonly Field[], severalLabels: number) {
    const { source, service } = fakeSource();
    const page = usedWith(source, () => useCustomerAmbiguity({ ...DEFAULT_VIEW, groupby }));
    await settled();
    expect(page.now()).toBeNull();
    act(() => service.asked[0]?.answer(groupsWith(severalLabels)));
    await settled();
    return { ambiguity: page.now(), asked: service.asked.map(({ question }) => question) };
  }

  test('hides is how many names stand for several tenants', async () => {
    const { ambiguity, asked } = await ambiguityOf(['channel', 'customerName'], 3);
    expect(ambiguity).toEqual({ kind: 'sharedNames', count: 3 });
    expect(asked).toEqual([
      { by: ['customerName'], label: 'customerTenantId', rankBy: 'licensesSold', top: 0 },
    ]);
    expect((await ambiguityOf(['customerName'], 0)).ambiguity).toBeNull();
  });

  test('shows more than once is how many tenants have several names', async () => {
    const { ambiguity, asked } = await ambiguityOf(['customerTenantId', 'customerName'], 2);
    expect(ambiguity).toEqual({ kind: 'severalNames', count: 2 });
    expect(asked).toEqual([
      { by: ['customerTenantId'], label: 'customerName', rankBy: 'licensesSold', top: 0 },
    ]);
  });

  test('of any other grouping is nothing to ask', async () => {
    for (const groupby of [[], ['customerTenantId'], ['productName']] satisfies Field[][]) {
      expect((await ambiguityOf(groupby, 5)).asked).toEqual([]);
    }
  });
});
