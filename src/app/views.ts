import { createPart, type Part } from '#query/part.ts';
import type { View, ViewName } from '#view/view.ts';

/** The views that there are, in the order of their navigation. */
export const VIEWS = [
  'overview',
  'opportunities',
  'anomalies',
  'trend',
] as const satisfies readonly ViewName[];
/** A view of the navigation. */
export type NamedView = (typeof VIEWS)[number];
/** To a customer's view lead the places where the customer's name stands. */
export type ShownView = NamedView | 'customer';

/** The view that the page shows: the one asked for, or the overview where that is not there yet. */
export function shownView({ view }: Pick<View, 'view'>): ShownView {
  return view === 'customer' ? view : (VIEWS.find((shown) => shown === view) ?? 'overview');
}

/** The views that show what changed. Others are about one snapshot, and offer no comparison. */
export const COMPARING: readonly ShownView[] = ['overview', 'anomalies', 'customer'];

export const opportunities = createPart(() => import('#features/opportunities/opportunities.tsx'));
export const anomalies = createPart(() => import('#features/anomalies/anomalies.tsx'));
export const trend = createPart(() => import('#features/trend/trend.tsx'));
export const customer = createPart(() => import('./customer-content.tsx'));
export const noOpportunities = createPart(() => import('#features/opportunities/no-opportunities.tsx'));

/** What a view needs beyond what the overview has. */
export const PARTS: Readonly<Record<NamedView, readonly Part<unknown>[]>> = {
  overview: [],
  opportunities: [opportunities],
  anomalies: [anomalies],
  trend: [trend],
};
