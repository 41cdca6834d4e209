import type { Catalogue } from '#ui/language.ts';

type SnapshotTexts = {
  readonly snapshot: string;
  readonly latest: string;
  readonly latestOf: (date: string) => string;
  /** How many days before the latest snapshot a day is; `formatted` is the number as text. */
  readonly daysBefore: (days: number, formatted: string) => string;
  readonly yearBefore: string;
  /** The examples are one day, written in two ways. */
  readonly unreadable: (typed: string, day: string, sameDay: string) => string;
  readonly otherDay: (asked: string, found: string) => string;
};

export const texts: Catalogue<SnapshotTexts> = {
  en: {
    snapshot: 'Snapshot',
    latest: 'Latest',
    latestOf: (date) => `Latest (${date})`,
    daysBefore: (days, formatted) => (days === 1 ? '1 day before' : `${formatted} days before`),
    yearBefore: '1 year before',
    unreadable: (typed, day, sameDay) => `“${typed}” is not a day. Type one as ${day} or ${sameDay}.`,
    otherDay: (asked, found) => `No snapshot for ${asked}; showing ${found}.`,
  },
};
