import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFilter } from '#partner-center/filter/parse.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { parseView, printView } from './address.ts';
import { scopedView, withoutCustomers } from './customer-scope.ts';
import { normalise } from './normalise.ts';
import { withCustomer, withViewName } from './transitions.ts';
import { anyNormalView } from './view.arbitrary.ts';
import { DEFAULT_VIEW } from './view.ts';

function filterOf(text: string): Filter | null {
  const parsed = parseFilter(text);
  if (!parsed.ok) throw new Error(parsed.error.near);
  return parsed.filter;
}

test('a view of one customer asks about its rows alone, and its address stays as it was', () => {
  fc.assert(
    fc.property(anyNormalView(), (view) => {
      const scoped = scopedView(view);
      expect(normalise(scoped)).toEqual(view);
      expect(printView(scoped)).toBe(printView(view));
      if (view.customerTenantId === null) expect(scoped).toBe(view);
      else expect(printFilter(scoped.filter)).toContain('customerTenantId eq ');
    }),
  );
});

test('what the filter says of other things holds for the customer, too', () => {
  const view = withCustomer(
    { ...DEFAULT_VIEW, filter: filterOf("channel eq 'reseller'"), search: 'Con' },
    'T1',
  );
  expect(view).toMatchObject({ view: 'customer', customerTenantId: 'T1', search: '' });
  expect(printFilter(scopedView(view).filter)).toBe("customerTenantId eq 'T1' and channel eq 'reseller'");
  // Back in the other views, nothing of the customer is left.
  expect(printFilter(withViewName(view, 'overview').filter)).toBe("channel eq 'reseller'");
});

test('a filter names no other customer beside the view’s own', () => {
  const others = filterOf(
    "customerName ne 'B' and (customerTenantId eq 'T2' or channel eq 'x') and productId eq 'p'",
  );
  expect(printFilter(withoutCustomers(others))).toBe("productId eq 'p'");
  const { view, problems } = parseView(
    "?filter=customerName+eq+'B'+and+productId+eq+'p'&view=customer&customerTenantId=T1",
  );
  expect(printView(view)).not.toContain('customerName');
  expect(problems).toMatchObject([{ parameter: 'filter', kind: 'filterOfCustomers' }]);
});
