import { MAX_TOP, type LicenseDeploymentQuery, type PartnerCenterClient } from '#partner-center/client.ts';
import type { Field } from '#partner-center/fields.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { partsOf } from '#partner-center/reading/parts-of-filter.ts';
import { queryOf } from '#partner-center/reading/read-pages.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import { PAIR, type GroupsQuestion, type PageQuestion, type TotalsQuestion } from '#engine/engine.ts';
import { withPairFields } from '#engine/pairs.ts';
import { BY_CUSTOMER, FEWEST_GROUPS, withLabel } from './asked-groups.ts';
import { needsPairs } from './needs-pairs.ts';

/** A question about one snapshot; `everything` is all of its rows, as a download asks for them. */
export type ServiceQuestion =
  | { readonly about: 'everything' }
  | { readonly about: 'summary' }
  | { readonly about: 'totals'; readonly question: TotalsQuestion }
  | { readonly about: 'groups'; readonly question: Pick<GroupsQuestion, 'by' | 'label' | 'spare'> }
  | { readonly about: 'page'; readonly question: PageQuestion };

/** What is read for a question: groupings that are read as far as necessary, and a page as the service cuts it. */
type ReadFor = {
  readonly groupings: readonly (readonly Field[])[];
  readonly page?: Pick<LicenseDeploymentQuery, 'groupby' | 'top' | 'skip'>;
};

function readForPage(question: PageQuestion): ReadFor {
  const { groupby, sort, offset, limit, readAll } = question;
  const page = { groupby, top: limit, skip: offset };
  if (!readAll && groupby.length === 0 && sort.length === 0) return { groupings: [], page };
  const groupings = needsPairs(question) ? [groupby, withPairFields(groupby)] : [groupby];
  // A page that the first response of a question can't reach is asked for by itself.
  const isBeyond = !readAll && offset + limit > MAX_TOP;
  return isBeyond ? { groupings, page } : { groupings };
}

function readFor(asked: ServiceQuestion): ReadFor {
  switch (asked.about) {
    case 'everything':
      return { groupings: [[]] };
    case 'summary':
      return { groupings: [BY_CUSTOMER] };
    case 'totals':
      return { groupings: [asked.question.spare == null ? FEWEST_GROUPS : PAIR] };
    case 'groups': {
      const { by, label, spare = null } = asked.question;
      const named = withLabel(by, label);
      return { groupings: spare === null ? [named] : [named, withPairFields(by)] };
    }
    case 'page':
      return readForPage(asked.question);
  }
}

/**
 * The queries that the service engine sends for a question: the first one of each reading, in the order in which they
 * are sent. Where an answer has a next link, more follow. A filter that is too long for one address is asked for in
 * parts.
 *
 * @throws PartnerCenterError where the filter is too long and can't be asked for in parts
 */
export function queriesOf(
  client: Pick<PartnerCenterClient, 'fits'>,
  { snapshot, filter }: { readonly snapshot: Snapshot; readonly filter: Filter | null },
  asked: ServiceQuestion,
): readonly LicenseDeploymentQuery[] {
  const { groupings, page } = readFor(asked);
  const all = (groupby: readonly Field[]): readonly LicenseDeploymentQuery[] => {
    const query = queryOf({ snapshot, filter, groupby });
    return partsOf(client, query).map((part) => ({ ...query, filter: part }));
  };
  const cut = page && { ...queryOf({ snapshot, filter, groupby: page.groupby }), ...page };
  // Where there are parts, the rows of a page are known only after reading them.
  const isCut = cut !== undefined && client.fits(cut);
  const read = cut === undefined || isCut || groupings.length > 0 ? groupings : [cut.groupby];
  // The same reading is not made twice.
  const distinct = new Map(read.map((groupby) => [groupby.join(), groupby]));
  return [...[...distinct.values()].flatMap(all), ...(isCut ? [cut] : [])];
}
