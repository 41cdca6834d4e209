import type { Field } from '#partner-center/fields.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import { compareCodeUnits } from '#partner-center/reading/group-key.ts';
import type { DeploymentRow, Member, Members, MembersQuestion } from './engine.ts';
import { labelGroups } from './label-groups.ts';
import { foldForSearch, searchWords } from './search-text.ts';

/** A value alone, or a value and one of its labels, in the form in which they are searched. */
type Texts = readonly string[];

/**
 * Members, most sold first, with the texts in which words are looked for. They are made once for all keys that a person
 * types.
 */
export type Candidates = readonly { readonly member: Member; readonly folded: readonly Texts[] }[];

/**
 * The members of a field. A missing value is not a member.
 *
 * @param groups the groups by the field, or by the field and `label`; equal ones are joined already (`mergeGroups`)
 */
export function candidatesOf(groups: readonly DeploymentRow[], field: Field, label?: Field): Candidates {
  const folded = new Map<string, Texts[]>();
  for (const group of groups) {
    const value = group[field];
    if (value == null) continue;
    const texts = label === undefined ? [value] : [value, group[label] ?? ''];
    const key = foldCase(value);
    const known = folded.get(key);
    if (known === undefined) folded.set(key, [texts.map(foldForSearch)]);
    else known.push(texts.map(foldForSearch));
  }
  const members = label === undefined ? groups : labelGroups(groups, [field], label).groups;
  return members
    .flatMap((group): readonly Member[] => {
      const { [field]: value, licensesSold, licensesDeployed } = group;
      if (value == null) return [];
      const own = label === undefined ? {} : { label: group[label] ?? null };
      return [{ value, ...own, licensesSold, licensesDeployed }];
    })
    .toSorted((a, b) => b.licensesSold - a.licensesSold || compareCodeUnits(a.value, b.value))
    .map((member) => ({ member, folded: folded.get(foldCase(member.value)) ?? [] }));
}

/**
 * The first members that contain every word asked for. A member that is exactly what was asked for comes before the
 * others. Otherwise many longer names that sell better could keep it out of reach.
 */
export function membersAmong(
  candidates: Candidates,
  { containing, limit }: Pick<MembersQuestion, 'containing' | 'limit'>,
): Pick<Members, 'members' | 'total'> {
  const words = searchWords(containing);
  const text = foldForSearch(containing).trim();
  const hasAll = (texts: Texts): boolean => words.every((word) => texts.some((one) => one.includes(word)));
  const found = candidates.filter(({ folded }) => folded.some(hasAll));
  const isExact = ({ folded }: Candidates[number]): boolean =>
    folded.flat().some((one) => one.trim() === text);
  const ordered = text === '' ? found : [...found.filter(isExact), ...found.filter((each) => !isExact(each))];
  return { members: ordered.slice(0, limit).map(({ member }) => member), total: ordered.length };
}
