import { engineNamed, type SomeEngine } from './engine-named.ts';

/** From the page: which engine to start, then what it is to do. `args`: of the engine's function of that name. */
export type ToEngine =
  | { readonly start: string }
  | { readonly id: number; readonly name: keyof SomeEngine; readonly args: readonly unknown[] };

/** To the page: the names of the engine's functions once it has started, then what each call gave. */
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
    // There in a browser that was started with it: what a load has left is not collected within the next one.
    if (name === 'unload') globalThis.gc?.();
    return { id, result };
  } catch (error) {
    return { id, failure: String(error) };
  }
}

addEventListener('message', ({ data }: MessageEvent<ToEngine>) => {
  void reply(data).then((message) => postMessage(message));
});
