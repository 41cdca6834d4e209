/**
 * The seven fields of a row that the endpoint can filter by and group by, in the order its page lists them.
 *
 * Source: "Get licenses deployment information", parameters `filter` and `groupby`.
 */
export const FIELDS = [
  'serviceCode',
  'serviceName',
  'channel',
  'customerTenantId',
  'customerName',
  'productId',
  'productName',
] as const;

/** A field that can be filtered and grouped. */
export type Field = (typeof FIELDS)[number];

/**
 * The field that names to a person what the value of another field identifies; undefined where a value is its own name.
 * A customer is a tenant: two tenants with one name are two customers, and a tenant with two names is one.
 */
export function labelOf(field: Field): Field | undefined {
  return field === 'customerTenantId' ? 'customerName' : undefined;
}

// This is a Map and not an object: `constructor` and `__proto__` are not fields.
const byLowerCase: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [field.toLowerCase(), field]));

/** The field that a text names, in any letter case; undefined where it names none. */
export function fieldNamed(text: string): Field | undefined {
  return byLowerCase.get(text.toLowerCase());
}
