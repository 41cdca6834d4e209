import { defineTexts } from '#ui/catalogue.ts';

export const texts = defineTexts('features/saved-views/texts', {
  name: 'Name',
  description: 'Description',
  needsName: 'Enter a name for it.',
  isFull: 'There is room for {most} saved views. Delete some that you do not need any more.',
  saved: '“{name}” is saved.',
  search: 'Search saved views',
  none: 'Nothing is saved yet. A saved view is this page with its filter, grouping, order and days, under a name.',
  noneFound: 'No saved view has “{searched}” in its name or description.',
  start: 'Start',
  makeStart: 'Start with {name}',
  noStart: 'Do not start with {name}',
  rename: 'Rename {name}',
  duplicate: 'Duplicate {name}',
  delete: 'Delete {name}',
  apply: 'Apply',
  cancel: 'Cancel',
  deleted: '“{name}” is deleted.',
  undo: 'Undo',
  keep: 'Keep them in this browser when I sign out',
  keepHint:
    'They name what you filter by, such as customers, and whoever uses this browser could read them. Otherwise signing out deletes them.',
  notStored: 'This browser does not store them: they last until the page is closed. Export them as a file.',
  exportFile: 'Export as a file',
  importFile: 'Import a file',
  imported:
    '{views, plural, =0 {The file has no view that is not here already.} one {# view is imported.} other {# views are imported.}}',
  // For so many views there was no more room.
  importedNot:
    '{views, plural, one {# view is not imported: there is room for {most}.} other {# views are not imported: there is room for {most}.}}',
  notRead: 'This is no file of saved views, or parts of it are missing. Choose one that was exported here.',
  problemIn: '{name}: {problem}',
  close: 'Close',
});
