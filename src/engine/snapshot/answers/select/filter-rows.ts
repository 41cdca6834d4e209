import type { Field } from '#partner-center/fields.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import { foldFilter } from '#partner-center/filter/fold.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { joinInto } from '#engine/snapshot/columns/bitmap.ts';
import type { DictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import { allRows, bitmapOf, type Selection, selectionOfBitmap } from '#engine/snapshot/columns/selection.ts';
import type { Table } from '#engine/snapshot/columns/table.ts';
import { createValueBitmaps, type Values } from './value-bitmaps.ts';

type Kind = 'and' | 'or';

/**
 * Values of several fields that are still to be joined. A bitmap is made when its turn comes: thousands would take much
 * memory at once.
 */
type Unjoined = { readonly kind: Kind; readonly fields: readonly Values[] };

/** What a part of a filter lets through. It has one user: who joins it with another changes its sets and words. */
type Matches = Values | Unjoined | { readonly rows: Selection };

type Words = Uint32Array<ArrayBuffer>;

/**
 * The rows of a table that a filter lets through: equality ignores letter case; a row without a value is `ne` to
 * everything and `eq` to nothing.
 */
export function selectRows(table: Table, index: DictionaryIndex, filter: Filter): Selection {
  const wordsOfValues = createValueBitmaps(table, index);

  function wordsOf(matches: Matches): Words {
    // A selection of all rows or of ids makes a new bitmap.
    if ('rows' in matches) return bitmapOf(matches.rows);
    return 'named' in matches ? wordsOfValues(matches) : join(matches.kind, matches.fields);
  }

  function join(kind: Kind, [first, ...others]: readonly Matches[]): Words {
    if (first === undefined) throw new TypeError('A connective of a filter has no operands.');
    const words = wordsOf(first);
    for (const matches of others) joinInto(kind, words, wordsOf(matches));
    return words;
  }

  function connect(kind: Kind, operands: readonly Matches[]): Matches {
    const { ofFields, others } = joinFields(kind, operands);
    // An operand that lets everything through changes nothing in an `and`, and decides an `or`; one that lets nothing
    // through does the opposite.
    const [isNeutral, isDecisive] = kind === 'and' ? [isEverything, isNothing] : [isNothing, isEverything];
    const decisive = ofFields.find(isDecisive);
    if (decisive !== undefined) return decisive;
    const fields = ofFields.filter((values) => !isNeutral(values));
    const left = [...others, ...fields];
    const [first = ofFields[0]] = left;
    if (first !== undefined && left.length <= 1) return first;
    if (others.length === 0) return { kind, fields };
    return { rows: selectionOfBitmap(table.rows, join(kind, left)) };
  }

  const matches = foldFilter<Matches>(filter, {
    comparison: ({ field, operator, value }) => {
      const equal = index.equalTexts(field).classOf.get(foldCase(value));
      return { field, areLeftOut: operator === 'ne', named: new Set(equal === undefined ? [] : [equal]) };
    },
    and: (operands) => connect('and', operands),
    or: (operands) => connect('or', operands),
  });
  if ('named' in matches && isEverything(matches)) return allRows(table.rows);
  return selectionOfBitmap(table.rows, wordsOf(matches));
}

/** Joins values by field, so that `productName eq … or productName eq …` looks at no row. */
function joinFields(
  kind: Kind,
  operands: readonly Matches[],
): { readonly ofFields: readonly Values[]; readonly others: readonly Matches[] } {
  const byField = new Map<Field, Values>();
  const others: Matches[] = [];
  for (const operand of operands) {
    if (!('named' in operand)) {
      others.push(operand);
      continue;
    }
    const sofar = byField.get(operand.field);
    byField.set(operand.field, sofar === undefined ? operand : joinValues(kind, sofar, operand));
  }
  return { ofFields: [...byField.values()], others };
}

function isEverything({ areLeftOut, named }: Values): boolean {
  return areLeftOut && named.size === 0;
}

function isNothing({ areLeftOut, named }: Values): boolean {
  return !areLeftOut && named.size === 0;
}

/**
 * Both in one, at the cost of the smaller: a deep filter joins the same values again and again. Takes the sets of its
 * operands over.
 */
function joinValues(kind: Kind, a: Values, b: Values): Values {
  const { field } = a;
  if (a.areLeftOut === b.areLeftOut) {
    // Where the values are those to leave out, an `and` leaves out more of them and an `or` fewer.
    const isUnion = (kind === 'or') !== a.areLeftOut;
    const [small, large] = a.named.size < b.named.size ? [a.named, b.named] : [b.named, a.named];
    const named = isUnion ? union(large, small) : intersection(small, large);
    return { field, areLeftOut: a.areLeftOut, named };
  }
  const [left, named] = a.areLeftOut ? [a.named, b.named] : [b.named, a.named];
  return kind === 'and'
    ? { field, areLeftOut: false, named: difference(named, left) }
    : { field, areLeftOut: true, named: difference(left, named) };
}

function union(into: Set<number>, from: Set<number>): Set<number> {
  for (const value of from) into.add(value);
  return into;
}

function intersection(from: Set<number>, other: Set<number>): Set<number> {
  for (const value of from) if (!other.has(value)) from.delete(value);
  return from;
}

function difference(from: Set<number>, what: Set<number>): Set<number> {
  for (const value of what) from.delete(value);
  return from;
}
