import type { Field } from '#partner-center/fields.ts';
import { and, or } from './canonical.ts';
import { foldCase } from './fold-case.ts';
import { foldFilter } from './fold.ts';
import { printFilter } from './print.ts';
import type { Connective, Filter } from './syntax.ts';

type Fits = (part: Filter) => boolean;

/** More parts than this would be more requests than anyone waits for. */
const MOST_PARTS = 100;

/**
 * Why there are no parts: `indivisible`: what is too long has to hold all at once; `tooMany`: it would take more parts
 * than anyone waits for.
 */
export type NotSplit = 'indivisible' | 'tooMany';

/**
 * Splits a canonical filter into parts that each fit, such that every row that passes the filter passes exactly one
 * part, and no other row passes any: answers to the parts add up to the answer to the whole.
 *
 * What can be split is a choice: the values of an `is any of`, or an `or` whose sides exclude each other or can be made
 * to. What has to hold all at once (a long `is none of`) cannot. A part takes as many of the values as fit.
 *
 * @param fits may a filter be sent as it is? Has to hold for filters shorter than one that it holds for.
 */
export function splitFilter(filter: Filter, fits: Fits): readonly Filter[] | NotSplit {
  const parts: Filter[] = [];
  const pending: Filter[] = [filter];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    if (fits(part)) {
      parts.push(part);
      continue;
    }
    const pieces = cut(part, fits);
    if (pieces === null) return 'indivisible';
    // The stack gives back the last one first.
    pending.push(...pieces.toReversed());
    if (parts.length + pending.length > MOST_PARTS) return 'tooMany';
  }
  return parts;
}

/** Two or more pieces of a filter, each shorter than it; null where it has none. */
function cut(filter: Filter, fits: Fits): readonly Filter[] | null {
  switch (filter.kind) {
    case 'comparison':
      return null;
    case 'or':
      return cutExclusive(filter.operands, fits) ?? cutByNegation(filter.operands);
    case 'and':
      return cutWithin(filter, fits);
  }
}

/** `a and (b or c)` is `a and b` or `a and c`: the longest choice is cut, the rest stands in each piece. */
function cutWithin({ operands }: Connective, fits: Fits): readonly Filter[] | null {
  const choices = operands
    .map((choice) => ({ choice, length: printFilter(choice).length }))
    .toSorted((a, b) => b.length - a.length);
  for (const { choice } of choices) {
    const within = (piece: Filter): Filter => replaced(operands, choice, piece);
    const pieces = cut(choice, (piece) => fits(within(piece)));
    if (pieces !== null) return pieces.map(within);
  }
  return null;
}

function replaced(operands: readonly Filter[], choice: Filter, piece: Filter): Filter {
  return and(operands.map((operand) => (operand === choice ? piece : operand))) ?? piece;
}

/** Pieces of a choice whose sides exclude each other, because each allows other values of one field. */
function cutExclusive(operands: readonly Filter[], fits: Fits): readonly Filter[] | null {
  const allowed = operands.map(allowedValues);
  for (const field of allowed[0]?.keys() ?? []) {
    const sets = allowed.map((values) => values.get(field));
    if (!sets.every((set) => set !== undefined)) continue;
    const groups = groupsByOverlap(operands, sets);
    if (groups.length > 1) return filled(groups, fits);
  }
  return null;
}

