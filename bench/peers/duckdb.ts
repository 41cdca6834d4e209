import { AsyncDuckDB, selectBundle, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import ehWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import mvpWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-mvp.worker.js?url';
import ehModule from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import mvpModule from '@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm?url';
import { arrowTableOf } from './arrow.ts';
import {
  CHANNEL,
  LEFT_OUT_SERVICE,
  PAGE_SIZE,
  SEARCHED,
  TOP,
  type Engine,
  type Group,
  type Row,
} from './engine.ts';

// As doubles: DuckDB sums integers in 128 bits, which JavaScript has no numbers for.
const SUMS = 'sum(licensesSold)::DOUBLE AS licensesSold, sum(licensesDeployed)::DOUBLE AS licensesDeployed';

function topGroups(fields: readonly string[], condition: string): string {
  const by = fields.join(', ');
  return `SELECT ${by}, ${SUMS} FROM deployment ${condition} GROUP BY ${by} ORDER BY licensesSold DESC LIMIT ${TOP}`;
}

const ORDER = 'licensesDeployed / nullif(licensesSold, 0) DESC NULLS LAST';

// Sorts row ids and then reads the page's rows: what DuckDB does by itself for small limits, at large offsets too.
// A plain `ORDER BY`, `LIMIT` and `OFFSET` sorts whole rows, which took it five times as long.
const PAGE = `SELECT * FROM deployment WHERE rowid IN (SELECT rowid FROM deployment ORDER BY ${ORDER} LIMIT ? OFFSET ?) ORDER BY ${ORDER}`;

type Prepared = Awaited<ReturnType<AsyncDuckDBConnection['prepare']>>;

/** DuckDB's asynchronous build in its worker, prepared statements, answers as Arrow made into objects. */
export async function createEngine(): Promise<Engine> {
  const bundle = await selectBundle({
    mvp: { mainModule: mvpModule, mainWorker: mvpWorker },
    eh: { mainModule: ehModule, mainWorker: ehWorker },
  });
  if (bundle.mainWorker === null) throw new Error('DuckDB has no worker for this browser.');
  const database = new AsyncDuckDB(new VoidLogger(), new Worker(bundle.mainWorker));
  await database.instantiate(bundle.mainModule);
  const connection = await database.connect();
  const statements = new Map<string, Prepared>();

  async function ask(sql: string, ...parameters: readonly unknown[]): Promise<readonly unknown[]> {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = await connection.prepare(sql);
      statements.set(sql, statement);
    }
    const table = await statement.query(...parameters);
    return table.toArray().map((row: { toJSON: () => unknown }) => row.toJSON());
  }

  async function groups(
    fields: readonly string[],
    condition = '',
    ...parameters: readonly unknown[]
  ): Promise<readonly Group[]> {
    const rows = (await ask(topGroups(fields, condition), ...parameters)) as readonly Record<
      string,
      unknown
    >[];
    return rows.map((row) => ({
      key: fields.map((field) => row[field] as string | null),
      licensesSold: row['licensesSold'] as number,
      licensesDeployed: row['licensesDeployed'] as number,
    }));
  }

  const page = async (offset: number): Promise<readonly Row[]> =>
    (await ask(PAGE, PAGE_SIZE, offset)) as readonly Row[];

  return {
    load: async (pages) => {
      const inserts: Promise<void>[] = [];
      for (const [index, page] of pages.entries()) {
        const insert = connection.insertArrowTable(arrowTableOf(page), {
          name: 'deployment',
          create: index === 0,
        });
        // The worker takes one page in while the next is parsed here.
        if (index === 0) await insert;
        else inserts.push(insert);
      }
      await Promise.all(inserts);
    },
    unload: async () => {
      for (const statement of statements.values()) await statement.close();
      statements.clear();
      await connection.query('DROP TABLE IF EXISTS deployment');
    },
    topCustomers: () => groups(['customerTenantId']),
    filteredProducts: () =>
      groups(
        ['productName'],
        'WHERE channel = ? AND serviceCode IS DISTINCT FROM ?',
        CHANNEL,
        LEFT_OUT_SERVICE,
      ),
    customersAndServices: () => groups(['customerTenantId', 'serviceCode']),
    members: () => groups(['customerName'], 'WHERE customerName IS NOT NULL'),
    searchedProducts: () =>
      groups(
        ['productName'],
        `WHERE contains(lower(customerName), ?) OR contains(lower(productName), ?)`,
        SEARCHED,
        SEARCHED,
      ),
    sortedPage: page,
    furtherPage: page,
  };
}
