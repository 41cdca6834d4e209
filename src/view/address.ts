import { createMultiParser } from 'nuqs';
import { FIELDS, fieldNamed } from '#partner-center/fields.ts';
import { excerpt } from '#partner-center/filter/excerpt.ts';
import { parseFilter, type FilterError } from '#partner-center/filter/parse.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import {
  isRange,
  MAX_DAYS,
  MAX_LICENSES,
  MAX_PAGE,
  MAX_PAGE_SIZE,
  MAX_PERCENT,
  normalise,
} from './normalise.ts';
import { withoutCustomers } from './customer-scope.ts';
import { snapshotDateOf } from './snapshot-date.ts';
import {
  ANOMALY_KINDS,
  DEFAULT_VIEW,
  EXPLAINED,
  type GroupedView,
  MEASURES,
  OPPORTUNITIES,
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
  'customerTenantId',
  'opportunity',
  'minIdle',
  'maxUtilization',
  'minUtilization',
  'spare',
  'without',
  'from',
  'to',
  'days',
  'about',
] as const satisfies readonly (keyof View)[];
export type AddressKey = (typeof ADDRESS_KEYS)[number];

/** The texts of the parameters of one address, decoded; null or empty where a parameter is absent. */
export type AddressValues = Readonly<Record<AddressKey, readonly string[] | null>>;

/** A parameter, or a part of one, that does not apply. */
export type AddressProblem = ProblemKind & {
  readonly parameter: AddressKey;
  /** What was found, shortened and with its invisible characters made visible. */
  readonly value: string;
};

/** What is expected where something else was found, or the reason why what was found does not apply. */
type ProblemKind =
  | { readonly kind: 'name' | 'namesList' | 'sortKeys'; readonly names: readonly string[] }
  | { readonly kind: 'dayFrom'; readonly from: string }
  | { readonly kind: 'wholeNumber'; readonly least: number; readonly most: number }
  | { readonly kind: 'percent'; readonly most: number }
  | { readonly kind: 'filter'; readonly error: FilterError; readonly fields: readonly string[] }
  | {
      readonly kind: 'date' | 'filterOfCustomers' | 'repeatedField' | 'withoutCustomer' | 'repeatedParameter';
    };

export type ParsedAddress = { readonly view: View; readonly problems: readonly AddressProblem[] };

// Reads all texts of a parameter, not just the first: where a parameter is given twice, the page says so.
const textsOfParameter = createMultiParser<readonly string[]>({
  parse: (texts) => texts,
  serialize: (texts) => [...texts],
});

/** The parameters for nuqs' `useQueryStates`. */
export const addressParsers = eachKey(() => textsOfParameter);

/**
 * The view of a query string, with or without `?`. Every query string has one: a parameter that cannot be read takes
 * its default, a list loses only the item that cannot be read, and each such parameter is a problem. Of a parameter
 * that is given twice the first text counts. Parameters of others (`utm_source`, what sign-in adds) are ignored.
 */
export function parseView(search: string | URLSearchParams): ParsedAddress {
  const parameters = new URLSearchParams(search);
  return viewOf(eachKey((key) => parameters.getAll(key)));
}

/**
 * The canonical query string of a view, without `?`; that of the default view is empty. It is exactly what
 * `location.search` holds once the view is shown.
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

/**
 * A mark that programs may take for the end of a link, because the link does not go on behind it. Elsewhere marks stay,
 * since they are readable.
 */
const MARK_AT_END = /[-_.,:/@](?![A-Za-z0-9+%])/g;

/**
 * The query string of parameters, without `?`, in a form that stays whole in programs which turn text into links: it
 * never ends in punctuation, and has no brackets, no quotes, and nothing that means bold or code in a chat. It is as
 * readable as that allows: spaces are `+`, and marks within words stay. Browsers do not change it.
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
  return eachKey((key) => {
    switch (key) {
      case 'filter':
        return printFilter(normal.filter) || null;
      case 'groupby':
      case 'without':
        return normal[key].join(',') || null;
      case 'sort':
        return (
          normal.sort.map(({ field, descending }) => (descending ? `${field} desc` : field)).join(',') || null
        );
      default:
        return normal[key] === DEFAULT_VIEW[key] ? null : String(normal[key]);
    }
  });
}

/** `addressOf` in the form that nuqs takes. */
export function valuesOf(view: View): AddressValues {
  const address = addressOf(view);
  return eachKey((key) => {
    const text = address[key];
    return text === null ? null : [text];
  });
}

