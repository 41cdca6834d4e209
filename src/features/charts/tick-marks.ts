import type { BandRow } from './bands.ts';

/** What stands below a column, and how far from its middle, in pixels towards the end of the axis. */
export type TickMark = {
  /** null: nothing, for want of room. */
  readonly text: string | null;
  readonly shift: number;
};

/** What an axis has room for, in pixels. */
export type AxisRoom = {
  /** Of each band. */
  readonly band: number;
  /** A character's width, with its share of the gap to the next text. */
  readonly character: number;
  /** Beyond the last band. */
  readonly beside: number;
};

const STEPS = [1, 2, 5];

/**
 * The texts of the axis, none of which touches another. The lower end of a band stands at its edge, as on a ruler: each,
 * or every second, or fifth. What is no interval has its name below it; the last one gives way outwards, and the one
 * before it is left out where even that is not enough.
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
