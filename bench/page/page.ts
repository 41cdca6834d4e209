import { engineInWorker } from './engine-in-worker.ts';
import { engineNamed } from './engine-named.ts';
import { createHost } from './host.ts';

const parameters = new URLSearchParams(globalThis.location.search);
const name = parameters.get('engine') ?? '';
const starting = parameters.get('in') === 'worker' ? engineInWorker(name) : engineNamed(name);
starting.then(
  (engine) => {
    globalThis.host = createHost(engine);
  },
  (error: unknown) => console.error(error),
);
