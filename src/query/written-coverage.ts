import type { Coverage } from '#engine/engine.ts';
import { printFilter } from '#partner-center/filter/print.ts';

/** What an answer is based on, in the words that a picture of it shows. */
export type WrittenCoverage = {
  readonly date: string;
  /** The filter as the endpoint writes it; empty where there is none. */
  readonly filter: string;
  readonly search: string;
  readonly engine: Coverage['engine'];
  /** How many rows were summed here. */
  readonly read: number;
};

/** Writes what an answer is based on. */
export function writtenCoverage(
  { snapshot, filter, search, engine, rowsRead }: Coverage,
  format: { readonly date: (date: string) => string },
): WrittenCoverage {
  return {
    date: format.date(snapshot.date),
    filter: printFilter(filter),
    search,
    engine,
    read: rowsRead,
  };
}
