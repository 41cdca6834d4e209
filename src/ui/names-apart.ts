export type Named = {
  readonly id: string;
  /** null: it has none, or none is known. */
  readonly name: string | null;
};

// Letters, figures, signs: something to see.
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

// The first part of a GUID, which tells nearly any two of them apart.
const SHORT_ID = 8;

/** Equal where two names are the same to a person: written in other code points, or in other letter case. */
function formOf(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}

/**
 * How things that have an id are called: by their name, by their id where they have none. Those of the list whose names
 * are the same to a person have the start of their ids behind it, or all of them where these start alike.
 */
export function namesApart(list: readonly Named[]): readonly string[] {
  const idsOf = new Map<string, Set<string>>();
  for (const { id, name } of list) {
    const form = formOf(name ?? '');
    idsOf.set(form, (idsOf.get(form) ?? new Set()).add(id));
  }
  return list.map(({ id, name }) => {
    if (name === null || !VISIBLE.test(name)) return id;
    const ids = [...(idsOf.get(formOf(name)) ?? [])];
    if (ids.length < 2) return name;
    const short = id.slice(0, SHORT_ID);
    const tells = ids.filter((other) => other.startsWith(short)).length === 1;
    return `${name} (${tells ? short : id})`;
  });
}
