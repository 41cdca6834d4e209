import { fieldNamed, type Field } from '#partner-center/fields.ts';
import { compareCodeUnits } from '#partner-center/reading/group-key.ts';
import type { ChangeSortKey, ChangesQuestion } from '#engine/engine.ts';
import { NO_GROUP } from '#engine/snapshot/answers/group/find-groups.ts';
import { keyOfField } from '#engine/snapshot/answers/group/group-sums.ts';
import { firstItems } from '#engine/snapshot/answers/order/first-items.ts';
import type { Numbers } from '#engine/snapshot/answers/order/numbers.ts';
import { sortedItems, type SortColumn } from '#engine/snapshot/answers/order/radix-sort.ts';
import { realColumns, wholeColumns } from '#engine/snapshot/answers/order/sort-column.ts';
import { areWhole, changesOfMeasure, figuresOf, type Compared } from './change-figures.ts';
import type { MergedDictionaries, MergedNumbers } from './merged-dictionaries.ts';

/** Members with what their texts are ordered by. */
export type Orderable = Compared & {
  readonly by: readonly Field[];
  readonly merged: MergedDictionaries;
  /** A member's value of a grouped field, as it is written. */
  readonly textOf: (member: number, field: Field) => string | null;
};

// Above this part of many members, sorting them all is less work than keeping the first ones in a heap.
const PART = 1 / 8;
const MANY = 4096;

/** By member the number of its text. */
function numbersOf(
  { before, after, joined }: Compared,
  field: Field,
  { earlier, later }: MergedNumbers,
): Uint32Array<ArrayBuffer> {
  const [earlierKeys, laterKeys] = [keyOfField(before, field), keyOfField(after, field)];
  const numbers = new Uint32Array(joined.count);
  for (let member = 0; member < numbers.length; member += 1) {
    const group = joined.after[member]!;
    numbers[member] =
      group === NO_GROUP ? earlier[earlierKeys[joined.before[member]!]!]! : later[laterKeys[group]!]!;
  }
  return numbers;
}

/** Numbers that were worked out for all members. */
function asNumbers(figures: Float64Array): Numbers {
  return {
    count: figures.length,
    read: (from, into) => into.set(figures.subarray(from, from + into.length)),
  };
}

function textColumn(orderable: Orderable, field: Field, descending: boolean): SortColumn {
  const ranks = orderable.merged.ranks(field);
  const last = ranks.places - 1;
  const turned = (rank: number): number => (descending && rank !== last ? last - 1 - rank : rank);
  const values = numbersOf(orderable, field, {
    earlier: ranks.earlier.map(turned),
    later: ranks.later.map(turned),
    places: ranks.places,
  });
  return { values, places: ranks.places };
}

function keyColumn(orderable: Orderable, field: Field): SortColumn {
  const ranks = orderable.merged.codeUnitRanks(field);
  return { values: numbersOf(orderable, field, ranks), places: ranks.places };
}

/** Orders members that are equal in all else: by code unit, field after field, no value last. */
function compareKeysOf({ by, textOf }: Orderable): (a: number, b: number) => number {
  return (a, b) => {
    for (const field of by) {
      const [left, right] = [textOf(a, field), textOf(b, field)];
      if (left === right) continue;
      if (left === null) return 1;
      if (right === null) return -1;
      return compareCodeUnits(left, right);
    }
    return 0;
  };
}

/** Makes the figures such that the highest comes first, and what is undefined last. */
function highestFirst(figures: Float64Array<ArrayBuffer>, descending: boolean): Float64Array<ArrayBuffer> {
  const sign = descending ? 1 : -1;
  for (let member = 0; member < figures.length; member += 1) {
    const figure = figures[member]!;
    // No figure is infinite: this is below them all.
    figures[member] = Number.isNaN(figure) ? Number.NEGATIVE_INFINITY : sign * figure;
  }
  return figures;
}

/** An order by figures alone; null where a text is among its keys. */
function figureKeys(
  orderable: Orderable,
  sort: readonly ChangeSortKey[],
): readonly [Float64Array<ArrayBuffer>, ...Float64Array<ArrayBuffer>[]] | null {
  if (sort.some(({ field }) => fieldNamed(field) !== undefined)) return null;
  const [first, ...others] = sort.flatMap(({ field, descending }) =>
    // What is no field of the endpoint's is a figure.
    isField(field) ? [] : [highestFirst(figuresOf(orderable, field), descending)],
  );
  return first === undefined ? null : [first, ...others];
}

const isField = (field: ChangeSortKey['field']): field is Field => fieldNamed(field) !== undefined;

function allInOrder(orderable: Orderable, sort: readonly ChangeSortKey[]): Uint32Array<ArrayBuffer> {
  const firstOf = new Map<ChangeSortKey['field'], ChangeSortKey>();
  for (const key of sort) if (!firstOf.has(key.field)) firstOf.set(key.field, key);
  const bySort = [...firstOf.values()].flatMap(({ field, descending }) => {
    if (isField(field)) return [textColumn(orderable, field, descending)];
    const figures = figuresOf(orderable, field);
    // What is undefined of every member orders none of them.
    if (figures.every(Number.isNaN)) return [];
    const isWhole = areWhole(field) && !figures.some(Number.isNaN);
    return (isWhole ? wholeColumns : realColumns)(asNumbers(figures), descending);
  });
  const byKey = orderable.by.map((field) => keyColumn(orderable, field));
  return sortedItems([...bySort, ...byKey], orderable.joined.count);
}

/** The members of a page: see `ChangesQuestion`. */
export function orderedChanges(
  orderable: Orderable,
  { sort, offset, limit }: Pick<ChangesQuestion, 'sort' | 'offset' | 'limit'>,
): Uint32Array<ArrayBuffer> {
  const { count } = orderable.joined;
  const end = Math.min(count, offset + limit);
  const keys = count > MANY && end > count * PART ? null : figureKeys(orderable, sort);
  if (keys === null) return allInOrder(orderable, sort).slice(offset, end);
  const [first, ...others] = keys;
  const compareKeys = compareKeysOf(orderable);
  return firstItems(first, end, (a, b) => {
    for (const figures of others) {
      const [left, right] = [figures[a]!, figures[b]!];
      if (left !== right) return right - left;
    }
    return compareKeys(a, b);
  }).slice(offset);
}

/** Those whose figure of a kind rose most, and those where it fell most: see `Changes`. */
export function moversOf(
  orderable: Orderable,
  { rankBy, movers }: Pick<ChangesQuestion, 'rankBy' | 'movers'>,
): { readonly up: Uint32Array<ArrayBuffer>; readonly down: Uint32Array<ArrayBuffer> } {
  // The pages of a comparison name none, and are asked for most often.
  if (movers === 0) return { up: new Uint32Array(), down: new Uint32Array() };
  const changes = changesOfMeasure(orderable, rankBy);
  const compareKeys = compareKeysOf(orderable);
  const most = (sign: 1 | -1): Uint32Array<ArrayBuffer> => {
    const moved = new Uint32Array(changes.length);
    let count = 0;
    for (let member = 0; member < changes.length; member += 1) {
      // Not so where it is undefined.
      if (sign * changes[member]! > 0) {
        moved[count] = member;
        count += 1;
      }
    }
    const members = moved.slice(0, count);
    const figures = Float64Array.from(members, (member) => sign * changes[member]!);
    const order = firstItems(figures, movers, (a, b) => compareKeys(members[a]!, members[b]!));
    return order.map((at) => members[at]!);
  };
  return { up: most(1), down: most(-1) };
}
