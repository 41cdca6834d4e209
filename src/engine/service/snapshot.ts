import type { CallOptions, PartnerCenterClient } from '#partner-center/client.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import { snapshotDateOf } from '#view/snapshot-date.ts';
import type { SnapshotDate } from '#view/view.ts';
import type { Snapshot } from '#engine/engine.ts';

/**
 * The calendar day of a `processedDateTime`, as the service wrote it, whatever time or zone follows.
 * null where the text does not begin with a day that exists.
 */
export function dayOf(processedDateTime: string): SnapshotDate | null {
  return snapshotDateOf(processedDateTime.slice(0, 'YYYY-MM-DD'.length)) ?? null;
}

/**
 * Which snapshot answers for a day, or the latest one where `date` is null; null where there is none.
 *
 * Grouped answers carry no date, so one ungrouped row is asked for first, and what it says pins every later request:
 * figures that belong together then come from one snapshot, even when the service puts a new one in place meanwhile.
 * For a day without a snapshot the service may answer with the nearest earlier one: the row's own date is believed.
 *
 * @throws PartnerCenterError, or the signal's AbortError
 */
export async function findSnapshot(
  client: PartnerCenterClient,
  date: SnapshotDate | null,
  options: CallOptions = {},
): Promise<Snapshot | null> {
  const page = await client.licenseDeployment(
    { filter: null, groupby: [], processedDateTime: date, top: 1, skip: 0 },
    options,
  );
  const processedDateTime = page.rows[0]?.processedDateTime;
  if (processedDateTime === undefined) return null;
  const day = dayOf(processedDateTime);
  if (day === null) {
    throw new PartnerCenterError({
      kind: 'unreadableResponse',
      description: `Row 0 of the response, processedDateTime: ${processedDateTime} is no date.`,
    });
  }
  return { processedDateTime, date: day, totalCount: page.totalCount };
}
