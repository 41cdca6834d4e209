import type { Catalogue } from '#ui/language.ts';

type Texts = {
  readonly snapshot: (date: string) => string;
  readonly everything: string;
  readonly filter: (expression: string) => string;
  readonly search: (text: string) => string;
  readonly summedBy: Readonly<Record<'service' | 'snapshot', (read: string) => string>>;
};

/** The texts about what a picture is based on. */
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

/** What a picture is based on. */
export type PictureCoverage = {
  /** The day, as text. */
  readonly date: string;
  /** The filter as the endpoint writes it; empty where there is none. */
  readonly filter: string;
  readonly search: string;
  readonly engine: 'service' | 'snapshot';
  /** The number of rows that were summed here, as text. */
  readonly read: string;
};

/**
 * The rows that a filter lets through, in words; `filter` is as the endpoint writes it, and empty where there is none.
 */
export function filterWords(filter: string, t: Pick<Texts, 'everything' | 'filter'>): string {
  return filter === '' ? t.everything : t.filter(filter);
}

/** The line of a picture about its day, its rows, and what has summed them. */
export function coverageLine({ date, filter, search, engine, read }: PictureCoverage, t: Texts): string {
  return [
    t.snapshot(date),
    filterWords(filter, t),
    ...(search === '' ? [] : [t.search(search)]),
    t.summedBy[engine](read),
  ].join(' · ');
}
