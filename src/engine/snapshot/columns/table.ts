import { FIELDS } from '#partner-center/fields.ts';

/** The columns of text a row has. */
export const TEXT_COLUMNS = [...FIELDS, 'processedDateTime'] as const;
export type TextColumnName = (typeof TEXT_COLUMNS)[number];

/** The columns of licenses a row has. */
export const COUNT_COLUMNS = ['licensesDeployed', 'licensesSold'] as const;
export type CountColumnName = (typeof COUNT_COLUMNS)[number];

/** One code a row: an index into the column's dictionary. As narrow as the dictionary allows. */
export type Codes = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** One count of licenses a row, 0 or more: 32 bits where all of them fit, else doubles, exact to 2^53. */
export type Counts = Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** The code of a row without a value in the column. */
export const NO_VALUE = 0;

/**
 * The distinct texts of a column by their code, each once, exactly as the service wrote it (two that differ in letter
 * case alone are two). Index 0 (`NO_VALUE`) is null. A text may have no row.
 */
export type Dictionary = readonly [null, ...string[]];

export type TextColumn = { readonly codes: Codes; readonly dictionary: Dictionary };

/** All rows of a snapshot by column, in the service's order. Never changed once it is there. */
export type Table = {
  readonly rows: number;
  readonly texts: Readonly<Record<TextColumnName, TextColumn>>;
  readonly counts: Readonly<Record<CountColumnName, Counts>>;
};
