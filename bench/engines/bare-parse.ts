import type { Engine } from '#bench/peers/engine.ts';

/**
 * No engine but the yardstick of loading: what it takes to decode and parse the bytes, each page forgotten at once.
 * It answers nothing.
 */
export function createEngine(): Pick<Engine, 'load' | 'unload'> {
  const decoder = new TextDecoder();
  return {
    load: (pages) => {
      for (const page of pages) JSON.parse(decoder.decode(page));
    },
    unload: () => undefined,
  };
}
