import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAt, DAY, timeOfDay } from '#view/day-times.ts';
import { FEWEST_CHANGES, jumpsIn, type DayFigures } from './jumps.ts';

const FIRST = timeOfDay('2026-10-01');

/** Makes a snapshot a day with these licenses sold. The number of deployed licenses never changes. */
function seriesOf(sold: readonly number[], skipped = new Set<number>()): readonly DayFigures[] {
  return sold.flatMap((licensesSold, day) =>
    skipped.has(day)
      ? []
      : [{ date: dayAt(FIRST + day * DAY), totals: { licensesSold, licensesDeployed: 500 } }],
  );
}

/** Makes so many days, each with one or two licenses more than the day before. */
const growing = (days: number): readonly number[] =>
  Array.from({ length: days }, (_, day) => 1000 + day + Math.floor(day / 2));

test('a change far beyond the others is a jump, and says from when to when, and what is usual', () => {
  const sold = growing(20).map((count, day) => (day >= 12 ? count - 100 : count));
  expect(jumpsIn(seriesOf(sold))).toEqual([
    {
      measure: 'licensesSold',
      from: '2026-10-12',
      to: '2026-10-13',
      before: 1016,
      after: 918,
      usual: 1,
      // Most changes are 1, so the mean distance from the median counts: 8 changes are 2, and one is 99 away.
      score: expect.closeTo((99 * 19) / (1.253_314 * 107)) as number,
    },
  ]);
});

test('the score is the distance from the median change, by the median of these distances', () => {
  // The changes are 0, 1, 2, 3, 4, and then again from 0; only the 13th is 102.
  let sold = 500;
  const series = Array.from({ length: 21 }, (_, day) => {
    sold += day === 0 ? 0 : ((day - 1) % 5) + (day === 13 ? 100 : 0);
    return sold;
  });
  expect(jumpsIn(seriesOf(series))).toMatchObject([{ usual: 2, score: 0.6745 * 100 }]);
});

test('what a series always does is no jump, however much it is', () => {
  expect(jumpsIn(seriesOf(growing(30)))).toEqual([]);
  expect(jumpsIn(seriesOf(growing(30).map((count) => count * 1000)))).toEqual([]);
  expect(jumpsIn(seriesOf(Array.from({ length: 30 }, (_, day) => (day % 2 === 0 ? 900 : 100))))).toEqual([]);
});

test('where nothing ever changes, a few licenses are no jump, and many are', () => {
  const still = (change: number, level = 100): readonly DayFigures[] =>
    seriesOf(Array.from({ length: 10 }, (_, day) => (day < 5 ? level : level + change)));
  expect(jumpsIn(still(0))).toEqual([]);
  expect(jumpsIn(still(5))).toEqual([]);
  expect(jumpsIn(still(6))).toHaveLength(1);
  // Six licenses of a hundred thousand are too few for a jump.
  expect(jumpsIn(still(6, 100_000))).toEqual([]);
  expect(jumpsIn(still(600, 100_000))).toHaveLength(1);
});

test('of few changes nothing is claimed', () => {
  const jumping = (days: number): readonly DayFigures[] =>
    seriesOf(Array.from({ length: days }, (_, day) => (day === days - 1 ? 9000 : 100)));
  expect(jumpsIn(jumping(FEWEST_CHANGES))).toEqual([]);
  expect(jumpsIn(jumping(FEWEST_CHANGES + 1))).toHaveLength(1);
  expect(jumpsIn([])).toEqual([]);
});

test('what changes over days without a snapshot is spread over them', () => {
  const sold = Array.from({ length: 30 }, (_, day) => 1000 + 40 * day + (day % 3));
  expect(jumpsIn(seriesOf(sold, new Set([11, 12, 13, 14, 15, 16, 17])))).toEqual([]);
});

test('fewer than half of all changes can be jumps', () => {
  const anySold = fc.array(fc.nat(2000), { minLength: 8, maxLength: 30 });
  fc.assert(
    fc.property(anySold, (sold) => {
      const jumps = jumpsIn(seriesOf(sold));
      expect(2 * jumps.length).toBeLessThan(sold.length);
      for (const { score } of jumps) expect(score).toBeGreaterThan(3.5);
    }),
  );
});
