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
  priceOf,
  SEARCHED,
  TOP,
  type ChangedGroup,
  type Engine,
  type Group,
  type IdleGroup,
  type KindCount,
  type Row,
  type ValueGroup,
} from './engine.ts';

// The sums are doubles: DuckDB sums integers in 128 bits, for which JavaScript has no numbers.
const SUMS = 'sum(licensesSold)::DOUBLE AS licensesSold, sum(licensesDeployed)::DOUBLE AS licensesDeployed';

function topGroups(fields: readonly string[], condition: string): string {
  const by = fields.join(', ');
  return `SELECT ${by}, ${SUMS} FROM deployment ${condition} GROUP BY ${by} ORDER BY licensesSold DESC LIMIT ${TOP}`;
}

const ORDER = 'licensesDeployed / nullif(licensesSold, 0) DESC NULLS LAST';

// Sorts row ids and then reads the page's rows. DuckDB does this by itself for small limits; here it does so at large
// offsets too. A plain `ORDER BY`, `LIMIT` and `OFFSET` sorts whole rows, which took it five times as long.
const PAGE = `SELECT * FROM deployment WHERE rowid IN (SELECT rowid FROM deployment ORDER BY ${ORDER} LIMIT ? OFFSET ?) ORDER BY ${ORDER}`;

const PAIRS = `SELECT customerTenantId, productId, ${SUMS} FROM deployment GROUP BY customerTenantId, productId`;
const IDLE = 'greatest(licensesSold - licensesDeployed, 0)';
const IDLE_CUSTOMERS = `SELECT customerTenantId, sum(licensesSold) AS licensesSold, sum(licensesDeployed) AS licensesDeployed, sum(${IDLE}) AS idle FROM (${PAIRS}) GROUP BY customerTenantId ORDER BY idle DESC LIMIT ${TOP}`;
const IDLE_PAGE = `SELECT *, ${IDLE} AS idle FROM (${PAIRS}) ORDER BY idle DESC LIMIT ? OFFSET ?`;

const VALUE_CUSTOMERS = `SELECT customerTenantId, sum(licensesSold) AS licensesSold, sum(licensesDeployed) AS licensesDeployed, sum(${IDLE}) AS idle, sum(${IDLE} * coalesce(price, 0)) AS value FROM (${PAIRS}) LEFT JOIN prices USING (productId) GROUP BY customerTenantId ORDER BY value DESC LIMIT ${TOP}`;

const soldBy = (field: string, table: string): string =>
  `SELECT ${field} AS key, sum(licensesSold)::DOUBLE AS sold FROM ${table} GROUP BY ${field}`;

/** A missing value is one value, as everywhere. */
const changesBy = (field: string): string =>
  `SELECT coalesce(l.key, e.key) AS key, coalesce(e.sold, 0) AS soldBefore, coalesce(l.sold, 0) AS soldAfter FROM (${soldBy(field, 'deployment')}) l FULL OUTER JOIN (${soldBy(field, 'earlier')}) e ON l.key IS NOT DISTINCT FROM e.key ORDER BY soldAfter - soldBefore DESC LIMIT ${TOP}`;

const ANOMALIES = `WITH named AS (SELECT customerTenantId, customerName, sum(licensesSold) AS sold FROM deployment GROUP BY customerTenantId, customerName)
SELECT CASE WHEN licensesSold = 0 THEN 'nothingSold' ELSE 'overDeployed' END AS kind, count(*)::DOUBLE AS count, sum(licensesDeployed - licensesSold)::DOUBLE AS licenses FROM (${PAIRS}) WHERE licensesDeployed > licensesSold GROUP BY kind
UNION ALL SELECT 'sharedName', count(*)::DOUBLE, coalesce(sum(sold), 0)::DOUBLE FROM (SELECT sum(sold) AS sold FROM named WHERE customerName IS NOT NULL AND customerTenantId IS NOT NULL GROUP BY customerName HAVING count(*) > 1)
UNION ALL SELECT 'severalNames', count(*)::DOUBLE, coalesce(sum(sold), 0)::DOUBLE FROM (SELECT sum(sold) AS sold FROM named WHERE customerTenantId IS NOT NULL GROUP BY customerTenantId HAVING count(customerName) > 1)`;

const PAIRS_BEFORE = PAIRS.replace('FROM deployment', 'FROM earlier');
const soldTo = (pairs: string): string =>
  `SELECT customerTenantId, sum(licensesSold) AS sold FROM ${pairs} WHERE customerTenantId IS NOT NULL GROUP BY customerTenantId`;

