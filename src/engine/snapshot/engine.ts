import { printFilter } from '#partner-center/filter/print.ts';
import { PartnerCenterError, partnerCenterErrorOf } from '#partner-center/error.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import { changesOf } from '#engine/changes.ts';
import type { AskOptions, Changes, Coverage, Engine, Rows } from '#engine/engine.ts';
import { licensesOf } from '#engine/totals.ts';
import type { OfTable } from './answers/table-answers.ts';
import type { AnswerTo, QuestionName, QuestionOf, Questions, TableId } from './worker/protocol.ts';
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
  async function ask<N extends QuestionName>(
    name: N,
    rows: Rows,
    snapshot: Snapshot,
    question: Questions[N],
    { signal, priority = 'visible' }: AskOptions = {},
  ): Promise<Omit<AnswerTo<N>, 'rowsRead'> & { readonly coverage: Coverage }> {
    const loaded = find(snapshot);
    if (loaded === null) {
      throw new PartnerCenterError({
        kind: 'browserFailed',
        description: `The snapshot of ${snapshot.date} is not loaded.`,
      });
    }
    const asked: QuestionOf<N> = {
      name,
      question,
      tables: [loaded.table],
      filter: printFilter(rows.filter),
      search: rows.search,
      priority,
    };
    try {
      const { rowsRead, ...answer }: OfTable<unknown> & AnswerTo<N> = await loaded.session.ask(asked, signal);
      return { ...answer, coverage: coverageOf(rows, snapshot, loaded, rowsRead) };
    } catch (error) {
      throw signal?.aborted ? error : partnerCenterErrorOf(error, 'browserFailed');
    }
  }

  return {
    totals: (rows, snapshot, question, options) => ask('totals', rows, snapshot, question, options),
    summary: (rows, snapshot, options) => ask('summary', rows, snapshot, null, options),
    groups: (rows, snapshot, question, options) => ask('groups', rows, snapshot, question, options),
    page: (rows, snapshot, question, options) => ask('page', rows, snapshot, question, options),
    members: (rows, snapshot, question, options) => ask('members', rows, snapshot, question, options),
    async changes(rows, from, to, question, options): Promise<Changes> {
      const { by, label, spare } = question;
      const all = { by, label, spare, rankBy: 'licensesSold', top: Number.MAX_SAFE_INTEGER } as const;
      const [before, after] = await Promise.all([
        ask('groups', rows, from, all, options),
        ask('groups', rows, to, all, options),
      ]);
      return {
        ...changesOf(before.top, after.top, question),
        before: licensesOf(before.total),
        after: licensesOf(after.total),
        coverage: { before: before.coverage, after: after.coverage },
      };
    },
    // The worker keeps what it answered within a budget of its own, and it can't become wrong.
    forget: () => undefined,
  };
}
