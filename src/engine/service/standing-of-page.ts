import { MAX_TOP } from '#partner-center/client.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import type { Page, PageQuestion, Standing } from '#engine/engine.ts';
import { standingOf } from '#engine/standing.ts';

/** All customers there may be. Their order needs all of them, so that a page of some says that it is of some. */
export const CUSTOMERS: Omit<PageQuestion, 'readAll'> = {
  groupby: ['customerTenantId'],
  sort: [{ field: 'licensesSold', descending: true }],
  offset: 0,
  limit: Number.MAX_SAFE_INTEGER,
};

/** Where one customer stands among the customers of a page; of some of them, what all would take. */
export function standingOfPage(
  { rows, order, total, isEndKnown, coverage }: Page,
  customerTenantId: string,
): Standing {
  if (order === 'service') {
    const requests = isEndKnown ? Math.max(1, Math.ceil(total / MAX_TOP)) : null;
    const toRead = { rows: isEndKnown ? total : null, requests };
    return { totals: null, similar: null, toRead, coverage };
  }
  const customers = rows.flatMap(({ customerTenantId: id, ...row }) => (id == null ? [] : [{ id, ...row }]));
  const own = foldCase(customerTenantId);
  return {
    ...standingOf(
      customers.map(({ licensesSold }) => licensesSold),
      customers.map(({ licensesDeployed }) => licensesDeployed),
      customers.findIndex(({ id }) => foldCase(id) === own),
    ),
    coverage,
  };
}
