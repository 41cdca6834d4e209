import type { Field } from '#partner-center/fields.ts';

/** A field with as few groups as any: one response has them all. */
export const FEWEST_GROUPS: readonly Field[] = ['channel'];

/** What a summary is made of. */
export const BY_CUSTOMER: readonly Field[] = ['customerTenantId'];

/** What groups with a label are asked for by. */
export function withLabel(by: readonly Field[], label: Field | undefined): readonly Field[] {
  return label === undefined ? by : [...by, label];
}
