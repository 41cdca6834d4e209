/** Gives the next number of a reproducible series, 0 ≤ n < 1. */
export type Random = () => number;

/** A 32-bit hash of a text (FNV-1a), so that any text can be a seed. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Spreads the bits of a 32-bit number: numbers that are near each other give results that are far apart. The same
 * number always gives the same result.
 */
export function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** A reproducible series of numbers (mulberry32): equal seeds give equal series. Not for secrets. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** A whole number, `from` ≤ n ≤ `to`. */
export function between(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

/** One of the items, all equally likely. There has to be one. */
export function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T;
}

/** Puts the first `length` numbers of a list into a random order, in place (Fisher-Yates). */
export function shuffle(random: Random, list: Uint16Array | Uint32Array, length = list.length): void {
  for (let last = length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const value = list[last] ?? 0;
    list[last] = list[other] ?? 0;
    list[other] = value;
  }
}

/**
 * Draws indices with given likelihoods (cumulative weights and binary search).
 * Weights are at least 0, and one is above.
 */
export function weightedIndex(weights: readonly number[]): (random: Random) => number {
  const cumulative = new Float64Array(weights.length);
  let total = 0;
  weights.forEach((weight, index) => {
    total += weight;
    cumulative[index] = total;
  });
  return (random) => {
    const target = random() * total;
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulative[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** A GUID of a random series, upper case as the endpoint writes them. */
export function guid(random: Random): string {
  const word = (): string =>
    Math.floor(random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  const hex = word() + word() + word() + word();
  // Version 4 and its variant, so that strict readers take it for a GUID.
  const variant = '89ab'[Math.floor(random() * 4)] ?? '8';
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ]
    .join('-')
    .toUpperCase();
}
