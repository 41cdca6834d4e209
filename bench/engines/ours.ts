import { CHANNEL, LEFT_OUT_SERVICE, PAGE_SIZE, SEARCHED, TOP, type Engine } from '#bench/peers/engine.ts';
import type { DeploymentRow, GroupsQuestion } from '#engine/engine.ts';
import { createPool, poolSize, type Pool } from '#engine/snapshot/worker/pool.ts';
import type { AnswerTo, QuestionName, Questions } from '#engine/snapshot/worker/protocol.ts';
import { createSession, type Session, type WorkerPort } from '#engine/snapshot/worker/session.ts';
import type { Field } from '#partner-center/fields.ts';
import type { BenchMessage } from './page-worker.ts';

/** Rows of every page but the last. */
const ROWS_OF_A_PAGE = 10_000;

/** Which rows a question is about. */
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

/** What the worker that answers calls the one snapshot. */
const TABLE = 1;

/** One snapshot in the app's own workers: as many as it would start here read, and one answers. */
type Loaded = {
  readonly pool: Pool;
  readonly answering: Session;
  /** Settles with the bytes held once nothing is left to prepare. */
  readonly prepared: Promise<number>;
  readonly forget: () => void;
};

function start(pages: readonly ArrayBuffer[]): Loaded {
  const workers: Worker[] = [];
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
  let onPrepared: (bytes: number) => void = () => undefined;
  const prepared = new Promise<number>((resolve) => {
    onPrepared = resolve;
  });
  const onFailed = (error: unknown): void => console.error(error);
  const answering = createSession(startWorker(), {
    onFailed,
    onPrepared: (_, bytes) => onPrepared(bytes),
  });
  const pool = createPool(startWorker, poolSize(navigator.hardwareConcurrency), { onFailed });
  const forget = (): void => {
    for (const worker of workers) send(worker, { kind: 'forget' });
  };
  return { pool, answering, prepared, forget };
}

/** The app's engine as the app runs it: its own workers, asked from the page, with all messages to and from them. */
export function createEngine(): Engine {
  let loaded: Loaded | undefined;

  const now = (): Loaded => {
    if (loaded === undefined) throw new Error('Nothing is loaded.');
    return loaded;
  };

  function ask<N extends QuestionName>(name: N, question: Questions[N], asked: Asked): Promise<AnswerTo<N>> {
    return now().answering.ask({ name, question, tables: [TABLE], ...asked, priority: 'visible' });
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
    return rows.map(rowOf);
  }

  return {
    load: async (pages) => {
      const started = start(pages);
      loaded = started;
      const { signal } = new AbortController();
      await Promise.all(
        pages.map(async (_, index) => {
          const response = await started.pool.exchange(
            { url: String(index), headers: {} },
            signal,
            () => undefined,
          );
          if (response.ok) await response.body.scan(index * ROWS_OF_A_PAGE);
        }),
      );
      const moved = await started.pool.gather();
      const parts = moved.map(({ part }) => part);
      const transfer = moved.flatMap(({ buffers }) => buffers);
      await started.answering.call('adopt', { table: TABLE, parts }, { transfer });
    },
    prepare: async () => {
      await now().prepared;
    },
    unload: () => {
      loaded?.pool.end(null);
      loaded?.answering.end(null);
    },
    forget: () => now().forget(),
    bytesHeld: () => now().prepared,
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
  };
}
