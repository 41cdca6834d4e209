import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// Only a context that is made after this has the function.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

// In bytes. So much may pile up: a page of 10,000 rows has more for a moment.
const GARBAGE = 8_000_000;

/** The memory that objects and buffers held after the last collection, in bytes. */
let kept = 0;

const held = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/**
 * Frees the objects that are not used any more, where they are many. Node by itself lets several pages pile up before
 * it collects. Measured: the flag `--optimize-for-size`, which also keeps little memory, takes a third more time; a
 * limit for the heap takes no more, but groups, which are held until all have come, would not fit into it.
 */
export function collectGarbage(): void {
  if (held() < kept + GARBAGE) return;
  collect();
  kept = held();
}
