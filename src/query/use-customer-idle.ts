import { useSyncExternalStore } from 'react';
import type { View } from '#view/view.ts';
import { answeringOf, askingForIdle, type ScopeView } from './asking.ts';
import { useSource } from './source.ts';
import { useComparison } from './use-comparison.ts';
import { useAnswer, useAnswering } from './use-license-deployment.ts';

type IdleView = ScopeView & Pick<View, 'compare' | 'spare'>;

/** The idle and the short licenses of a customer's products; null where they are not known. */
export type CustomerIdle = {
  readonly idle: number | null;
  readonly short: number | null;
  /** The idle licenses in the snapshot that the view is compared with. */
  readonly before: number | null;
};

/** The idle and the short licenses among a customer's rows, which are few. */
export function useCustomerIdle(view: IdleView): CustomerIdle {
  const { engine, loading } = useSource();
  const asking = askingForIdle(view.spare);
  const now = useAnswer(useAnswering(view, view.filter), asking);
  const comparison = useComparison(view);
  const earlier = comparison.kind === 'found' ? comparison.before : null;
  const loaded = useSyncExternalStore(loading.subscribe, () =>
    earlier === null ? null : loading.engineOf(earlier),
  );
  // The service can't search: it would answer for more rows than the view has.
  const isAsked = earlier !== null && (view.search === '' || loaded !== null);
  const then = useAnswer(
    { answering: isAsked ? answeringOf(engine, loaded, view, earlier) : null, isComing: false },
    asking,
  );
  const totals = now.isPrevious ? undefined : now.data?.totals;
  return {
    idle: totals?.idle ?? null,
    short: totals?.short ?? null,
    before: (then.isPrevious ? undefined : then.data?.totals.idle) ?? null,
  };
}
