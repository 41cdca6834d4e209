import type { Catalogue } from '#ui/language.ts';

type Texts = {
  readonly search: string;
  readonly clear: string;
  /** `text` is the text that is searched for. */
  readonly pending: (text: string) => string;
  readonly loading: string;
  readonly needsRows: string;
  readonly overLimit: string;
};

export const texts: Catalogue<Texts> = {
  en: {
    search: 'Search customers and products',
    clear: 'Clear search',
    pending: (text) => `The search for “${text}” is not applied yet: the figures cover every name.`,
    loading: 'It will be as soon as all rows are loaded.',
    needsRows: 'It needs all rows: load them above.',
    overLimit: 'It needs all rows, which are more than you let into this browser.',
  },
};
