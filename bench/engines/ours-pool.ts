import type { Engine } from '#bench/peers/engine.ts';
import { createPool, poolSize, type Pool } from '#engine/snapshot/pool.ts';
import { startWorker } from '#engine/snapshot/start-worker.ts';

/** Rows of every page but the last. */
const ROWS_OF_A_PAGE = 10_000;

/** Loading as the app does it: its own workers, as many as it would start here, with all messages to and from them. */
export function createEngine(): Pick<Engine, 'load' | 'unload'> {
  let pool: Pool | undefined;
  return {
    load: async (pages) => {
      const workers = createPool(startWorker, poolSize(navigator.hardwareConcurrency), {
        onFailed: (error) => console.error(error),
        onPrepared: () => undefined,
      });
      pool = workers;
      await Promise.all(
        pages.map((page, index) => workers.scan(index * ROWS_OF_A_PAGE, [new Uint8Array(page)])),
      );
      await workers.gather();
    },
    unload: () => pool?.end(null),
  };
}
