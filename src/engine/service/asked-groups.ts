import type { Field } from '#partner-center/fields.ts';

/** A field with very few groups: one response has them all. */
export const FEWEST_GROUPS: readonly Field[] = ['channel'];

/** The grouping from which a summary is made. */
export const BY_CUSTOMER: readonly Field[] = ['customerTenantId'];

/** The fields that groups with a label are asked for by. */
export function withLabel(by: readonly Field[], label: Field | undefined): readonly Field[] {
  return label === undefined ? by : [...by, label];
}
