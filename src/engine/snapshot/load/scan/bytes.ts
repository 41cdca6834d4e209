/** Bytes that can be read eight at a time. Both are over the same memory. */
export type Bytes<B extends ArrayBufferLike = ArrayBufferLike> = {
  readonly bytes: Uint8Array<B>;
  readonly view: DataView;
};

export function bytesOf<B extends ArrayBufferLike>(bytes: Uint8Array<B>): Bytes<B> {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

/**
 * Are `length` bytes of `a` and `b` equal? Both must have that many. `b` must have no zero bytes there.
 *
 * Eight at a time, as doubles: the widest load that engines compile to one instruction without boxing. Two doubles
 * are equal exactly where their bytes are, but for: 0 and -0, which take zero bytes in `b`; and NaN, which is unequal
 * to itself. So true is always true, and false may be wrong for bytes that are no UTF-8 (NaN has 7F or FF after F0
 * to FF); a caller then takes the longer way, by `sameBytes`.
 */
export function likelySame(
  a: DataView,
  aStart: number,
  b: DataView,
  bStart: number,
  length: number,
): boolean {
  const last = length - 8;
  if (last < 0) return sameBytes(a, aStart, b, bStart, length);
  // The end first: neighbours differ there more often than at their beginning, which is a name.
  if (a.getFloat64(aStart + last, true) !== b.getFloat64(bStart + last, true)) return false;
  for (let at = 0; at < last; at += 8) {
    if (a.getFloat64(aStart + at, true) !== b.getFloat64(bStart + at, true)) return false;
  }
  return true;
}

/** Are `length` bytes of `a` and `b` equal? Both must have that many. */
export function sameBytes(a: DataView, aStart: number, b: DataView, bStart: number, length: number): boolean {
  const last = length - 4;
  if (last < 0) {
    for (let at = 0; at < length; at += 1) {
      if (a.getUint8(aStart + at) !== b.getUint8(bStart + at)) return false;
    }
    return true;
  }
  // The last four once more: how many are left over differs from text to text, and asking takes longer.
  for (let at = 0; at < last; at += 4) {
    if (a.getInt32(aStart + at, true) !== b.getInt32(bStart + at, true)) return false;
  }
  return a.getInt32(aStart + last, true) === b.getInt32(bStart + last, true);
}

/** Copies `length` bytes. For a few of them a call of `set` takes longer. */
export function copyBytes(
  from: DataView,
  start: number,
  to: DataView,
  toStart: number,
  length: number,
): void {
  const last = length - 4;
  if (last < 0) {
    for (let at = 0; at < length; at += 1) to.setUint8(toStart + at, from.getUint8(start + at));
    return;
  }
  for (let at = 0; at < last; at += 4) to.setInt32(toStart + at, from.getInt32(start + at, true), true);
  to.setInt32(toStart + last, from.getInt32(start + last, true), true);
}

// In bytes. Up to it an array leaps, since what it leaves behind was new memory, which costs more than to fill it; and
// memory that is not written to is not taken.
const LEAP = 16;
const LEAPS_UP_TO = 2 ** 24;

/** The array, or a larger copy of it where it has no room for `length` elements. */
export function withRoomFor<
  T extends
    Uint8Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>,
>(array: T, length: number): T {
  if (length <= array.length) return array;
  const leap = Math.min(array.length * LEAP, LEAPS_UP_TO / array.BYTES_PER_ELEMENT);
  const capacity = Math.max(length, array.length * 2, leap);
  const larger = new (array.constructor as new (length: number) => T)(capacity);
  larger.set(array);
  return larger;
}
