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
 * The field whose value names to a person what the value of a field identifies; undefined where that names itself. A
 * customer is its tenant: two of one name are two, and one with two names is one.
 */
export function labelOf(field: Field): Field | undefined {
  return field === 'customerTenantId' ? 'customerName' : undefined;
}

// A Map, not an object: `constructor` and `__proto__` are no fields.
const byLowerCase: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [field.toLowerCase(), field]));

/** The field a text names, in any letter case, or undefined where it names none. */
export function fieldNamed(text: string): Field | undefined {
  return byLowerCase.get(text.toLowerCase());
}
