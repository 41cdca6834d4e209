/** An engine that is measured: `module` is the name of its file. */
export type MeasuredEngine = {
  readonly module: string;
  readonly title: string;
  /** `page`: it starts workers itself. `worker`: it runs in the thread that calls it, so it gets a worker. */
  readonly runsIn: 'page' | 'worker';
  readonly kind: 'ours' | 'peer' | 'yardstick';
  /** Does it answer questions, or only load? */
  readonly answers: boolean;
  /** The package whose version is printed. */
  readonly package?: string;
};

export const ENGINES: readonly MeasuredEngine[] = [
  { module: 'ours', title: 'License Lens', runsIn: 'page', kind: 'ours', answers: true },
  {
    module: 'duckdb',
    title: 'DuckDB-Wasm',
    runsIn: 'page',
    kind: 'peer',
    answers: true,
    package: '@duckdb/duckdb-wasm',
  },
  {
    module: 'perspective',
    title: 'Perspective',
    runsIn: 'page',
    kind: 'peer',
    answers: true,
    package: '@perspective-dev/client',
  },
  { module: 'arquero', title: 'Arquero', runsIn: 'worker', kind: 'peer', answers: true, package: 'arquero' },
  { module: 'plain', title: 'Objects and loops', runsIn: 'worker', kind: 'peer', answers: true },
  {
    module: 'bare-parse',
    title: 'Decode and JSON.parse alone',
    runsIn: 'worker',
    kind: 'yardstick',
    answers: false,
  },
];
