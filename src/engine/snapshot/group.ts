import type { Field } from '#partner-center/fields.ts';
import type { GroupSums } from './groups.ts';
import { clusterRows, type Parts, splitClusters } from './cluster.ts';
import { BLOCK_ROWS, rowBlocksOf, rowIdsOf, type Selection } from './selection.ts';
import type { Codes, Counts, Table } from './table.ts';

/** Up to so many groups have an array's entry each before the first row is read, however few rows there are. */
const FEW_PLACES = 0x400;

/** Some fields whose codes make one number, the first field's counting most. */
type Pack = {
  readonly fields: readonly Field[];
  readonly columns: readonly Codes[];
  /** By field, how many codes its dictionary has. */
  readonly sizes: readonly number[];
  /** The product of the sizes: numbers are below. */
  readonly places: number;
};

// `as number` in the loops below stands for what the compiler can't know: the index is within the array.

/**
 * Packs fields so that arrays by packed number pay: no longer than there are rows to put into them. Largest
 * dictionaries first, since the first pack is to part the rows best.
 */
function packsOf(table: Table, fields: readonly Field[], rows: number): readonly Pack[] {
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
    numbers[index] = Math.imul(numbers[index] as number, size) + (codes[ids[index] as number] as number);
  }
}

/** The same of the rows from one on. */
function packCodesFrom(numbers: Uint32Array, size: number, codes: Codes, from: number): void {
  for (let index = 0; index < numbers.length; index += 1) {
    numbers[index] = Math.imul(numbers[index] as number, size) + (codes[from + index] as number);
  }
}

/** The packed numbers of some rows, into `numbers`, which has the length of what is asked for. */
function packRows(numbers: Uint32Array, { columns, sizes }: Pack, ids: Uint32Array): void {
  numbers.fill(0);
  columns.forEach((codes, at) => {
    packCodes(numbers, sizes[at] ?? 0, codes, ids);
  });
}

/** The same of the rows from one on. */
function packRowsFrom(numbers: Uint32Array, { columns, sizes }: Pack, from: number): void {
  const [first, ...more] = columns;
  if (first === undefined) numbers.fill(0);
  else numbers.set(first.subarray(from, from + numbers.length));
  more.forEach((codes, at) => {
    packCodesFrom(numbers, sizes[at + 1] ?? 0, codes, from);
  });
}

// Sums lie in pairs, sold before deployed, so that both of a group come with one line of the cache. Those of a group
// without rows stay −0, which no sum of counts is: 0 + −0 is 0. That spares a third array for "is there such a group".

function sumColumn(sums: Float64Array, codes: Codes, sold: Counts, deployed: Counts): void {
  for (let row = 0; row < codes.length; row += 1) {
    const at = (codes[row] as number) * 2;
    sums[at] = (sums[at] as number) + (sold[row] as number);
    sums[at + 1] = (sums[at + 1] as number) + (deployed[row] as number);
  }
}

function sumBlock(
  sums: Float64Array,
  numbers: Uint32Array,
  ids: Uint32Array,
  sold: Counts,
  deployed: Counts,
): void {
  for (let index = 0; index < numbers.length; index += 1) {
    const row = ids[index] as number;
    const at = (numbers[index] as number) * 2;
    sums[at] = (sums[at] as number) + (sold[row] as number);
    sums[at + 1] = (sums[at + 1] as number) + (deployed[row] as number);
  }
}

function sumFrom(
  sums: Float64Array,
  numbers: Uint32Array,
  from: number,
  sold: Counts,
  deployed: Counts,
): void {
  for (let index = 0; index < numbers.length; index += 1) {
    const at = (numbers[index] as number) * 2;
    sums[at] = (sums[at] as number) + (sold[from + index] as number);
    sums[at + 1] = (sums[at + 1] as number) + (deployed[from + index] as number);
  }
}

/** Sums all rows of the table into the places of a pack. */
function sumTable({ rows, counts }: Table, pack: Pack, sums: Float64Array): void {
  const { licensesSold: sold, licensesDeployed: deployed } = counts;
  const [only, ...more] = pack.columns;
  if (only !== undefined && more.length === 0) {
    sumColumn(sums, only, sold, deployed);
    return;
  }
  const numbers = new Uint32Array(BLOCK_ROWS);
  for (let from = 0; from < rows; from += BLOCK_ROWS) {
    const ofBlock = numbers.subarray(0, Math.min(BLOCK_ROWS, rows - from));
    packRowsFrom(ofBlock, pack, from);
    sumFrom(sums, ofBlock, from, sold, deployed);
  }
}

/** Sums some rows of the table into the places of a pack. */
function sumSelected({ counts }: Table, selection: Selection, pack: Pack, sums: Float64Array): void {
  const blocks = rowBlocksOf(selection);
  const numbers = new Uint32Array(BLOCK_ROWS);
  for (let length = blocks.next(); length > 0; length = blocks.next()) {
    const ofBlock = numbers.subarray(0, length);
    packRows(ofBlock, pack, blocks.ids);
    sumBlock(sums, ofBlock, blocks.ids, counts.licensesSold, counts.licensesDeployed);
  }
}

