import * as z from 'zod/mini';
import { FIELDS, type Field } from './fields.ts';
import type { Pieces } from './pieces.ts';
import { breathe } from './turn.ts';

/** One row as it arrived: the asked fields (null where the service has no value) and both sums. */
export type Row = { readonly [F in Field]?: string | null | undefined } & {
  readonly licensesDeployed: number;
  readonly licensesSold: number;
  /** Verbatim; only rows that were not grouped have it. */
  readonly processedDateTime?: string | undefined;
};

/** One response, checked. */
export type ResponseBody = {
  readonly rows: readonly Row[];
  /** null: this is the last page. undefined: the response has no such name. */
  readonly nextLink: string | null | undefined;
  /** null where the response names none. */
  readonly totalCount: number | null;
};

/** What came is no JSON, or ends in the middle. */
export class NotJson extends Error {
  override readonly name = 'NotJson';
  /** It begins as a web page does: something in between answered. */
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

// Own messages: zod/mini ships none, to stay small.
const wholeNumber = 'expected a whole number, 0 or more';
const count = z.int(wholeNumber).check(z.gte(0, wholeNumber));
const text = z.optional(z.nullable(z.string('expected a text or null')));
const groupedRow = z.object({
  serviceCode: text,
  serviceName: text,
  channel: text,
  customerTenantId: text,
  customerName: text,
  productId: text,
  productName: text,
  licensesDeployed: count,
  licensesSold: count,
});
const dateExpected = 'expected a date such as 2018-10-02T00:00:00';
const ungroupedRow = z.extend(groupedRow, {
  // A day first, whatever follows: "2018-10-02T00:00:00" on the page, with a zone in newer services.
  processedDateTime: z.string(dateExpected).check(z.regex(/^\d{4}-\d{2}-\d{2}/, dateExpected)),
});

const ROW_NAMES = [...FIELDS, 'licensesDeployed', 'licensesSold', 'processedDateTime'] as const;
const rowNames: ReadonlyMap<string, string> = new Map(ROW_NAMES.map((name) => [name.toLowerCase(), name]));
// The endpoint writes `Value`, `@nextLink`, `TotalCount`; its siblings `items`, `nextLink`, `totalCount`.
const bodyNames: ReadonlyMap<string, string> = new Map([
  ['value', 'value'],
  ['items', 'value'],
  ['@nextlink', 'nextLink'],
  ['nextlink', 'nextLink'],
  ['@odata.nextlink', 'nextLink'],
  ['totalcount', 'totalCount'],
]);

const envelope = z.object({
  value: z.array(z.unknown(), 'expected a list of rows'),
  nextLink: z.optional(z.nullable(z.string('expected a link or null'))),
  totalCount: z.optional(z.nullable(count)),
});

/** The object with its known names in the letter case the schema has; unknown names are dropped. */
function withKnownNames(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const result: Record<string, unknown> = {};
  for (const [name, content] of Object.entries(value)) {
    const known = names.get(name.toLowerCase());
    // The first of two spellings counts.
    if (known !== undefined && !Object.hasOwn(result, known)) result[known] = content;
  }
  return result;
}

function reasonOf(error: z.core.$ZodError, subject: string): UnreadableBody {
  const issue = error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  return new UnreadableBody(
    `${subject}${path === '' ? '' : `, ${path}`}: ${issue?.message ?? 'not what the endpoint documents'}.`,
  );
}

// So many rows take a few milliseconds to check: short enough for a frame.
const SLICE = 500;

/** Reads a body row by row, with a pause after each slice. */
function* reading(body: unknown, grouped: boolean): Generator<undefined, ResponseBody> {
  const outer = z.safeParse(envelope, withKnownNames(body, bodyNames));
  if (!outer.success) throw reasonOf(outer.error, 'The response');
  const schema = grouped ? groupedRow : ungroupedRow;
  const rows: Row[] = [];
  for (const value of outer.data.value) {
    const index = rows.length;
    if (index > 0 && index % SLICE === 0) yield;
    const row = z.safeParse(schema, withKnownNames(value, rowNames));
    if (!row.success) throw reasonOf(row.error, `Row ${index} of the response`);
    rows.push(row.data);
  }
  return { rows, nextLink: outer.data.nextLink, totalCount: outer.data.totalCount ?? null };
}

/**
 * Reads a response body of the endpoint, its names in any letter case.
 *
 * @param body the parsed JSON
 * @param grouped were the rows grouped? Only rows that were not have a `processedDateTime`.
 * @throws UnreadableBody naming the row (from 0) and the field that is missing or wrong
 */
export function readResponseBody(body: unknown, grouped: boolean): ResponseBody {
  const steps = reading(body, grouped);
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
 * The same from pieces, which need not be put together for it.
 *
 * @throws NotJson
 */
export function parsePieces(pieces: Pieces): unknown {
  const decoder = new TextDecoder();
  const texts = pieces.map((piece) => decoder.decode(piece, { stream: true }));
  return parse([...texts, decoder.decode()].join(''));
}

/**
 * Reads a response from its bytes, with pauses: a page of 10,000 rows never holds up a frame.
 *
 * @throws NotJson, UnreadableBody
 */
export async function readResponsePieces(pieces: Pieces, grouped: boolean): Promise<ResponseBody> {
  const steps = reading(parsePieces(pieces), grouped);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await breathe();
  }
}
