import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tickMarks } from './tick-marks.ts';

const BANDS = [
  ...['0', '10', '20', '30', '40', '50', '60', '70', '80', '90'].map(
    (tick) => ({ kind: 'below', tick }) as const,
  ),
  { kind: 'full', tick: '100' },
  { kind: 'over', tick: '>100' },
] as const;

/** The beginning and the end of each text. */
function placesOf(band: number, character: number): readonly (readonly [number, number])[] {
  return tickMarks(BANDS, { band, character, beside: 8 }).flatMap(({ text, shift }, index) => {
    if (text === null) return [];
    const middle = (index + 0.5) * band + shift;
    const half = (text.length * character) / 2;
    return [[middle - half, middle + half] as const];
  });
}

test('with room for it every text stands where it belongs', () => {
  const marks = tickMarks(BANDS, { band: 30, character: 6.5, beside: 8 });
  expect(marks.map(({ text }) => text)).toEqual(BANDS.map(({ tick }) => tick));
  expect(marks.map(({ shift }) => shift)).toEqual([-15, -15, -15, -15, -15, -15, -15, -15, -15, -15, 0, 0]);
});

test('on a narrow phone the last text gives way, and in less room the one before it goes', () => {
  expect(tickMarks(BANDS, { band: 20, character: 6.5, beside: 8 }).slice(-2)).toEqual([
    { text: '100', shift: 0 },
    { text: '>100', shift: 2.75 },
  ]);
  expect(tickMarks(BANDS, { band: 9, character: 13, beside: 8 }).map(({ text }) => text)).toEqual([
    '0',
    null,
    null,
    null,
    null,
    '50',
    null,
    null,
    null,
    null,
    null,
    '>100',
  ]);
});

test('no text touches another, or is beyond what there is beside the axis', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 5, max: 60, noNaN: true }),
      fc.double({ min: 5, max: 13, noNaN: true }),
      (band, character) => {
        const places = placesOf(band, character);
        places.slice(1).forEach(([from], index) => {
          expect(from).toBeGreaterThanOrEqual((places[index]?.[1] ?? 0) - 1e-6);
        });
        expect(places.at(-1)?.[1]).toBeLessThanOrEqual(BANDS.length * band + 8 + 1e-6);
      },
    ),
  );
});
