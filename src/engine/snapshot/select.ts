import type { Field } from '#partner-center/fields.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import { foldFilter } from '#partner-center/filter/fold.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { bitmapOfFlags, joinInto } from './bitmap.ts';
import type { DictionaryIndex, EqualTexts } from './dictionary-index.ts';
import { allRows, type Selection, selectionOfBitmap } from './selection.ts';
import type { Table } from './table.ts';

/**
 * What a part of a filter about one field lets through: the values it names, or all but those. Closed under `and`
 * and `or`, and as small as the filter's text, however many values the column has.
 * Values are named by what equal texts share (`EqualTexts`); the 0 of rows without a value is never among them.
 */
type Values = { readonly field: Field; readonly areLeftOut: boolean; readonly named: Set<number> };

/** What a part of a filter about several fields lets through: a bitmap of rows. */
type Rows = { readonly words: Uint32Array<ArrayBuffer> };

type Matches = Values | Rows;

/**
 * The rows of a table that a filter lets through: equality ignores letter case; a row without a value is `ne` to
 * everything and `eq` to nothing.
 */
export function selectRows(table: Table, index: DictionaryIndex, filter: Filter): Selection {
  const matches = foldFilter<Matches>(filter, {
    comparison: ({ field, operator, value }) => {
      const equal = index.equalTexts(field).classOf.get(foldCase(value));
      return {
        field,
        areLeftOut: operator === 'ne',
        named: new Set(equal === undefined ? [] : [equal]),
      };
    },
    and: (operands) => connect(table, index, 'and', operands),
    or: (operands) => connect(table, index, 'or', operands),
  });
  if ('field' in matches && isEverything(matches)) return allRows(table.rows);
  return selectionOfBitmap(table.rows, wordsOf(table, index, matches));
}

/** Joins by field first, so that `productName eq … or productName eq …` looks at no row. */
function connect(
  table: Table,
  index: DictionaryIndex,
  kind: 'and' | 'or',
  operands: readonly Matches[],
): Matches {
  const byField = new Map<Field, Values>();
  const ofRows: Rows[] = [];
  for (const operand of operands) {
    if ('words' in operand) {
      ofRows.push(operand);
      continue;
    }
    const { field } = operand;
    const sofar = byField.get(field);
    byField.set(field, sofar === undefined ? operand : joinValues(kind, sofar, operand));
  }

  const ofFields = [...byField.values()];
  const [isNeutral, isDecisive] = kind === 'and' ? [isEverything, isNothing] : [isNothing, isEverything];
  const decisive = ofFields.find(isDecisive);
  if (decisive !== undefined) return decisive;
  const [first = ofFields[0], ...others] = [...ofRows, ...ofFields.filter((values) => !isNeutral(values))];
  if (first === undefined) throw new TypeError('A connective of a filter has no operands.');
  if (others.length === 0) return first;
  // What an operand let through is of no further use, so the first one's bitmap can take the others.
  const words = wordsOf(table, index, first);
  for (const matches of others) joinInto(kind, words, wordsOf(table, index, matches));
  return { words };
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
function joinValues(kind: 'and' | 'or', a: Values, b: Values): Values {
  const { field } = a;
  if (a.areLeftOut === b.areLeftOut) {
    // Of values left out, `and` leaves out more and `or` fewer.
    const isUnion = (kind === 'or') !== a.areLeftOut;
    const named = isUnion ? union(a.named, b.named) : intersection(a.named, b.named);
    return { field, areLeftOut: a.areLeftOut, named };
  }
  const [left, named] = a.areLeftOut ? [a.named, b.named] : [b.named, a.named];
  return kind === 'and'
    ? { field, areLeftOut: false, named: difference(named, left) }
    : { field, areLeftOut: true, named: difference(left, named) };
}

function union(a: Set<number>, b: Set<number>): Set<number> {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const value of small) large.add(value);
  return large;
}

function intersection(a: Set<number>, b: Set<number>): Set<number> {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const value of small) if (!large.has(value)) small.delete(value);
  return small;
}

function difference(from: Set<number>, what: Set<number>): Set<number> {
  for (const value of what) from.delete(value);
  return from;
}

function wordsOf(table: Table, index: DictionaryIndex, matches: Matches): Uint32Array<ArrayBuffer> {
  if ('words' in matches) return matches.words;
  return bitmapOfFlags(table.texts[matches.field].codes, flagsOf(matches, index.equalTexts(matches.field)));
}

/** By code: 1 where the values let it through. */
function flagsOf({ areLeftOut, named }: Values, { classes, count }: EqualTexts): Uint8Array {
  const byClass = new Uint8Array(count).fill(areLeftOut ? 1 : 0);
  for (const equal of named) byClass[equal] = areLeftOut ? 0 : 1;
  const flags = new Uint8Array(classes.length);
  for (let code = 0; code < flags.length; code += 1) flags[code] = byClass[classes[code] ?? 0] ?? 0;
  return flags;
}
