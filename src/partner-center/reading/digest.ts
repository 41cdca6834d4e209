// FNV-1a, twice with different seeds: 2 × 32 bits.
const PRIME = 0x01000193;
const SEEDS = [0x811c9dc5, 0x2f0b4c47] as const;

/**
 * A running hash. It is not safe against a person who wants to deceive. It is an array, so that its halves are not
 * boxed.
 */
export type Digest = Int32Array;

export function createDigest(): Digest {
  return Int32Array.from(SEEDS, (seed) => seed | 0);
}

/** Adds a whole number. */
export function addNumber(digest: Digest, value: number): void {
  addWord(digest, value | 0);
  addWord(digest, Math.floor(value / 2 ** 32));
}

/** Adds a text: its length, then its characters. */
export function addText(digest: Digest, text: string): void {
  addNumber(digest, text.length);
  // These are two variables and not array entries, because a page has some millions of characters.
  let [first = 0, second = 0] = digest;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, PRIME);
    second = Math.imul(second ^ code, PRIME);
  }
  digest.set([first, second]);
}

/** The digest of everything that was added. */
export function textOfDigest(digest: Digest): string {
  return Array.from(digest, (half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

function addWord(digest: Digest, word: number): void {
  digest[0] = Math.imul((digest[0] ?? 0) ^ word, PRIME);
  digest[1] = Math.imul((digest[1] ?? 0) ^ word, PRIME);
}
