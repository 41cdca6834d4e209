import type { Catalogue } from './language.ts';

type PagerTexts = {
  readonly pages: string;
  readonly turnTo: Readonly<Record<'first' | 'previous' | 'next' | 'last', string>>;
  /** `isEndKnown`: `total` is the number of all rows; otherwise there are more. */
  readonly range: (first: string, last: string, total: string, isEndKnown: boolean) => string;
  /** `total` is null where it is not known. */
  readonly noRange: (total: string | null) => string;
  readonly rowsPerPage: string;
};

export const texts: Catalogue<PagerTexts> = {
  en: {
    pages: 'Pages',
    turnTo: { first: 'First page', previous: 'Previous page', next: 'Next page', last: 'Last page' },
    range: (first, last, total, isEndKnown) =>
      `${first} to ${last} of ${isEndKnown ? total : `more than ${total}`}`,
    noRange: (total) => (total === null ? 'No rows here' : `0 of ${total}`),
    rowsPerPage: 'Rows per page',
  },
};
