import type { Field } from '#partner-center/fields.ts';

/**
 * What rows are grouped by, as a person chooses it: a field, or `customer`, which is the tenant with its name. To the
 * endpoint, and in the address, that is two fields, the tenant first.
 */
export type Grouping = Field | 'customer';

/** In the order in which they are offered. */
export const GROUPINGS: readonly Grouping[] = [
  'customer',
  'customerName',
  'customerTenantId',
  'productName',
  'productId',
  'serviceName',
  'serviceCode',
  'channel',
];

const CUSTOMER: readonly Field[] = ['customerTenantId', 'customerName'];

/** The choices that some fields stand for: the tenant and right after it the name are `customer`. */
export function groupingsOf(groupby: readonly Field[]): readonly Grouping[] {
  return groupby.flatMap((field, index): readonly Grouping[] => {
    if (field === 'customerTenantId' && groupby[index + 1] === 'customerName') return ['customer'];
    return field === 'customerName' && groupby[index - 1] === 'customerTenantId' ? [] : [field];
  });
}

/** The fields of some choices, in their order. Inverse of `groupingsOf`. */
export function fieldsOf(groupings: readonly Grouping[]): readonly Field[] {
  return groupings.flatMap((grouping) => (grouping === 'customer' ? CUSTOMER : [grouping]));
}

/** The fields that show each member of a field in a row of its own, with what names it. */
export function groupbyFor(field: Field): readonly Field[] {
  return field === 'customerTenantId' ? CUSTOMER : [field];
}

/**
 * The choices after one of them was picked: without it where it was there, else with it, last. The customer has the
 * tenant and the name in it: it takes their place, and each of them takes its.
 */
export function toggled(groupings: readonly Grouping[], picked: Grouping): readonly Grouping[] {
  if (groupings.includes(picked)) return groupings.filter((other) => other !== picked);
  const parts: readonly Grouping[] = CUSTOMER;
  if (picked === 'customer') {
    const place = groupings.findIndex((other) => parts.includes(other));
    const others = groupings.filter((other) => !parts.includes(other));
    return place === -1 ? [...others, picked] : others.toSpliced(place, 0, picked);
  }
  return parts.includes(picked) && groupings.includes('customer')
    ? groupings.map((other) => (other === 'customer' ? picked : other))
    : [...groupings, picked];
}
