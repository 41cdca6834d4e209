import type { BandRow } from './bands.ts';

/** The text below a column, and its distance from the column's middle, in pixels towards the end of the axis. */
export type TickMark = {
  /** null where there is no room for a text. */
  readonly text: string | null;
  readonly shift: number;
};

/** The room of an axis, in pixels. */
export type AxisRoom = {
  /** The width of each band. */
  readonly band: number;
  /** The width of a character, with its share of the gap to the next text. */
  readonly character: number;
  /** The room behind the last band. */
  readonly beside: number;
};

const STEPS = [1, 2, 5];

/**
 * The texts of the axis; no two of them touch. The lower end of a band stands at its edge, as on a ruler: at each band,
 * or at every second or fifth. A band that is not an interval has its name below it. The last name moves outwards where
 * it needs room, and the one before is left out where that is not enough.
 */
export function tickMarks(
  bands: readonly Pick<BandRow, 'kind' | 'tick'>[],
  { band, character, beside }: AxisRoom,
): readonly TickMark[] {
  const lengthOf = (text: string): number => text.length * character;
  const longest = Math.max(0, ...bands.map(({ kind, tick }) => (kind === 'below' ? lengthOf(tick) : 0)));
  const step = STEPS.find((each) => each * band >= longest) ?? bands.length;
  const last = lengthOf(bands.at(-1)?.tick ?? '');
  const beforeLast = lengthOf(bands.at(-2)?.tick ?? '');
  const most = band / 2 + beside - last / 2;
  const wanted = (beforeLast + last) / 2 - band;
  const shift = Math.min(Math.max(0, wanted), most);
  const lastBegins = (bands.length - 0.5) * band + shift - last / 2;
  return bands.map(({ kind, tick }, index) => {
    if (kind === 'below') {
      const hasRoom = index % step === 0 && index * band + lengthOf(tick) / 2 <= lastBegins;
      return { text: hasRoom ? tick : null, shift: -band / 2 };
    }
    if (index === bands.length - 1) return { text: tick, shift };
    return { text: wanted > shift ? null : tick, shift: 0 };
  });
}
