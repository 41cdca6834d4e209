import { FIELDS } from '#partner-center/fields.ts';
import type { SortField } from './view.ts';

const list = new Intl.ListFormat('en', { type: 'disjunction' });

/** What a parameter of the address can hold, as a part of a sentence. */
export const expected = {
  fields: `a comma-separated list of ${list.format(FIELDS)}`,
  field: list.format(FIELDS),
  date: 'a day as YYYY-MM-DD',
  sortKeys: (fields: readonly SortField[]): string =>
    `a comma-separated list of ${list.format(fields)}, each followed by desc or not,`,
  dayFrom: (from: string): string => `a day as YYYY-MM-DD that is not before ${from}`,
  wholeNumber: (least: number, most: number): string => `a whole number from ${least} to ${most}`,
  percent: (most: number): string => `a number of percent from 0 to ${most}, with at most three decimals,`,
  oneOf: (names: readonly string[]): string => list.format(names),
  someOf: (names: readonly string[]): string => `a comma-separated list of ${list.format(names)}`,
} as const;

/** The sentences about a parameter of the address that does not apply. `value` is an excerpt of it. */
export const addressProblemTexts = {
  unreadable: (parameter: string, value: string, what: string): string =>
    `The link's ${parameter} cannot be read: found “${value}” where ${what} is expected.`,
  filter: (value: string, message: string): string =>
    // The value that was found may be the whole filter, so it is quoted only once.
    message.includes(`“${value}”`)
      ? `The link's filter cannot be read. ${message}`
      : `The link's filter “${value}” cannot be read. ${message}`,
  filterOfCustomers: (value: string): string =>
    `The link's filter “${value}” does not apply where it names customers: the view is of one customer alone.`,
  repeatedField: (value: string): string =>
    `The link's groupby names “${value}” more than once where each field is expected once.`,
  withoutCustomer: (view: string): string =>
    `The link's view “${view}” does not apply: no customerTenantId names the customer that it is about.`,
  repeatedParameter: (parameter: string, value: string): string =>
    `The link gives ${parameter} more than once where it is expected once: “${value}” does not apply.`,
} as const;
