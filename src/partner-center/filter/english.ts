import { FIELDS } from '#partner-center/fields.ts';
import type { FilterError } from './parse.ts';

const list = new Intl.ListFormat('en', { type: 'disjunction' });
const quote = (text: string): string => `“${text}”`;

/** What a reader of the filter grammar expects at some place. */
const EXPECTED: Readonly<Record<FilterError['expected'], string>> = {
  operand: `a field (${list.format(FIELDS)}) or “(”`,
  operator: list.format([quote('eq'), quote('ne')]),
  value: "a value in straight quotes, such as 'reseller',",
  connective: list.format([quote('and'), quote('or'), 'the end of the filter']),
  connectiveOrClosing: list.format([quote('and'), quote('or'), quote(')')]),
};

/** One English sentence about a text that is no filter: it quotes what was found and says what is expected. */
export function filterErrorSaid({ problem, expected, near, closing }: FilterError): string {
  switch (problem) {
    case 'found':
      return `Found ${quote(near)} where ${EXPECTED[expected]} is expected.`;
    case 'ended':
      return `The filter ends after ${quote(near)} where ${EXPECTED[expected]} is expected.`;
    case 'notClosed':
      return `The value that begins with ${quote(near)} has no end: a closing ${closing} is expected.`;
  }
}
