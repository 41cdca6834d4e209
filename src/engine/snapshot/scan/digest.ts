// FNV-1a, twice with different seeds: 2 × 32 bits.
const PRIME = 0x01000193;
const SEEDS = [0x811c9dc5, 0x2f0b4c47] as const;

/** Rows of a page that its digest looks at. */
export const SAMPLE = 64;

export type Digest = {
  readonly addBytes: (bytes: Uint8Array) => void;
  /** Whole, 0 to 2^53. */
  readonly addNumber: (value: number) => void;
  readonly text: () => string;
};

/** A running hash. Not safe against someone who means to deceive. */
export function createDigest(): Digest {
  let [first, second]: [number, number] = [...SEEDS];
  const add = (word: number): void => {
    first = Math.imul(first ^ word, PRIME);
    second = Math.imul(second ^ word, PRIME);
  };
  return {
    addBytes: (bytes) => {
      for (const byte of bytes) add(byte);
      // So that two texts in a row are not one longer text.
      add(0x100);
    },
    addNumber: (value) => {
      add((value % 2 ** 32) | 0);
      add(Math.floor(value / 2 ** 32));
    },
    text: () => [first, second].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join(''),
  };
}