/** The normalised view of decoded parameters. All parameters have one, see `parseView`. */
export function viewOf(
  values: Readonly<Record<AddressKey, string | readonly string[] | null>>,
): ParsedAddress {
  const problems: AddressProblem[] = [];

  // A blank parameter counts as absent: a form that leaves a field empty sends `page=`.
  function read<T>(parameter: AddressKey, otherwise: T, reader: Reader<T>): T {
    const value = values[parameter];
    const [first, second] = typeof value === 'string' ? [value] : (value ?? []);
    const reading: Reading<T> = first === undefined || first.trim() === '' ? {} : reader(first);
    if (reading.problem !== undefined) problems.push({ parameter, ...reading.problem });
    if (second !== undefined) {
      problems.push({ parameter, kind: 'repeatedParameter', value: excerpt(second) });
    }
    return reading.value ?? otherwise;
  }

  const grouped: GroupedView = {
    groupby: read('groupby', DEFAULT_VIEW.groupby, readGroupby),
    compare: read('compare', DEFAULT_VIEW.compare, readDate),
    view: read('view', DEFAULT_VIEW.view, nameReader(VIEW_NAMES)),
    opportunity: read('opportunity', DEFAULT_VIEW.opportunity, nameReader(OPPORTUNITIES)),
  };
  const filter = read('filter', DEFAULT_VIEW.filter, readFilter);
  const from = read('from', DEFAULT_VIEW.from, readDate);
  const view = normalise({
    ...grouped,
    filter,
    processedDateTime: read('processedDateTime', DEFAULT_VIEW.processedDateTime, readDate),
    sort: read('sort', DEFAULT_VIEW.sort, sortReader(sortFieldsOf(grouped))),
    search: read('search', DEFAULT_VIEW.search, readText),
    page: read('page', DEFAULT_VIEW.page, countReader(1, MAX_PAGE)),
    pageSize: read('pageSize', DEFAULT_VIEW.pageSize, countReader(1, MAX_PAGE_SIZE)),
    chart: read('chart', DEFAULT_VIEW.chart, nameReader(FIELDS)),
    measure: read('measure', DEFAULT_VIEW.measure, nameReader(MEASURES)),
    customerTenantId: read('customerTenantId', DEFAULT_VIEW.customerTenantId, readText),
    minIdle: read('minIdle', DEFAULT_VIEW.minIdle, countReader(0, MAX_LICENSES)),
    maxUtilization: read('maxUtilization', DEFAULT_VIEW.maxUtilization, readPercent),
    minUtilization: read('minUtilization', DEFAULT_VIEW.minUtilization, readPercent),
    spare: read('spare', DEFAULT_VIEW.spare, countReader(0, MAX_LICENSES)),
    without: read('without', DEFAULT_VIEW.without, namesReader(ANOMALY_KINDS)),
    from,
    to: read('to', DEFAULT_VIEW.to, lastDayReader(from)),
    days: read('days', DEFAULT_VIEW.days, countReader(1, MAX_DAYS)),
    about: read('about', DEFAULT_VIEW.about, nameReader(EXPLAINED)),
  });
  if (view.view !== grouped.view) {
    problems.push({ parameter: 'view', kind: 'withoutCustomer', value: grouped.view });
  }
  if (view.view === 'customer' && withoutCustomers(filter) !== filter) {
    problems.push({ parameter: 'filter', kind: 'filterOfCustomers', value: excerpt(printFilter(filter)) });
  }
  return { view, problems: problems.toSorted((a, b) => rankOf(a.parameter) - rankOf(b.parameter)) };
}

/**
 * The parameters in the order of the canonical address, then those of others in their own order. It is for nuqs'
 * adapter (`processUrlSearchParams`), which otherwise leaves a parameter where it was and adds new ones at the end.
 */
export function inCanonicalOrder(parameters: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...parameters].toSorted(([left], [right]) => rankOf(left) - rankOf(right)));
}

/** The place of a parameter in the canonical address; all parameters of others have one place, behind these. */
function rankOf(name: string): number {
  const index = (ADDRESS_KEYS as readonly string[]).indexOf(name);
  return index === -1 ? ADDRESS_KEYS.length : index;
}

