// The parts that `bench/peers` uses of packages which only `npm run bench` installs, so that the types of these files
// are checked without them too. Where they are installed, `tsc -p bench/peers` checks against the packages' own types.

declare module 'apache-arrow' {
  export type Table = { readonly numRows: number };
  export function tableFromArrays(columns: Readonly<Record<string, unknown>>): Table;
  export function tableToIPC(table: Table): Uint8Array;
}

declare module 'arquero';

declare module '@duckdb/duckdb-wasm' {
  import type { Table } from 'apache-arrow';

  type Bundle = { readonly mainModule: string; readonly mainWorker: string | null };
  type Statement = {
    readonly query: (
      ...parameters: readonly unknown[]
    ) => Promise<{ readonly toArray: () => readonly { readonly toJSON: () => unknown }[] }>;
    readonly close: () => Promise<void>;
  };
  export type AsyncDuckDBConnection = {
    readonly prepare: (sql: string) => Promise<Statement>;
    readonly query: (sql: string) => Promise<unknown>;
    readonly insertArrowTable: (
      table: Table,
      options: { readonly name: string; readonly create: boolean },
    ) => Promise<void>;
  };
  export const VoidLogger: new () => object;
  export class AsyncDuckDB {
    constructor(logger: object, worker: Worker);
    instantiate(module: string): Promise<unknown>;
    connect(): Promise<AsyncDuckDBConnection>;
  }
  export function selectBundle(bundles: Readonly<Record<'mvp' | 'eh', Bundle>>): Promise<Bundle>;
}

declare module '@perspective-dev/client' {
  export type ViewConfigUpdate = Readonly<Record<string, unknown>>;
  export type View = {
    readonly to_json: (window: { readonly start_row: number; readonly end_row: number }) => Promise<unknown>;
    readonly to_columns: () => Promise<unknown>;
    readonly delete: () => Promise<void>;
  };
  export type Table = {
    readonly view: (config: ViewConfigUpdate) => Promise<View>;
    readonly update: (arrow: ArrayBuffer) => Promise<void>;
    readonly size: () => Promise<number>;
    readonly delete: () => Promise<void>;
  };
  const perspective: {
    readonly init_server: (module: Promise<Response>) => void;
    readonly init_client: (module: Promise<Response>) => void;
    readonly worker: () => Promise<{
      readonly table: (schema: Readonly<Record<string, string>>) => Promise<Table>;
    }>;
  };
  export default perspective;
}
