import { serve } from '#engine/snapshot/serve.ts';
import { tools } from '#engine/snapshot/tools.ts';

/** A page's bytes, sent ahead of the message that has the address fetched: the network of the benchmark. */
export type PageBytes = { readonly kind: 'bytes'; readonly url: string; readonly bytes: ArrayBuffer };

const pages = new Map<string, ArrayBuffer>();

addEventListener('message', (event: MessageEvent<PageBytes | { readonly kind: unknown }>) => {
  const { data } = event;
  if (!('bytes' in data)) return;
  pages.set(data.url, data.bytes);
  event.stopImmediatePropagation();
});

// The app's own worker but for where bytes come from: they are there already, as they are for every other engine.
serve(self, {
  ...tools,
  fetch: (input) => {
    const url = typeof input === 'string' ? input : '';
    const bytes = pages.get(url) ?? new ArrayBuffer();
    pages.delete(url);
    return Promise.resolve(Object.assign(new Response(null), { arrayBuffer: () => Promise.resolve(bytes) }));
  },
});
