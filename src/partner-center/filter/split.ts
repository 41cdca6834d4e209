import type { Field } from '#partner-center/fields.ts';
import { and, or } from './canonical.ts';
import { foldCase } from './fold-case.ts';
import { foldFilter } from './fold.ts';
import { printFilter } from './print.ts';
import type { Connective, Filter } from './syntax.ts';

type Fits = (part: Filter) => boolean;

/** A person would not wait for the requests of more parts. */
const MOST_PARTS = 100;

/**
 * Why there are no parts. `indivisible`: the part that is too long has to hold all at once. `tooMany`: there would be
 * more than `MOST_PARTS`.
 */
export type NotSplit = 'indivisible' | 'tooMany';

/**
 * Splits a canonical filter into parts that each fit. Every row that passes the filter passes exactly one part, and no
 * other row passes any. So the answers to the parts add up to the answer to the whole.
 *
 * A choice can be split: the values of an `is any of`, or an `or` whose sides exclude each other or can be changed so
 * that they do. Conditions that have to hold all at once (a long `is none of`) cannot. A part takes as many values as
 * fit.
 *
 * @param fits may a filter be sent as it is? Where it is true for a filter, it has to be true for every shorter one.
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
    // The stack returns the last piece first.
    pending.push(...pieces.toReversed());
    if (parts.length + pending.length > MOST_PARTS) return 'tooMany';
  }
  return parts;
}

/** Two or more pieces of a filter, each shorter than the filter; null where it cannot be cut. */
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

/** `a and (b or c)` is `a and b` or `a and c`: the longest choice is cut, and each piece keeps the rest. */
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

/** The pieces of a choice whose sides exclude each other, because each allows other values of one field. */
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

/**
 * The groups in as few pieces as possible. Where not even one group fits, because the conditions beside it are too
 * long, there are two halves.
 */
function filled(groups: readonly (readonly Filter[])[], fits: Fits): readonly Filter[] {
  const pieceOf = (from: number, size: number): Filter => oneOf(groups.slice(from, from + size).flat());
  if (!fits(pieceOf(0, 1))) {
    const middle = Math.ceil(groups.length / 2);
    return [pieceOf(0, middle), pieceOf(middle, middle)];
  }
  const pieces: Filter[] = [];
  let size = 1;
  for (let from = 0; from < groups.length; from += size) {
    // A group that does not fit becomes a piece by itself, which is cut further.
    let fitting = 1;
    let beyond = groups.length - from + 1;
    // The piece before held about as many groups. A guess is never far beyond what fits, because each guess is printed.
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
 * The pieces of a choice whose sides may overlap: one side, and the other side without the first. The side that is
 * taken out has to be repeated there, so the shorter one is: everything except the longest list of values of one field.
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
  // Taking out a single comparison gains nothing.
  if (list.length < 2 || others.length === 0) return null;
  const other = oneOf(others);
  return [other, and([oneOf(list), negation(other)])];
}

/**
 * For each field, the only values that a filter can let through, letter case folded. A field without an entry may have
 * any value.
 */
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

/** The operands in groups: no two groups share a value. */
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
        // From now on the two groups are one.
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
 * The filter that lets through exactly the rows that the given filter does not. This also holds for missing values:
 * they are `ne` to everything and `eq` to nothing, so `ne` is the exact opposite of `eq`.
 */
function negation(filter: Filter): Filter {
  return foldFilter<Filter>(filter, {
    comparison: (comparison) => ({ ...comparison, operator: comparison.operator === 'eq' ? 'ne' : 'eq' }),
    and: oneOf,
    or: (operands) => and(operands) ?? filter,
  });
}
