import type { TableAnswers } from '#engine/snapshot/answers/table-answers.ts';
import { serve } from '#engine/snapshot/worker/serve.ts';
import { tools } from '#engine/snapshot/worker/worker-tools.ts';

/** The messages of the benchmark besides the app's own. */
export type BenchMessage =
  /**
   * The bytes of a page. They are sent before the message that makes the worker fetch the address: this is the network
   * of the benchmark.
   */
  | { readonly kind: 'bytes'; readonly url: string; readonly bytes: ArrayBuffer }
  /** Drops every answer that is kept, so that the next question is answered anew. */
  | { readonly kind: 'forget' };

const pages = new Map<string, ArrayBuffer>();
const answers: TableAnswers[] = [];

addEventListener('message', (event: MessageEvent<BenchMessage | { readonly kind: 'fetch' | 'ask' }>) => {
  const { data } = event;
  if (data.kind === 'bytes') pages.set(data.url, data.bytes);
  else if (data.kind === 'forget') for (const { forget } of answers) forget();
  else return;
  event.stopImmediatePropagation();
});

// This is the app's own worker, except for the source of the bytes: they are there already, as for every other engine.
serve(self, {
  ...tools,
  createTableAnswers: (table, budget) => {
    const created = tools.createTableAnswers(table, budget);
    answers.push(created);
    return created;
  },
  fetch: (input) => {
    const url = typeof input === 'string' ? input : '';
    const bytes = pages.get(url) ?? new ArrayBuffer();
    pages.delete(url);
    return Promise.resolve(Object.assign(new Response(null), { arrayBuffer: () => Promise.resolve(bytes) }));
  },
});
