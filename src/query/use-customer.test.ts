import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Members, Standing } from '#engine/engine.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { fakeWindow } from '#view/fake-page.ts';
import { coverage, fakeSource, settled, usedWith } from './fake-source.ts';
import { useCustomer, useStanding, type CustomerView } from './use-customer.ts';

beforeEach(() => {
  vi.stubGlobal('window', fakeWindow({}));
});

const eq = (field: 'channel' | 'customerName', value: string): Filter => ({
  kind: 'comparison',
  field,
  operator: 'eq',
  value,
});
const VIEW: CustomerView = {
  filter: { kind: 'and', operands: [eq('channel', 'direct'), eq('customerName', 'Contoso')] },
  processedDateTime: null,
  customerTenantId: 'T1',
};

const named = (value: string, label: string | null): Members => ({
  members: [{ value, label, licensesSold: 1, licensesDeployed: 0 }],
  total: 1,
  coverage: coverage('service'),
});

describe('the customer of a view', () => {
  test('is looked for in the whole snapshot, and named as the data names it', async () => {
    const { source, service } = fakeSource();
    const page = usedWith(source, () => useCustomer(VIEW));
    expect(page.now()).toEqual({ tenantId: 'T1', name: null, isUnknown: false });
    await settled();
    expect(service.asked).toHaveLength(1);
    expect(service.asked[0]?.about).toBe('members');
    expect(printFilter(service.asked[0]?.scope.filter ?? null)).toBe("customerTenantId eq 'T1'");
    service.asked[0]?.answer(named('t1', 'Contoso'));
    await settled();
    expect(page.now()).toEqual({ tenantId: 't1', name: 'Contoso', isUnknown: false });
    // Another customer has another name.
    page.again(() => useCustomer({ ...VIEW, customerTenantId: 'T2' }));
    expect(page.now()).toEqual({ tenantId: 'T2', name: null, isUnknown: false });
  });

  test('may have no name, or no row at all', async () => {
    for (const [answer, expected] of [
      [named('t1', null), { tenantId: 't1', name: null, isUnknown: false }],
      [
        { ...named('t1', null), members: [], total: 0 },
        { tenantId: 'T1', name: null, isUnknown: true },
      ],
    ] as const) {
      const { source, service } = fakeSource();
      const page = usedWith(source, () => useCustomer(VIEW));
      await settled();
      service.asked[0]?.answer(answer);
      await settled();
      expect(page.now()).toEqual(expected);
    }
  });
});

describe('where the customer of a view stands', () => {
  const standing = (changes: Partial<Standing> = {}): Standing => ({
    totals: null,
    similar: null,
    coverage: coverage('service'),
    ...changes,
  });

  test('is asked of what the filter says of all but customers, and read on once that is agreed to', async () => {
    const { source, service } = fakeSource();
    const page = usedWith(source, () => useStanding(VIEW));
    expect(page.now().offer).toBeNull();
    await settled();
    expect(service.asked[0]).toMatchObject({
      about: 'standing',
      question: { customerTenantId: 'T1', readAll: false },
    });
    expect(printFilter(service.asked[0]?.scope.filter ?? null)).toBe("channel eq 'direct'");
    const toRead = { rows: 30_000, requests: 3 };
    service.asked[0]?.answer(standing({ toRead }));
    await settled();
    expect(page.now()).toMatchObject({ data: { toRead }, offer: toRead });
    page.now().load();
    await settled();
    expect(service.asked[1]?.question).toEqual({ customerTenantId: 'T1', readAll: true });
    // While the reading is under way, it is not offered.
    expect(page.now()).toMatchObject({ isPrevious: true, offer: null });
    const totals = { licensesSold: 3, licensesDeployed: 1 };
    service.asked[1]?.answer(standing({ totals }));
    await settled();
    expect(page.now()).toMatchObject({ data: { totals }, offer: null });
  });
});
