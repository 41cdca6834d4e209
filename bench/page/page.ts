import { openHost } from './host.ts';
import HostWorker from './worker.ts?worker';

const parameters = new URLSearchParams(globalThis.location.search);
const engine = parameters.get('engine') ?? '';
// An engine that runs in whatever thread it is called from gets a worker, as it would have in an app.
if (parameters.get('in') === 'worker') {
  const worker = new HostWorker({ name: engine });
  worker.addEventListener('error', (event) => console.error(event.message));
} else {
  openHost(engine);
}
