/** A bar within a track: lengths as shares of the room for bars. */
export type PictureBar = {
  readonly name: string;
  readonly sold: number;
  readonly deployed: number;
  readonly over: number;
  /** The earlier ends of the bar, where two snapshots are compared. */
  readonly marks?: PictureMarks | null;
  /** The text of its figures. */
  readonly text: string;
};

/** The ends as shares of the room for bars; null for an end that has no place in the room. */
export type PictureMarks = { readonly sold: number | null; readonly deployed: number | null };

export type PictureColumn = {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly look: 'plain' | 'full' | 'over';
  /** The earlier value, where two snapshots are compared. */
  readonly before?: number | null;
};

/** The value of a line in each place; null where it has a gap. */
export type PictureLine = { readonly name: string; readonly values: readonly (number | null)[] };

/** What a picture shows. */
export type Drawing =
  | { readonly kind: 'bars'; readonly bars: readonly PictureBar[]; readonly legend: PictureLegend }
  | {
      readonly kind: 'columns';
      readonly columns: readonly PictureColumn[];
      /** What the columns are ordered along. */
      readonly axis: string;
      /** What the marks of `before` mean. */
      readonly before?: string | null;
      /** A line over the columns: a share for each, from 0 at the foot to 1 at the top; null where there is none. */
      readonly line?: {
        readonly name: string;
        readonly shares: readonly (number | null)[];
        /** The text of the top: all of it. */
        readonly whole: string;
      } | null;
    }
  | {
      readonly kind: 'lines';
      /** The names of the places, from the first to the last. */
      readonly places: readonly string[];
      readonly ticks: readonly { readonly value: number; readonly text: string }[];
      readonly lines: readonly PictureLine[];
    };

export type PictureLegend = Readonly<Record<'deployed' | 'sold' | 'over', string>> & {
  /** What the marks mean. */
  readonly before?: { readonly sold: string; readonly deployed: string } | null;
};

/** A chart with everything that a person needs to understand it outside of the page. */
export type Picture = {
  readonly title: string;
  /** Its day, its rows, and everything else that a person has to know. */
  readonly lines: readonly string[];
  /** The link to the page that shows it. */
  readonly link: string;
  readonly drawing: Drawing;
};
