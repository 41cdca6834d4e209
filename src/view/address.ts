import { createMultiParser } from 'nuqs';
import { FIELDS, fieldNamed } from '#partner-center/fields.ts';
import { excerpt } from '#partner-center/filter/excerpt.ts';
import { parseFilter } from '#partner-center/filter/parse.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import { MAX_PAGE, MAX_PAGE_SIZE, normalise } from './normalise.ts';
import { snapshotDateOf } from './snapshot-date.ts';
import { addressProblemTexts, expected } from './texts.ts';
import {
  DEFAULT_VIEW,
  MEASURES,
  type SortField,
  type SortKey,
  sortFieldsOf,
  VIEW_NAMES,
  type View,
} from './view.ts';

/** The parameters of the address, in the order they are written. */
export const ADDRESS_KEYS = [
  'filter',
  'groupby',
  'processedDateTime',
  'compare',
  'sort',
  'search',
  'page',
  'pageSize',
  'chart',
  'measure',
  'view',
] as const satisfies readonly (keyof View)[];
export type AddressKey = (typeof ADDRESS_KEYS)[number];

/** The texts of the parameters of one address, decoded; null or empty where a parameter is absent. */
export type AddressValues = Readonly<Record<AddressKey, readonly string[] | null>>;

/** A parameter, or a part of one, that does not apply. */
export type AddressProblem = {
  readonly parameter: AddressKey;
  /** What was found, shortened and with invisible characters made visible. */
  readonly value: string;
  /** One sentence for a person that quotes what was found and names what is expected. */
  readonly message: string;
};

export type ParsedAddress = { readonly view: View; readonly problems: readonly AddressProblem[] };

// All texts of a parameter, not just the first: that one is given twice has to be said.
const textsOfParameter = createMultiParser<readonly string[]>({
  parse: (texts) => texts,
  serialize: (texts) => [...texts],
});

/** The parameters for nuqs' `useQueryStates`. */
export const addressParsers = eachKey(() => textsOfParameter);

/**
 * The view of a query string, with or without `?`. Total: parameters that cannot be read take their defaults,
 * in lists only the item that cannot be read is left out, and each such parameter is a problem. A parameter
 * given twice counts the first time. Parameters of others (`utm_source`, what sign-in adds) are ignored.
 */
export function parseView(search: string | URLSearchParams): ParsedAddress {
  const parameters = new URLSearchParams(search);
  return viewOf(eachKey((key) => parameters.getAll(key)));
}

/**
 * The canonical query string of a view, without `?`; the default view has none. Exactly what `location.search`
 * holds once the view is shown.
 */
export function printView(view: View): string {
  return printValues(valuesOf(view));
}

/** The query string of decoded parameters, in the fixed order, see `printParameters`. */
export function printValues(values: AddressValues): string {
  return printParameters(
    new URLSearchParams(ADDRESS_KEYS.flatMap((key) => (values[key] ?? []).map((text) => [key, text]))),
  );
}

/** What is readable and no program takes for the end of a link, as long as the link goes on behind it. */
const MARK_AT_END = /[-_.,:/@](?![A-Za-z0-9+%])/g;

/**
 * The query string of parameters, without `?`, in a form that programs which turn text into links leave whole: it
 * never ends in punctuation, holds no brackets and no quotes, and nothing that stands for bold or code in a chat.
 * It is as readable as that allows: spaces are `+`, and marks within words stay. Browsers leave it as it is.
 */
