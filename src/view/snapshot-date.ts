import { dayOf } from '#partner-center/reading/day.ts';
import type { SnapshotDate } from './view.ts';

// The hours of an offset may come after a space: a `+` in a query string stands for a space.
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[-+ ][01]\d:?[0-5]\d)?)?$/i;

/**
 * The day of a `YYYY-MM-DD` or of a full ISO 8601 date-time, as it is written. No time zone is applied, since the
 * service's own `processedDateTime` names none. undefined where the text is neither, or where no such day exists.
 */
export function snapshotDateOf(text: string): SnapshotDate | undefined {
  const day = DATE_TIME.exec(text.trim())?.[1];
  return day === undefined ? undefined : (dayOf(day) ?? undefined);
}
