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
  /** The `processedDateTime` of the rows, verbatim: it pins later requests. */
  readonly processedDateTime: string;
  /** The calendar day, `YYYY-MM-DD`, for people and addresses. */
  readonly date: string;
  /** The rows in the whole snapshot by the service's count; null where it gave none. It is a hint, not a fact. */
  readonly totalCount: number | null;
};

/**
 * The time of a `processedDateTime`, in milliseconds since the epoch; a time without a zone is in UTC. NaN where it is
 * no time.
 */
function instantOf(processedDateTime: string): number {
  const isWithoutZone = /[T ][\d:.]+$/iu.test(processedDateTime);
  return Date.parse(isWithoutZone ? `${processedDateTime}Z` : processedDateTime);
}

/**
 * Do two `processedDateTime` name one snapshot? The same time may be written with or without a zone, and with or
 * without fractions.
 */
export function isSameSnapshot(a: string, b: string): boolean {
  return a === b || instantOf(a) === instantOf(b);
}

/**
 * The first row of a snapshot; `processedDateTime` is sent unchanged. The row is undefined where there is none. The
 * service's count comes with it, which is null also where there are more rows than it says.
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
 * The snapshot that answers for a day, or the latest one where `date` is null; null where there is none.
 *
 * Grouped answers carry no date, so one ungrouped row is asked for first, and its `processedDateTime` pins every later
 * request. So figures that belong together come from one snapshot, even when the service puts a new one in place
 * meanwhile. For a day without a snapshot the service may answer with the nearest earlier one: the row's own date is
 * believed.
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
