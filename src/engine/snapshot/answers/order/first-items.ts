/**
 * The first few items when ordered by a number each, highest first, without ordering the others.
 *
 * @param numbers by item, none of them NaN
 * @param compare decides between items of equal numbers, as for `Array.prototype.sort`; 0 only for an item and itself
 * @returns `most` items, or all where there are fewer
 */
export function firstItems(
  numbers: Uint32Array | Float64Array,
  most: number,
  compare: (a: number, b: number) => number,
): Uint32Array<ArrayBuffer> {
  const inOrder = (a: number, b: number): number => {
    const left = numbers[a]!;
    const right = numbers[b]!;
    return left === right ? compare(a, b) : right - left;
  };
  const size = Math.min(most, numbers.length);
  // A binary heap of the first items so far. The last of them is on top: an item that comes after it is not among the
  // first.
  const heap = Uint32Array.from({ length: size }, (_, item) => item);
  for (let at = (size >>> 1) - 1; at >= 0; at -= 1) sink(heap, at, inOrder);
  if (size === 0) return heap;
  let item = size;
  for (;;) {
    const last = heap[0]!;
    item = nextFrom(numbers, item, numbers[last]!);
    if (item === numbers.length) return heap.toSorted(inOrder);
    if (inOrder(item, last) < 0) {
      heap[0] = item;
      sink(heap, 0, inOrder);
    }
    item += 1;
  }
}

/** Looks for the next item, beginning at `item`, whose number is high enough. Nearly all items are passed over. */
function nextFrom(numbers: Uint32Array | Float64Array, from: number, least: number): number {
  let item = from;
  // Behind the last one there is no number, which is not below any.
  while (numbers[item]! < least) item += 1;
  return item;
}

/** Lets the item at a place of the heap sink below all that come after it. */
function sink(heap: Uint32Array, from: number, inOrder: (a: number, b: number) => number): void {
  const item = heap[from]!;
  let at = from;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && inOrder(heap[child + 1]!, heap[child]!) > 0) child += 1;
    if (inOrder(item, heap[child]!) > 0) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = item;
}
