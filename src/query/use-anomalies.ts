import { useSyncExternalStore } from 'react';
import { FOUND_KINDS } from '#engine/anomalies.ts';
import type { Anomalies, Coverage, FoundOfKind, ToRead } from '#engine/engine.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import { answeredMeasure } from '#view/answered.ts';
import type { AnomalyKind, View } from '#view/view.ts';
import type { Answering, Asking } from './asking.ts';
import { inPages } from './in-pages.ts';
import { FEWEST_CHANGES, jumpsIn } from './jumps.ts';
import { rangeToAsk, withJumps, type Jump, type ListedAnomaly } from './listed-anomalies.ts';
import { useSource } from './source.ts';
import { useComparison } from './use-comparison.ts';
import { useAgreement, useAnswer, useAnswering, type Asked } from './use-license-deployment.ts';
import { useTrend, type Trend } from './use-trend.ts';

export type { Jump, ListedAnomaly };

/** What is known of the jumps of a trend. */
export type JumpsKnown =
  /** The kind is switched off, so that no day is asked for. */
  | { readonly kind: 'off' }
  | { readonly kind: 'reading'; readonly answered: number; readonly asked: number }
  /** Some days could not be read; the page's trouble says why. */
  | { readonly kind: 'failed' }
  /** There are too few snapshots to claim any jump. */
  | { readonly kind: 'tooFew'; readonly snapshots: number; readonly needed: number }
  | {
      readonly kind: 'known';
      readonly jumps: readonly Jump[];
      readonly snapshots: number;
      readonly from: string;
      readonly to: string;
    };

/**
 * Whether the kinds that need an earlier snapshot are known. `waiting`: its rows are not loaded yet. `none`: the view
 * is not compared.
 */
export type CompareKnown = 'none' | 'waiting' | 'known';

/** A page of anomalies. */
export type AnomaliesPage = {
  readonly rows: readonly ListedAnomaly[];
  /** The number of anomalies that are listed. */
  readonly total: number;
  /** The number of anomalies of each kind, listed or not; null where it is not known. */
  readonly found: Readonly<Record<AnomalyKind, FoundOfKind | null>>;
  readonly snapshot: Snapshot;
  readonly before: Snapshot | null;
};

export type AskedAnomalies = Omit<Asked<Answer>, 'data'> & {
  /** undefined while the page is not known, or where it takes the `offer`. */
  readonly page: AnomaliesPage | undefined;
  /** What has to be read from the service; null where nothing more is needed. */
  readonly offer: ToRead | null;
  /** The person has agreed to the offer, and the rows are being read. */
  readonly isReading: boolean;
  readonly load: () => void;
  readonly stop: () => void;
  readonly compared: CompareKnown;
  readonly jumps: JumpsKnown;
  /**
   * Reads all listed anomalies, one page after the other; the service needs as many requests as it takes. null while it
   * is not known which snapshots they are of, or which jumps there are.
   */
  readonly readAll: ((signal: AbortSignal) => AsyncGenerator<SomeAnomalies, void, undefined>) | null;
};

/** Some of the anomalies, as they are read to be exported. */
export type SomeAnomalies = Pick<AnomaliesPage, 'rows' | 'total' | 'snapshot' | 'before'> & {
  readonly coverage: Coverage;
};

/** The number of anomalies in a page when all are read. */
const READ_AT_ONCE = 2_500;

/** What an engine lists, where it has read all that it needs. */
type Listed = Extract<Anomalies, { readonly toRead: null }>;

/** An answer, and the page that it is for: while the next one is under way, this one is still shown. */
type Answer = {
  readonly anomalies: Anomalies;
  readonly start: number;
  readonly of: Pick<View, 'page' | 'pageSize'>;
};

function jumpsOf({ points, split }: Pick<Trend, 'points' | 'split'>): readonly Jump[] {
  const listed = (jumps: ReturnType<typeof jumpsIn>, member: Jump['member']): readonly Jump[] =>
    jumps.map((jump) => ({
      ...jump,
      kind: 'jump',
      member,
      licenses: Math.abs(jump.after - jump.before),
    }));
  if (split === null) return listed(jumpsIn(points), null);
  return split.members.flatMap(({ key: [value = null], name }, at) => {
    if (value === null) return [];
    // A snapshot that has no row of a member counts as nothing sold.
    const series = points.map(({ date, members }) => ({
      date,
      totals: members[at] ?? { licensesSold: 0, licensesDeployed: 0 },
    }));
    return listed(jumpsIn(series), { field: split.field, value, name: name ?? value });
  });
}