const ANOMALIES_SINCE = `WITH now AS (${PAIRS}), was AS (${PAIRS_BEFORE}), customers AS (${soldTo('now')}), before AS (${soldTo('was')}),
gone AS (SELECT before.sold FROM before LEFT JOIN customers USING (customerTenantId) WHERE customers.sold IS NULL),
emptied AS (SELECT before.sold FROM before JOIN customers USING (customerTenantId) WHERE customers.sold = 0 AND before.sold > 0),
dropped AS (SELECT was.licensesSold AS sold FROM was JOIN customers ON customers.customerTenantId = was.customerTenantId AND customers.sold > 0 LEFT JOIN now ON now.customerTenantId = was.customerTenantId AND now.productId IS NOT DISTINCT FROM was.productId WHERE was.licensesSold > 0 AND coalesce(now.licensesSold, 0) = 0)
SELECT 'customerGone' AS kind, count(*)::DOUBLE AS count, coalesce(sum(sold), 0)::DOUBLE AS licenses FROM gone
UNION ALL SELECT 'droppedToNothing', count(*)::DOUBLE, coalesce(sum(sold), 0)::DOUBLE FROM (SELECT sold FROM emptied UNION ALL SELECT sold FROM dropped)`;

type Prepared = Awaited<ReturnType<AsyncDuckDBConnection['prepare']>>;

/**
 * DuckDB's asynchronous build in its worker, with prepared statements; its answers are Arrow and are made into objects.
 */
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
  let hasPrices = false;

  async function ask(sql: string, ...parameters: readonly unknown[]): Promise<readonly unknown[]> {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = await connection.prepare(sql);
      statements.set(sql, statement);
    }
    const table = await statement.query(...parameters);
    return table.toArray().map((row: { toJSON: () => unknown }) => row.toJSON());
  }

  async function insert(pages: readonly ArrayBuffer[], name: string): Promise<void> {
    const inserts: Promise<void>[] = [];
    for (const [index, page] of pages.entries()) {
      const inserted = connection.insertArrowTable(arrowTableOf(page), { name, create: index === 0 });
      // The worker takes in one page while the next one is parsed here.
      if (index === 0) await inserted;
      else inserts.push(inserted);
    }
    await Promise.all(inserts);
  }

  async function idleGroups(
    fields: readonly string[],
    sql: string,
    ...parameters: readonly unknown[]
  ): Promise<readonly IdleGroup[]> {
    const rows = (await ask(sql, ...parameters)) as readonly Record<string, unknown>[];
    return rows.map((row) => ({
      key: fields.map((field) => row[field] as string | null),
      licensesSold: row['licensesSold'] as number,
      licensesDeployed: row['licensesDeployed'] as number,
      idle: row['idle'] as number,
    }));
  }

  /** A table of what products cost, made when it is first asked for. */
  async function makePrices(): Promise<void> {
    if (hasPrices) return;
    await connection.query('CREATE TABLE prices (productId VARCHAR, price DOUBLE)');
    const products = await ask('SELECT DISTINCT productId FROM deployment WHERE productId IS NOT NULL');
    const insertPrice = await connection.prepare('INSERT INTO prices VALUES (?, ?)');
    for (const { productId } of products as readonly { readonly productId: string }[]) {
      await insertPrice.query(productId, priceOf(productId));
    }
    await insertPrice.close();
    hasPrices = true;
  }

  async function valueCustomers(): Promise<readonly ValueGroup[]> {
    await makePrices();
    const rows = (await ask(VALUE_CUSTOMERS)) as readonly Record<string, unknown>[];
    return rows.map((row) => ({
      key: [row['customerTenantId'] as string | null],
      licensesSold: row['licensesSold'] as number,
      licensesDeployed: row['licensesDeployed'] as number,
      idle: row['idle'] as number,
      value: row['value'] as number,
    }));
  }

  async function changes(field: string): Promise<readonly ChangedGroup[]> {
    const rows = (await ask(changesBy(field))) as readonly Record<string, unknown>[];
    return rows.map((row) => ({
      key: [row['key'] as string | null],
      soldBefore: row['soldBefore'] as number,
      soldAfter: row['soldAfter'] as number,
    }));
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
    load: (pages) => insert(pages, 'deployment'),
    loadEarlier: (pages) => insert(pages, 'earlier'),
    unload: async () => {
      for (const statement of statements.values()) await statement.close();
      statements.clear();
      await connection.query('DROP TABLE IF EXISTS deployment');
      await connection.query('DROP TABLE IF EXISTS earlier');
      await connection.query('DROP TABLE IF EXISTS prices');
      hasPrices = false;
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
    idleCustomers: () => idleGroups(['customerTenantId'], IDLE_CUSTOMERS),
    valueCustomers,
    idlePage: (offset) => idleGroups(['customerTenantId', 'productId'], IDLE_PAGE, PAGE_SIZE, offset),
    anomalies: async () => (await ask(ANOMALIES)) as readonly KindCount[],
    anomaliesSince: async () => (await ask(ANOMALIES_SINCE)) as readonly KindCount[],
    changedCustomers: () => changes('customerTenantId'),
    changedProducts: () => changes('productId'),
  };
}
