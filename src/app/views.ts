import { createPart, type Part } from '#query/part.ts';
import type { View, ViewName } from '#view/view.ts';

/** All views, in the order of their navigation. */
export const VIEWS = [
  'overview',
  'opportunities',
  'anomalies',
  'trend',
] as const satisfies readonly ViewName[];
/** A view of the navigation. */
export type NamedView = (typeof VIEWS)[number];
/** The view of a customer is not in the navigation: the customer's name leads to it. */
export type ShownView = NamedView | 'customer';

/** The view that the page shows: the one that is asked for, or the overview where that one does not exist yet. */
export function shownView({ view }: Pick<View, 'view'>): ShownView {
  return view === 'customer' ? view : (VIEWS.find((shown) => shown === view) ?? 'overview');
}

/** The views that show what has changed. Other views are about one snapshot, and offer no comparison. */
export const COMPARING: readonly ShownView[] = ['overview', 'anomalies', 'customer'];

export const opportunities = createPart(() => import('#features/opportunities/opportunities.tsx'));
export const anomalies = createPart(() => import('#features/anomalies/anomalies.tsx'));
export const trend = createPart(() => import('#features/trend/trend.tsx'));
export const customer = createPart(() => import('./customer-content.tsx'));
export const noOpportunities = createPart(() => import('#features/opportunities/no-opportunities.tsx'));

/** The parts that a view needs besides those of the overview. */
export const PARTS: Readonly<Record<ShownView, readonly Part<unknown>[]>> = {
  overview: [],
  opportunities: [opportunities],
  anomalies: [anomalies],
  trend: [trend],
  customer: [customer, trend],
};
