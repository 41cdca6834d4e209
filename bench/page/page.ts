import { openHost } from './host.ts';

const parameters = new URLSearchParams(globalThis.location.search);
const engine = parameters.get('engine') ?? '';
// An engine that runs in whatever thread it is called from gets a worker, as it would have in an app.
if (parameters.get('in') === 'worker') {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('error', (event) => console.error(event.message));
  worker.postMessage(engine);
} else {
  openHost(engine);
}
