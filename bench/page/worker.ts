import { engineNamed, type SomeEngine } from './engine-named.ts';

/**
 * Messages from the page: which engine to start, then what it has to do. `args` are those of the engine's function with
 * that name.
 */
export type ToEngine =
  | { readonly start: string }
  | { readonly id: number; readonly name: keyof SomeEngine; readonly args: readonly unknown[] };

/** Messages to the page: the names of the engine's functions after it has started, then the result of each call. */
export type FromEngine =
  | { readonly started: readonly (keyof SomeEngine)[] }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly failure: string };

let engine: SomeEngine | undefined;

async function reply(message: ToEngine): Promise<FromEngine> {
  if ('start' in message) {
    engine = await engineNamed(message.start);
    return { started: Object.keys(engine) as (keyof SomeEngine)[] };
  }
  const { id, name, args } = message;
  try {
    const work = engine?.[name] as ((...all: readonly unknown[]) => unknown) | undefined;
    if (work === undefined) throw new Error(`This engine has no ${name}.`);
    const result = await work(...args);
    // A browser that was started with a flag has this function: so the garbage of a load is not collected within the
    // next one.
    if (name === 'unload') globalThis.gc?.();
    return { id, result };
  } catch (error) {
    return { id, failure: String(error) };
  }
}

addEventListener('message', ({ data }: MessageEvent<ToEngine>) => {
  void reply(data).then((message) => postMessage(message));
});
