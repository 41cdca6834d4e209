import {
  CHANNEL,
  LEFT_OUT_SERVICE,
  PAGE_SIZE,
  priceOf,
  SEARCHED,
  TOP,
  type ChangedGroup,
  type Engine,
  type IdleGroup,
  type KindCount,
  type ValueGroup,
} from '#bench/peers/engine.ts';
import { FOUND_KINDS } from '#engine/anomalies.ts';
import type { AnomaliesQuestion, DeploymentRow, FoundKind, GroupsQuestion } from '#engine/engine.ts';
import { unpackRows } from '#engine/snapshot/worker/packed-rows.ts';
import { createPool, poolSize, type Pool } from '#engine/snapshot/worker/pool.ts';
import type {
  AnswerTo,
  QuestionName,
  QuestionOf,
  Questions,
  TableId,
} from '#engine/snapshot/worker/protocol.ts';
import { createSession, type Session, type WorkerPort } from '#engine/snapshot/worker/session.ts';
import type { Field } from '#partner-center/fields.ts';
import type { Prices } from '#view/prices.ts';
import type { BenchMessage } from './page-worker.ts';

/** The rows of every page but the last. */
const ROWS_OF_A_PAGE = 10_000;

/** The rows that a question is about. */
type Asked = { readonly filter: string; readonly search: string };

const EVERYTHING: Asked = { filter: '', search: '' };
const FILTERED: Asked = {
  filter: `channel eq '${CHANNEL}' and serviceCode ne '${LEFT_OUT_SERVICE}'`,
  search: '',
};
const SEARCH: Asked = { filter: '', search: SEARCHED };

const mostSold = (...by: readonly Field[]): GroupsQuestion => ({ by, rankBy: 'licensesSold', top: TOP });

const rowOf = (row: DeploymentRow) => ({
  processedDateTime: row.processedDateTime ?? '',
  serviceCode: row.serviceCode ?? null,
  serviceName: row.serviceName ?? null,
  channel: row.channel ?? null,
  customerTenantId: row.customerTenantId ?? null,
  customerName: row.customerName ?? null,
  productId: row.productId ?? null,
  productName: row.productName ?? null,
  licensesDeployed: row.licensesDeployed,
  licensesSold: row.licensesSold,
});

/** This is what the page asks: the counts of each kind, and the first anomalies in order. */
const ODD: AnomaliesQuestion = { kinds: FOUND_KINDS, offset: 0, limit: PAGE_SIZE, readAll: true };

function kindsOf(
  { found }: Pick<AnswerTo<'anomalies'>, 'found'>,
  kinds: readonly FoundKind[],
): readonly KindCount[] {
  return kinds.map((kind) => ({ kind, count: 0, licenses: 0, ...found[kind] }));
}

/** The names of the snapshot and of the earlier one in the worker that answers. */
const TABLE: TableId = 1;
const EARLIER: TableId = 2;

/** Snapshots in the app's own workers: as many workers read as the app would start here, and one answers. */
type Loaded = {
  readonly answering: Session;
  /** Reads the bodies of a snapshot's responses, and makes a table of them. */
  readonly load: (pages: readonly ArrayBuffer[], table: TableId) => Promise<void>;
  /** Settles with the bytes held for a table when everything is prepared. */
  readonly prepared: (table: TableId) => Promise<number>;
  readonly end: () => void;
  readonly forget: () => void;
};

function start(): Loaded {
  const workers: Worker[] = [];
  let pages: readonly ArrayBuffer[] = [];
  const send = (worker: Worker, message: BenchMessage, transfer: Transferable[] = []): void =>
    worker.postMessage(message, transfer);
  const startWorker = (): WorkerPort => {
    const worker = new Worker(new URL('./page-worker.ts', import.meta.url), { type: 'module' });
    workers.push(worker);
    return {
      addEventListener: (type, listener) => worker.addEventListener(type, listener),
      terminate: () => worker.terminate(),
      postMessage: (message, options) => {
        if (message.kind === 'fetch') {
          const { url } = message.args;
          const bytes = pages[Number(url)];
          if (bytes === undefined) throw new RangeError(`There is no page ${url}.`);
          send(worker, { kind: 'bytes', url, bytes }, [bytes]);
        }
        worker.postMessage(message, options);
      },
    };
  };
  const preparing = new Map(
    [TABLE, EARLIER].map((table) => {
      let onPrepared: (bytes: number) => void = () => undefined;
      const prepared = new Promise<number>((resolve) => {
        onPrepared = resolve;
      });
      return [table, { prepared, onPrepared }];
    }),
  );
  const onFailed = (error: unknown): void => console.error(error);
  const answering = createSession(startWorker(), {
    onFailed,
    onPrepared: (table, bytes) => preparing.get(table)?.onPrepared(bytes),
  });
  let pool: Pool | undefined;

  async function load(bodies: readonly ArrayBuffer[], table: TableId): Promise<void> {
    pages = bodies;
    const reading = createPool(startWorker, poolSize(navigator.hardwareConcurrency), { onFailed });
    pool = reading;
    const { signal } = new AbortController();
    await Promise.all(
      bodies.map(async (_, index) => {
        const response = await reading.exchange({ url: String(index), headers: {} }, signal, () => undefined);
        if (response.ok) await response.body.scan(index * ROWS_OF_A_PAGE);
      }),
    );
    const moved = await reading.gather();
    const parts = moved.map(({ part }) => part);
    const transfer = moved.flatMap(({ buffers }) => buffers);
    await answering.call('adopt', { table, parts }, { transfer });
  }

  return {
    answering,
    load,
    prepared: (table) => preparing.get(table)?.prepared ?? Promise.reject(new RangeError('No such table.')),
    end: () => {
      pool?.end(null);
      answering.end(null);
    },
    forget: () => {
      for (const worker of workers) send(worker, { kind: 'forget' });
    },
  };
}

