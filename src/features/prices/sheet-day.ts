// `2/1/2019 12:00:00 AM`: Partner Center writes month, day, year.
const AMERICAN = /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})(?:\s|$)/u;
const ISO = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:T|\s|$)/u;

/** The day of a date in a price sheet as `YYYY-MM-DD`; null where the text is no date. */
export function sheetDay(text: string): string | null {
  const { year, month, day } = (AMERICAN.exec(text.trim()) ?? ISO.exec(text.trim()))?.groups ?? {};
  if (year === undefined || month === undefined || day === undefined) return null;
  if (Number(month) > 12 || Number(day) > 31) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
