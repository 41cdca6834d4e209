import type { Catalogue } from '#ui/language.ts';

/** Numbers are given as formatted texts. */
type SavedViewsTexts = {
  readonly name: string;
  readonly description: string;
  readonly needsName: string;
  readonly isFull: (most: string) => string;
  readonly saved: (name: string) => string;
  readonly search: string;
  readonly none: string;
  readonly noneFound: (searched: string) => string;
  readonly start: string;
  readonly makeStart: (name: string) => string;
  readonly noStart: (name: string) => string;
  readonly rename: (name: string) => string;
  readonly duplicate: (name: string) => string;
  readonly delete: (name: string) => string;
  readonly apply: string;
  readonly cancel: string;
  readonly deleted: (name: string) => string;
  readonly undo: string;
  readonly keep: string;
  readonly keepHint: string;
  readonly notStored: string;
  readonly exportFile: string;
  readonly importFile: string;
  readonly fileName: string;
  readonly imported: (count: number, formatted: string) => string;
  /** For so many views there was no more room. */
  readonly importedNot: (count: number, formatted: string, most: string) => string;
  readonly notRead: string;
  readonly problemIn: (name: string, message: string) => string;
  readonly close: string;
};

export const texts: Catalogue<SavedViewsTexts> = {
  en: {
    name: 'Name',
    description: 'Description',
    needsName: 'Enter a name for it.',
    isFull: (most) => `There is room for ${most} saved views. Delete some that you do not need any more.`,
    saved: (name) => `“${name}” is saved.`,
    search: 'Search saved views',
    none: 'Nothing is saved yet. A saved view is this page with its filter, grouping, order and days, under a name.',
    noneFound: (searched) => `No saved view has “${searched}” in its name or description.`,
    start: 'Start',
    makeStart: (name) => `Start with ${name}`,
    noStart: (name) => `Do not start with ${name}`,
    rename: (name) => `Rename ${name}`,
    duplicate: (name) => `Duplicate ${name}`,
    delete: (name) => `Delete ${name}`,
    apply: 'Apply',
    cancel: 'Cancel',
    deleted: (name) => `“${name}” is deleted.`,
    undo: 'Undo',
    keep: 'Keep them in this browser when I sign out',
    keepHint:
      'They name what you filter by, such as customers, and whoever uses this browser could read them. Otherwise signing out deletes them.',
    notStored: 'This browser does not store them: they last until the page is closed. Export them as a file.',
    exportFile: 'Export as a file',
    importFile: 'Import a file',
    fileName: 'license-lens-views.json',
    imported: (count, formatted) =>
      count === 0
        ? 'The file has no view that is not here already.'
        : count === 1
          ? '1 view is imported.'
          : `${formatted} views are imported.`,
    importedNot: (count, formatted, most) =>
      count === 1
        ? `1 view is not imported: there is room for ${most}.`
        : `${formatted} views are not imported: there is room for ${most}.`,
    notRead: 'This is no file of saved views, or parts of it are missing. Choose one that was exported here.',
    problemIn: (name, message) => `${name}: ${message}`,
    close: 'Close',
  },
};
