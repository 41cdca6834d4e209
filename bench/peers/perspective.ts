import perspective, { type Table, type View, type ViewConfigUpdate } from '@perspective-dev/client';
import clientModule from '@perspective-dev/client/dist/wasm/perspective-js.wasm?url';
import serverModule from '@perspective-dev/server/dist/wasm/perspective-server.wasm?url';
import { tableToIPC } from 'apache-arrow';
import { arrowTableOf } from './arrow.ts';
import {
  CHANNEL,
  COLUMNS,
  COUNT_COLUMNS,
  LEFT_OUT_SERVICE,
  PAGE_SIZE,
  SEARCHED,
  TEXT_COLUMNS,
  TOP,
  type Engine,
  type Group,
  type Row,
} from './engine.ts';

const SCHEMA = Object.fromEntries([
  ...TEXT_COLUMNS.map((name) => [name, 'string'] as const),
  ...COUNT_COLUMNS.map((name) => [name, 'integer'] as const),
]);

type PairColumns = {
  readonly __ROW_PATH__: readonly (readonly (string | null)[])[];
  readonly licensesSold: readonly number[];
  readonly licensesDeployed: readonly number[];
};

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer {
  return (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength);
}

/** Perspective has no sums over sums of groups, and cannot join two tables. */
type Unanswered =
  | 'idleCustomers'
  | 'valueCustomers'
  | 'idlePage'
  | 'changedCustomers'
  | 'changedProducts'
  | 'anomalies'
  | 'anomaliesSince';

/** Perspective's engine in its worker, with a view for each question, which is deleted after it was read. */
export async function createEngine(): Promise<Omit<Engine, Unanswered>> {
  perspective.init_server(fetch(serverModule));
  perspective.init_client(fetch(clientModule));
  const client = await perspective.worker();
  let table: Table | undefined;
  let sorted: View | undefined;

  const viewOf = async (config: ViewConfigUpdate): Promise<View> => {
    if (table === undefined) throw new Error('Nothing is loaded.');
    return table.view(config);
  };

  async function groups(fields: readonly string[], config: ViewConfigUpdate = {}): Promise<readonly Group[]> {
    const view = await viewOf({
      group_by: [...fields],
      group_rollup_mode: 'flat',
      columns: [...COUNT_COLUMNS],
      sort: [['licensesSold', 'desc']],
      ...config,
    });
    const rows = (await view.to_json({ start_row: 0, end_row: TOP })) as readonly Record<string, unknown>[];
    await view.delete();
    return rows.map((row) => ({
      key: row['__ROW_PATH__'] as readonly (string | null)[],
      licensesSold: row['licensesSold'] as number,
      licensesDeployed: row['licensesDeployed'] as number,
    }));
  }

  const pageOf = async (view: View, offset: number): Promise<readonly Row[]> =>
    (await view.to_json({ start_row: offset, end_row: offset + PAGE_SIZE })) as readonly Row[];

  const forget = async (): Promise<void> => {
    await sorted?.delete();
    sorted = undefined;
  };

  return {
    load: async (pages) => {
      const loading = await client.table(SCHEMA);
      table = loading;
      let rows = 0;
      // The worker takes in one page while the next one is parsed here.
      const updates = pages.map((page) => {
        const arrow = arrowTableOf(page);
        rows += arrow.numRows;
        return loading.update(bufferOf(tableToIPC(arrow)));
      });
      await Promise.all(updates);
      // An update is answered before it has been applied.
      while ((await loading.size()) < rows);
    },
    unload: async () => {
      await forget();
      await table?.delete();
      table = undefined;
    },
    forget,
    topCustomers: () => groups(['customerTenantId']),
    filteredProducts: () =>
      groups(['productName'], {
        filter: [
          ['channel', '==', CHANNEL],
          ['serviceCode', '!=', LEFT_OUT_SERVICE],
        ],
      }),
    customersAndServices: async () => {
      // Perspective sorts groups of two fields within those of the first field. It could sort pairs only as one
      // expression, which takes it twice as long as giving all of them to be sorted here.
      const view = await viewOf({
        group_by: ['customerTenantId', 'serviceCode'],
        group_rollup_mode: 'flat',
        columns: [...COUNT_COLUMNS],
      });
      const {
        __ROW_PATH__: keys,
        licensesSold: sold,
        licensesDeployed: deployed,
      } = (await view.to_columns()) as PairColumns;
      await view.delete();
      const order = Uint32Array.from(sold, (_, index) => index);
      order.sort((a, b) => (sold[b] ?? 0) - (sold[a] ?? 0));
      return Array.from(order.subarray(0, TOP), (index) => ({
        key: keys[index] ?? [],
        licensesSold: sold[index] ?? 0,
        licensesDeployed: deployed[index] ?? 0,
      }));
    },
    members: () => groups(['customerName'], { filter: [['customerName', 'is not null', null]] }),
    searchedProducts: () =>
      groups(['productName'], {
        filter_op: 'or',
        filter: [
          ['customerName', 'contains', SEARCHED],
          ['productName', 'contains', SEARCHED],
        ],
      }),
    sortedPage: async (offset) => {
      await forget();
      // No utilization is below 0, so the undefined ones come last.
      sorted = await viewOf({
        expressions: {
          utilization:
            'if ("licensesSold" == 0) -1.0; else float("licensesDeployed") / float("licensesSold")',
        },
        columns: COLUMNS,
        sort: [['utilization', 'desc']],
      });
      return pageOf(sorted, offset);
    },
    furtherPage: async (offset) => {
      if (sorted === undefined) throw new Error('Nothing is sorted.');
      return pageOf(sorted, offset);
    },
  };
}
