import { figureTexts } from '#ui/figure-texts.ts';
import type { Catalogue } from '#ui/language.ts';

type ChartsTexts = {
  readonly deployedVersusSold: string;
  readonly utilizationOverCustomers: string;
  readonly showBy: string;
  readonly rankBy: string;
  readonly amounts: (deployed: string, sold: string) => string;
  readonly amountsSpoken: (deployed: string, sold: string) => string;
  readonly notDeployed: (count: string) => string;
  readonly overDeployed: (count: string) => string;
  readonly idle: (count: string) => string;
  readonly short: (count: string) => string;
  /** null where the number is not known. */
  readonly needsAll: (
    figure: string,
    rows: string | null,
    requests: { readonly count: number; readonly text: string } | null,
  ) => string;
  readonly loadAll: (rows: string | null) => string;
  readonly filterBy: (member: string, figures: string) => string;
  readonly tooltip: (member: string, figures: string, notDeployed: string) => string;
  readonly noValue: string;
  /** The name of a value without a visible character. */
  readonly blank: string;
  readonly other: (groups: string) => string;
  readonly otherChosen: (groups: string) => string;
  readonly leftOutTotal: (groups: string) => string;
  readonly openOther: (other: string, figures: string) => string;
  readonly showAllInRows: (other: string, figures: string) => string;
  readonly fewerBars: string;
  readonly addHint: string;
  readonly severalHint: string;
  readonly ownScale: string;
  readonly total: (groups: string) => string;
  readonly allCustomers: string;
  readonly deployed: string;
  readonly sold: string;
  readonly soldBefore: (date: string) => string;
  readonly deployedBefore: (date: string) => string;
  readonly utilizationBefore: (date: string) => string;
  /** The figures of a member on the day that is compared with. */
  readonly onDay: (date: string, figures: string) => string;
  readonly notThereOn: (date: string) => string;
  readonly before: string;
  readonly change: string;
  readonly customersBefore: (date: string) => string;
  readonly beyondSold: string;
  readonly cutOff: string;
  readonly toOwnSold: string;
  readonly leftOut: string;
  readonly customers: string;
  readonly band: (from: string, to: string) => string;
  readonly exactly: (share: string) => string;
  readonly above: (share: string) => string;
  readonly nothingSold: string;
  readonly fullyDeployed: string;
  readonly overDeployedBand: string;
  readonly axis: string;
  /** `all` is the number of customers that have anything sold. */
  readonly lowUse: (count: number, all: number, low: string, written: string) => string;
  readonly withoutSold: (count: number, customers: string) => string;
  readonly allWithoutSold: (count: number, customers: string) => string;
  readonly ofThemDeploying: (count: number, customers: string) => string;
  readonly leadTo: (band: string, customers: string, isFilter: boolean) => string;
  readonly clickFilters: string;
  readonly clickOrders: string;
  readonly customersIn: (count: number, customers: string) => string;
  readonly noLicenses: string;
  readonly noCustomers: string;
  readonly failed: string;
};

export const texts: Catalogue<ChartsTexts> = {
  en: {
    deployedVersusSold: figureTexts.english.deployedVersusSold,
    utilizationOverCustomers: figureTexts.english.utilizationOverCustomers,
    showBy: 'Show by',
    rankBy: 'Rank by',
    amounts: (deployed, sold) => `${deployed} of ${sold}`,
    amountsSpoken: (deployed, sold) => `${deployed} of ${sold} deployed`,
    notDeployed: (count) => `${count} not deployed`,
    overDeployed: (count) => `${count} over-deployed`,
    idle: (count) => `${count} idle`,
    short: (count) => `${count} short`,
    needsAll: (figure, rows, requests) =>
      rows === null || requests === null
        ? `Ranking by ${figure} needs all rows. How many there are is not known.`
        : `Ranking by ${figure} needs all ${rows} rows: ${requests.count === 1 ? '1 request' : `${requests.text} requests`}.`,
    loadAll: (rows) => (rows === null ? 'Load all rows' : `Load ${rows} rows`),
    filterBy: (member, figures) => `Filter by ${member}: ${figures}`,
    tooltip: (member, figures, notDeployed) => `${member}\n${figures}\n${notDeployed}`,
    noValue: '(no value)',
    blank: '(blank)',
    other: (groups) => `Other (${groups} more)`,
    otherChosen: (groups) => `Other chosen (${groups} more)`,
    leftOutTotal: (groups) => `Left out by the filter (${groups})`,
    openOther: (other, figures) => `Show more bars. ${other}: ${figures}`,
    showAllInRows: (other, figures) => `Show all in the rows. ${other}: ${figures}`,
    fewerBars: 'Show fewer bars',
    addHint: 'Ctrl or Shift and a click adds another',
    severalHint: 'A click adds another, or takes one out',
    ownScale: 'own scale',
    total: (groups) => `Total (${groups})`,
    allCustomers: 'Total',
    deployed: 'Deployed',
    sold: 'Sold',
    soldBefore: (date) => `Sold ${date}`,
    deployedBefore: (date) => `Deployed ${date}`,
    utilizationBefore: (date) => `Utilization ${date}`,
    onDay: (date, figures) => `${date}: ${figures}`,
    notThereOn: (date) => `${date}: not there`,
    before: 'Before',
    change: 'Change',
    customersBefore: (date) => `Outlined: customers ${date}`,
    beyondSold: 'Deployed beyond sold',
    cutOff: 'Longer than drawn',
    toOwnSold: 'Each bar is drawn to its own sold',
    leftOut: 'Pale: left out by the filter',
    customers: 'Customers',
    band: (from, to) => `${from}% to under ${to}%`,
    exactly: (share) => `Exactly ${share}%`,
    above: (share) => `Above ${share}%`,
    nothingSold: 'Nothing sold',
    fullyDeployed: 'All that was sold is deployed',
    overDeployedBand: 'Over-deployed',
    axis: 'Utilization of the customer, in %',
    lowUse: (count, all, low, written) => {
      if (all === 1) {
        return count === 1
          ? 'The one customer with licenses sold deploys less than half of them.'
          : 'The one customer with licenses sold deploys half of them or more.';
      }
      if (count === 0) return `None of ${written} customers deploys less than half of what was sold.`;
      return count === 1
        ? `1 of ${written} customers deploys less than half of what was sold.`
        : `${low} of ${written} customers deploy less than half of what was sold.`;
    },
    withoutSold: (count, customers) =>
      count === 1
        ? '1 more has nothing sold, so no utilization.'
        : `${customers} more have nothing sold, so no utilization.`,
    allWithoutSold: (count, customers) =>
      count === 1
        ? 'The customer has nothing sold, so no utilization.'
        : `None of ${customers} customers has anything sold, so there is no utilization.`,
    ofThemDeploying: (count, customers) =>
      count === 1
        ? '1 with nothing sold has licenses deployed.'
        : `${customers} with nothing sold have licenses deployed.`,
    leadTo: (band, customers, isFilter) =>
      isFilter
        ? `${band}: ${customers}. Filter by them`
        : `${band}: ${customers}. Show them in the rows, by utilization`,
    clickFilters: 'Click: filter by them',
    clickOrders: 'Click: rows by utilization, at these',
    customersIn: (count, customers) => (count === 1 ? '1 customer' : `${customers} customers`),
    noLicenses: 'No licenses',
    noCustomers: 'No customers',
    failed: 'Could not be loaded.',
  },
};
