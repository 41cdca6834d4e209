import { FIELDS } from '#partner-center/fields.ts';

const list = new Intl.ListFormat('en', { type: 'disjunction' });
const quote = (text: string): string => `“${text}”`;

/** What a reader of the filter grammar expects at some place. */
export const expected = {
  operand: `a field (${list.format(FIELDS)}) or “(”`,
  operator: list.format([quote('eq'), quote('ne')]),
  value: "a value in straight quotes, such as 'reseller',",
  connective: list.format([quote('and'), quote('or'), 'the end of the filter']),
  connectiveOrClosing: list.format([quote('and'), quote('or'), quote(')')]),
} as const;

/** The sentences about a filter that cannot be read. `near` and `after` are excerpts. */
export const filterErrorTexts = {
  found: (near: string, what: string): string => `Found ${quote(near)} where ${what} is expected.`,
  ended: (after: string, what: string): string =>
    `The filter ends after ${quote(after)} where ${what} is expected.`,
  notClosed: (near: string, closing: string): string =>
    `The value that begins with ${quote(near)} has no end: a closing ${closing} is expected.`,
} as const;
