import { printFilter } from '#partner-center/filter/print.ts';
import { PartnerCenterError, partnerCenterErrorOf } from '#partner-center/error.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { Anomalies, AskOptions, Changes, Coverage, Engine, Rows } from '#engine/engine.ts';
import type { OfTable } from './answers/table-answers.ts';
import type { AnswerTo, QuestionName, QuestionOf, Questions, TableId } from './worker/protocol.ts';
import { unpackRows } from './worker/packed-rows.ts';
import type { Session } from './worker/session.ts';

/** A snapshot that the answering worker holds. */
export type LoadedSnapshot = {
  readonly session: Session;
  /** What the worker calls it. */
  readonly table: TableId;
  readonly rows: number;
  /** What the service said there were; null where it gave no count. */
  readonly totalCount: number | null;
};

/** Did more or fewer rows come than the service's last count said? */
export function countDisagrees({ rows, totalCount }: Pick<LoadedSnapshot, 'rows' | 'totalCount'>): boolean {
  return totalCount !== null && totalCount !== rows;
}

function coverageOf(
  { filter, search }: Rows,
  snapshot: Snapshot,
  loaded: LoadedSnapshot,
  rowsRead: number,
): Coverage {
  const isWhole = filter === null && search.trim() === '';
  return {
    engine: 'snapshot',
    snapshot,
    filter,
    search,
    rowsRead,
    // Of a part of the rows the service was not asked how many there are.
    totalCount: isWhole ? loaded.totalCount : null,
    countDisagrees: countDisagrees(loaded),
  };
}

/**
 * The engine that answers from snapshots which a worker holds, without a request.
 *
 * @param find the snapshot where it is loaded, else null: asking about one that is not rejects with `browserFailed`
 */
export function createSnapshotEngine(find: (snapshot: Snapshot) => LoadedSnapshot | null): Engine {
  function loadedOf(snapshot: Snapshot): LoadedSnapshot {
    const loaded = find(snapshot);
    if (loaded === null) {
      throw new PartnerCenterError({
        kind: 'browserFailed',
        description: `The snapshot of ${snapshot.date} is not loaded.`,
      });
    }
    return loaded;
  }

  async function send<N extends QuestionName>(
    name: N,
    rows: Rows,
    { session, tables }: Pick<LoadedSnapshot, 'session'> & Pick<QuestionOf<N>, 'tables'>,
    question: Questions[N],
    { signal, priority = 'visible' }: AskOptions = {},
  ): Promise<AnswerTo<N>> {
    const { filter, search } = rows;
    const asked: QuestionOf<N> = { name, question, tables, filter: printFilter(filter), search, priority };
    try {
      return await session.ask(asked, signal);
    } catch (error) {
      throw signal?.aborted ? error : partnerCenterErrorOf(error, 'browserFailed');
    }
  }

  async function ask<N extends Exclude<QuestionName, 'changes' | 'anomalies'>>(
    name: N,
    rows: Rows,
    snapshot: Snapshot,
    question: Questions[N],
    options?: AskOptions,
  ): Promise<Omit<AnswerTo<N>, 'rowsRead'> & { readonly coverage: Coverage }> {
    const loaded = loadedOf(snapshot);
    const { session, table } = loaded;
    const { rowsRead, ...answer }: OfTable<unknown> & AnswerTo<N> = await send(
      name,
      rows,
      { session, tables: [table] },
      question,
      options,
    );
    return { ...answer, coverage: coverageOf(rows, snapshot, loaded, rowsRead) };
  }

  return {
    totals: (rows, snapshot, question, options) => ask('totals', rows, snapshot, question, options),
    summary: (rows, snapshot, options) => ask('summary', rows, snapshot, null, options),
    groups: (rows, snapshot, question, options) => ask('groups', rows, snapshot, question, options),
    async page(rows, snapshot, question, options) {
      const page = await ask('page', rows, snapshot, question, options);
      return { ...page, rows: unpackRows(page.rows) };
    },
    members: (rows, snapshot, question, options) => ask('members', rows, snapshot, question, options),
    standing: (rows, snapshot, question, options) => ask('standing', rows, snapshot, question, options),
    async changes(rows, from, to, question, options): Promise<Changes> {
      const [earlier, later] = [loadedOf(from), loadedOf(to)];
      const { session, table } = later;
      const { rowsRead, ...changes } = await send(
        'changes',
        rows,
        { session, tables: [table, earlier.table] },
        question,
        options,
      );
      return {
        ...changes,
        coverage: {
          before: coverageOf(rows, from, earlier, rowsRead.before),
          after: coverageOf(rows, to, later, rowsRead.after),
        },
      };
    },
    async anomalies(rows, from, to, question, options): Promise<Anomalies> {
      const [earlier, later] = [from && loadedOf(from), loadedOf(to)];
      const { session, table } = later;
      const tables: QuestionOf<'anomalies'>['tables'] = earlier === null ? [table] : [table, earlier.table];
      const { rowsRead, ...anomalies } = await send(
        'anomalies',
        rows,
        { session, tables },
        question,
        options,
      );
      return {
        ...anomalies,
        coverage: {
          before: from && earlier && coverageOf(rows, from, earlier, rowsRead.before),
          after: coverageOf(rows, to, later, rowsRead.after),
        },
      };
    },
    // The worker keeps what it answered within a budget of its own, and it can't become wrong.
    forget: () => undefined,
  };
}
