import type { Field } from '#partner-center/fields.ts';
import { and } from '#partner-center/filter/canonical.ts';
import { withoutMention } from '#partner-center/filter/conditions.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import type { View } from './view.ts';

/** The fields that distinguish customers. */
const OF_CUSTOMERS: readonly Field[] = ['customerTenantId', 'customerName'];

/** The filter without its conditions on customers: the view of one customer already says which one it is about. */
export function withoutCustomers(filter: Filter | null): Filter | null {
  return withoutMention(filter, OF_CUSTOMERS);
}

/**
 * The view with its customer as a part of its filter, for code that asks about the rows and knows nothing of customers.
 * It is the same view where it is not about a customer. When it is normalised, it is the original view again.
 */
export function scopedView(view: View): View {
  const { filter, customerTenantId: value } = view;
  if (value === null) return view;
  const own: Filter = { kind: 'comparison', field: 'customerTenantId', operator: 'eq', value };
  return { ...view, filter: and(filter === null ? [own] : [own, filter]) };
}
