import type { Catalogue } from '#ui/language.ts';
import type { AnomalyKind } from '#view/view.ts';

/** A number, which decides the plural, and its text. */
export type Count = { readonly value: number; readonly text: string };

export type AnomaliesTexts = {
  readonly list: string;
  readonly kindsLabel: string;
  readonly kinds: Readonly<Record<AnomalyKind, string>>;
  /** What a kind is, in one sentence. */
  readonly meanings: Readonly<Record<AnomalyKind, string>>;
  readonly kind: string;
  readonly about: string;
  readonly customer: string;
  readonly why: string;
  readonly licenses: string;
  readonly everything: string;
  readonly noCustomer: string;
  readonly noProduct: string;
  readonly noName: string;
  readonly said: (listed: Count, leftOut: Count | null) => string;
  readonly saidNothing: (leftOut: Count | null) => string;
  readonly overDeployed: (deployed: string, sold: string, more: string) => string;
  readonly nothingSold: (deployed: string) => string;
  readonly sharedName: (tenants: Count, some: readonly string[]) => string;
  readonly severalNames: (names: Count, some: readonly string[]) => string;
  readonly renamed: (before: string, date: string) => string;
  readonly gone: (sold: string, date: string) => string;
  readonly dropped: (sold: string, date: string, stillDeployed: string | null) => string;
  readonly jumped: (jump: {
    readonly measure: 'licensesSold' | 'licensesDeployed';
    readonly isUp: boolean;
    readonly by: string;
    readonly before: string;
    readonly after: string;
    readonly from: string;
    readonly to: string;
    readonly usual: string;
    readonly score: string;
  }) => string;
  readonly needsCompare: string;
  readonly compareWith: (date: string) => string;
  readonly waitsForRows: string;
  readonly jumpsMeaning: (score: string) => string;
  readonly jumpsKnown: (jumps: Count, snapshots: string, from: string, to: string) => string;
  readonly jumpsTooFew: (snapshots: Count, needed: string) => string;
  readonly jumpsFailed: string;
  readonly readingDays: string;
  readonly splitHint: string;
  readonly stopReadingDays: string;
  readonly nothingOdd: string;
  readonly lookedFor: (kinds: readonly string[], date: string) => string;
  readonly allOff: string;
  readonly allOffAdvice: string;
  readonly showAll: string;
  readonly loosenFilter: string;
  readonly noSuchPage: (page: string) => string;
  readonly firstPage: string;
  readonly failed: string;
  readonly needsEverything: (groups: string | null, requests: string | null) => string;
  readonly comes: string;
  readonly load: string;
  readonly reading: string;
  readonly stop: string;
};

const plural = ({ value, text }: Count, one: string, many: string): string =>
  `${text} ${value === 1 ? one : many}`;

const someOf = ({ value }: Count, some: readonly string[]): string =>
  `${some.join(', ')}${value > some.length ? ' and others' : ''}`;

const list = new Intl.ListFormat('en', { type: 'conjunction' });

