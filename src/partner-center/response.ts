import * as z from 'zod/mini';
import { FIELDS, type Field } from './fields.ts';

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

/**
 * Reads a response body of the endpoint, its names in any letter case.
 *
 * @param body the parsed JSON
 * @param grouped were the rows grouped? Only rows that were not have a `processedDateTime`.
 * @throws UnreadableBody naming the row (from 0) and the field that is missing or wrong
 */
export function readResponseBody(body: unknown, grouped: boolean): ResponseBody {
  const outer = z.safeParse(envelope, withKnownNames(body, bodyNames));
  if (!outer.success) throw reasonOf(outer.error, 'The response');
  const schema = grouped ? groupedRow : ungroupedRow;
  const rows = outer.data.value.map((value, index): Row => {
    const row = z.safeParse(schema, withKnownNames(value, rowNames));
    if (!row.success) throw reasonOf(row.error, `Row ${index} of the response`);
    return row.data;
  });
  return { rows, nextLink: outer.data.nextLink, totalCount: outer.data.totalCount ?? null };
}
