import type { Member } from '#engine/engine.ts';

/** Members with what typed text is compared to, made once for many keys typed. */
export type Searchable = readonly { readonly member: Member; readonly folded: string }[];

export function searchable(members: readonly Member[]): Searchable {
  return members.map((member) => ({ member, folded: fold(member.value) }));
}

export type Narrowed = {
  readonly members: readonly Member[];
  /** How many more match than are given. */
  readonly more: number;
};

/**
 * The first members, at most `limit`, that contain every word typed, letter case and accents ignored; all where
 * nothing is typed. In their own order, but for the one that is exactly what was typed: it comes first, or many
 * longer names that sell better could keep it out of reach.
 */
export function narrow(members: Searchable, typed: string, limit: number): Narrowed {
  const text = fold(typed).trim();
  const words = text.split(/\s+/u);
  const found = members.filter(({ folded }) => words.every((word) => folded.includes(word)));
  const isExact = ({ folded }: Searchable[number]) => folded.trim() === text;
  const ordered = [...found.filter(isExact), ...found.filter((each) => !isExact(each))];
  return {
    members: ordered.slice(0, limit).map(({ member }) => member),
    more: Math.max(0, ordered.length - limit),
  };
}

// Compatible forms are one (`ﬁ` is found by `fi`, full-width letters by plain ones) and marks go, in the names as
// in what is typed, so that scripts in which marks are vowels still match themselves.
function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
