import type { ChangedGroup, Group, KindCount, Questions, Row } from '#bench/peers/engine.ts';
import type { SomeEngine } from './engine-named.ts';

export type QuestionName = keyof Questions;

/** The time that one question took, in milliseconds, and its answer. */
export type Answered = {
  readonly ms: number;
  readonly answer: readonly Group[] | readonly Row[] | readonly ChangedGroup[] | readonly KindCount[];
};

/** The times that loading and the preparation after it took, in milliseconds, and the bytes held then. */
export type Loaded = { readonly ms: number; readonly prepareMs: number; readonly bytesHeld: number | null };

/**
 * One engine in a page of its own, driven from outside. Everything is timed in the page, where an app would wait for
 * it.
 */
export type Host = {
  /** Gets the bodies of so many responses and then reads them: only the reading is timed. */
  readonly load: (pages: number) => Promise<Loaded>;
  /** Also gets the bodies of so many responses of an earlier snapshot, and reads them. */
  readonly loadEarlier: (pages: number) => Promise<void>;
  /** Whether the engine answers a question. */
  readonly answers: (question: QuestionName) => boolean;
  /** Asks one question anew, or another page of the order asked for last. */
  readonly ask: (question: QuestionName, offset: number) => Promise<Answered>;
};

declare global {
  /** The engine that this page was opened for; it is there after it has started. */
  var host: Host;
}

async function fetchPage(page: number): Promise<ArrayBuffer> {
  const response = await fetch(`/rows/${page}`);
  if (!response.ok) throw new Error(`Page ${page}: ${response.status}`);
  return response.arrayBuffer();
}

async function fetchPages(count: number): Promise<ArrayBuffer[]> {
  const pages: ArrayBuffer[] = [];
  for (let page = 0; page < count; page += 1) pages.push(await fetchPage(page));
  return pages;
}

/** Hosts an engine, wherever it runs. */
export function createHost(engine: SomeEngine): Host {
  return {
    load: async (count) => {
      await engine.unload();
      const pages = await fetchPages(count);
      // A browser that was started with a flag has this function: so the garbage of the load before is not collected
      // within this one.
      globalThis.gc?.();
      const start = performance.now();
      await engine.load(pages);
      const end = performance.now();
      await engine.prepare?.();
      const prepareMs = performance.now() - end;
      return { ms: end - start, prepareMs, bytesHeld: (await engine.bytesHeld?.()) ?? null };
    },
    loadEarlier: async (count) => {
      await engine.loadEarlier?.(await fetchPages(count));
    },
    answers: (question) => engine[question] !== undefined,
    ask: async (question, offset) => {
      if (question !== 'furtherPage') await engine.forget?.();
      const ask = engine[question];
      if (ask === undefined) throw new Error(`This engine does not answer ${question}.`);
      const start = performance.now();
      const answer = await ask(offset);
      return { ms: performance.now() - start, answer };
    },
  };
}
