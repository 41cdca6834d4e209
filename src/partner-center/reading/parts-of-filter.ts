import type { LicenseDeploymentQuery, PartnerCenterClient } from '#partner-center/client.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import { splitFilter } from '#partner-center/filter/split.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';

/**
 * The filters to ask for one after the other: only the query's own where its address is short enough.
 *
 * @throws PartnerCenterError where it is too long and cannot be split soundly, or takes too many parts
 */
export function partsOf(
  client: Pick<PartnerCenterClient, 'fits'>,
  query: LicenseDeploymentQuery,
): readonly (Filter | null)[] {
  if (query.filter === null || client.fits(query)) return [query.filter];
  const parts = splitFilter(query.filter, (filter) => client.fits({ ...query, filter }));
  if (parts === 'indivisible') {
    throw new PartnerCenterError({
      kind: 'filterTooLong',
      description: 'The filter does not fit the service’s longest address and can’t be asked in parts.',
    });
  }
  if (parts === 'tooMany') {
    throw new PartnerCenterError({
      kind: 'tooManyParts',
      description: 'The filter would have to be asked in more parts than is sensible.',
    });
  }
  return parts;
}
