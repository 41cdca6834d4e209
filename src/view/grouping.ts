import type { Field } from '#partner-center/fields.ts';

/**
 * What rows are grouped by, in the words of the person's choice: a field, or `customer`, which is the tenant with its
 * name. To the endpoint, and in the address, `customer` is two fields, the tenant first.
 */
export type Grouping = Field | 'customer';

/** All groupings, in the order in which they are offered. */
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

/** The choices that some fields stand for: a tenant that is followed by the name is `customer`. */
export function groupingsOf(groupby: readonly Field[]): readonly Grouping[] {
  return groupby.flatMap((field, index): readonly Grouping[] => {
    if (field === 'customerTenantId' && groupby[index + 1] === 'customerName') return ['customer'];
    return field === 'customerName' && groupby[index - 1] === 'customerTenantId' ? [] : [field];
  });
}

/** The fields of some choices, in their order. It is the inverse of `groupingsOf`. */
export function fieldsOf(groupings: readonly Grouping[]): readonly Field[] {
  return groupings.flatMap((grouping) => (grouping === 'customer' ? CUSTOMER : [grouping]));
}

/** The fields that show each member of a field in a row of its own, together with its name. */
export function groupbyFor(field: Field): readonly Field[] {
  return field === 'customerTenantId' ? CUSTOMER : [field];
}

/**
 * The choices after one of them was picked: it is removed where it was chosen, otherwise it is added as the last.
 * `customer` contains the tenant and the name: it replaces them, and each of them replaces it.
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
