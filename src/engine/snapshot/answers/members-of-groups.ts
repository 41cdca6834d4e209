import type { Members, MembersQuestion } from '#engine/engine.ts';
import { foldForSearch, searchWords } from '#engine/search-text.ts';
import type { DictionaryIndex, SearchTexts } from '#engine/snapshot/columns/dictionary-index.ts';
import type { Table } from '#engine/snapshot/columns/table.ts';
import { pickGroups, withValue, type GroupSums } from './group/group-sums.ts';
import { mergeLabels } from './group/merge-equal-groups.ts';
import { topGroups } from './order/group-order.ts';
import { textsWith, thingsWithAll } from './select/search-rows.ts';

/** The indexes of the flags that are set. */
function indexesOf(flags: Uint8Array): Uint32Array {
  let count = 0;
  const indexes = new Uint32Array(flags.length);
  for (let at = 0; at < flags.length; at += 1) {
    if (flags[at] === 0) continue;
    indexes[count] = at;
    count += 1;
  }
  return indexes.slice(0, count);
}

/** By code: 1 for a text that is the one asked for, whatever its letter case, its accents and the spaces around it. */
function exactTexts({ text, starts }: SearchTexts, asked: string): Uint32Array {
  return textsWith({ text, starts }, asked).map((contains, code) => {
    if (contains === 0) return 0;
    const whole = text.slice(starts[code], (starts[code + 1] ?? 0) - 1);
    return whole.trim() === asked ? 1 : 0;
  });
}

/**
 * The members of a field with their sums that contain the words that were asked for, most sold first, exact ones before.
 *
 * @param groups those by the field, or by the field and the question's label; equal ones merged
 */
export function membersOf(
  groups: GroupSums,
  { containing, limit }: MembersQuestion,
  { texts }: Table,
  index: DictionaryIndex,
): Pick<Members, 'members' | 'total'> {
  const written = withValue(groups);
  const [field, label] = written.fields;
  if (field === undefined) throw new TypeError('Members are those of a field.');
  const { groups: values, into } =
    label === undefined ? { groups: written, into: null } : mergeLabels(written, index);
  const columns = written.fields.map((name, nth) => ({
    texts: index.searchTexts(name),
    codes: written.keys[nth] ?? new Uint32Array(),
  }));
  /** By value: 1 where it has a flag itself or, where there are labels, where one of its labels has one. */
  const ofValues = (flags: Uint8Array): Uint8Array => {
    if (into === null) return flags;
    const merged = new Uint8Array(values.count);
    for (let at = 0; at < flags.length; at += 1) if (flags[at] === 1) merged[into[at]!] = 1;
    return merged;
  };

  const words = searchWords(containing);
  const asked = foldForSearch(containing).trim();
  const found =
    words.length === 0
      ? new Uint8Array(values.count).fill(1)
      : ofValues(thingsWithAll(written.count, columns, words));
  const parts = [found];
  if (asked !== '') {
    const exact = new Uint8Array(written.count);
    for (const { texts: own, codes } of columns) {
      const isExact = exactTexts(own, asked);
      for (let at = 0; at < exact.length; at += 1) if (isExact[codes[at]!] === 1) exact[at] = 1;
    }
    const first = ofValues(exact);
    parts.unshift(found.map((flag, at) => flag & first[at]!));
    parts[1] = found.map((flag, at) => flag & (1 - first[at]!));
  }
  const members = parts.flatMap((flags) => {
    const part = pickGroups(values, indexesOf(flags));
    const [codes = new Uint32Array(), labels = new Uint32Array()] = part.keys;
    const top = topGroups(part, 'licensesSold', limit, index);
    return Array.from(top, (group) => ({
      value: texts[field].dictionary[codes[group] ?? 0] ?? '',
      ...(label === undefined ? {} : { label: texts[label].dictionary[labels[group] ?? 0] ?? null }),
      licensesSold: part.licensesSold[group] ?? 0,
      licensesDeployed: part.licensesDeployed[group] ?? 0,
    }));
  });
  return { members: members.slice(0, limit), total: indexesOf(found).length };
}
