import type {
  CallOptions,
  Continuation,
  LicenseDeploymentPage,
  PartnerCenterClient,
} from '#partner-center/client.ts';
import type { Row } from '#partner-center/response.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import { dayOf } from './day.ts';

/** One snapshot as the service names it. */
export type Snapshot = {
  /** The rows' own `processedDateTime`, verbatim: it is what pins later requests. */
  readonly processedDateTime: string;
  /** Its calendar day, `YYYY-MM-DD`, for people and addresses. */
  readonly date: string;
  /** Rows in the whole snapshot by the service's count; null where it gave none. A hint, not a fact. */
  readonly totalCount: number | null;
};

/** When a `processedDateTime` was, in milliseconds since the epoch; without a zone in UTC. NaN where it is no time. */
function instantOf(processedDateTime: string): number {
  const isWithoutZone = /[T ][\d:.]+$/iu.test(processedDateTime);
  return Date.parse(isWithoutZone ? `${processedDateTime}Z` : processedDateTime);
}

/** Do two `processedDateTime` name one snapshot? The same time may be written with a zone, with fractions, or without. */
export function isSameSnapshot(a: string, b: string): boolean {
  return a === b || instantOf(a) === instantOf(b);
}

/**
 * The first row of a snapshot, `processedDateTime` as it is sent; undefined where it has none. With the service's count,
 * null also where there are more rows than it says.
 */
export async function firstRowOf(
  client: PartnerCenterClient,
  processedDateTime: string | null,
  options: CallOptions,
): Promise<Pick<LicenseDeploymentPage, 'totalCount'> & { readonly row: Row | undefined }> {
  for (let continuation: Continuation | undefined; ;) {
    const { rows, totalCount, next } = await client.licenseDeployment(
      { filter: null, groupby: [], processedDateTime, top: 1, skip: 0 },
      { ...options, continuation },
    );
    const [row] = rows;
    if (row !== undefined || next === null) {
      const atLeast = rows.length + (next === null ? 0 : 1);
      return { row, totalCount: (totalCount ?? 0) < atLeast ? null : totalCount };
    }
    continuation = next;
  }
}

/**
 * Which snapshot answers for a day, or the latest one where `date` is null; null where there is none.
 *
 * Grouped answers carry no date, so one ungrouped row is asked for first, and what it says pins every later request:
 * figures that belong together then come from one snapshot, even when the service puts a new one in place meanwhile.
 * For a day without a snapshot the service may answer with the nearest earlier one: the row's own date is believed.
 *
 * @param date the day, `YYYY-MM-DD`, or a full `processedDateTime`
 * @throws PartnerCenterError, or the signal's AbortError
 */
export async function findSnapshot(
  client: PartnerCenterClient,
  date: string | null,
  options: CallOptions = {},
): Promise<Snapshot | null> {
  const { row, totalCount } = await firstRowOf(client, date, options);
  const processedDateTime = row?.processedDateTime;
  if (processedDateTime === undefined) return null;
  const day = dayOf(processedDateTime);
  if (day === null) {
    throw new PartnerCenterError({
      kind: 'unreadableResponse',
      description: `Row 0 of the response, processedDateTime: ${processedDateTime} is no date.`,
    });
  }
  return { processedDateTime, date: day, totalCount };
}
