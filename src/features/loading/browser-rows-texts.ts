import { defineTexts } from '#ui/catalogue.ts';

export const browserRowsTexts = defineTexts('features/loading/browser-rows-texts', {
  limit: 'Load at most (rows)',
  limitHint: 'A million rows take some 44 MB of memory while the page is open.',
  // The rows in the browser now, and the memory that they take.
  inMemory: 'The {rows} rows here take {size} now.',
  nothingTyped: 'Nothing is entered. Enter how many rows, such as {example}, or 0 for none.',
  limitWrong: '“{typed}” is not a whole number. Enter how many rows, such as {example}, or 0 for none.',
  keep: 'Keep the rows on this device between visits',
  keepHint:
    'Opening the page again then needs no download. They are encrypted: signing out, another account or switching this off destroys the key, and what the browser leaves of them on the disk stays unreadable. Until then whoever can read this browser’s files can read them.',
  nothingKept: 'Nothing is stored.',
  remove: 'Delete stored rows ({size})',
  done: 'Done',
});
