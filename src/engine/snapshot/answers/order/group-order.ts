import type { Field } from '#partner-center/fields.ts';
import type { Measure } from '#view/view.ts';
import type { PageSortKey } from '#engine/engine.ts';
import type { DictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import { keyOfField, type GroupSums } from '#engine/snapshot/answers/group/group-sums.ts';
import type { Codes, Counts, TextColumnName } from '#engine/snapshot/columns/table.ts';
import { firstItems } from './first-items.ts';
import { type Items, measured } from './measured.ts';
import { readAll } from './numbers.ts';
import { sortedItems } from './radix-sort.ts';
import { textColumn } from './sort-column.ts';
import { columnsOf } from './sortable.ts';

/**
 * All groups in an order of several keys, the first counting most. Undefined values come last in either direction;
 * groups equal in all keys by the values they are grouped by: by code unit, field after field, no value last.
 *
 * @param sort its texts are those of grouped fields: a group has no other
 * @param ordering the fields that decide the order by values, those left out that follow from one before them
 */
export function groupOrder(
  groups: GroupSums,
  sort: readonly PageSortKey[],
  index: DictionaryIndex,
  ordering: readonly Field[] = groups.fields,
): Uint32Array<ArrayBuffer> {
  const items: Items = { count: groups.count, ids: null };
  const codes = (column: TextColumnName): Codes => keyOfField(groups, column);
  const { licensesSold, licensesDeployed, pairs } = groups;
  const byKey = ordering.map((field) => {
    const ranks = index.codeUnitRanks(field);
    return textColumn(codes(field), items, { ranks, places: ranks.length - 1 }, false);
  });
  const bySort = columnsOf({ codes, licensesSold, licensesDeployed, pairs }, items, sort, index);
  return sortedItems([...bySort, ...byKey], groups.count);
}

// Above this part of many groups, sorting them all is less work than keeping the first ones in a heap. That needs ranks
// of all texts, though, which few groups are not worth.
const PART = 1 / 8;
const MANY = 4096;

/** What groups are ranked by, highest first, undefined ones last. Sums are ranked as they are. */
function ranked(groups: GroupSums, rankBy: Measure): Counts {
  if (rankBy === 'licensesSold' || rankBy === 'licensesDeployed') return groups[rankBy];
  const measure = readAll(measured(groups, { count: groups.count, ids: null }, rankBy));
  for (let group = 0; group < measure.length; group += 1) {
    // No measure is infinite: this is below them all.
    if (Number.isNaN(measure[group])) measure[group] = Number.NEGATIVE_INFINITY;
  }
  return measure;
}

/**
 * The first groups by a measure, highest first; an undefined utilization ranks last. Between equals the one that sold
 * more, then by the values they are grouped by: by code unit, field after field, no value last.
 *
 * @returns `top` groups, or all where there are fewer
 */
export function topGroups(
  groups: GroupSums,
  rankBy: Measure,
  top: number,
  index: DictionaryIndex,
): Uint32Array<ArrayBuffer> {
  if (groups.count > MANY && top > groups.count * PART) {
    const sort = [rankBy, 'licensesSold' as const].map((field) => ({ field, descending: true }));
    return groupOrder(groups, sort, index).slice(0, top);
  }
  const { licensesSold, keys, fields } = groups;
  // Few groups are equal in all else, so comparing their texts costs less than ranking all texts would.
  const compareIn = fields.map((field) => index.compareCodes(field));
  return firstItems(ranked(groups, rankBy), top, (a, b) => {
    const moreSold = licensesSold[b]! - licensesSold[a]!;
    if (moreSold !== 0) return moreSold;
    for (const [at, compareCodes] of compareIn.entries()) {
      const codes = keys[at] as Codes;
      const difference = compareCodes(codes[a]!, codes[b]!);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}
