import { foldCase } from '#partner-center/filter/fold-case.ts';
import type { Standing } from '#engine/engine.ts';
import { standingOf } from '#engine/standing.ts';
import { toReadOf, type Collected } from './collect.ts';

/** The place of one customer among groups by tenant. Where only some of them were read, it says what has to be read. */
export function standingAmong(read: Collected, customerTenantId: string): Omit<Standing, 'coverage'> {
  if (read.next !== null) return { totals: null, similar: null, toRead: toReadOf([read]) };
  const customers = read.rows.flatMap(({ customerTenantId: id, ...row }) =>
    id == null ? [] : [{ id: foldCase(id), ...row }],
  );
  const own = foldCase(customerTenantId);
  return standingOf(
    customers.map(({ licensesSold }) => licensesSold),
    customers.map(({ licensesDeployed }) => licensesDeployed),
    customers.findIndex(({ id }) => id === own),
  );
}
