import { expect, test } from 'vitest';
import type { ListedAnomaly } from '#query/use-anomalies.ts';
import { printView } from '#view/address.ts';
import { DEFAULT_VIEW, type View } from '#view/view.ts';
import { customerOf, leadsTo } from './leads-to.ts';

const VIEW: View = {
  ...DEFAULT_VIEW,
  view: 'anomalies',
  compare: '2026-10-22',
  without: ['jump'],
  filter: { kind: 'comparison', field: 'channel', operator: 'eq', value: 'reseller' },
};
const whose = {
  licenses: 5,
  after: null,
  customerTenantId: 't1',
  customerName: 'Contoso',
  productId: 'p1',
  productName: 'Visio',
} as const;

/** The filter and the grouping that an anomaly leads to. */
function target(anomaly: ListedAnomaly): string | null {
  const next = leadsTo(VIEW, anomaly);
  if (next === null) return null;
  expect(next).toMatchObject({ view: 'overview', page: 1 });
  const parameters = new URLSearchParams(printView(next));
  return ['filter', 'groupby', 'processedDateTime', 'compare']
    .map((name) => parameters.get(name) ?? '')
    .join(' | ');
}

test('an anomaly leads to its rows, among those of the filter, compared as they were', () => {
  const reseller = "channel eq 'reseller' and ";
  expect(target({ ...whose, kind: 'overDeployed' })).toBe(
    `${reseller}customerTenantId eq 't1' and productId eq 'p1' |  |  | 2026-10-22`,
  );
  expect(target({ ...whose, kind: 'customerGone', productId: undefined })).toBe(
    `${reseller}customerTenantId eq 't1' |  |  | 2026-10-22`,
  );
  expect(target({ ...whose, kind: 'sharedName', customerTenantId: undefined, productId: undefined })).toBe(
    `${reseller}customerName eq 'Contoso' | customerTenantId,customerName |  | 2026-10-22`,
  );
  expect(target({ ...whose, kind: 'renamedProduct', customerTenantId: undefined })).toBe(
    `${reseller}productId eq 'p1' | productId,productName |  | 2026-10-22`,
  );
});

test('a jump leads to its two days', () => {
  const jump = {
    kind: 'jump',
    measure: 'licensesSold',
    from: '2026-11-01',
    to: '2026-11-02',
    before: 1,
    after: 90,
    usual: 0,
    score: 9,
    licenses: 89,
  } as const;
  expect(target({ ...jump, member: null })).toBe("channel eq 'reseller' |  | 2026-11-02 | 2026-11-01");
  expect(target({ ...jump, member: { field: 'productName', value: 'Visio', name: 'Visio' } })).toBe(
    "channel eq 'reseller' and productName eq 'Visio' |  | 2026-11-02 | 2026-11-01",
  );
});

test('what has no id leads nowhere: no filter says which rows it is', () => {
  expect(target({ ...whose, kind: 'nothingSold', customerTenantId: null })).toBeNull();
  expect(target({ ...whose, kind: 'overDeployed', productId: null })).toBeNull();
});

test('where an anomaly is about one customer that is still there, it leads to that one’s view', () => {
  const address = (anomaly: ListedAnomaly): string | null => {
    const next = customerOf(VIEW, anomaly);
    return next && `${next.view} ${next.customerTenantId}`;
  };
  expect(address({ ...whose, kind: 'overDeployed' })).toBe('customer t1');
  expect(address({ ...whose, kind: 'droppedToNothing' })).toBe('customer t1');
  expect(address({ ...whose, kind: 'overDeployed', customerTenantId: null })).toBeNull();
  expect(address({ ...whose, kind: 'customerGone' })).toBeNull();
  expect(address({ ...whose, kind: 'sharedName', count: 2 })).toBeNull();
  expect(address({ ...whose, kind: 'renamedProduct', customerTenantId: undefined })).toBeNull();
});
