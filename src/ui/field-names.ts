import { useMemo } from 'react';
import { useTexts, type TextsOf } from './catalogue.ts';
import { fieldTexts } from './field-texts.ts';

/** The names of a row's fields and figures. */
export type FieldNames = TextsOf<typeof fieldTexts>;

/**
 * The names where a person chooses among the values of a field: the values of the tenant are customers, shown by their
 * names.
 */
export function memberFieldNames(names: FieldNames): FieldNames {
  return { ...names, customerTenantId: names.customer, customerName: names.nameOfCustomer };
}

/** The names of what rows can be grouped by: `customer` is the tenant with its name. */
export function groupingNames(names: FieldNames): FieldNames {
  return { ...names, customerName: names.nameOfCustomer };
}

export function useMemberFieldNames(): FieldNames {
  const names = useTexts(fieldTexts);
  return useMemo(() => memberFieldNames(names), [names]);
}

export function useGroupingNames(): FieldNames {
  const names = useTexts(fieldTexts);
  return useMemo(() => groupingNames(names), [names]);
}
