import { openHost } from './host.ts';

addEventListener('message', ({ data }: MessageEvent<string>) => openHost(data), { once: true });
