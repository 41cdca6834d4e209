import type { Coverage, Summary } from '#engine/engine.ts';
import { isOfEverything } from '#engine/totals.ts';
import type { Format } from '#ui/format.ts';
import type { TextsOf } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

type Texts = TextsOf<typeof texts>;

/** The customers that some figures are about: `all 1,234 customers`, or those that match the filter and the search. */
export function coverageText(summary: Summary, t: Texts): string {
  const { customers, coverage } = summary;
  return isOfEverything(coverage) ? t.allCustomers({ customers }) : t.matchingCustomers({ customers });
}

/** The sentence where the service's own count differs from what arrived; null where they agree or it gave none. */
export function disagreementText(coverage: Coverage, t: Texts, format: Format): string | null {
  if (!coverage.countDisagrees || coverage.totalCount === null) return null;
  return t.countDisagrees({
    counted: format.count(coverage.totalCount),
    arrived: format.count(coverage.rowsRead),
  });
}
