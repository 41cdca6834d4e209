import { textsIn } from './catalogue.ts';
import { formatTexts } from './format-texts.ts';
import { isolated } from './isolated.ts';
import { useLocalization, type Localization } from './language.ts';

/** Writes figures and dates as a locale does. */
export type Format = {
  /** A whole number: `12,345`; below zero with a minus sign: `−56`. */
  readonly count: (value: number) => string;
  /** A change, always with its sign: `+1,234`, `−56`, `0`. */
  readonly change: (value: number) => string;
  /** A share, 1 is 100 %: `87.3%`; `—` where it is undefined. */
  readonly percent: (share: number | null) => string;
  /** A difference of two shares in percentage points, always with its sign: `+0.8 pt`; `—` where it is undefined. */
  readonly points: (difference: number | null) => string;
  /** A change as a share of what was before, with its sign: `+12.5%`; `—` where it is undefined. */
  readonly changePercent: (share: number | null) => string;
  /** A number of percent, with no more decimals than it has: `95%`, `33.3%`. */
  readonly plainPercent: (percent: number) => string;
  /** A large number in little space: `1.2M`. */
  readonly compact: (value: number) => string;
  /** A large share in little space: `1.2M%`; `—` where it is undefined. */
  readonly compactPercent: (share: number | null) => string;
  /** An amount of data: `23.4 MB`. 1 MB is 1,000,000 bytes. */
  readonly bytes: (bytes: number) => string;
  /** A calendar day `YYYY-MM-DD` in words: `Nov 22, 2026`; as it is where it is no day. */
  readonly date: (day: string) => string;
  /** A time of day on the person's clock: `10:05 AM`. In milliseconds since the epoch. */
  readonly time: (milliseconds: number) => string;
  /** Parts in a row: `reseller or direct`. */
  readonly anyOf: (parts: readonly string[]) => string;
  /** Parts in a row with as little between them as the language allows: `Channel, Product`. */
  readonly list: (parts: readonly string[]) => string;
  /** Parts in a row: `Customer and Product`. */
  readonly allOf: (parts: readonly string[]) => string;
  /** Compares texts as a person sorts them. */
  readonly compare: (a: string, b: string) => number;
};

/** The text where a figure is undefined. */
const UNDEFINED_FIGURE = '—';

// The hyphen that Intl writes is shorter than a digit's width and can be separated from its number at the end of a
// line.
const withMinus = (text: string): string => text.replace('-', '−');

function createFormat(localization: Localization): Format {
  const { locale, language, direction } = localization;
  // A list has words, so it is of the language of the texts.
  const words = locale.split('-')[0] === language ? locale : language;
  const units = textsIn(formatTexts, localization);
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const change = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const points = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const changePercent = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const plainPercent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 });
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const compactPercent = new Intl.NumberFormat(locale, {
    style: 'percent',
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  const megabytes = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  });
  // The day of a snapshot is a day on the calendar, the same for everyone: no time zone ever shifts it. It is of the calendar
  // that the service counts in, because a person can type it too.
  const date = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeZone: 'UTC',
    calendar: 'gregory',
  });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const allOf = new Intl.ListFormat(words, { type: 'conjunction' });
  const anyOf = new Intl.ListFormat(words, { type: 'disjunction' });
  const list = new Intl.ListFormat(words, { type: 'conjunction', style: 'narrow' });
  // The parts can be names in letters of either direction.
  const apart = direction === 'rtl' ? isolated : (part: string) => part;
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  return {
    count: (value) => withMinus(count.format(value)),
    change: (value) => withMinus(change.format(value)),
    percent: (share) => (share === null ? UNDEFINED_FIGURE : withMinus(percent.format(share))),
    points: (difference) =>
      difference === null
        ? UNDEFINED_FIGURE
        : units.points({ points: withMinus(points.format(100 * difference)) }),
    changePercent: (share) => (share === null ? UNDEFINED_FIGURE : withMinus(changePercent.format(share))),
    plainPercent: (value) => plainPercent.format(value / 100),
    compact: (value) => withMinus(compact.format(value)),
    compactPercent: (share) => (share === null ? UNDEFINED_FIGURE : withMinus(compactPercent.format(share))),
    bytes: (bytes) => megabytes.format(bytes / 1e6),
    date: (day) => {
      const time = Date.parse(`${day}T00:00:00Z`);
      return Number.isNaN(time) ? day : date.format(time);
    },
    time: (milliseconds) => time.format(milliseconds),
    allOf: (parts) => allOf.format(parts.map(apart)),
    anyOf: (parts) => anyOf.format(parts.map(apart)),
    list: (parts) => list.format(parts.map(apart)),
    compare: collator.compare,
  };
}

const formats = new WeakMap<Localization, Format>();

/** The format of a localization. Making one is slow, so each is made once. */
export function formatFor(localization: Localization): Format {
  const format = formats.get(localization) ?? createFormat(localization);
  formats.set(localization, format);
  return format;
}

export function useFormat(): Format {
  return formatFor(useLocalization());
}
