import type { Field } from '#partner-center/fields.ts';
import type { Condition, MembersCondition } from '#partner-center/filter/conditions.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import type { TextsOf } from '#ui/catalogue.ts';
import type { Format } from '#ui/format.ts';
import { namesApart } from '#ui/names-apart.ts';
import type { texts } from './texts.ts';

type FilterTexts = TextsOf<typeof texts>;

/** A piece of a text: our own words, or data from a row, which can be in any script and direction. */
export type TextPart = { readonly text: string; readonly isData: boolean };

export type ConditionText = {
  /** The pieces of the text that is shown. */
  readonly parts: readonly TextPart[];
  /** The same text as one string: `Channel is reseller`. */
  readonly short: string;
  /** The tenant of the one customer that it asks for; null: it asks for something else. */
  readonly customer: string | null;
  /** With every value of a list that `short` shortens, and with the id of each customer. */
  readonly full: string;
};

export type ConditionWords = {
  readonly t: FilterTexts;
  readonly fieldNames: Readonly<Record<Field, string>>;
  readonly format: Pick<Format, 'anyOf' | 'count'>;
  /** The name of a customer tenant, as far as it is known. */
  readonly customerName: (tenantId: string) => string | null;
};

/** At most so many values are named; in a longer list the last place tells how many more there are. */
const NAMED_VALUES = 3;

// Stands for a value while the words around the values are joined, since a value can contain any words itself.
const PLACE = '\0';

/** A condition in words: `Product is not Visio Plan 2`, `Product is A, B, or 12 more`; otherwise its expression. */
export function conditionText(
  condition: Condition,
  { t, fieldNames, format, customerName }: ConditionWords,
): ConditionText {
  if (condition.kind === 'expression') {
    const text = printFilter(condition.filter);
    return { parts: [{ text, isData: true }], short: text, customer: null, full: text };
  }
  const { field, operator } = condition;
  const values = shownValues(condition, t, customerName);
  const isShort = values.length <= NAMED_VALUES;
  const named = isShort ? values : values.slice(0, NAMED_VALUES - 1);
  const places = named.map(() => PLACE);
  const rest = isShort ? [] : [t.more({ count: format.count(values.length - named.length) })];
  const inWords = (all: readonly string[]): string =>
    t.condition({ field: fieldNames[field], operator, values: format.anyOf(all) });
  const words = inWords([...places, ...rest]).split(PLACE);
  const parts = words
    .flatMap((text, index) => [
      { text, isData: false },
      { text: named[index] ?? '', isData: true },
    ])
    .filter(({ text }) => text !== '');
  const short = parts.map(({ text }) => text).join('');
  const identified = values.map((value, index) =>
    field === 'customerTenantId' ? withId(value, condition.values[index] ?? '', t) : value,
  );
  const full = inWords(identified);
  const [first = null, second] = field === 'customerTenantId' && operator === 'is' ? condition.values : [];
  return { parts, short, customer: second === undefined ? first : null, full };
}

/** A customer by its name and the tenant's id; the name may be the id itself, or hold it. */
export function withId(name: string, id: string, t: Pick<FilterTexts, 'withId'>): string {
  return name.includes(id) ? name : t.withId({ name, id });
}

/** The values of a condition as they are shown: customers by their names, and equal names are made distinct. */
export function shownValues(
  { field, values }: Pick<MembersCondition, 'field' | 'values'>,
  t: Pick<FilterTexts, 'blank'>,
  customerName: ConditionWords['customerName'],
): readonly string[] {
  const shown =
    field === 'customerTenantId' ? namesApart(values.map((id) => ({ id, name: customerName(id) }))) : values;
  return shown.map((value) => shownValue(value, t));
}

/** A value as it is shown; a value without a visible character is replaced by a text that says so. */
function shownValue(value: string, t: Pick<FilterTexts, 'blank'>): string {
  return value.trim() === '' ? t.blank : value;
}
