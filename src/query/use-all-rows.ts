import type { Coverage, Totals } from '#engine/engine.ts';
import type { Progress } from '#partner-center/reading/progress.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { View } from '#view/view.ts';
import { answeringOf, askingForRows, type Answering, type RowsView } from './asking.ts';
import { comparedPage, type ShownRow } from './comparison.ts';
import { inPages } from './in-pages.ts';
import { useSource } from './source.ts';
import { comparedRowsQuestion, useComparedRows, usePair, type ComparedView } from './use-comparison.ts';
import { useAnswering } from './use-license-deployment.ts';

/** The number of rows asked for at once: few enough that the page's thread can handle them between two frames. */
const ROWS_AT_ONCE = 2_500;

/** The same number where two snapshots are compared, whose rows are joined anew for each question. */
const COMPARED_AT_ONCE = 5_000;

/** Some of the rows, as they are read to be exported. */
export type SomeRows = {
  readonly rows: readonly ShownRow[];
  /** How many rows the view has, as far as that is known. */
  readonly total: number;
  /** The sums of all rows; null where not all of them were read. */
  readonly totals: Totals | null;
  readonly coverage: Coverage;
};

/** All rows of a view, in its order, one part after the other. */
export type AllRows = {
  readonly snapshot: Snapshot;
  /** The earlier snapshot, where the rows also have their earlier figures; otherwise null. */
  readonly before: Snapshot | null;
  /**
   * Reads them from the engine that answers for the view; the service needs as many requests as it takes. Rejects as an
   * engine does, or with the signal's reason.
   */
  readonly read: (
    signal: AbortSignal,
    onProgress?: (progress: Progress) => void,
  ) => AsyncGenerator<SomeRows, void, undefined>;
};

/**
 * All rows of the view, whichever page of them is shown. null while the view's snapshot is not known, and while its
 * search waits for the rows: the service would give more rows than the view has.
 */
function usePlainRows(view: RowsView): AllRows | null {
  const { answering } = useAnswering(view, view.filter);
  if (answering === null || answering.rows.search !== view.search) return null;
  const { snapshot } = answering;
  const sized = { ...view, pageSize: ROWS_AT_ONCE };
  return {
    snapshot,
    before: null,
    read: (signal, onProgress) =>
      inPages((page) => askingForRows(sized, page, true, onProgress).ask(answering, { signal })),
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
  const sized = { ...view, pageSize: COMPARED_AT_ONCE };
  return {
    snapshot: after,
    before,
    read: (signal) =>
      inPages(async (page) => {
        const question = comparedRowsQuestion(sized, page);
        const { rows } = answering;
        const changes = await answering.engine.changes(rows, before, after, question, { signal });
        return comparedPage(changes, question.by);
      }),
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
