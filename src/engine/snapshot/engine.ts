import { printFilter } from '#partner-center/filter/print.ts';
import { PartnerCenterError, partnerCenterErrorOf } from '#partner-center/error.ts';
import type { AskOptions, Coverage, Engine, Scope, Snapshot } from '#engine/engine.ts';
import type { OfTable } from './answers/table-answers.ts';
import type { AnswerTo, QuestionName, Questions } from './worker/protocol.ts';
import type { Session } from './worker/session.ts';

/** A snapshot that a worker holds. */
export type LoadedSnapshot = {
  readonly session: Session;
  readonly rows: number;
  /** What the service said there were; null where it gave no count. */
  readonly totalCount: number | null;
};

/** Did more or fewer rows come than the service's last count said? */
export function countDisagrees({ rows, totalCount }: Pick<LoadedSnapshot, 'rows' | 'totalCount'>): boolean {
  return totalCount !== null && totalCount !== rows;
}

function coverageOf(scope: Scope, loaded: LoadedSnapshot, rowsRead: number): Coverage {
  const isWhole = scope.filter === null && scope.search.trim() === '';
  return {
    engine: 'snapshot',
    snapshot: scope.snapshot,
    filter: scope.filter,
    search: scope.search,
    rowsRead,
    // Of a part of the rows the service was not asked how many there are.
    totalCount: isWhole ? loaded.totalCount : null,
    countDisagrees: countDisagrees(loaded),
  };
}

/**
 * The engine that answers from snapshots which workers hold, without a request.
 *
 * @param find the snapshot where it is loaded, else null: asking about one that is not rejects with `browserFailed`
 */
export function createSnapshotEngine(find: (snapshot: Snapshot) => LoadedSnapshot | null): Engine {
  async function ask<N extends QuestionName>(
    name: N,
    scope: Scope,
    question: Questions[N],
    { signal, priority = 'visible' }: AskOptions = {},
  ): Promise<Omit<AnswerTo<N>, 'rowsRead'> & { readonly coverage: Coverage }> {
    const loaded = find(scope.snapshot);
    if (loaded === null) {
      throw new PartnerCenterError({
        kind: 'browserFailed',
        description: `The snapshot of ${scope.snapshot.date} is not loaded.`,
      });
    }
    const asked = { name, question, filter: printFilter(scope.filter), search: scope.search, priority };
    try {
      const { rowsRead, ...answer }: OfTable<unknown> & AnswerTo<N> = await loaded.session.ask(asked, signal);
      return { ...answer, coverage: coverageOf(scope, loaded, rowsRead) };
    } catch (error) {
      throw signal?.aborted ? error : partnerCenterErrorOf(error, 'browserFailed');
    }
  }

  return {
    summary: (scope, options) => ask('summary', scope, null, options),
    groups: (scope, question, options) => ask('groups', scope, question, options),
    page: (scope, question, options) => ask('page', scope, question, options),
    members: (scope, question, options) => ask('members', scope, question, options),
    // The worker keeps what it answered within a budget of its own, and it can't become wrong.
    forget: () => undefined,
  };
}
