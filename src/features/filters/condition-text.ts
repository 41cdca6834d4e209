import type { Field } from '#partner-center/fields.ts';
import type { Condition } from '#partner-center/filter/conditions.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import type { Format } from '#ui/format.ts';
import type { FilterTexts } from './texts.ts';

/** A piece of a text: our words, or data from a row, which can be in any script and direction. */
export type TextPart = { readonly text: string; readonly isData: boolean };

export type ConditionText = {
  /** What is shown, in pieces. */
  readonly parts: readonly TextPart[];
  /** The same as one text: `Channel is reseller`. */
  readonly short: string;
  /** With every value of a list that `short` shortens. */
  readonly full: string;
};

export type ConditionWords = {
  readonly t: FilterTexts;
  readonly fieldNames: Readonly<Record<Field, string>>;
  readonly format: Pick<Format, 'anyOf' | 'count'>;
};

/** Values that are named; of a longer list all but the last place, which tells how many more there are. */
const NAMED_VALUES = 3;

// Stands for a value while the words around the values are put together, since a value can hold any words itself.
const PLACE = '\0';

/** How a condition reads: `Product is not Visio Plan 2`, `Product is A, B, or 12 more`; else its expression. */
export function conditionText(
  condition: Condition,
  { t, fieldNames, format }: ConditionWords,
): ConditionText {
  if (condition.kind === 'expression') {
    const text = printFilter(condition.filter);
    return { parts: [{ text, isData: true }], short: text, full: text };
  }
  const { field, operator } = condition;
  const values = condition.values.map((value) => shownValue(value, t));
  const isShort = values.length <= NAMED_VALUES;
  const named = isShort ? values : values.slice(0, NAMED_VALUES - 1);
  const places = named.map(() => PLACE);
  const rest = isShort ? [] : [t.more(format.count(values.length - named.length))];
  const words = t.condition(fieldNames[field], operator, format.anyOf([...places, ...rest])).split(PLACE);
  const parts = words
    .flatMap((text, index) => [
      { text, isData: false },
      { text: named[index] ?? '', isData: true },
    ])
    .filter(({ text }) => text !== '');
  const short = parts.map(({ text }) => text).join('');
  const full = isShort ? short : t.condition(fieldNames[field], operator, format.anyOf(values));
  return { parts, short, full };
}

/** A value as it is shown: one that has nothing to see says so. */
export function shownValue(value: string, t: Pick<FilterTexts, 'blank'>): string {
  return value.trim() === '' ? t.blank : value;
}
