import type { Members, MembersQuestion } from '#engine/engine.ts';
import { foldForSearch, searchWords } from '#engine/search-text.ts';
import type { DictionaryIndex, SearchTexts } from './dictionary-index.ts';
import { pickGroups, type GroupSums } from './groups.ts';
import { topGroups } from './order/group-order.ts';
import { textsWithAll } from './search.ts';
import type { Dictionary } from './table.ts';

/** The indexes of the groups whose key has its flag (1, by code) set to `wanted`. */
function indexesWhere({ keys: [codes = new Uint32Array()] }: GroupSums, flags: Uint8Array, wanted: 0 | 1) {
  let count = 0;
  const indexes = new Uint32Array(codes.length);
  for (let group = 0; group < codes.length; group += 1) {
    if (flags[codes[group] ?? 0] !== wanted) continue;
    indexes[count] = group;
    count += 1;
  }
  return indexes.slice(0, count);
}

/** By code: 1 for a text that is what was asked for, but for letter case, accents and spaces around. */
function exactTexts({ text, starts }: SearchTexts, asked: string): Uint8Array {
  const flags = textsWithAll({ text, starts }, [asked]);
  flags.forEach((contains, code) => {
    if (contains === 0) return;
    const whole = text.slice(starts[code], (starts[code + 1] ?? 0) - 1);
    flags[code] = whole.trim() === asked ? 1 : 0;
  });
  return flags;
}

/**
 * The members among some values with their sums (groups of one field, equal ones merged) that contain the words that
 * were asked for, most sold first, exact ones before.
 */
export function membersOf(
  values: GroupSums,
  { field, containing, limit }: MembersQuestion,
  dictionary: Dictionary,
  index: DictionaryIndex,
): Pick<Members, 'members' | 'total'> {
  const words = searchWords(containing);
  const asked = foldForSearch(containing).trim();
  const found =
    words.length === 0
      ? values
      : pickGroups(values, indexesWhere(values, textsWithAll(index.searchTexts(field), words), 1));
  const parts =
    asked === ''
      ? [found]
      : ([1, 0] as const).map((wanted) =>
          pickGroups(found, indexesWhere(found, exactTexts(index.searchTexts(field), asked), wanted)),
        );
  const members = parts.flatMap((part) => {
    const [codes = new Uint32Array()] = part.keys;
    const top = topGroups(part, 'licensesSold', limit, index);
    return Array.from(top, (group) => ({
      value: dictionary[codes[group] ?? 0] ?? '',
      licensesSold: part.licensesSold[group] ?? 0,
      licensesDeployed: part.licensesDeployed[group] ?? 0,
    }));
  });
  return { members: members.slice(0, limit), total: found.count };
}
