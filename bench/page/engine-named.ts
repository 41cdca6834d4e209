import type { Engine, EngineModule } from '#bench/peers/engine.ts';

const MODULES = import.meta.glob<EngineModule>([
  '../engines/*.ts',
  '../peers/{arquero,duckdb,perspective}.ts',
]);

/** An engine. A yardstick has only a part of its functions. */
export type SomeEngine = Pick<Engine, 'load' | 'unload'> & Partial<Engine>;

/** Starts the engine of a module in the thread that calls. Rejects where there is none with that name. */
export async function engineNamed(name: string): Promise<SomeEngine> {
  const path = Object.keys(MODULES).find((file) => file.endsWith(`/${name}.ts`));
  const load = path === undefined ? undefined : MODULES[path];
  if (load === undefined) throw new Error(`There is no engine ${name}.`);
  return (await load()).createEngine();
}
