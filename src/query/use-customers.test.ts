import { expect, test } from 'vitest';
import { tenantsOf, type CustomersInOrder } from './use-customers.ts';

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
