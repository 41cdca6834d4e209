import type { Coverage, Summary } from '#engine/engine.ts';
import { isOfEverything } from '#engine/totals.ts';
import type { Format } from '#ui/format.ts';
import type { texts } from './texts.ts';

type Texts = (typeof texts)['en'];

/** The customers that some figures are about: `all 1,234 customers`, or those that match the filter and the search. */
export function coverageText(summary: Summary, t: Texts, format: Format): string {
  const { customers, coverage } = summary;
  const written = format.count(customers);
  return isOfEverything(coverage)
    ? t.allCustomers(customers, written)
    : t.matchingCustomers(customers, written);
}

/** The sentence where the service's own count differs from what arrived; null where they agree or it gave none. */
export function disagreementText(coverage: Coverage, t: Texts, format: Format): string | null {
  if (!coverage.countDisagrees || coverage.totalCount === null) return null;
  return t.countDisagrees(format.count(coverage.totalCount), format.count(coverage.rowsRead));
}
