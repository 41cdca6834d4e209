/** The rows of a table that a question is about, ascending. Never changed once it is there. */
export type Selection =
  | { readonly kind: 'all'; readonly rows: number; readonly count: number }
  /** One bit a row, row 0 in the lowest bit of word 0; bits behind the last row are 0. */
  | {
      readonly kind: 'bitmap';
      readonly rows: number;
      readonly count: number;
      readonly words: Uint32Array<ArrayBuffer>;
    }
  /** The row ids themselves. */
  | {
      readonly kind: 'ids';
      readonly rows: number;
      readonly count: number;
      readonly ids: Uint32Array<ArrayBuffer>;
    };

/** How many rows a block holds at most: their ids and what is gathered for them stay in the first-level cache. */
export const BLOCK_ROWS = 2048;

/**
 * The rows of a selection, a block at a time, so that a loop over any selection is a plain loop over a short array.
 */
type RowBlocks = {
  /** The row ids of the present block, ascending. What lies behind its length has no meaning. */
  readonly ids: Uint32Array<ArrayBuffer>;
  /** Fills `ids` with the next rows. Returns how many they are; 0 when no row is left. */
  readonly next: () => number;
};

/** The selection of all rows of a table. */
export function allRows(rows: number): Selection {
  return { kind: 'all', rows, count: rows };
}

/** The rows of a table that have their bit set; as a bitmap or as row ids, whichever is smaller. */
export function selectionOfBitmap(rows: number, words: Uint32Array<ArrayBuffer>): Selection {
  const count = bitsSet(words);
  if (count === rows) return allRows(rows);
  const bitmap: Selection = { kind: 'bitmap', rows, count, words };
  return count < words.length ? { kind: 'ids', rows, count, ids: rowIdsOf(bitmap) } : bitmap;
}

/** How many 32-bit words a bitmap of so many rows has. */
export function bitmapWords(rows: number): number {
  return Math.ceil(rows / 32);
}

/** The row ids of a selection, ascending, in an array of its own (or the selection's own where it has one). */
export function rowIdsOf(selection: Selection): Uint32Array<ArrayBuffer> {
  if (selection.kind === 'ids') return selection.ids;
  const ids = new Uint32Array(selection.count);
  if (selection.kind === 'all') {
    for (let row = 0; row < ids.length; row += 1) ids[row] = row;
  } else {
    idsOfWords(selection.words, 0, selection.words.length, ids);
  }
  return ids;
}

/** The bitmap of a selection, one bit a row (see `Selection`): for asking whether a row is in it. */
export function bitmapOf(selection: Selection): Uint32Array<ArrayBuffer> {
  if (selection.kind === 'bitmap') return selection.words;
  const words = new Uint32Array(bitmapWords(selection.rows));
  if (selection.kind === 'ids') {
    for (const id of selection.ids) words[id >>> 5]! |= 1 << (id & 31);
    return words;
  }
  words.fill(0xffff_ffff);
  const behind = selection.rows & 31;
  if (behind !== 0) words[words.length - 1] = (1 << behind) - 1;
  return words;
}

/** The row ids at the places `offset` ≤ i < `offset + limit` of a selection. */
export function rowIdsAt(selection: Selection, offset: number, limit: number): Uint32Array<ArrayBuffer> {
  if (selection.kind === 'ids') return selection.ids.slice(offset, offset + limit);
  const length = Math.min(limit, selection.count - offset);
  if (length <= 0) return new Uint32Array();
  if (selection.kind === 'all') return Uint32Array.from({ length }, (_, index) => offset + index);

  const { words } = selection;
  let from = 0;
  let before = 0;
  for (; from < words.length; from += 1) {
    const inWord = bitsOf(words[from]!);
    if (before + inWord > offset) break;
    before += inWord;
  }
  // Only whole words are read, so the rows that stand before the offset in its word are read too.
  const wanted = offset - before + length;
  let to = from;
  let count = 0;
  for (; count < wanted; to += 1) count += bitsOf(words[to]!);
  const ids = new Uint32Array(count);
  idsOfWords(words, from, to, ids);
  return ids.slice(offset - before, wanted);
}

/** Walks the rows of a selection in blocks of at most `BLOCK_ROWS`. */
export function rowBlocksOf(selection: Selection): RowBlocks {
  const ids = new Uint32Array(BLOCK_ROWS);
  let at = 0;
  switch (selection.kind) {
    case 'all':
      return {
        ids,
        next() {
          const length = Math.min(BLOCK_ROWS, selection.count - at);
          for (let index = 0; index < length; index += 1) ids[index] = at + index;
          at += length;
          return length;
        },
      };
    case 'ids':
      return {
        ids,
        next() {
          const block = selection.ids.subarray(at, at + BLOCK_ROWS);
          ids.set(block);
          at += block.length;
          return block.length;
        },
      };
    case 'bitmap':
      return {
        ids,
        next() {
          // A stretch of the table may hold no row of the selection, and an empty block would mean the end.
          let length = 0;
          while (length === 0 && at < selection.words.length) {
            const end = Math.min(at + BLOCK_ROWS / 32, selection.words.length);
            length = idsOfWords(selection.words, at, end, ids);
            at = end;
          }
          return length;
        },
      };
  }
}

/** Bytes a selection holds. */
export function bytesOfSelection(selection: Selection): number {
  switch (selection.kind) {
    case 'all':
      return 0;
    case 'ids':
      return selection.ids.byteLength;
    case 'bitmap':
      return selection.words.byteLength;
  }
}

/** Writes the row ids of the words `from` ≤ i < `to` to the start of `ids`. Returns how many they are. */
function idsOfWords(words: Uint32Array, from: number, to: number, ids: Uint32Array): number {
  let length = 0;
  for (let index = from; index < to; index += 1) {
    let word = words[index]!;
    const first = index * 32;
    while (word !== 0) {
      ids[length] = first + 31 - Math.clz32(word & -word);
      length += 1;
      word &= word - 1;
    }
  }
  return length;
}

/** How many bits of a word are set. */
function bitsOf(word: number): number {
  // Sums of the bits of each pair, then of each four, then of each byte; the product adds the bytes up.
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

function bitsSet(words: Uint32Array): number {
  let count = 0;
  for (let index = 0; index < words.length; index += 1) count += bitsOf(words[index]!);
  return count;
}
