import type { EngineName } from '#engine/engine.ts';
import { figureTexts } from '#ui/figure-texts.ts';
import type { Catalogue } from '#ui/language.ts';

type FiguresTexts = {
  readonly sold: string;
  readonly deployed: string;
  readonly notDeployed: string;
  readonly utilization: string;
  readonly customers: string;
  readonly overDeployed: string;
  readonly soldTo: (count: number, customers: string) => string;
  readonly customersOver: (count: number, customers: string) => string;
  readonly showOver: (caption: string, isAlone: boolean) => string;
  readonly showWithoutSold: (caption: string, isAlone: boolean) => string;
  readonly ofSold: (share: string) => string;
  readonly deployedOfSold: string;
  readonly withoutSold: (customers: string) => string;
  readonly snapshotOf: (date: string) => string;
  readonly allCustomers: (count: number, customers: string) => string;
  readonly matchingCustomers: (count: number, customers: string) => string;
  readonly countDisagrees: (counted: string, arrived: string) => string;
  readonly failed: string;
  readonly about: string;
  readonly aboutSnapshot: string;
  readonly aboutFilter: string;
  readonly aboutEverything: string;
  readonly aboutRead: string;
  readonly aboutCounted: string;
  readonly aboutSearch: string;
  readonly aboutSums: string;
  readonly sumsOf: Readonly<Record<EngineName, string>>;
  readonly aboutRowsRead: string;
  readonly aboutRowsCounted: string;
  readonly aboutTime: string;
};

export const texts: Catalogue<FiguresTexts> = {
  en: {
    sold: figureTexts.english.totalSold,
    deployed: figureTexts.english.totalDeployed,
    notDeployed: figureTexts.english.totalNotDeployed,
    utilization: figureTexts.english.totalUtilization,
    customers: figureTexts.english.customers,
    overDeployed: 'over-deployed',
    soldTo: (count, customers) =>
      count === 0 ? 'to no customer' : count === 1 ? 'to 1 customer' : `to ${customers} customers`,
    customersOver: (count, customers) =>
      count === 1 ? '1 customer exceeds sold' : `${customers} customers exceed sold`,
    showOver: (caption, isAlone) =>
      isAlone ? `${caption}: filter by them` : `${caption}: show them in the rows, most beyond sold first`,
    showWithoutSold: (caption, isAlone) =>
      isAlone ? `${caption}: filter by them` : `${caption}: show them in the rows, least sold first`,
    ofSold: (share) => `${share} of sold`,
    deployedOfSold: 'deployed of sold',
    withoutSold: (customers) => `${customers} without any sold`,
    snapshotOf: (date) => `Snapshot of ${date}`,
    allCustomers: (count, customers) =>
      count === 0 ? 'no customers' : count === 1 ? 'the only customer' : `all ${customers} customers`,
    matchingCustomers: (count, customers) =>
      count === 0
        ? 'no customer matches'
        : count === 1
          ? '1 customer matches'
          : `${customers} customers match`,
    countDisagrees: (counted, arrived) => `The service counted ${counted}, ${arrived} arrived.`,
    failed: 'Could not be loaded.',
    about: 'About these figures',
    aboutSnapshot: 'Snapshot (processedDateTime)',
    aboutFilter: 'Filter',
    aboutEverything: 'none: everything',
    aboutRead: 'Customers read from the service',
    aboutCounted: 'Customers the service counted',
    aboutSearch: 'Search',
    aboutSums: 'Summed by',
    sumsOf: { service: 'the service', snapshot: 'this page, from every row' },
    aboutRowsRead: 'Rows summed',
    aboutRowsCounted: 'Rows the service counted',
    aboutTime: 'Read at',
  },
};