/** Groups in as few pieces as they fit; two halves where not even one group fits, as what is beside it is too long. */
function filled(groups: readonly (readonly Filter[])[], fits: Fits): readonly Filter[] {
  const pieceOf = (from: number, size: number): Filter => oneOf(groups.slice(from, from + size).flat());
  if (!fits(pieceOf(0, 1))) {
    const middle = Math.ceil(groups.length / 2);
    return [pieceOf(0, middle), pieceOf(middle, middle)];
  }
  const pieces: Filter[] = [];
  let size = 1;
  for (let from = 0; from < groups.length; from += size) {
    // One group goes by itself where it does not fit, to be cut further.
    let fitting = 1;
    let beyond = groups.length - from + 1;
    // The piece before held about as many. A guess never goes far beyond what fits: each one is printed.
    for (let guess = size; beyond - fitting > 1;) {
      const tried = Math.min(Math.max(guess, fitting + 1), beyond - 1);
      if (fits(pieceOf(from, tried))) fitting = tried;
      else beyond = tried;
      guess = Math.min(fitting * 2, Math.floor((fitting + beyond) / 2));
    }
    size = fitting;
    pieces.push(pieceOf(from, size));
  }
  return pieces;
}

/**
 * Pieces of a choice whose sides may overlap: one side, and the other without it. The side that is taken out has to be
 * said again, so it is the shorter one: everything but the longest list of values of one field.
 */
function cutByNegation(operands: readonly Filter[]): readonly Filter[] | null {
  const lists = new Map<Field, Filter[]>();
  for (const operand of operands) {
    if (operand.kind !== 'comparison' || operand.operator !== 'eq') continue;
    lists.set(operand.field, [...(lists.get(operand.field) ?? []), operand]);
  }
  const list = [...lists.values()].toSorted((a, b) => b.length - a.length)[0] ?? [];
  const inList = new Set(list);
  const others = operands.filter((operand) => !inList.has(operand));
  // One comparison gains nothing by being taken out.
  if (list.length < 2 || others.length === 0) return null;
  const other = oneOf(others);
  return [other, and([oneOf(list), negation(other)])];
}

/** The values of each field that a filter lets through at most, letter case folded; no entry: any value. */
function allowedValues(filter: Filter): ReadonlyMap<Field, ReadonlySet<string>> {
  const conjuncts = filter.kind === 'and' ? filter.operands : [filter];
  const allowed = new Map<Field, ReadonlySet<string>>();
  for (const conjunct of conjuncts) {
    const choices = conjunct.kind === 'or' ? conjunct.operands : [conjunct];
    const [first] = choices;
    if (first?.kind !== 'comparison' || allowed.has(first.field)) continue;
    const { field } = first;
    const values = choices.flatMap((choice) =>
      choice.kind === 'comparison' && choice.operator === 'eq' && choice.field === field
        ? [foldCase(choice.value)]
        : [],
    );
    if (values.length === choices.length) allowed.set(field, new Set(values));
  }
  return allowed;
}

/** Operands in groups such that no two groups share a value. */
function groupsByOverlap(
  operands: readonly Filter[],
  sets: readonly ReadonlySet<string>[],
): readonly (readonly Filter[])[] {
  const groupOf = new Map<string, Filter[]>();
  const groups = new Set<Filter[]>();
  operands.forEach((operand, index) => {
    const group: Filter[] = [operand];
    groups.add(group);
    for (const value of sets[index] ?? []) {
      const other = groupOf.get(value);
      if (other !== undefined && other !== group) {
        // The two are one from now on.
        groups.delete(other);
        group.unshift(...other);
        for (const [known, holder] of groupOf) if (holder === other) groupOf.set(known, group);
      }
      groupOf.set(value, group);
    }
  });
  return [...groups];
}

function oneOf(operands: readonly Filter[]): Filter {
  const [first, ...rest] = operands;
  if (first === undefined) throw new TypeError('A choice of a filter has no operands.');
  return or([first, ...rest]);
}

/**
 * What passes exactly where the filter does not. Sound for missing values too: they are `ne` to everything and `eq` to
 * nothing, so `ne` is `eq`'s exact opposite.
 */
function negation(filter: Filter): Filter {
  return foldFilter<Filter>(filter, {
    comparison: (comparison) => ({ ...comparison, operator: comparison.operator === 'eq' ? 'ne' : 'eq' }),
    and: oneOf,
    or: (operands) => and(operands) ?? filter,
  });
}
