import type { Field } from '#partner-center/fields.ts';
import { codesFor } from '#engine/snapshot/columns/narrowest-array.ts';
import type { Codes, Table } from '#engine/snapshot/columns/table.ts';

/** Up to so many groups get an entry in an array before the first row is read, even where there are few rows. */
const FEW_PLACES = 0x400;

/** Some fields whose codes make one number, the first field's counting most. */
export type Pack = {
  readonly fields: readonly Field[];
  readonly columns: readonly Codes[];
  /** By field, how many codes its dictionary has. */
  readonly sizes: readonly number[];
  /** The product of the sizes: every packed number is below it. */
  readonly places: number;
};

/**
 * Packs fields so that arrays by packed number pay: no longer than there are rows to put into them. Largest
 * dictionaries first, since the first pack is to part the rows best.
 */
export function packsOf(table: Table, fields: readonly Field[], rows: number): readonly Pack[] {
  const most = Math.max(FEW_PLACES, rows);
  const sizeOf = (field: Field): number => table.texts[field].dictionary.length;
  const packs: { fields: Field[]; places: number }[] = [];
  for (const field of fields.toSorted((a, b) => sizeOf(b) - sizeOf(a))) {
    const size = sizeOf(field);
    const pack = packs.find(({ places }) => places * size <= most);
    if (pack === undefined) {
      packs.push({ fields: [field], places: size });
    } else {
      pack.fields.push(field);
      pack.places *= size;
    }
  }
  return packs.map((pack) => ({
    ...pack,
    columns: pack.fields.map((field) => table.texts[field].codes),
    sizes: pack.fields.map(sizeOf),
  }));
}

/** Makes room in the number of each row for one more code, and puts it there. */
function packCodes(numbers: Uint32Array, size: number, codes: Codes, ids: Uint32Array): void {
  for (let index = 0; index < numbers.length; index += 1) {
    numbers[index] = Math.imul(numbers[index]!, size) + codes[ids[index]!]!;
  }
}

/** The same, for the rows that begin at one row id. */
function packCodesFrom(numbers: Uint32Array, size: number, codes: Codes, from: number): void {
  for (let index = 0; index < numbers.length; index += 1) {
    numbers[index] = Math.imul(numbers[index]!, size) + codes[from + index]!;
  }
}

/** The packed numbers of some rows, into `numbers`, which has the length of what is asked for. */
export function packRows<N extends Uint32Array>(numbers: N, { columns, sizes }: Pack, ids: Uint32Array): N {
  numbers.fill(0);
  columns.forEach((codes, at) => {
    packCodes(numbers, sizes[at] ?? 0, codes, ids);
  });
  return numbers;
}

/** The packed numbers of all rows: the column itself where there is one alone. */
export function packTable({ rows }: Table, pack: Pack): Codes {
  const [only, ...more] = pack.columns;
  if (only !== undefined && more.length === 0) return only;
  const numbers = new Uint32Array(rows);
  packRowsFrom(numbers, pack, 0);
  return numbers;
}

/** The packed numbers of the rows that begin at one row id. */
export function packRowsFrom(numbers: Uint32Array, { columns, sizes }: Pack, from: number): void {
  const [first, ...more] = columns;
  if (first === undefined) numbers.fill(0);
  else numbers.set(first.subarray(from, from + numbers.length));
  more.forEach((codes, at) => {
    packCodesFrom(numbers, sizes[at + 1] ?? 0, codes, from);
  });
}

/** Takes packed numbers apart into the codes of each field. It overwrites the numbers. */
export function unpack(numbers: Codes, { fields, sizes }: Pack): Map<Field, Codes> {
  const codes = new Map<Field, Codes>();
  for (let at = fields.length - 1; at > 0; at -= 1) {
    const size = sizes[at] ?? 1;
    const ofField = codesFor(size, numbers.length);
    for (let group = 0; group < ofField.length; group += 1) {
      const number = numbers[group]!;
      // A division of whole numbers: a remainder and rounding down would be two of doubles.
      const before = (number / size) >>> 0;
      ofField[group] = number - Math.imul(before, size);
      numbers[group] = before;
    }
    codes.set(fields[at] as Field, ofField);
  }
  const [first] = fields;
  if (first !== undefined) codes.set(first, numbers);
  return codes;
}

/** Codes by field in the order of some fields. */
export function keysOf(fields: readonly Field[], codes: ReadonlyMap<Field, Codes>): readonly Codes[] {
  return fields.map((field) => {
    const ofField = codes.get(field);
    if (ofField === undefined) throw new RangeError(`There are no codes of ${field}.`);
    return ofField;
  });
}
