import type { SomeEngine } from './engine-named.ts';
import type { FromEngine, ToEngine } from './worker.ts';

type Waiting = { readonly resolve: (result: unknown) => void; readonly reject: (reason: Error) => void };

/**
 * An engine that runs in the thread that calls it. Here it is in a worker of its own, as it would be in an app: all
 * questions and answers are messages.
 */
export function engineInWorker(name: string): Promise<SomeEngine> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  function send(message: ToEngine, transfer: Transferable[] = []): void {
    worker.postMessage(message, transfer);
  }

  function call(called: keyof SomeEngine, args: readonly unknown[]): Promise<unknown> {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      // The pages to load are transferred, as to the workers of an app.
      send(
        { id, name: called, args },
        called === 'load' || called === 'loadEarlier' ? [...(args[0] as ArrayBuffer[])] : [],
      );
    });
  }

  return new Promise((resolve, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.addEventListener('message', ({ data }: MessageEvent<FromEngine>) => {
      if ('started' in data) {
        const functions = data.started.map((called) => [
          called,
          (...args: readonly unknown[]) => call(called, args),
        ]);
        resolve(Object.fromEntries(functions) as SomeEngine);
        return;
      }
      const asker = waiting.get(data.id);
      waiting.delete(data.id);
      if ('failure' in data) asker?.reject(new Error(data.failure));
      else asker?.resolve(data.result);
    });
    send({ start: name });
  });
}
