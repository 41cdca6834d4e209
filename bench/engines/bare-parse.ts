import type { Engine } from '#bench/peers/engine.ts';

/**
 * This is not an engine but the yardstick of loading: it decodes and parses the bytes, and forgets each page at once.
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
