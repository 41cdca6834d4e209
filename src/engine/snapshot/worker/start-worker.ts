/** Starts one worker of the snapshot engine; its file is of the page's own origin. */
export function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'snapshot' });
}