/**
 * The app's engine in the form in which the app uses it: with its own workers, asked from the page, with all messages
 * to and from them.
 */
export function createEngine(): Engine {
  let loaded: Loaded | undefined;
  let prices: Prices | undefined;

  const now = (): Loaded => {
    if (loaded === undefined) throw new Error('Nothing is loaded.');
    return loaded;
  };

  function ask<N extends QuestionName>(
    name: N,
    question: Questions[N],
    asked: Asked,
    tables: QuestionOf<N>['tables'] = [TABLE],
  ): Promise<AnswerTo<N>> {
    return now().answering.ask({ name, question, tables, ...asked, priority: 'visible' });
  }

  async function priceList(): Promise<Prices> {
    if (prices !== undefined) return prices;
    const every = { by: ['productId'], rankBy: 'licensesSold', top: Number.MAX_SAFE_INTEGER } as const;
    const { top } = await ask('groups', every, EVERYTHING);
    const of = top.flatMap(({ key: [id = null] }) => (id === null ? [] : [[id, priceOf(id)] as const]));
    prices = { id: 'bench', of };
    return prices;
  }

  async function valueCustomers(): Promise<readonly ValueGroup[]> {
    const { rows } = await ask(
      'page',
      {
        groupby: ['customerTenantId'],
        sort: [{ field: 'idleValue', descending: true }],
        offset: 0,
        limit: TOP,
        readAll: true,
        spare: 0,
        prices: await priceList(),
      },
      EVERYTHING,
    );
    return unpackRows(rows).map(
      ({ customerTenantId = null, licensesSold, licensesDeployed, idle = 0, idleValue = 0 }) => ({
        key: [customerTenantId],
        licensesSold,
        licensesDeployed,
        idle,
        value: idleValue,
      }),
    );
  }

  async function changes(by: Field): Promise<readonly ChangedGroup[]> {
    const { rows } = await ask(
      'changes',
      {
        by: [by],
        rankBy: 'licensesSold',
        movers: TOP,
        sort: [{ field: 'change', descending: true }],
        offset: 0,
        limit: TOP,
      },
      EVERYTHING,
      [TABLE, EARLIER],
    );
    return rows.map(({ key, before, after }) => ({
      key,
      soldBefore: before?.licensesSold ?? 0,
      soldAfter: after?.licensesSold ?? 0,
    }));
  }

  const groups = async (asked: Asked, ...by: readonly Field[]) =>
    (await ask('groups', mostSold(...by), asked)).top;

  async function page(offset: number) {
    const { rows } = await ask(
      'page',
      {
        groupby: [],
        sort: [{ field: 'utilization', descending: true }],
        offset,
        limit: PAGE_SIZE,
        readAll: true,
      },
      EVERYTHING,
    );
    return unpackRows(rows).map(rowOf);
  }

  return {
    load: async (pages) => {
      prices = undefined;
      loaded = start();
      await loaded.load(pages, TABLE);
    },
    loadEarlier: async (pages) => {
      await now().load(pages, EARLIER);
      await now().prepared(EARLIER);
    },
    prepare: async () => {
      await now().prepared(TABLE);
    },
    unload: () => loaded?.end(),
    forget: () => now().forget(),
    bytesHeld: () => now().prepared(TABLE),
    topCustomers: () => groups(EVERYTHING, 'customerTenantId'),
    filteredProducts: () => groups(FILTERED, 'productName'),
    customersAndServices: () => groups(EVERYTHING, 'customerTenantId', 'serviceCode'),
    members: async () => {
      const question = { field: 'customerName', containing: '', limit: TOP } as const;
      const { members } = await ask('members', question, EVERYTHING);
      return members.map(({ value, ...sums }) => ({ key: [value], ...sums }));
    },
    searchedProducts: () => groups(SEARCH, 'productName'),
    sortedPage: page,
    furtherPage: page,
    idleCustomers: async () => {
      const question = { by: ['customerTenantId'], rankBy: 'idle', top: TOP, spare: 0 } as const;
      const { top } = await ask('groups', question, EVERYTHING);
      return top.map((group): IdleGroup => ({ ...group, idle: group.idle ?? 0 }));
    },
    valueCustomers,
    idlePage: async (offset) => {
      const { rows } = await ask(
        'page',
        {
          groupby: ['customerTenantId', 'productId'],
          sort: [{ field: 'idle', descending: true }],
          offset,
          limit: PAGE_SIZE,
          readAll: true,
          spare: 0,
        },
        EVERYTHING,
      );
      return unpackRows(rows).map(
        ({ customerTenantId = null, productId = null, licensesSold, licensesDeployed, idle = 0 }) => ({
          key: [customerTenantId, productId],
          licensesSold,
          licensesDeployed,
          idle,
        }),
      );
    },
    anomalies: async () =>
      kindsOf(await ask('anomalies', ODD, EVERYTHING), [
        'overDeployed',
        'nothingSold',
        'sharedName',
        'severalNames',
      ]),
    anomaliesSince: async () =>
      kindsOf(await ask('anomalies', ODD, EVERYTHING, [TABLE, EARLIER]), [
        'customerGone',
        'droppedToNothing',
      ]),
    changedCustomers: () => changes('customerTenantId'),
    changedProducts: () => changes('productId'),
  };
}
