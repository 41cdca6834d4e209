import { openHost } from './host.ts';

openHost(globalThis.name);