function hasRows(sums: Float64Array, place: number): boolean {
  const sold = sums[place * 2] as number;
  return sold !== 0 || !Object.is(sold, -0);
}

/** Groups by one pack: an array of sums by packed number. */
function groupByPlace(table: Table, selection: Selection, fields: readonly Field[], pack: Pack): GroupSums {
  const sums = new Float64Array(pack.places * 2).fill(-0);
  if (selection.kind === 'all') sumTable(table, pack, sums);
  else sumSelected(table, selection, pack, sums);

  let count = 0;
  for (let place = 0; place < pack.places; place += 1) if (hasRows(sums, place)) count += 1;
  const numbers = new Uint32Array(count);
  const licensesSold = new Float64Array(count);
  const licensesDeployed = new Float64Array(count);
  let group = 0;
  for (let place = 0; place < pack.places; place += 1) {
    if (!hasRows(sums, place)) continue;
    numbers[group] = place;
    licensesSold[group] = sums[place * 2] as number;
    licensesDeployed[group] = sums[place * 2 + 1] as number;
    group += 1;
  }
  const codes = new Map<Field, Uint32Array<ArrayBuffer>>();
  unpack(numbers, pack, codes);
  const keys = fields.map((field) => codes.get(field) ?? new Uint32Array(count));
  return { fields, count, keys, licensesSold, licensesDeployed };
}

/** Puts the codes by field that packed numbers are made of into `codes`. Leaves nothing of the numbers. */
function unpack(
  numbers: Uint32Array<ArrayBuffer>,
  { fields, sizes }: Pack,
  codes: Map<Field, Uint32Array<ArrayBuffer>>,
): void {
  for (let at = fields.length - 1; at > 0; at -= 1) {
    const size = sizes[at] ?? 1;
    const ofField = new Uint32Array(numbers.length);
    for (let group = 0; group < ofField.length; group += 1) {
      const number = numbers[group] as number;
      ofField[group] = number % size;
      numbers[group] = Math.floor(number / size);
    }
    codes.set(fields[at] as Field, ofField);
  }
  const [first] = fields;
  if (first !== undefined) codes.set(first, numbers);
}

/**
 * Groups by several packs: rows are put together by the first, and what is together is split by the next, which needs
 * no hash table, and writes where it has just been.
 */
function groupBySplitting(
  table: Table,
  selection: Selection,
  fields: readonly Field[],
  [first, ...rest]: readonly [Pack, ...Pack[]],
): GroupSums {
  let ids = rowIdsOf(selection);
  // By position in `ids`: a packed number of the row, then the group it is in so far.
  const groups = new Uint32Array(ids.length);
  packRows(groups, first, ids);
  let count = first.places;
  const splits: { readonly pack: Pack; readonly parts: Parts }[] = [];
  for (const pack of rest) {
    const clusters = clusterRows(ids, groups, count);
    ({ ids } = clusters);
    packRows(groups, pack, ids);
    const parts = splitClusters(clusters.starts, groups, pack.places);
    count = parts.numbers.length;
    splits.push({ pack, parts });
  }

  const { licensesSold: sold, licensesDeployed: deployed } = table.counts;
  const licensesSold = new Float64Array(count);
  const licensesDeployed = new Float64Array(count);
  for (let index = 0; index < ids.length; index += 1) {
    const row = ids[index] as number;
    const group = groups[index] as number;
    licensesSold[group] = (licensesSold[group] as number) + (sold[row] as number);
    licensesDeployed[group] = (licensesDeployed[group] as number) + (deployed[row] as number);
  }

  const codes = new Map<Field, Uint32Array<ArrayBuffer>>();
  // By group: the part of the split before it is of, followed back to the first pack's number.
  let origin: Uint32Array<ArrayBuffer> | null = null;
  for (const { pack, parts } of splits.toReversed()) {
    unpack(origin === null ? parts.numbers : taken(parts.numbers, origin), pack, codes);
    origin = origin === null ? parts.clusters : taken(parts.clusters, origin);
  }
  if (origin !== null) unpack(origin, first, codes);
  const keys = fields.map((field) => codes.get(field) ?? new Uint32Array(count));
  return { fields, count, keys, licensesSold, licensesDeployed };
}

function taken(from: Uint32Array, indexes: Uint32Array): Uint32Array<ArrayBuffer> {
  const some = new Uint32Array(indexes.length);
  for (let index = 0; index < some.length; index += 1) some[index] = from[indexes[index] as number] as number;
  return some;
}

/**
 * The groups that some rows of a table fall into by the values of some distinct fields (exactly as they are written;
 * no value is a value), each with its sums.
 */
export function groupRows(table: Table, selection: Selection, fields: readonly Field[]): GroupSums {
  const [first, ...rest] = packsOf(table, fields, selection.count);
  if (first === undefined) return groupByPlace(table, selection, fields, NO_FIELDS);
  return rest.length === 0
    ? groupByPlace(table, selection, fields, first)
    : groupBySplitting(table, selection, fields, [first, ...rest]);
}

/** All rows in one place. */
const NO_FIELDS: Pack = { fields: [], columns: [], sizes: [], places: 1 };
