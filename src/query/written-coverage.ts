import type { Coverage } from '#engine/engine.ts';
import { printFilter } from '#partner-center/filter/print.ts';

/** What an answer rests on, in the words of a picture of it. */
export type WrittenCoverage = {
  readonly date: string;
  /** As the endpoint writes it; empty: everything. */
  readonly filter: string;
  readonly search: string;
  readonly engine: Coverage['engine'];
  /** Rows that were summed here. */
  readonly read: string;
};

/** What an answer rests on, written. */
export function writtenCoverage(
  { snapshot, filter, search, engine, rowsRead }: Coverage,
  format: { readonly date: (date: string) => string; readonly count: (value: number) => string },
): WrittenCoverage {
  return {
    date: format.date(snapshot.date),
    filter: printFilter(filter),
    search,
    engine,
    read: format.count(rowsRead),
  };
}
