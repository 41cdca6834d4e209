import { serve, type Tools } from './serve.ts';
import type { WorkerPort } from './session.ts';

/** A worker of the tests: the same shell over the same kind of wire, on this thread. */
export type FakeWorker = WorkerPort & {
  /** Ends as a browser ends a worker that ran out of memory. */
  readonly crash: () => void;
};

export function createFakeWorker(tools: Tools): FakeWorker {
  const { port1: page, port2: worker } = new MessageChannel();
  const errors = new EventTarget();
  const close = (): void => {
    page.close();
    worker.close();
  };
  serve(
    {
      postMessage: (message, options) => worker.postMessage(message, options),
      addEventListener: (type, listener) => worker.addEventListener(type, listener),
    },
    tools,
  );
  page.start();
  worker.start();
  return {
    postMessage: (message, options) => page.postMessage(message, options),
    addEventListener: (type, listener) => (type === 'error' ? errors : page).addEventListener(type, listener),
    terminate: close,
    crash: () => {
      close();
      errors.dispatchEvent(new Event('error'));
    },
  };
}
