import type { Field } from '#partner-center/fields.ts';
import { and } from '#partner-center/filter/canonical.ts';
import { withoutMention } from '#partner-center/filter/conditions.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import type { View } from './view.ts';

/** The fields that tell customers apart. */
const OF_CUSTOMERS: readonly Field[] = ['customerTenantId', 'customerName'];

/** The filter without what it says of customers: a view of one customer says that itself, and names no other. */
export function withoutCustomers(filter: Filter | null): Filter | null {
  return withoutMention(filter, OF_CUSTOMERS);
}

/**
 * The view with its customer as a part of its filter, for those who ask about its rows and know nothing of customers. The
 * same view where it is not about one. Normalised it is the view that it was.
 */
export function scopedView(view: View): View {
  const { filter, customerTenantId: value } = view;
  if (value === null) return view;
  const own: Filter = { kind: 'comparison', field: 'customerTenantId', operator: 'eq', value };
  return { ...view, filter: and(filter === null ? [own] : [own, filter]) };
}