export function printParameters(parameters: URLSearchParams): string {
  return parameters
    .toString()
    .replaceAll('*', '%2A')
    .replaceAll(/%(?:2C|2F|3A|40)/g, decodeURIComponent)
    .replaceAll(MARK_AT_END, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll(/\+(?=&|$)/g, '%20');
}

/** The text of each parameter of a view, decoded and canonical; null where it has its default. */
export function addressOf(view: View): Readonly<Record<AddressKey, string | null>> {
  const normal = normalise(view);
  const unlessDefault = (key: 'page' | 'pageSize' | 'measure' | 'view') =>
    normal[key] === DEFAULT_VIEW[key] ? null : String(normal[key]);
  return {
    filter: printFilter(normal.filter) || null,
    groupby: normal.groupby.join(',') || null,
    processedDateTime: normal.processedDateTime,
    compare: normal.compare,
    sort:
      normal.sort.map(({ field, descending }) => (descending ? `${field} desc` : field)).join(',') || null,
    search: normal.search || null,
    page: unlessDefault('page'),
    pageSize: unlessDefault('pageSize'),
    chart: normal.chart,
    measure: unlessDefault('measure'),
    view: unlessDefault('view'),
  };
}

/** `addressOf` in the form that nuqs takes. */
export function valuesOf(view: View): AddressValues {
  const address = addressOf(view);
  return eachKey((key) => {
    const text = address[key];
    return text === null ? null : [text];
  });
}

/** The normalised view of decoded parameters. Total, see `parseView`. */
export function viewOf(
  values: Readonly<Record<AddressKey, string | readonly string[] | null>>,
): ParsedAddress {
  const problems: AddressProblem[] = [];

  // Blank is absent: a form that leaves a field empty sends `page=`.
  function read<T>(parameter: AddressKey, otherwise: T, reader: Reader<T>): T {
    const value = values[parameter];
    const [first, second] = typeof value === 'string' ? [value] : (value ?? []);
    const reading: Reading<T> = first === undefined || first.trim() === '' ? {} : reader(first, parameter);
    if (reading.problem !== undefined) problems.push({ parameter, ...reading.problem });
    if (second !== undefined) {
      const found = excerpt(second);
      problems.push({
        parameter,
        value: found,
        message: addressProblemTexts.repeatedParameter(parameter, found),
      });
    }
    return reading.value ?? otherwise;
  }

  const groupby = read('groupby', DEFAULT_VIEW.groupby, readGroupby);
  const view = normalise({
    filter: read('filter', DEFAULT_VIEW.filter, readFilter),
    groupby,
    processedDateTime: read('processedDateTime', DEFAULT_VIEW.processedDateTime, readDate),
    compare: read('compare', DEFAULT_VIEW.compare, readDate),
    sort: read('sort', DEFAULT_VIEW.sort, sortReader(sortFieldsOf(groupby))),
    search: read('search', DEFAULT_VIEW.search, (text) => ({ value: text })),
    page: read('page', DEFAULT_VIEW.page, countReader(MAX_PAGE)),
    pageSize: read('pageSize', DEFAULT_VIEW.pageSize, countReader(MAX_PAGE_SIZE)),
    chart: read('chart', DEFAULT_VIEW.chart, nameReader(FIELDS)),
    measure: read('measure', DEFAULT_VIEW.measure, nameReader(MEASURES)),
    view: read('view', DEFAULT_VIEW.view, nameReader(VIEW_NAMES)),
  });
  return { view, problems };
}

/**
 * The parameters in the order of the canonical address, those of others after them in their own. For nuqs'
 * adapter (`processUrlSearchParams`), which else leaves a parameter where it stood and adds new ones at the end.
 */
export function inCanonicalOrder(parameters: URLSearchParams): URLSearchParams {
  const rank = (name: string) => {
    const index = (ADDRESS_KEYS as readonly string[]).indexOf(name);
    return index === -1 ? ADDRESS_KEYS.length : index;
  };
  return new URLSearchParams([...parameters].toSorted(([left], [right]) => rank(left) - rank(right)));
}

/** What a parameter's text says; without a value its default holds, and with a problem it is unreadable. */
type Reading<T> = {
  readonly value?: T;
  readonly problem?: { readonly value: string; readonly message: string };
};

/** Reads the text of a parameter; which one it is stands in the problem. */
type Reader<T> = (text: string, parameter: AddressKey) => Reading<T>;

function unreadable(
  parameter: AddressKey,
  text: string,
  what: string,
): NonNullable<Reading<never>['problem']> {
  const value = excerpt(text);
  return { value, message: addressProblemTexts.unreadable(parameter, value, what) };
}

function readFilter(text: string): Reading<View['filter']> {
  const result = parseFilter(text);
  if (result.ok) return { value: result.filter };
  const value = excerpt(text);
  return { problem: { value, message: addressProblemTexts.filter(value, result.error.message) } };
}

function readGroupby(text: string, parameter: AddressKey): Reading<View['groupby']> {
  const items = itemsOf(text).map((item) => ({ item, field: fieldNamed(item) }));
  const fields = new Set(items.flatMap(({ field }) => field ?? []));
  const unknown = items.find(({ field }) => field === undefined);
  if (unknown !== undefined) {
    return { value: [...fields], problem: unreadable(parameter, unknown.item, expected.fields) };
  }
  const repeated = items.find(
    ({ field }, index) => items.findIndex((other) => other.field === field) < index,
  );
  if (repeated === undefined) return { value: [...fields] };
  const value = excerpt(repeated.item);
  return { value: [...fields], problem: { value, message: addressProblemTexts.repeatedField(value) } };
}

function sortReader(fields: readonly SortField[]): Reader<View['sort']> {
  return (text, parameter) => {
    const items = itemsOf(text).map((item) => ({ item, key: sortKeyOf(item, fields) }));
    const value = items.flatMap(({ key }) => key ?? []);
    const unknown = items.find(({ key }) => key === undefined);
    return unknown === undefined
      ? { value }
      : { value, problem: unreadable(parameter, unknown.item, expected.sortKeys(fields)) };
  };
}

// `asc` is in no address of ours, but whoever knows OData writes it.
const SORT_KEY = /^(\S+?)(?:\s+(asc|desc))?$/i;

function sortKeyOf(item: string, fields: readonly SortField[]): SortKey | undefined {
  const [, name = '', direction] = SORT_KEY.exec(item) ?? [];
  const field = named(name, fields);
  return field && { field, descending: direction?.toLowerCase() === 'desc' };
}

function readDate(text: string, parameter: AddressKey): Reading<string> {
  const value = snapshotDateOf(text);
  return value === undefined ? { problem: unreadable(parameter, text, expected.date) } : { value };
}

function countReader(most: number): Reader<number> {
  return (text, parameter) => {
    const value = /^\d+$/.test(text.trim()) ? Number(text) : 0;
    return value >= 1 && value <= most
      ? { value }
      : { problem: unreadable(parameter, text, expected.wholeNumber(most)) };
  };
}

function nameReader<const Name extends string>(names: readonly Name[]): Reader<Name> {
  return (text, parameter) => {
    const value = named(text.trim(), names);
    return value === undefined ? { problem: unreadable(parameter, text, expected.oneOf(names)) } : { value };
  };
}

/** The one of the names that a text is, in any letter case, as keywords and fields of a filter are read. */
function named<Name extends string>(text: string, names: readonly Name[]): Name | undefined {
  const lowerCase = text.toLowerCase();
  return names.find((name) => name.toLowerCase() === lowerCase);
}

function itemsOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function eachKey<T>(valueOf: (key: AddressKey) => T): Record<AddressKey, T> {
  // `fromEntries` forgets which keys it was given.
  return Object.fromEntries(ADDRESS_KEYS.map((key) => [key, valueOf(key)])) as Record<AddressKey, T>;
}
