import type { Catalogue } from '#ui/language.ts';

type Texts = {
  readonly snapshot: (date: string) => string;
  readonly everything: string;
  readonly filter: (expression: string) => string;
  readonly search: (text: string) => string;
  readonly summedBy: Readonly<Record<'service' | 'snapshot', (read: string) => string>>;
};

/** What a picture says of what it rests on. */
export const coverageTexts: Catalogue<Texts> = {
  en: {
    snapshot: (date) => `Snapshot of ${date}`,
    everything: 'everything, no filter',
    filter: (expression) => `filter: ${expression}`,
    search: (text) => `search: “${text}”`,
    summedBy: {
      service: () => 'summed by the service',
      snapshot: (read) => `summed from ${read} rows`,
    },
  },
};

/** What a picture rests on. */
export type PictureCoverage = {
  /** Written. */
  readonly date: string;
  /** As the endpoint writes it; empty: everything. */
  readonly filter: string;
  readonly search: string;
  readonly engine: 'service' | 'snapshot';
  /** Rows that were summed here, written. */
  readonly read: string;
};

/** Which rows a filter lets through, as the endpoint writes it; empty: everything. */
export function filterWords(filter: string, t: Pick<Texts, 'everything' | 'filter'>): string {
  return filter === '' ? t.everything : t.filter(filter);
}

/** The line of a picture that says of which day it is, of which rows, and who summed them. */
export function coverageLine({ date, filter, search, engine, read }: PictureCoverage, t: Texts): string {
  return [
    t.snapshot(date),
    filterWords(filter, t),
    ...(search === '' ? [] : [t.search(search)]),
    t.summedBy[engine](read),
  ].join(' · ');
}
