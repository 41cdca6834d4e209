import type { Catalogue } from '#ui/language.ts';

type CommandTexts = {
  readonly commands: string;
  readonly search: string;
  readonly found: string;
  readonly nothing: (typed: string) => string;
  readonly groups: Readonly<
    Record<'views' | 'savedViews' | 'customers' | 'products' | 'filters' | 'groupings' | 'help', string>
  >;
  readonly hint: string;
  readonly clearFilter: string;
  readonly clearSearch: string;
  readonly filterBy: (field: string, value: string) => string;
  readonly groupBy: (field: string) => string;
  readonly ungroup: string;
  readonly sold: (count: string) => string;
  readonly noNamesYet: string;
  readonly shortcuts: string;
  readonly about: string;
  readonly close: string;
  readonly singleKeys: string;
  readonly singleKeysHint: string;
  /** `control` is the key that the system's shortcuts use. */
  readonly keys: (control: string) => readonly { readonly keys: string; readonly does: string }[];
};

/** The texts of the commands and of the list of shortcuts. */
export const texts: Catalogue<CommandTexts> = {
  en: {
    commands: 'Commands',
    search: 'Search commands',
    found: 'Commands found',
    nothing: (typed) => `Nothing is called “${typed}”.`,
    groups: {
      views: 'Views',
      savedViews: 'Saved views',
      customers: 'Customers',
      products: 'Products',
      filters: 'Filters',
      groupings: 'Group by',
      help: 'Help',
    },
    hint: 'Type a view, a customer, a product, a channel, a service or a grouping.',
    clearFilter: 'Clear filters',
    clearSearch: 'Clear the search',
    filterBy: (field, value) => `${field} is ${value}`,
    groupBy: (field) => `Group by ${field}`,
    ungroup: 'No grouping',
    sold: (count) => `${count} sold`,
    noNamesYet: 'Customers and products are being looked for.',
    shortcuts: 'Keyboard shortcuts',
    about: 'About License Lens',
    close: 'Close',
    singleKeys: 'Single keys are shortcuts',
    singleKeysHint:
      'Switch it off where you speak to your computer, or press keys by mistake. It is remembered in this browser.',
    keys: (control) => [
      { keys: `${control} K`, does: 'Commands' },
      { keys: '?', does: 'This list' },
      { keys: '1 to 9', does: 'Open the first to ninth saved view' },
      { keys: 'Escape', does: 'Close what is open' },
      { keys: 'Arrow keys', does: 'Move between the cells of the rows' },
      { keys: 'Shift and arrow keys', does: 'Choose several cells' },
      { keys: `${control} C`, does: 'Copy the chosen cells' },
      { keys: 'Enter on a column header', does: 'Sort by it; with Shift, after the columns before' },
    ],
  },
};
