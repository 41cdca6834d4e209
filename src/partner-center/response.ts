import type { Field } from './fields.ts';
import type { Pieces } from './pieces.ts';
import { breathe } from './turn.ts';

/** One row as it arrived: the fields that were asked for (null where the service has no value) and both sums. */
export type Row = { readonly [F in Field]?: string | null | undefined } & {
  readonly licensesDeployed: number;
  readonly licensesSold: number;
  /** The time, verbatim; only rows that are not grouped have it. */
  readonly processedDateTime?: string | undefined;
};

/** One response after it was checked. */
export type ResponseBody = {
  readonly rows: readonly Row[];
  /** null where this is the last page; undefined where the response has no such name. */
  readonly nextLink: string | null | undefined;
  /** null where the response names no count. */
  readonly totalCount: number | null;
};

/** The response is not JSON, or it ends too early. */
export class NotJson extends Error {
  override readonly name = 'NotJson';
  /** It begins like a web page, so a server on the way has answered. */
  readonly isWebPage: boolean;

  constructor(isWebPage: boolean, cause?: unknown) {
    super(
      isWebPage
        ? 'A web page came instead of data: something between this page and the service answered.'
        : 'The answer is not JSON, or ends in the middle.',
      { cause },
    );
    this.isWebPage = isWebPage;
  }
}

/** A response that is not what the endpoint documents. `message` names the row and the field. */
export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody';
}

// The response is checked by hand and not by a library's schema: the workers that read a snapshot have a copy of all
// this code.

/** What the value of a name has to be, and the words for an error where it is not. */
type Rule<T> = { readonly holds: (value: unknown) => value is T; readonly expected: string };
type Rules = Readonly<Record<string, Rule<unknown>>>;
type Checked<R extends Rules> = { readonly [N in keyof R]: R[N] extends Rule<infer T> ? T : never };

const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const wholeNumber = 'expected a whole number, 0 or more';
const count: Rule<number> = { holds: isCount, expected: wholeNumber };
const text: Rule<string | null | undefined> = {
  holds: (value) => isAbsent(value) || typeof value === 'string',
  expected: 'expected a text or null',
};

const groupedRow = {
  serviceCode: text,
  serviceName: text,
  channel: text,
  customerTenantId: text,
  customerName: text,
  productId: text,
  productName: text,
  licensesDeployed: count,
  licensesSold: count,
} satisfies Record<Field, Rule<unknown>> & Rules;

const ungroupedRow = {
  ...groupedRow,
  processedDateTime: {
    // A day comes first, whatever follows: "2018-10-02T00:00:00" on the endpoint's page, with a zone in newer services.
    holds: (value): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value),
    expected: 'expected a date such as 2018-10-02T00:00:00',
  },
} satisfies Rules;

const envelope = {
  value: {
    holds: (value): value is readonly unknown[] => Array.isArray(value),
    expected: 'expected a list of rows',
  },
  nextLink: { ...text, expected: 'expected a link or null' },
  totalCount: {
    holds: (value): value is number | null | undefined => isAbsent(value) || isCount(value),
    expected: wholeNumber,
  },
} satisfies Rules;

const rowNames: ReadonlyMap<string, string> = new Map(
  Object.keys(ungroupedRow).map((name) => [name.toLowerCase(), name]),
);
// The endpoint writes `Value`, `@nextLink`, `TotalCount`; related endpoints write `items`, `nextLink`, `totalCount`.
const bodyNames: ReadonlyMap<string, string> = new Map([
  ['value', 'value'],
  ['items', 'value'],
  ['@nextlink', 'nextLink'],
  ['nextlink', 'nextLink'],
  ['@odata.nextlink', 'nextLink'],
  ['totalcount', 'totalCount'],
]);

/** The members of an object by their known names, in whatever letter case they came; unknown ones are dropped. */
function withKnownNames(value: object, names: ReadonlyMap<string, string>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, content] of Object.entries(value)) {
    const known = names.get(name.toLowerCase());
    // The first of two spellings counts.
    if (known !== undefined && !Object.hasOwn(result, known)) result[known] = content;
  }
  return result;
}

