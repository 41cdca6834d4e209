import { defineTexts } from '#ui/catalogue.ts';

/** The texts of the commands and of the list of shortcuts. */
export const texts = defineTexts('features/commands/texts', {
  commands: 'Commands',
  search: 'Search commands',
  found: 'Commands found',
  nothing: 'Nothing is called “{typed}”.',
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
  filterBy: '{field} is {value}',
  groupBy: 'Group by {field}',
  ungroup: 'No grouping',
  sold: '{count} sold',
  noNamesYet: 'Customers and products are being looked for.',
  shortcuts: 'Keyboard shortcuts',
  about: 'About License Lens',
  close: 'Close',
  singleKeys: 'Single keys are shortcuts',
  singleKeysHint:
    'Switch it off where you speak to your computer, or press keys by mistake. It is remembered in this browser.',
  // `control` is the key that the system's shortcuts use.
  keys: {
    commands: '{control} K',
    savedViews: '1 to 9',
    close: 'Escape',
    move: 'Arrow keys',
    choose: 'Shift and arrow keys',
    copy: '{control} C',
    sort: 'Enter on a column header',
  },
  does: {
    commands: 'Commands',
    shortcuts: 'This list',
    savedViews: 'Open the first to ninth saved view',
    close: 'Close what is open',
    move: 'Move between the cells of the rows',
    choose: 'Choose several cells',
    copy: 'Copy the chosen cells',
    sort: 'Sort by it; with Shift, after the columns before',
  },
});
