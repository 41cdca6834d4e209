import { COLUMNS, TEXTS } from './names.ts';

export const COUNTS = COLUMNS - TEXTS;

/** The rows of one page, row after row, until all of it is read; as large as the largest page so far. */
export type Scratch = {
  /** `TEXTS` codes a row. */
  codes: Uint32Array<ArrayBuffer>;
  /** `COUNTS` counts a row. */
  counts: Float64Array<ArrayBuffer>;
};

export function createScratch(): Scratch {
  return { codes: new Uint32Array(1024 * TEXTS), counts: new Float64Array(1024 * COUNTS) };
}
