import type { ServiceQuestion } from '#engine/service/queries.ts';
import { isOfPairs, type Explained, type View } from '#view/view.ts';
import { chartQuestion, inUsualOrder, needsPairs, rowsQuestion, type RowsView } from './asking.ts';
import { comparedRowsQuestion, membersQuestion } from './use-comparison.ts';

/**
 * What a figure or a column is computed from: `summary`, the sums of each customer; `rows`, single rows as they are;
 * `groups`, the sums of each group; `pairs`, the sums of each customer and product; `members`, the sums of each member
 * of the chart's field; `days`, the sums of each day.
 */
export type Origin = 'summary' | 'rows' | 'groups' | 'pairs' | 'members' | 'days';

/** Where a figure or a column stands. */
type Place = 'figures' | 'chart' | 'movers' | 'list' | 'trend' | 'rows';

const PLACES: Partial<Readonly<Record<Explained, Place>>> = {
  totalSold: 'figures',
  totalDeployed: 'figures',
  totalNotDeployed: 'figures',
  totalUtilization: 'figures',
  customers: 'figures',
  utilizationOverCustomers: 'figures',
  deployedVersusSold: 'chart',
  movers: 'movers',
  idleLicenses: 'list',
  trend: 'trend',
};

/** Where a view shows the figure or column that is explained. */
export function placeOf(about: Explained, { view }: Pick<View, 'view'>): Place {
  const place = PLACES[about];
  if (place !== undefined) return place;
  return view === 'trend' ? 'trend' : 'rows';
}

/** Is the figure or column compared with another snapshot where the view asks for a comparison? */
export function isComparable(about: Explained, view: Pick<View, 'view'>): boolean {
  const place = placeOf(about, view);
  // The idle licenses of a customer's products are those of one snapshot.
  if (place === 'rows' && view.view === 'customer') return false;
  return place !== 'trend' && place !== 'list' && view.view !== 'opportunities';
}

/** The question that each snapshot is asked for the figure or column, and what its answer is computed from. */
export type QuestionBehind = { readonly origin: Origin; readonly asked: ServiceQuestion };

/**
 * The question that is behind a figure or a column of a view; for a trend `trend` says it.
 *
 * @param isCompared the figure or column is about two snapshots
 */
export function questionBehind(about: Explained, view: View, isCompared: boolean): QuestionBehind | 'trend' {
  switch (placeOf(about, view)) {
    case 'trend':
      return 'trend';
    case 'figures':
      return { origin: 'summary', asked: { about: 'summary' } };
    case 'chart': {
      const question = chartQuestion(view);
      return {
        origin: isOfPairs(question.rankBy) ? 'pairs' : 'members',
        asked: { about: 'groups', question },
      };
    }
    case 'movers':
      return { origin: 'members', asked: { about: 'groups', question: membersQuestion(view) } };
    case 'list':
      return ofRows(inUsualOrder({ ...view, view: 'opportunities', opportunity: 'idle' }), 1);
    case 'rows':
      return ofTheRows(about, view, isCompared);
  }
}

function ofTheRows(about: Explained, view: View, isCompared: boolean): QuestionBehind {
  if (isCompared) {
    const showsPairs = isOfPairs(about) || about === 'changeIdle';
    const question = comparedRowsQuestion({ ...view, showsPairs }, view.page);
    return { origin: question.spare == null ? 'groups' : 'pairs', asked: { about: 'groups', question } };
  }
  return ofRows({ ...view, showsPairs: isOfPairs(about) }, view.page);
}

function ofRows(view: RowsView, page: number): QuestionBehind {
  const question = rowsQuestion(view, page, false);
  const grouped = needsPairs(view) ? 'pairs' : 'groups';
  return {
    origin: question.groupby.length === 0 ? 'rows' : grouped,
    asked: { about: 'page', question },
  };
}
