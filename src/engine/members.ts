import type { Field } from '#partner-center/fields.ts';
import { compareCodeUnits } from './collation.ts';
import type { DeploymentRow, Member, Members, MembersQuestion } from './engine.ts';
import { foldForSearch, searchWords } from './search-text.ts';

/** Members, most sold first, with what asked words are looked for in: made once for many keys typed. */
export type Candidates = readonly { readonly member: Member; readonly folded: string }[];

/** The members of a field: its groups, equal ones already together (`mergeGroups`). No value is no member. */
export function candidatesOf(groups: readonly DeploymentRow[], field: Field): Candidates {
  return groups
    .flatMap(({ [field]: value, licensesSold, licensesDeployed }): readonly Member[] =>
      value == null ? [] : [{ value, licensesSold, licensesDeployed }],
    )
    .toSorted((a, b) => b.licensesSold - a.licensesSold || compareCodeUnits(a.value, b.value))
    .map((member) => ({ member, folded: foldForSearch(member.value) }));
}

/**
 * The first of them that contain every word asked for. One that is exactly what was asked for comes before the
 * others, or many longer names that sell better could keep it out of reach.
 */
export function membersAmong(
  candidates: Candidates,
  { containing, limit }: Pick<MembersQuestion, 'containing' | 'limit'>,
): Pick<Members, 'members' | 'total'> {
  const words = searchWords(containing);
  const text = foldForSearch(containing).trim();
  const found = candidates.filter(({ folded }) => words.every((word) => folded.includes(word)));
  const isExact = ({ folded }: Candidates[number]): boolean => folded.trim() === text;
  const ordered = text === '' ? found : [...found.filter(isExact), ...found.filter((each) => !isExact(each))];
  return { members: ordered.slice(0, limit).map(({ member }) => member), total: ordered.length };
}
