const DAY = /^\d{4}-\d{2}-\d{2}/u;

/**
 * The calendar day, `YYYY-MM-DD`, that a `processedDateTime` begins with, whatever time or zone follows: no time zone is
 * applied, since the service's own texts name none. null where the text does not begin with a day that exists.
 */
export function dayOf(processedDateTime: string): string | null {
  const day = DAY.exec(processedDateTime)?.[0];
  if (day === undefined) return null;
  const date = new Date(`${day}T00:00:00Z`);
  // Some engines take 30 February for a day in March.
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(day) ? day : null;
}