export const texts: Catalogue<AnomaliesTexts> = {
  en: {
    list: 'Anomalies',
    kindsLabel: 'Kinds of anomalies',
    kinds: {
      overDeployed: 'Over-deployed',
      nothingSold: 'Nothing sold',
      sharedName: 'Shared name',
      severalNames: 'Several names',
      renamedProduct: 'Product renamed',
      customerGone: 'Customer gone',
      droppedToNothing: 'Dropped to nothing',
      jump: 'Jump',
    },
    meanings: {
      overDeployed: 'More of a product is deployed than sold to a customer.',
      nothingSold: 'A product is deployed that was never sold to the customer.',
      sharedName: 'One customer name stands for several tenants.',
      severalNames: 'One tenant has several customer names.',
      renamedProduct: 'None of a product’s names is one that it had on the day compared with.',
      customerGone: 'A tenant of the day compared with is not in this snapshot.',
      droppedToNothing: 'What was sold to a customer on the day compared with is down to nothing.',
      jump: 'Sold or deployed changed by more than the days before and after make likely.',
    },
    kind: 'Kind',
    about: 'About',
    customer: 'Customer',
    why: 'Why',
    licenses: 'Licenses',
    everything: 'All rows shown',
    noCustomer: '(no customer)',
    noProduct: '(no product)',
    noName: '(no name)',
    said: (listed, leftOut) =>
      `${plural(listed, 'anomaly', 'anomalies')}, ${listed.value === 1 ? 'with' : 'those about'} most licenses first.${leftOut === null ? '' : ` ${plural(leftOut, 'is', 'are')} of kinds that are switched off.`}`,
    saidNothing: (leftOut) =>
      leftOut === null
        ? 'Nothing odd was found.'
        : `Nothing odd is listed. ${plural(leftOut, 'anomaly is', 'anomalies are')} of kinds that are switched off.`,
    overDeployed: (deployed, sold, more) => `${deployed} deployed of ${sold} sold, ${more} too many.`,
    nothingSold: (deployed) => `${deployed} deployed, none sold.`,
    sharedName: (tenants, some) =>
      `The name of ${plural(tenants, 'tenant', 'tenants')}: ${someOf(tenants, some)}.`,
    severalNames: (names, some) =>
      `One tenant with ${plural(names, 'name', 'names')}: ${someOf(
        names,
        some.map((name) => `“${name}”`),
      )}.`,
    renamed: (before, date) => `It was called “${before}” on ${date}.`,
    gone: (sold, date) => `${sold} sold on ${date}, not in this snapshot any more.`,
    dropped: (sold, date, stillDeployed) =>
      `${sold} sold on ${date}, none now${stillDeployed === null ? '' : `, ${stillDeployed} still deployed`}.`,
    jumped: ({ measure, isUp, by, before, after, from, to, usual, score }) =>
      `${measure === 'licensesSold' ? 'Sold' : 'Deployed'} ${isUp ? 'rose' : 'fell'} by ${by} from ${before} on ${from} to ${after} on ${to}. Usual is ${usual} a day; the score of this change is ${score}.`,
    needsCompare:
      'Renamed products, customers gone and sales dropped to nothing need an earlier snapshot to compare with.',
    compareWith: (date) => `Compare with ${date}`,
    waitsForRows:
      'Renamed products, customers gone and sales dropped to nothing come once the rows of the day compared with are loaded.',
    jumpsMeaning: (score) =>
      `A jump is a change a day of sold or deployed whose modified z-score is above ${score}: how far it is from the median change, measured by the median of all these distances (Iglewicz and Hoaglin, 1993).`,
    jumpsKnown: (jumps, snapshots, from, to) =>
      `${jumps.value === 0 ? 'No jump' : plural(jumps, 'jump', 'jumps')} in ${snapshots} snapshots from ${from} to ${to}.`,
    jumpsTooFew: (snapshots, needed) =>
      `${plural(snapshots, 'snapshot is', 'snapshots are')} too few to tell a jump: it takes ${needed}.`,
    jumpsFailed: 'Some days could not be read, so no jump is claimed.',
    readingDays: 'Reading days for jumps',
    splitHint: 'Group by a field to look for jumps of its members.',
    stopReadingDays: 'Leave jumps out',
    nothingOdd: 'Nothing odd found',
    lookedFor: (kinds, date) => `Looked for in the snapshot of ${date}: ${list.format(kinds)}.`,
    allOff: 'Every kind is switched off',
    allOffAdvice: 'Switch one on above to see what is odd.',
    showAll: 'Show all kinds',
    loosenFilter: 'A condition or a search leaves other rows out.',
    noSuchPage: (page) => `There are no anomalies on page ${page}.`,
    firstPage: 'Go to the first page',
    failed: 'Could not be loaded.',
    needsEverything: (groups, requests) =>
      `What is odd is found once every product of every customer is read${groups === null ? '' : `: ${groups} groups`}${requests === null ? '' : `, ${requests} requests`}.`,
    comes: 'It comes with the rows that are being loaded.',
    load: 'Read them',
    reading: 'Reading every product of every customer',
    stop: 'Stop reading',
  },
};