/**
 * The result of reading a parameter's text. Without a value the default holds; a problem says what could not be read.
 */
type Reading<T> = {
  readonly value?: T;
  readonly problem?: ProblemKind & { readonly value: string };
};

/** Reads the text of a parameter. */
type Reader<T> = (text: string) => Reading<T>;

function readFilter(text: string): Reading<View['filter']> {
  const result = parseFilter(text);
  if (result.ok) return { value: result.filter };
  return { problem: { kind: 'filter', error: result.error, fields: FIELDS, value: excerpt(text) } };
}

function readGroupby(text: string): Reading<View['groupby']> {
  const items = itemsOf(text).map((item) => ({ item, field: fieldNamed(item) }));
  const fields = new Set(items.flatMap(({ field }) => field ?? []));
  const unknown = items.find(({ field }) => field === undefined);
  if (unknown !== undefined) {
    return {
      value: [...fields],
      problem: { kind: 'namesList', names: FIELDS, value: excerpt(unknown.item) },
    };
  }
  const repeated = items.find(
    ({ field }, index) => items.findIndex((other) => other.field === field) < index,
  );
  if (repeated === undefined) return { value: [...fields] };
  return { value: [...fields], problem: { kind: 'repeatedField', value: excerpt(repeated.item) } };
}

function sortReader(fields: readonly SortField[]): Reader<View['sort']> {
  return (text) => {
    const items = itemsOf(text).map((item) => ({ item, key: sortKeyOf(item, fields) }));
    const value = items.flatMap(({ key }) => key ?? []);
    const unknown = items.find(({ key }) => key === undefined);
    return unknown === undefined
      ? { value }
      : { value, problem: { kind: 'sortKeys', names: fields, value: excerpt(unknown.item) } };
  };
}

// No address of ours has `asc`, but people who know OData write it.
const SORT_KEY = /^(\S+?)(?:\s+(asc|desc))?$/i;

function sortKeyOf(item: string, fields: readonly SortField[]): SortKey | undefined {
  const [, name = '', direction] = SORT_KEY.exec(item) ?? [];
  const field = named(name, fields);
  return field && { field, descending: direction?.toLowerCase() === 'desc' };
}

function readDate(text: string): Reading<string> {
  const value = snapshotDateOf(text);
  return value === undefined ? { problem: { kind: 'date', value: excerpt(text) } } : { value };
}

/** Reads a last day, which is not before the first one. */
function lastDayReader(from: View['from']): Reader<string> {
  return (text) => {
    const reading = readDate(text);
    return from === null || isRange(from, reading.value ?? null)
      ? reading
      : { problem: { kind: 'dayFrom', from, value: excerpt(text) } };
  };
}

function readText(text: string): Reading<string> {
  return { value: text };
}

function countReader(least: number, most: number): Reader<number> {
  return (text) => {
    const value = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
    return value >= least && value <= most
      ? { value }
      : { problem: { kind: 'wholeNumber', least, most, value: excerpt(text) } };
  };
}

function readPercent(text: string): Reading<number> {
  const value = /^\d+(?:\.\d{1,3})?$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value <= MAX_PERCENT
    ? { value }
    : { problem: { kind: 'percent', most: MAX_PERCENT, value: excerpt(text) } };
}

function nameReader<const Name extends string>(names: readonly Name[]): Reader<Name> {
  return (text) => {
    const value = named(text.trim(), names);
    return value === undefined ? { problem: { kind: 'name', names, value: excerpt(text) } } : { value };
  };
}

function namesReader<const Name extends string>(names: readonly Name[]): Reader<readonly Name[]> {
  return (text) => {
    const items = itemsOf(text);
    const value = items.flatMap((item) => named(item, names) ?? []);
    const unknown = items.find((item) => named(item, names) === undefined);
    return unknown === undefined
      ? { value }
      : { value, problem: { kind: 'namesList', names, value: excerpt(unknown) } };
  };
}

/** The name that a text stands for, in any letter case, as keywords and fields of a filter are read. */
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
  // The type of `fromEntries` does not keep which keys it was given.
  return Object.fromEntries(ADDRESS_KEYS.map((key) => [key, valueOf(key)])) as Record<AddressKey, T>;
}
