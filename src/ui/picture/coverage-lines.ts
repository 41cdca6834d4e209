import type { TextsOf } from '#ui/catalogue.ts';
import type { coverageTexts } from './coverage-texts.ts';

type Texts = TextsOf<typeof coverageTexts>;

/** What a picture is based on. */
export type PictureCoverage = {
  /** The day, as text. */
  readonly date: string;
  /** The filter as the endpoint writes it; empty where there is none. */
  readonly filter: string;
  readonly search: string;
  readonly engine: 'service' | 'snapshot';
  /** The number of rows that were summed here. */
  readonly read: number;
};

/**
 * The rows that a filter lets through, in words; `filter` is as the endpoint writes it, and empty where there is none.
 */
export function filterWords(filter: string, t: Pick<Texts, 'everything' | 'filter'>): string {
  return filter === '' ? t.everything : t.filter({ expression: filter });
}

/** The line of a picture about its day, its rows, and what has summed them. */
export function coverageLine({ date, filter, search, engine, read }: PictureCoverage, t: Texts): string {
  return [
    t.snapshot({ date }),
    filterWords(filter, t),
    ...(search === '' ? [] : [t.search({ text: search })]),
    engine === 'service' ? t.summedBy.service : t.summedBy.snapshot({ read }),
  ].join(' · ');
}