/** What is known of a trend's jumps. No jump is claimed before every day of the trend has come. */
export function jumpsKnown(trend: Trend | null, isOff: boolean): JumpsKnown {
  if (isOff) return { kind: 'off' };
  if (trend === null) return { kind: 'reading', answered: 0, asked: 0 };
  const { answered, asked, points, failed, isFetching, range } = trend;
  if (isFetching) return { kind: 'reading', answered, asked: asked.length };
  if (failed > 0) return { kind: 'failed' };
  if (points.length <= FEWEST_CHANGES) {
    return { kind: 'tooFew', snapshots: points.length, needed: FEWEST_CHANGES + 1 };
  }
  return { kind: 'known', jumps: jumpsOf(trend), snapshots: points.length, ...range };
}

function ofJumps(jumps: JumpsKnown): FoundOfKind | null {
  if (jumps.kind !== 'known') return null;
  const licenses = jumps.jumps.reduce((sum, jump) => sum + jump.licenses, 0);
  return { count: jumps.jumps.length, licenses };
}

/**
 * A page of the anomalies among a view's rows: what the engine finds in its snapshot and since the snapshot that it is
 * compared with, and the jumps of its trend. The trend is read only where jumps are listed.
 */
export function useAnomalies(view: View): AskedAnomalies {
  const { loading } = useSource();
  const isOff = view.without.includes('jump');
  // Jumps are of what was sold and deployed.
  const jumps = jumpsKnown(useTrend({ ...view, measure: answeredMeasure(view.measure) }, isOff), isOff);
  const comparison = useComparison(view);
  const compared = comparison.kind === 'found' ? comparison.before : null;
  const toAnswer = useAnswering(view, view.filter);
  const isLoaded = useSyncExternalStore(
    loading.subscribe,
    () => compared !== null && loading.engineOf(compared) !== null,
  );
  // A loaded snapshot answers at once. As long as the other snapshot is not loaded, it answers without that one.
  const before = toAnswer.answering?.name === 'snapshot' && !isLoaded ? null : compared;
  const agreement = useAgreement(toAnswer.answering, ['anomalies', before?.processedDateTime ?? null]);
  const listedJumps = jumps.kind === 'known' ? jumps.jumps : [];
  const { page, pageSize } = view;
  const range = rangeToAsk(view, listedJumps.length);
  const kinds = FOUND_KINDS.filter((kind) => !view.without.includes(kind));
  const question = {
    kinds,
    ...range,
    readAll: agreement.isGiven,
  };
  const asking: Asking<Answer> = {
    question: ['anomalies', before?.processedDateTime ?? null, page, pageSize, question],
    ask: async ({ engine, rows, snapshot }, options) => ({
      anomalies: await engine.anomalies(rows, before, snapshot, question, options),
      start: range.offset,
      of: { page, pageSize },
    }),
  };
  const isFinding = comparison.kind === 'finding';
  const areJumpsKnown = jumps.kind !== 'reading';
  const { answering } = toAnswer;

  /** A page of one list: what was found, and the jumps. */
  const listedOf = (found: Listed, start: number, of: Answer['of']) => ({
    rows: withJumps(found.rows, start, listedJumps, of),
    total: found.total + listedJumps.length,
    snapshot: found.coverage.after.snapshot,
    before: found.coverage.before?.snapshot ?? null,
  });

  const readAll = (
    { engine, rows, snapshot }: Answering,
    signal: AbortSignal,
  ): AsyncGenerator<SomeAnomalies, void, undefined> =>
    inPages(async (page) => {
      const of = { page, pageSize: READ_AT_ONCE };
      const { offset, limit } = rangeToAsk(of, listedJumps.length);
      const all = { kinds, offset, limit, readAll: true };
      const found = await engine.anomalies(rows, before, snapshot, all, { signal });
      if (found.toRead !== null) throw new TypeError('Not all anomalies were read.');
      return { ...listedOf(found, offset, of), coverage: found.coverage.after };
    });

  const { data, ...asked } = useAnswer(isFinding ? { answering: null, isComing: true } : toAnswer, asking);
  const known = data?.anomalies.toRead === null ? data.anomalies : undefined;
  return {
    ...asked,
    page: data &&
      known && {
        ...listedOf(known, data.start, data.of),
        found: { ...known.found, jump: ofJumps(jumps) },
      },
    offer: data?.anomalies.toRead ?? null,
    isReading: agreement.isGiven && asked.isFetching,
    load: agreement.give,
    stop: agreement.takeBack,
    compared:
      known?.coverage.before != null
        ? 'known'
        : isFinding || comparison.kind === 'found'
          ? 'waiting'
          : 'none',
    jumps,
    readAll:
      answering === null || isFinding || !areJumpsKnown ? null : (signal) => readAll(answering, signal),
  };
}
