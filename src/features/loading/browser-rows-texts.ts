import type { Catalogue } from '#ui/language.ts';

/** Numbers are given as formatted texts. */
type Texts = {
  readonly limit: string;
  readonly limitHint: string;
  /** The rows in the browser now, and the memory that they take. */
  readonly inMemory: (rows: string, size: string) => string;
  /** The typed text, and an example of a number in this locale. */
  readonly limitWrong: (typed: string, example: string) => string;
  readonly keep: string;
  readonly keepHint: string;
  readonly nothingKept: string;
  readonly remove: (size: string) => string;
  readonly done: string;
};

export const browserRowsTexts: Catalogue<Texts> = {
  en: {
    limit: 'Load at most (rows)',
    limitHint: 'A million rows take some 44 MB of memory while the page is open.',
    inMemory: (rows, size) => `The ${rows} rows here take ${size} now.`,
    limitWrong: (typed, example) =>
      `${typed === '' ? 'Nothing is entered.' : `“${typed}” is not a whole number.`} Enter how many rows, such as ${example}, or 0 for none.`,
    keep: 'Keep the rows on this device between visits',
    keepHint:
      'Opening the page again then needs no download. They are encrypted: signing out, another account or switching this off destroys the key, and what the browser leaves of them on the disk stays unreadable. Until then whoever can read this browser’s files can read them.',
    nothingKept: 'Nothing is stored.',
    remove: (size) => `Delete stored rows (${size})`,
    done: 'Done',
  },
};
