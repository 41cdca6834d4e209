/** A bar within a track: lengths as shares of the room for bars. */
export type PictureBar = {
  readonly name: string;
  readonly sold: number;
  readonly deployed: number;
  readonly over: number;
  /** Where its ends were, where two snapshots are compared. */
  readonly marks?: PictureMarks | null;
  /** Its figures, written. */
  readonly text: string;
};

/** Shares of the room for bars; null: that end has no place in it. */
export type PictureMarks = { readonly sold: number | null; readonly deployed: number | null };

export type PictureColumn = {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly look: 'plain' | 'full' | 'over';
  /** What it was, where two snapshots are compared. */
  readonly before?: number | null;
};

/** A line's figure in each place; null: a gap. */
export type PictureLine = { readonly name: string; readonly values: readonly (number | null)[] };

/** What a picture shows. */
export type Drawing =
  | { readonly kind: 'bars'; readonly bars: readonly PictureBar[]; readonly legend: PictureLegend }
  | {
      readonly kind: 'columns';
      readonly columns: readonly PictureColumn[];
      /** What the columns are along. */
      readonly axis: string;
      /** What the marks of `before` are. */
      readonly before?: string | null;
      /** A line over the columns: of each a share, from 0 at the foot to 1 at the top; null: none. */
      readonly line?: { readonly name: string; readonly shares: readonly (number | null)[] } | null;
    }
  | {
      readonly kind: 'lines';
      /** Names of the places, from the first to the last. */
      readonly places: readonly string[];
      readonly ticks: readonly { readonly value: number; readonly text: string }[];
      readonly lines: readonly PictureLine[];
    };

export type PictureLegend = Readonly<Record<'deployed' | 'sold' | 'over', string>> & {
  /** What the marks are. */
  readonly before?: { readonly sold: string; readonly deployed: string } | null;
};

/** A chart with all that it takes to be understood where nothing else of the page is. */
export type Picture = {
  readonly title: string;
  /** Of which day, of what, and whatever else has to be known. */
  readonly lines: readonly string[];
  /** Where the page shows it. */
  readonly link: string;
  readonly drawing: Drawing;
};
