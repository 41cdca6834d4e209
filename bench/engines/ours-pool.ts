import type { Engine } from '#bench/peers/engine.ts';
import { createPool, poolSize, type Pool } from '#engine/snapshot/pool.ts';
import type { WorkerPort } from '#engine/snapshot/session.ts';
import type { PageBytes } from './page-worker.ts';

/** Rows of every page but the last. */
const ROWS_OF_A_PAGE = 10_000;

/** Loading as the app does it: its own workers, as many as it would start here, with all messages to and from them. */
export function createEngine(): Pick<Engine, 'load' | 'unload'> {
  let pool: Pool | undefined;
  return {
    load: async (pages) => {
      const startWorker = (): WorkerPort => {
        const worker = new Worker(new URL('./page-worker.ts', import.meta.url), { type: 'module' });
        return {
          addEventListener: (type, listener) => worker.addEventListener(type, listener),
          terminate: () => worker.terminate(),
          postMessage: (message, options) => {
            if (message.kind === 'fetch') {
              const { url } = message.args;
              const bytes = pages[Number(url)];
              if (bytes === undefined) throw new RangeError(`There is no page ${url}.`);
              worker.postMessage({ kind: 'bytes', url, bytes } satisfies PageBytes, [bytes]);
            }
            worker.postMessage(message, options);
          },
        };
      };
      const workers = createPool(startWorker, poolSize(navigator.hardwareConcurrency), {
        onFailed: (error) => console.error(error),
        onPrepared: () => undefined,
      });
      pool = workers;
      const { signal } = new AbortController();
      await Promise.all(
        pages.map(async (_, index) => {
          const response = await workers.exchange({ url: String(index), headers: {} }, signal);
          if (response.ok) await response.body.scan(index * ROWS_OF_A_PAGE);
        }),
      );
      await workers.gather();
    },
    unload: () => pool?.end(null),
  };
}
