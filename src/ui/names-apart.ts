export type Named = {
  readonly id: string;
  /** null where it has no name, or none is known. */
  readonly name: string | null;
};

// Characters that can be seen: letters, figures, signs.
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

// The first part of a GUID, which is nearly always different.
const SHORT_ID = 8;

/** The form is equal where a person sees no difference between two names: other code points, or another letter case. */
function formOf(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}

/**
 * The names of things that have an id: their name, or their id where they have none. Where a person cannot distinguish
 * two names in the list, the beginning of the id follows each, or the whole id where the beginnings are equal.
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
