import { figureTexts } from '#ui/figure-texts.ts';
import type { Catalogue } from '#ui/language.ts';
import type { Opportunity } from '#view/view.ts';

/** The kind of the list's rows, for sentences that count them. */
export type Kind =
  'customer' | 'customerName' | 'product' | 'service' | 'channel' | 'customerProduct' | 'row';

/** A number, which decides the plural, and its text. */
export type Count = { readonly value: number; readonly text: string };

export type OpportunitiesTexts = {
  readonly opportunity: string;
  readonly opportunities: Readonly<Record<Opportunity, string>>;
  readonly thresholds: string;
  readonly minIdle: string;
  readonly maxUtilization: string;
  readonly minUtilization: string;
  readonly spare: string;
  readonly percent: string;
  readonly licenses: string;
  readonly spareHint: string;
  readonly maxUtilizationHint: string;
  readonly wrongCount: (text: string, most: string) => string;
  readonly wrongPercent: (text: string, most: string) => string;
  /** `share` is null where it is less than 1 %. */
  readonly held: (kind: Kind, holders: Count, share: string | null, idle: Count) => string;
  readonly leftOut: (idle: Count) => string;
  readonly noneListed: (idle: Count) => string;
  readonly nothingIdle: string;
  readonly nothingIdleBeyondSpare: string;
  readonly cutApart: (addedUp: string, idle: string) => string;
  readonly nearlyFull: (kind: Kind, listed: Count, percent: string, short: Count) => string;
  readonly noneNearlyFull: (percent: string) => string;
  readonly needsEverything: string;
  readonly chart: string;
  readonly bar: (name: string, amount: string, share: string | null) => string;
  readonly idleCount: (idle: Count) => string;
  readonly shareUpTo: (rank: number, share: string) => string;
  readonly clickFilters: string;
  readonly clickTakesBack: string;
  readonly filterBy: (bar: string) => string;
  readonly showAllAgain: (bar: string) => string;
  readonly idle: string;
  readonly idleValue: string;
  readonly month: (money: string) => string;
  readonly priced: (percent: string, idle: string) => string;
  readonly cumulative: string;
  readonly name: string;
  readonly totalListed: (listed: string) => string;
  readonly noChart: string;
  readonly failed: string;
  readonly noValue: string;
  readonly nothingListed: Readonly<Record<Opportunity, string>>;
  /** null where that threshold is already as loose as usual. */
  readonly loosenIdle: (minIdle: string | null, maxUtilization: string | null) => string;
  readonly loosenNearlyFull: (percent: string) => string;
  readonly loosenFilter: string;
  readonly resetThresholds: string;
};

const NOUNS: Readonly<Record<Kind, readonly [one: string, many: string]>> = {
  customer: ['customer', 'customers'],
  customerName: ['customer name', 'customer names'],
  product: ['product', 'products'],
  service: ['service', 'services'],
  channel: ['channel', 'channels'],
  customerProduct: ['pair of customer and product', 'pairs of customer and product'],
  row: ['row', 'rows'],
};

function counted(kind: Kind, { value, text }: Count): string {
  const [one, many] = NOUNS[kind];
  return `${text} ${value === 1 ? one : many}`;
}

function idleLicenses({ value, text }: Count): string {
  return `${text} idle ${value === 1 ? 'license' : 'licenses'}`;
}

function missing({ value, text }: Count): string {
  if (value === 0) return 'None of their licenses are missing.';
  return `${text} ${value === 1 ? 'license is' : 'licenses are'} missing.`;
}

export const texts: Catalogue<OpportunitiesTexts> = {
  en: {
    opportunity: 'Opportunity',
    opportunities: { idle: 'Idle', nearlyFull: 'Nearly full' },
    thresholds: 'Thresholds',
    minIdle: 'Minimum idle',
    maxUtilization: 'Maximum utilization',
    minUtilization: 'Minimum utilization',
    spare: 'Spare',
    percent: '%',
    licenses: 'licenses',
    spareHint: 'Licenses that each customer keeps of each product on purpose: they do not count as idle.',
    maxUtilizationHint:
      'At 100 or more nothing is left out: who is over-deployed as a whole can have idle licenses of one product.',
    wrongCount: (text, most) => `“${text}” is not a whole number from 0 to ${most}.`,
    wrongPercent: (text, most) =>
      `“${text}” is not a number of percent from 0 to ${most}, with at most three decimals.`,
    held: (kind, holders, share, idle) =>
      `${counted(kind, holders)} ${holders.value === 1 ? 'holds' : 'hold'} ${share ?? 'less than 1%'} of ${idleLicenses(idle)}.`,
    leftOut: ({ value, text }) => `The thresholds leave out ${text} of ${value === 1 ? 'it' : 'them'}.`,
    noneListed: (idle) => `The thresholds leave out all of ${idleLicenses(idle)}.`,
    nothingIdle: 'No license lies idle.',
    nothingIdleBeyondSpare: 'No license lies idle beyond the spare ones.',
    cutApart: (addedUp, idle) =>
      `In this grouping the licenses of one customer and product can stand in several rows: the rows add up to ${addedUp} idle licenses, more than the ${idle} that lie idle.`,
    nearlyFull: (kind, listed, percent, short) =>
      `${counted(kind, listed)} ${listed.value === 1 ? 'uses' : 'use'} ${percent} or more. ${missing(short)}`,
    noneNearlyFull: (percent) => `Nothing uses ${percent} or more.`,
    needsEverything: 'It is drawn once every product of every customer is read.',
    chart: figureTexts.english.idleLicenses,
    bar: (name, amount, share) =>
      share === null ? `${name}: ${amount}` : `${name}: ${amount}, up to here ${share}`,
    idleCount: idleLicenses,
    shareUpTo: (rank, share) => (rank === 1 ? `${share} of all` : `The first ${rank} hold ${share} of all`),
    clickFilters: 'Click: filter by it',
    clickTakesBack: 'Click: take the filter back',
    filterBy: (bar) => `Filter by ${bar}`,
    showAllAgain: (bar) => `Take the filter back. ${bar}`,
    idle: 'Idle',
    idleValue: 'Idle value',
    month: (money) => `${money} a month`,
    priced: (percent, idle) => `By value. Priced: ${percent} of ${idle} idle licenses.`,
    cumulative: 'Share up to here',
    name: 'Name',
    totalListed: (listed) => `All listed (${listed})`,
    noChart: 'Nothing to draw',
    failed: 'Could not be loaded.',
    noValue: '(no value)',
    nothingListed: { idle: 'Nothing lies idle here', nearlyFull: 'Nothing is nearly full here' },
    loosenIdle: (minIdle, maxUtilization) =>
      [
        minIdle !== null && `Lower the minimum idle, which is ${minIdle} now.`,
        maxUtilization !== null && `Raise the maximum utilization, which is ${maxUtilization} now.`,
      ]
        .filter((sentence) => sentence !== false)
        .join(' '),
    loosenNearlyFull: (percent) => `Lower the minimum utilization, which is ${percent} now.`,
    loosenFilter: 'Remove or change a condition or the search above.',
    resetThresholds: 'Reset thresholds',
  },
};