/** Does an object have only names that have rules, in the same letter case? Then it needs no copy. */
function hasOnly(value: object, rules: Rules): boolean {
  for (const name in value) if (!Object.hasOwn(rules, name)) return false;
  return true;
}

/**
 * The members of an object that have rules, without those that are absent.
 *
 * @param subject what the object is, for the error
 * @throws UnreadableBody for the first rule that does not hold
 */
function checked<R extends Rules>(
  value: unknown,
  names: ReadonlyMap<string, string>,
  rules: R,
  subject: () => string,
): Checked<R> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UnreadableBody(`${subject()}: Invalid input.`);
  }
  const isAsDocumented = hasOnly(value, rules);
  const members = isAsDocumented ? (value as Record<string, unknown>) : withKnownNames(value, names);
  const result: Record<string, unknown> = {};
  for (const name in rules) {
    const content = members[name];
    const { holds, expected } = rules[name] as Rule<unknown>;
    if (!holds(content)) throw new UnreadableBody(`${subject()}, ${name}: ${expected}.`);
    if (content !== undefined && !isAsDocumented) result[name] = content;
  }
  return (isAsDocumented ? members : result) as Checked<R>;
}

// Checking so many rows takes a few milliseconds: short enough for a frame.
const SLICE = 500;

/**
 * A grouped field whose value is null in every row still has its name there. A field that no row names is missing: if
 * it were read as null, all rows would be one group without a value.
 */
function checkGroupedNames(rows: readonly Row[], groupby: readonly Field[]): void {
  if (rows.length === 0) return;
  const missing = groupby.find((field) => rows.every((row) => !Object.hasOwn(row, field)));
  if (missing !== undefined) {
    throw new UnreadableBody(`The response, ${missing}: expected in the rows, which are grouped by it.`);
  }
}

/** Reads a body row by row, with a pause after each slice. */
function* reading(body: unknown, groupby: readonly Field[]): Generator<undefined, ResponseBody> {
  const { value, nextLink, totalCount } = checked(body, bodyNames, envelope, () => 'The response');
  const rules = groupby.length > 0 ? groupedRow : ungroupedRow;
  const rows: Row[] = [];
  for (const row of value) {
    const index = rows.length;
    if (index > 0 && index % SLICE === 0) yield;
    rows.push(checked(row, rowNames, rules, () => `Row ${index} of the response`));
  }
  checkGroupedNames(rows, groupby);
  return { rows, nextLink, totalCount: totalCount ?? null };
}

/**
 * Reads a response body of the endpoint, its names in any letter case.
 *
 * @param body the parsed JSON
 * @param groupby the fields that the rows are grouped by; only rows that are not grouped have a `processedDateTime`
 * @throws UnreadableBody naming the row (from 0) and the field that is missing or wrong
 */
export function readResponseBody(body: unknown, groupby: readonly Field[]): ResponseBody {
  const steps = reading(body, groupby);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new NotJson(/^\s*</.test(text), cause);
  }
}

/**
 * Parses the bytes of a response.
 *
 * @throws NotJson
 */
export function parseJson(bytes: Uint8Array): unknown {
  return parse(new TextDecoder().decode(bytes));
}

/**
 * Parses the pieces of a response.
 *
 * @throws NotJson
 */
export function parsePieces(pieces: Pieces): unknown {
  // Measured: bytes that are joined first are decoded in a fifth of the time, and the text has no pieces.
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return parseJson(bytes);
}

/**
 * Reads a response from its bytes, with pauses: a page of 10,000 rows never holds up a frame.
 *
 * @throws NotJson, UnreadableBody
 */
export async function readResponsePieces(pieces: Pieces, groupby: readonly Field[]): Promise<ResponseBody> {
  const steps = reading(parsePieces(pieces), groupby);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await breathe();
  }
}
