import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Coverage, Page, Totals } from '#engine/engine.ts';
import { MAX_TOP } from '#partner-center/client.ts';
import { oneAhead } from '#partner-center/reading/one-ahead.ts';
import { nextTurn } from '#partner-center/turn.ts';
import type { Progress } from '#partner-center/reading/progress.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { View } from '#view/view.ts';
import {
  answeringOf,
  askingForRows,
  keyOf,
  listOf,
  rowsQuestion,
  type Answering,
  type RowsView,
} from './asking.ts';
import { comparedPage, type ShownRow } from './comparison.ts';
import { inPages } from './in-pages.ts';
import { useSource } from './source.ts';
import { comparedRowsQuestion, useComparedRows, usePair, type ComparedView } from './use-comparison.ts';
import { useAnswering } from './use-license-deployment.ts';

/** The number of rows asked for at once: few enough that the page's thread can handle them between two frames. */
const ROWS_AT_ONCE = 2_500;

/** Some of the rows, as they are read to be exported. */
export type SomeRows = {
  readonly rows: readonly ShownRow[];
  /** How many rows the view has, as far as that is known. */
  readonly total: number;
  /** The sums of all rows; null where not all of them were read. */
  readonly totals: Totals | null;
  readonly coverage: Coverage;
};

/** Cuts a long answer into parts that the page's thread can handle between two frames. */
async function* inParts(some: SomeRows): AsyncGenerator<SomeRows, void, undefined> {
  for (let from = 0; from === 0 || from < some.rows.length; from += ROWS_AT_ONCE) {
    if (from > 0) await nextTurn();
    yield { ...some, rows: some.rows.slice(from, from + ROWS_AT_ONCE) };
  }
}

/** All rows of a view, in its order, one part after the other. */
export type AllRows = {
  readonly snapshot: Snapshot;
  /** The earlier snapshot, where the rows also have their earlier figures; otherwise null. */
  readonly before: Snapshot | null;
  /** How many rows there are, as far as the page knows that already; null where it does not. */
  readonly expected: () => number | null;
  /**
   * Reads them from the engine that answers for the view; the service needs as many requests as it takes. Rejects as an
   * engine does, or with the signal's reason.
   */
  readonly read: (
    signal: AbortSignal,
    onProgress?: (progress: Progress) => void,
  ) => AsyncGenerator<SomeRows, void, undefined>;
};

/** How many rows the view has, as the pages say that it has shown; null where none of them says it. */
function rowsShown(
  client: QueryClient,
  accountId: string,
  answering: Answering,
  view: RowsView,
): number | null {
  // The pages of another order, or with further figures, are those of a list of as many rows.
  const queryKey = keyOf(accountId, answering, answering.name, listOf(rowsQuestion(view, 1, true)));
  const pages = client.getQueriesData<Page>({ queryKey }).flatMap(([, page]) => page ?? []);
  return pages.find(({ isEndKnown }) => isEndKnown)?.total ?? null;
}

/**
 * All rows of the view, whichever page of them is shown. null while the view's snapshot is not known, and while its
 * search waits for the rows: the service would give more rows than the view has.
 */
function usePlainRows(view: RowsView): AllRows | null {
  const { accountId } = useSource();
  const client = useQueryClient();
  const { answering } = useAnswering(view, view.filter);
  if (answering === null || answering.rows.search !== view.search) return null;
  const { snapshot } = answering;
  const sized = { ...view, pageSize: ROWS_AT_ONCE };
  return {
    snapshot,
    before: null,
    expected: () => rowsShown(client, accountId, answering, view),
    // While some rows are written, the engine already answers with the next ones.
    read: (signal, onProgress) =>
      oneAhead(inPages((page) => askingForRows(sized, page, true, onProgress).ask(answering, { signal }))),
  };
}

/**
 * The rows of two snapshots, as the view shows them. null where it shows those of one snapshot, undefined while it is
 * not known which it shows.
 */
function useRowsOfTwo(view: RowsView & ComparedView): AllRows | null | undefined {
  const { engine, loading } = useSource();
  const { comparison, areLoaded } = usePair(view);
  const compared = useComparedRows(view);
  if (compared === null) return null;
  if (comparison.kind !== 'found' || compared.data === undefined || compared.isPrevious) return undefined;
  const { before, after } = comparison;
  const loaded = areLoaded ? loading.engineOf(after) : null;
  const answering: Answering = answeringOf(engine, loaded, view, after);
  // The service answers only where one response of each snapshot has all groups, and joins them for each question. The
  // worker joins them once.
  const isOneAnswer = answering.name === 'service';
  const sized = { ...view, pageSize: isOneAnswer ? 2 * MAX_TOP : ROWS_AT_ONCE };
  return {
    snapshot: after,
    before,
    expected: () => compared.data?.total ?? null,
    async *read(signal) {
      const parts = inPages(async (page) => {
        const question = comparedRowsQuestion(sized, page);
        const { rows } = answering;
        const changes = await answering.engine.changes(rows, before, after, question, { signal });
        return comparedPage(changes, question.by);
      });
      for await (const part of oneAhead(parts)) yield* inParts(part);
    },
  };
}

/**
 * All rows as the view lists them: those of two snapshots where it shows what changed. null while that is not known.
 */
export function useAllRows(view: RowsView & ComparedView & Pick<View, 'compare'>): AllRows | null {
  // Opportunities and the idle licenses of a customer's products are those of one snapshot.
  const isOfOne = view.view === 'opportunities' || view.view === 'customer';
  const ofTwo = useRowsOfTwo(isOfOne ? { ...view, compare: null } : view);
  const plain = usePlainRows(view);
  return ofTwo === undefined ? null : (ofTwo ?? plain);
}
