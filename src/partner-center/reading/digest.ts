// FNV-1a, twice with different seeds: 2 × 32 bits.
const PRIME = 0x01000193;
const SEEDS = [0x811c9dc5, 0x2f0b4c47] as const;

/** A running hash. Not safe against someone who means to deceive. An array, so that its halves are not boxed. */
export type Digest = Int32Array;

export function createDigest(): Digest {
  return Int32Array.from(SEEDS, (seed) => seed | 0);
}

/** Adds a whole number. */
export function addNumber(digest: Digest, value: number): void {
  addWord(digest, value | 0);
  addWord(digest, Math.floor(value / 2 ** 32));
}

/** The digest of what was added. */
export function textOfDigest(digest: Digest): string {
  return Array.from(digest, (half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

function addWord(digest: Digest, word: number): void {
  digest[0] = Math.imul((digest[0] ?? 0) ^ word, PRIME);
  digest[1] = Math.imul((digest[1] ?? 0) ^ word, PRIME);
}
