import { foldCase } from '#partner-center/filter/fold-case.ts';
import type { Field } from '#partner-center/fields.ts';
import { compareCodeUnits } from './collation.ts';
import type { DeploymentRow, Member, Members, MembersQuestion } from './engine.ts';
import { foldForSearch, searchWords } from './search-text.ts';
import { add, NO_LICENSES } from './totals.ts';

/** Members, most sold first, with what asked words are looked for in: made once for many keys typed. */
export type Candidates = readonly { readonly member: Member; readonly folded: string }[];

/**
 * The members of a field among some groups of the service. Values equal but for letter case are one, written as the
 * spelling that sold most; no value is no member.
 */
export function candidatesOf(groups: readonly DeploymentRow[], field: Field): Candidates {
  type Sum = Member & { readonly spellingSold: number };
  const sums = new Map<string, Sum>();
  for (const group of groups) {
    const value = group[field] ?? null;
    if (value === null) continue;
    const key = foldCase(value);
    const sofar = sums.get(key);
    const isBetter =
      sofar === undefined ||
      group.licensesSold > sofar.spellingSold ||
      (group.licensesSold === sofar.spellingSold && compareCodeUnits(value, sofar.value) < 0);
    sums.set(key, {
      value: isBetter ? value : sofar.value,
      spellingSold: isBetter ? group.licensesSold : sofar.spellingSold,
      ...add(sofar ?? NO_LICENSES, group),
    });
  }
  return [...sums.values()]
    .toSorted((a, b) => b.licensesSold - a.licensesSold || compareCodeUnits(a.value, b.value))
    .map(({ value, licensesSold, licensesDeployed }) => ({
      member: { value, licensesSold, licensesDeployed },
      folded: foldForSearch(value),
    }));
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
