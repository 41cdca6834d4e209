import type { ListedAnomaly } from '#query/use-anomalies.ts';
import type { Field } from '#partner-center/fields.ts';
import { addCondition } from '#partner-center/filter/conditions.ts';
import {
  withCompare,
  withCustomer,
  withFilter,
  withGroupby,
  withSnapshot,
  withViewName,
} from '#view/transitions.ts';
import type { View } from '#view/view.ts';

function only(view: View, field: Field, value: string | null | undefined): View {
  if (value == null) return view;
  const condition = { kind: 'members', field, operator: 'is', values: [value] } as const;
  return withFilter(view, addCondition(view.filter, condition));
}

const CUSTOMERS: readonly Field[] = ['customerTenantId', 'customerName'];
const PRODUCTS: readonly Field[] = ['productId', 'productName'];

/** The view that shows the rows of an anomaly; null where no filter can say which rows they are. */
export function leadsTo(view: View, anomaly: ListedAnomaly): View | null {
  const overview = withViewName(view, 'overview');
  if (anomaly.kind === 'jump') {
    const { member, from, to } = anomaly;
    const days = withCompare(withSnapshot(overview, to), from);
    return member === null ? days : only(days, member.field, member.value);
  }
  const { kind, customerTenantId, customerName, productId } = anomaly;
  switch (kind) {
    case 'sharedName':
      return customerName == null
        ? null
        : withGroupby(only(overview, 'customerName', customerName), CUSTOMERS);
    case 'severalNames':
      return withGroupby(only(overview, 'customerTenantId', customerTenantId), CUSTOMERS);
    case 'renamedProduct':
      return withGroupby(only(overview, 'productId', productId), PRODUCTS);
    case 'overDeployed':
    case 'nothingSold':
    case 'customerGone':
    case 'droppedToNothing':
      // A missing value cannot be filtered by, and half of the pair would show other rows.
      if (customerTenantId == null || productId === null) return null;
      return only(only(overview, 'customerTenantId', customerTenantId), 'productId', productId);
  }
}

/** The view of the one customer that an anomaly is about; null where it is about several, about none, or one that is gone. */
export function customerOf(view: View, anomaly: ListedAnomaly): View | null {
  if (anomaly.kind === 'jump') {
    const { member } = anomaly;
    return member?.field === 'customerTenantId' ? withCustomer(view, member.value) : null;
  }
  const { kind, customerTenantId } = anomaly;
  // Of who is gone there are no rows to show; of those who share a name none is meant.
  if (kind === 'customerGone' || kind === 'sharedName') return null;
  return customerTenantId == null ? null : withCustomer(view, customerTenantId);
}
