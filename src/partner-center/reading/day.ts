const DAY = /^\d{4}-\d{2}-\d{2}/u;

/**
 * The calendar day, `YYYY-MM-DD`, with which a `processedDateTime` begins, whatever time or zone follows. No time zone
 * is applied, since the service's own texts name none. null where the text does not begin with a day that exists.
 */
export function dayOf(processedDateTime: string): string | null {
  const day = DAY.exec(processedDateTime)?.[0];
  if (day === undefined) return null;
  const date = new Date(`${day}T00:00:00Z`);
  // Some JavaScript engines read 30 February as a day in March.
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(day) ? day : null;
}
