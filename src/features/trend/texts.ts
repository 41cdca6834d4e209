import { figureTexts } from '#ui/figure-texts.ts';
import type { Catalogue } from '#ui/language.ts';

type TrendTexts = {
  readonly trend: string;
  readonly range: string;
  readonly ranges: Readonly<Record<'7' | '30' | '90' | '396', string>>;
  readonly from: string;
  readonly to: string;
  readonly date: string;
  readonly of: (figure: string, member: string) => string;
  readonly reading: string;
  readonly stop: string;
  readonly goOn: string;
  readonly searchNeedsRows: string;
  readonly clearSearch: string;
  readonly noData: string;
  readonly failed: (days: string) => string;
  readonly missing: (days: string, all: string) => string;
  readonly everyDay: (snapshots: string) => string;
  readonly sampled: (asked: string, days: string) => string;
  readonly from_to: (from: string, to: string) => string;
  readonly hint: string;
  readonly axisBegins: (value: string) => string;
  readonly chosenOne: (date: string) => string;
  readonly show: (date: string) => string;
  readonly compare: (earlier: string, later: string) => string;
  readonly clearChoice: string;
  readonly splitBy: (field: string, measure: string) => string;
  readonly othersInTable: (count: string) => string;
  readonly othersLeftOut: (count: string) => string;
  readonly ofTheseAlone: (count: string) => string;
  readonly ofThese: (figure: string) => string;
  readonly other: (count: string) => string;
  readonly point: (date: string, sold: string, deployed: string, utilization: string) => string;
  readonly pointAnd: (point: string, figure: string, value: string) => string;
  readonly pointOfThese: (point: string) => string;
  readonly measure: string;
  readonly soldAndDeployed: string;
  readonly idleFinding: string;
  readonly idleOffer: (days: string, requests: string) => string;
  readonly readIdle: string;
  readonly idleTooMany: string;
  readonly idleUnknown: string;
};

/** The texts of the trend. */
export const texts: Catalogue<TrendTexts> = {
  en: {
    trend: figureTexts.en.trend,
    range: 'Range',
    ranges: { 7: '7 days', 30: '30 days', 90: '90 days', 396: '13 months' },
    from: 'From',
    to: 'To',
    date: 'Date',
    of: (figure, member) => `${figure}, ${member}`,
    reading: 'Reading days',
    stop: 'Stop reading',
    goOn: 'Go on reading',
    searchNeedsRows:
      'The trend is of everything the filter lets through: the service can’t search, and rows of past days are not loaded.',
    clearSearch: 'Clear the search',
    noData: 'No snapshot in this range has come yet.',
    failed: (days) => `${days} could not be read.`,
    missing: (days, all) => `${days} of ${all} days asked for have no snapshot: the line has a gap there.`,
    everyDay: (snapshots) => `${snapshots} snapshots`,
    sampled: (asked, days) => `${asked} of ${days} days, evenly chosen`,
    from_to: (from, to) => `${from} to ${to}`,
    hint: 'Choose a day to show it, two to compare them. Drag over days to look closer.',
    axisBegins: (value) => `The axis begins at ${value}.`,
    chosenOne: (date) => `${date} is chosen. Choose another day to compare it with.`,
    show: (date) => `Show ${date}`,
    compare: (earlier, later) => `Compare ${earlier} with ${later}`,
    clearChoice: 'Choose none',
    splitBy: (field, measure) => `split by ${field}: those with most ${measure} now`,
    othersInTable: (count) => `The other ${count} together stand in the table.`,
    othersLeftOut: (count) => `The other ${count} have no rows.`,
    ofTheseAlone: (count) =>
      `The sums of a day are those of these alone: all ${count} others would have to be read for each day.`,
    ofThese: (figure) => `${figure}, these together`,
    other: (count) => `Other (${count})`,
    point: (date, sold, deployed, utilization) =>
      `${date}: ${sold} sold, ${deployed} deployed, ${utilization} used`,
    pointAnd: (point, figure, value) => `${point}, ${figure} ${value}`,
    pointOfThese: (point) => `${point}, of these together`,
    measure: 'Measure',
    soldAndDeployed: 'Sold and deployed',
    idleFinding: 'How much the idle licenses of a day take is being looked up.',
    idleOffer: (days, requests) =>
      `What lies idle is known of loaded snapshots. Of other days every product of every customer has to be read: ${days} days take about ${requests} requests.`,
    readIdle: 'Read them',
    idleTooMany:
      'What lies idle is known of loaded snapshots alone: of two days already it would take more requests than a trend may have. A filter makes it fewer.',
    idleUnknown:
      'What lies idle is known of loaded snapshots alone: how much would have to be read of other days is not known.',
  },
};
