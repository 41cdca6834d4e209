import { defineTexts } from '#ui/catalogue.ts';

/** The texts of the help. What figures and columns mean is in the explanations. */
export const texts = defineTexts('features/help/texts', {
  heading: 'Help',
  search: 'Search help',
  found: 'Found in the help',
  nothing: 'The help says nothing about “{typed}”.',
  close: 'Close',
  sections: {
    figures: 'Figures and columns',
    filter: 'The filter language',
    address: 'The address',
    shortcuts: 'Keyboard shortcuts',
    data: 'Where data goes',
  },
  filterIntroduction:
    'A filter is the endpoint’s own expression. Type it into Filter expression and press Enter. Each example here is a link.',
  filterRules: {
    comparison: {
      name: 'A condition',
      text: 'A field, eq (is) or ne (is not), and a value in straight quotes. Letter case makes no difference.',
    },
    connective: {
      name: 'Several conditions',
      text: 'Join them by and or by or. Where both occur, brackets say what belongs together.',
    },
    quote: {
      name: 'A quote in a value',
      text: "Write it twice: ''O''''Neil'' stands for O’Neil with a straight quote.",
    },
    fields: { name: 'The fields', text: 'The fields are {fields}.' },
  },
  examples: {
    one: 'One channel alone',
    without: 'Everything but one product',
    either: 'Either of two products',
    both: 'Two services of one channel',
  },
  addressIntroduction:
    'The address has the whole view, so a link shows a colleague the same. A parameter that is missing has its usual value.',
  address: {
    filter: 'The filter, in the endpoint’s own language.',
    groupby: 'The fields that rows are grouped by, with commas between them.',
    processedDateTime: 'The day of the snapshot, YYYY-MM-DD; without it the latest.',
    compare: 'The day that it is compared with.',
    sort: 'The fields that rows are sorted by, each followed by desc where the largest come first.',
    search: 'The text that is looked for in customer and product names.',
    page: 'The page of the rows, from 1.',
    pageSize: 'How many rows a page has.',
    chart: 'The field whose members the main chart shows.',
    measure: 'The figure that the main chart ranks by.',
    view: 'The view: overview, opportunities, anomalies, trend or customer.',
    customerTenantId: 'The customer that the view customer is about.',
    opportunity: 'The kind of opportunity: idle or nearlyFull.',
    minIdle: 'How many licenses a row has idle at least to count as an opportunity.',
    maxUtilization: 'The utilization, in %, up to which idle licenses are an opportunity.',
    minUtilization: 'The utilization, in %, from which a row counts as nearly full.',
    spare: 'How many licenses a customer keeps of each product on purpose.',
    without: 'The kinds of anomalies that are left out.',
    from: 'The first day of the trend.',
    to: 'The last day of the trend.',
    days: 'How many days the trend goes back.',
    about: 'The figure or column whose explanation is open.',
  },
  data: {
    way: {
      name: 'What is asked',
      text: 'This page asks Partner Center in your name, through the host that it comes from. No other server gets your figures, and nothing is measured about you.',
    },
    memory: {
      name: 'Loaded rows',
      text: 'They are in the memory of this tab and gone when you close it, unless you let this browser keep them.',
    },
    kept: {
      name: 'What the browser keeps',
      text: 'Rows and prices that you let it keep are encrypted. Signing out removes them.',
    },
    prices: {
      name: 'Prices',
      text: 'They are your own, stay in this browser and are in no link. A file that you export says that it used them.',
    },
    links: {
      name: 'Links',
      text: 'A link has the view and no figures. A filter or a search in it can have the name of a customer.',
    },
    files: {
      name: 'Files and pictures',
      text: 'What you export, copy or print goes where you put it. A printed customer page has nothing about other customers.',
    },
  },
});
