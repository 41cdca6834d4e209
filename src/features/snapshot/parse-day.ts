import { latinFigures } from '#ui/latin-figures.ts';
import { snapshotDateOf } from '#view/snapshot-date.ts';
import type { SnapshotDate } from '#view/view.ts';

const CALENDAR = { calendar: 'gregory', timeZone: 'UTC' } as const;

/**
 * The day that a person typed: `2026-10-01`, a full ISO 8601 date-time, or a date as a locale writes it, by number or
 * with the month in words (`Oct 1, 2026`, `1 October 2026`, `10/1/2026`; `1/10/2026` for a locale that writes the day
 * first; `2026年10月1日`). The digits may be those of any script. The year has four digits. undefined where the text is no day, or a day that does not exist.
 *
 * @param locale a BCP 47 tag; the calendar is the Gregorian one, whichever the locale prefers
 */
export function parseDay(typed: string, locale: string): SnapshotDate | undefined {
  const text = latinFigures(typed);
  const iso = snapshotDateOf(text);
  if (iso !== undefined) return iso;

  const fillers = fillersOf(locale);
  const pieces = [...text.matchAll(/\p{N}+|[\p{L}\p{M}]+/gu)]
    .map(([piece]) => piece)
    .filter((piece) => !fillers.has(piece.toLocaleLowerCase(locale)));
  const year = pieces.find((piece) => /^\d{4}$/u.test(piece)) ?? '';
  const [first = '', second = ''] = pieces.filter((piece) => /^\d{1,2}$/u.test(piece));
  if (pieces.length !== 3) return undefined;
  if (second === '') {
    const months = pieces.flatMap((piece) => monthNamed(piece, locale) ?? []);
    return dateOf(year, months.join(), first);
  }
  return pieces[0] !== year && writesDayFirst(locale)
    ? dateOf(year, second, first)
    : dateOf(year, first, second);
}

function dateOf(year: string, month: string, day: string): SnapshotDate | undefined {
  return snapshotDateOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** The words that a locale writes around the numbers of a date: `年`, `月` and `日`, or `de`. */
function fillersOf(locale: string): ReadonlySet<string> {
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...CALENDAR }).formatToParts(0);
  const literals = parts.filter(({ type }) => type === 'literal').map(({ value }) => value);
  return new Set(
    literals
      .join(' ')
      .toLocaleLowerCase(locale)
      .match(/[\p{L}\p{M}]+/gu) ?? [],
  );
}

/**
 * The month, 1 to 12, whose name begins with a word of at least three letters; undefined where that is not exactly one.
 */
function monthNamed(word: string, locale: string): number | undefined {
  const names = new Intl.DateTimeFormat(locale, { month: 'long', ...CALENDAR });
  const start = word.toLocaleLowerCase(locale);
  if (start.length < 3) return undefined;
  const months = Array.from({ length: 12 }, (_, index) => index + 1).filter((month) =>
    names
      .format(Date.UTC(2026, month - 1, 1))
      .toLocaleLowerCase(locale)
      .startsWith(start),
  );
  return months.length === 1 ? months[0] : undefined;
}

function writesDayFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: 'short', ...CALENDAR }).formatToParts(0);
  const types = parts.map(({ type }) => type);
  return types.indexOf('day') < types.indexOf('month');
}
