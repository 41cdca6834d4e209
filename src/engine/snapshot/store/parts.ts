import { decodeDictionary, encodeDictionary } from '#engine/snapshot/columns/dictionary-json.ts';
import { recordOf } from '#engine/snapshot/columns/record-of.ts';
import {
  COUNT_COLUMNS,
  TEXT_COLUMNS,
  type Codes,
  type CountColumnName,
  type Counts,
  type Table,
  type TextColumnName,
} from '#engine/snapshot/columns/table.ts';

// As the array holds them: what a device stores only the same device reads, so their byte order needs no care.
const CODES_KINDS = ['u8', 'u16', 'u32'] as const;
const COUNTS_KINDS = ['u32', 'f64'] as const;

type CodesKind = (typeof CODES_KINDS)[number];
type CountsKind = (typeof COUNTS_KINDS)[number];

/** What it takes, besides the bytes of the parts, to make the table again. */
export type Shape = {
  readonly rows: number;
  readonly codes: Readonly<Record<TextColumnName, CodesKind>>;
  readonly counts: Readonly<Record<CountColumnName, CountsKind>>;
};

/** A text column is stored in two parts, so that its codes are an array of their own again; a count in one. */
export const PARTS: readonly string[] = [
  ...TEXT_COLUMNS.flatMap((name) => [codesOf(name), dictionaryOf(name)]),
  ...COUNT_COLUMNS,
];

function codesOf(column: string): string {
  return `${column}.codes`;
}

function dictionaryOf(column: string): string {
  return `${column}.dictionary`;
}

function bytesOf({ buffer, byteOffset, byteLength }: Codes | Counts): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** The bytes of each part of a table, by its name in `PARTS`. Views into the table where that is possible. */
export function partsOf(table: Table): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  const parts = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const name of TEXT_COLUMNS) {
    const { codes, dictionary } = table.texts[name];
    parts.set(codesOf(name), bytesOf(codes));
    parts.set(dictionaryOf(name), encodeDictionary(dictionary));
  }
  for (const name of COUNT_COLUMNS) parts.set(name, bytesOf(table.counts[name]));
  return parts;
}

/** A table's shape as bytes. */
export function encodeShape(table: Table): Uint8Array<ArrayBuffer> {
  const written: Shape = {
    rows: table.rows,
    codes: recordOf(TEXT_COLUMNS, (name) => {
      const { codes } = table.texts[name];
      return codes instanceof Uint8Array ? 'u8' : codes instanceof Uint16Array ? 'u16' : 'u32';
    }),
    counts: recordOf(COUNT_COLUMNS, (name) => (table.counts[name] instanceof Uint32Array ? 'u32' : 'f64')),
  };
  return new TextEncoder().encode(JSON.stringify(written));
}

/** @throws where the bytes are no shape */
export function decodeShape(bytes: ArrayBuffer): Shape {
  const { rows, codes, counts } = JSON.parse(new TextDecoder().decode(bytes)) as Shape;
  if (!Number.isSafeInteger(rows) || rows < 0) throw new RangeError('A table of no number of rows.');
  return {
    rows,
    codes: recordOf(TEXT_COLUMNS, (name) => knownKind(CODES_KINDS, codes[name])),
    counts: recordOf(COUNT_COLUMNS, (name) => knownKind(COUNTS_KINDS, counts[name])),
  };
}

function knownKind<K extends string>(kinds: readonly K[], kind: K): K {
  if (!kinds.includes(kind)) throw new RangeError('A column of an unknown kind.');
  return kind;
}

function hasRows<T extends Codes | Counts>(array: T, rows: number): T {
  if (array.length !== rows) throw new RangeError('A column of another length than the table.');
  return array;
}

function codesFrom(kind: CodesKind, bytes: ArrayBuffer): Codes {
  switch (kind) {
    case 'u8':
      return new Uint8Array(bytes);
    case 'u16':
      return new Uint16Array(bytes);
    case 'u32':
      return new Uint32Array(bytes);
  }
}

function countsFrom(kind: CountsKind, bytes: ArrayBuffer): Counts {
  return kind === 'u32' ? new Uint32Array(bytes) : new Float64Array(bytes);
}

/**
 * The table that shape and parts were made of. The parts' buffers become the table's.
 *
 * @throws where a part is missing or does not fit the shape
 */
export function tableFrom({ rows, codes, counts }: Shape, parts: ReadonlyMap<string, ArrayBuffer>): Table {
  const part = (name: string): ArrayBuffer => {
    const bytes = parts.get(name);
    if (bytes === undefined) throw new RangeError(`The part ${name} is missing.`);
    return bytes;
  };
  return {
    rows,
    texts: recordOf(TEXT_COLUMNS, (name) => ({
      codes: hasRows(codesFrom(codes[name], part(codesOf(name))), rows),
      dictionary: decodeDictionary(new Uint8Array(part(dictionaryOf(name)))),
    })),
    counts: recordOf(COUNT_COLUMNS, (name) => hasRows(countsFrom(counts[name], part(name)), rows)),
  };
}
