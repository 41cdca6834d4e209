import { changeOf, notDeployed, relativeChangeOf, utilization } from '#engine/totals.ts';
import type { ShownRow } from '#query/comparison.ts';
import { answeredGroupby, answeredSort, type Priced } from '#view/answered.ts';
import { groupingsOf } from '#view/grouping.ts';
import {
  effectiveSort,
  MEASURES,
  ROW_SORT_FIELDS,
  type GroupedView,
  type Opportunity,
  type SortKey,
  type View,
} from '#view/view.ts';

/** What a comparison adds. */
const COMPARED = ['before', 'change', 'changePercent', 'changeDeployed', 'changeIdle'] as const;

/**
 * The columns that only groups have: idle and short licenses, the value of idle licenses, and what would bring an
 * opportunity to its threshold.
 */
const OF_GROUPS = ['idle', 'short', 'idleValue', 'remedy'] as const;

/**
 * All columns: those that an ungrouped row can be sorted by, those that only groups have, and those of a comparison.
 */
export const COLUMN_IDS = [...ROW_SORT_FIELDS, ...OF_GROUPS, ...COMPARED] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** The names of the columns. */
export type Headers = Readonly<Record<ColumnId, string>>;

/** The value of a row in a column: see `valueIn`. */
export type ValueOf = (row: ShownRow, id: ColumnId) => string | number | null;

/** How the values of a column are written and sorted: texts begin with A, figures with the largest. */
export type ColumnKind =
  | 'text'
  | 'day'
  | 'count'
  | 'notDeployed'
  | 'share'
  | 'worth'
  | 'remedy'
  | 'before'
  | 'change'
  | 'changeShare';

export type Column = {
  readonly id: ColumnId;
  readonly kind: ColumnKind;
  /** In pixels at the usual text size; a column that grows is at least so wide. */
  readonly width: number;
  /** Its part of the room that is left; with 0 the column keeps its width, and a person can make it narrower. */
  readonly grow: number;
  /** It is shown only where the person has chosen it. */
  readonly isOptional: boolean;
};

type Shape = Omit<Column, 'id' | 'isOptional'> & {
  /** The width in pixels at the usual text size, where there is little room. */
  readonly narrow: number;
};

// Groups have few columns, which share the room, also the columns of figures: so none is far from the name that it
// belongs to. Ungrouped rows have more columns than fit.
const SHAPES: Readonly<Record<ColumnId, Shape>> = {
  // Beside the name stands the way to the customer.
  customerName: { kind: 'text', width: 220, narrow: 168, grow: 3 },
  productName: { kind: 'text', width: 264, narrow: 136, grow: 4 },
  serviceName: { kind: 'text', width: 176, narrow: 132, grow: 2 },
  channel: { kind: 'text', width: 136, narrow: 96, grow: 1 },
  licensesDeployed: { kind: 'count', width: 100, narrow: 88, grow: 1 },
  licensesSold: { kind: 'count', width: 88, narrow: 76, grow: 1 },
  licensesNotDeployed: { kind: 'notDeployed', width: 160, narrow: 118, grow: 1 },
  utilization: { kind: 'share', width: 160, narrow: 128, grow: 1 },
  // The header also needs room for an arrow, and for a number where the order has several keys.
  idle: { kind: 'count', width: 108, narrow: 96, grow: 1 },
  short: { kind: 'count', width: 108, narrow: 104, grow: 1 },
  idleValue: { kind: 'worth', width: 176, narrow: 160, grow: 1 },
  remedy: { kind: 'remedy', width: 208, narrow: 176, grow: 1 },
  before: { kind: 'before', width: 112, narrow: 100, grow: 1 },
  change: { kind: 'change', width: 112, narrow: 100, grow: 1 },
  changePercent: { kind: 'changeShare', width: 124, narrow: 112, grow: 1 },
  changeDeployed: { kind: 'change', width: 136, narrow: 124, grow: 1 },
  changeIdle: { kind: 'change', width: 124, narrow: 112, grow: 1 },
  customerTenantId: { kind: 'text', width: 296, narrow: 180, grow: 1 },
  productId: { kind: 'text', width: 296, narrow: 180, grow: 1 },
  serviceCode: { kind: 'text', width: 124, narrow: 108, grow: 1 },
  processedDateTime: { kind: 'day', width: 124, narrow: 108, grow: 1 },
};

// The names and figures of a row fit into a window of 1440 pixels; its ids come after them.
const UNGROUPED: readonly ColumnId[] = [
  'customerName',
  'productName',
  'serviceName',
  'channel',
  'licensesDeployed',
  'licensesSold',
  'licensesNotDeployed',
  'utilization',
  'customerTenantId',
  'productId',
  'serviceCode',
  'processedDateTime',
];

// A phone shows two and a half columns beside the names, so the figures come first there.
const UNGROUPED_NARROW: readonly ColumnId[] = [
  'customerName',
  'productName',
  'licensesDeployed',
  'licensesSold',
  'licensesNotDeployed',
  'utilization',
  'serviceName',
  'channel',
  'customerTenantId',
  'productId',
  'serviceCode',
  'processedDateTime',
];

const FIGURES: readonly ColumnId[] = [
  'licensesDeployed',
  'licensesSold',
  'licensesNotDeployed',
  'utilization',
];

// The figure that an opportunity is about comes last, beside what to do about it. In little room it comes first.
const OF_OPPORTUNITIES: Readonly<Record<Opportunity, readonly ColumnId[]>> = {
  idle: ['licensesSold', 'licensesDeployed', 'utilization', 'idle', 'idleValue', 'remedy'],
  nearlyFull: ['licensesSold', 'licensesDeployed', 'utilization', 'licensesNotDeployed', 'short'],
};
const OF_OPPORTUNITIES_NARROW: Readonly<Record<Opportunity, readonly ColumnId[]>> = {
  idle: ['idle', 'idleValue', 'remedy', 'licensesSold', 'licensesDeployed', 'utilization'],
  nearlyFull: ['short', 'utilization', 'licensesSold', 'licensesDeployed', 'licensesNotDeployed'],
};

const OF_CUSTOMER: readonly ColumnId[] = ['licensesSold', 'licensesDeployed', 'utilization', 'idle', 'short'];
const OF_CUSTOMER_NARROW: readonly ColumnId[] = [
  'idle',
  'short',
  'licensesSold',
  'licensesDeployed',
  'utilization',
];

const OPTIONAL: readonly ColumnId[] = ['licensesNotDeployed', 'idle', 'idleValue', 'short'];

// The earlier and the present figures stand side by side.
const COMPARED_FIGURES: readonly ColumnId[] = [
  'before',
  'licensesSold',
  'change',
  'changePercent',
  'licensesDeployed',
  'changeDeployed',
  'licensesNotDeployed',
  'utilization',
];

/** What idle licenses are worth would take two lists of prices. */
const COMPARED_PAIRS: readonly ColumnId[] = ['idle', 'changeIdle', 'short'];

/** The columns with those of a comparison. What is compared is a sum of rows, which has no day of its own. */
function compared(ids: readonly ColumnId[]): readonly ColumnId[] {
  const first = ids.findIndex((id) => FIGURES.includes(id));
  const others = ids.filter(
    (id) => !FIGURES.includes(id) && !OPTIONAL.includes(id) && id !== 'processedDateTime',
  );
  return others.toSpliced(first, 0, ...COMPARED_FIGURES, ...COMPARED_PAIRS);
}

/** The columns whose values are of these kinds. */
export function columnsOf(kinds: readonly ColumnKind[]): readonly ColumnId[] {
  return COLUMN_IDS.filter((id) => kinds.includes(SHAPES[id].kind));
}

export type ColumnsView = GroupedView & Pick<View, 'sort' | 'measure'> & Priced;

function figuresOf({ view, opportunity, prices }: ColumnsView, isNarrow: boolean): readonly ColumnId[] {
  if (view === 'customer') return isNarrow ? OF_CUSTOMER_NARROW : OF_CUSTOMER;
  if (view !== 'opportunities') return FIGURES;
  const figures = (isNarrow ? OF_OPPORTUNITIES_NARROW : OF_OPPORTUNITIES)[opportunity];
  return prices == null ? figures.filter((id) => id !== 'idleValue') : figures;
}

/** The columns that a person can choose. Without prices there is no value of idle licenses. */
function optionalOf({ prices }: ColumnsView): readonly ColumnId[] {
  return prices == null ? OPTIONAL.filter((id) => id !== 'idleValue') : OPTIONAL;
}

/**
 * The columns of groups. The name of a customer comes first, then its tenant. In little room the tenant comes last, as
 * it does among the columns of rows, and so does every id of opportunities that stands behind a name.
 */
function grouped(view: ColumnsView, isNarrow: boolean): readonly ColumnId[] {
  const groupings = groupingsOf(answeredGroupby(view));
  const areIdsLast = view.view === 'opportunities' || view.view === 'customer';
  const names: ColumnId[] = [];
  const last: ColumnId[] = [];
  for (const grouping of groupings) {
    if (grouping === 'customer') {
      names.push('customerName');
      (isNarrow || areIdsLast ? last : names).push('customerTenantId');
    } else {
      const isBehindName = grouping === 'productId' && groupings.includes('productName');
      (areIdsLast && isBehindName ? last : names).push(grouping);
    }
  }
  const figures = figuresOf(view, isNarrow);
  return [...names, ...figures, ...optionalOf(view).filter((id) => !figures.includes(id)), ...last];
}

/**
 * The columns of a view in their default order: for groups the grouped fields and the figures, otherwise all.
 *
 * @param isCompared the rows are those of two snapshots
 */
export function columnsFor(view: ColumnsView, isNarrow: boolean, isCompared = false): readonly Column[] {
  const isGrouped = answeredGroupby(view).length > 0;
  const ungrouped = isNarrow ? UNGROUPED_NARROW : UNGROUPED;
  const usual = isGrouped ? grouped(view, isNarrow) : ungrouped;
  const shown: readonly string[] = [
    ...figuresOf(view, isNarrow),
    view.measure,
    ...(isCompared ? effectiveSort(view) : answeredSort(view)).map(({ field }) => field),
  ];
  const isOptional = (id: ColumnId): boolean =>
    isCompared
      ? COMPARED_PAIRS.includes(id) && !shown.includes(id)
      : isGrouped && OPTIONAL.includes(id) && !shown.includes(id);
  const ids = isCompared ? compared(usual) : usual;
  return ids.map((id) => {
    const { kind, width, narrow, grow } = SHAPES[id];
    return {
      id,
      kind,
      width: isNarrow ? narrow : width,
      grow: isGrouped ? grow : 0,
      isOptional: isOptional(id),
    };
  });
}

/**
 * The value of a row in a column: a text, a number, or null where there is none or it is undefined. A new row had
 * nothing before, and a gone row has nothing now: that is null, not 0.
 */
export function valueIn(
  row: ShownRow,
  id: Exclude<ColumnId, 'remedy' | 'idleValue'>,
): string | number | null {
  const { before = null, after = null } = row;
  switch (id) {
    case 'before':
      return before && before.licensesSold;
    case 'licensesSold':
      return row.after === null ? null : row.licensesSold;
    case 'change':
      return changeOf({ before, after }, 'licensesSold');
    case 'changeIdle':
      return changeOf({ before, after }, 'idle');
    case 'changeDeployed':
      return changeOf({ before, after }, 'licensesDeployed');
    case 'changePercent':
      return relativeChangeOf({ before, after });
    case 'licensesNotDeployed':
      return notDeployed(row);
    case 'utilization':
      return utilization(row);
    default:
      return row[id] ?? null;
  }
}

type Direction = 'asc' | 'desc' | null;

/** What repeated clicks do to the order of a column; null is the view's default order. */
export function directionsOf(id: ColumnId): Direction[] {
  return [...MEASURES, ...COMPARED, 'idleValue'].some((figure) => figure === id)
    ? ['desc', 'asc', null]
    : ['asc', 'desc', null];
}

/**
 * The order after a click on a header. A key that was there keeps its place among the others and gets its new
 * direction; a new one comes last. The grid itself would move the clicked key to the end.
 *
 * @param before the keys in force before the click
 * @param after the keys that the grid has after the click, in any order
 */
export function sortAfterClick(before: readonly SortKey[], after: readonly SortKey[]): readonly SortKey[] {
  const kept = before.flatMap(({ field }) => after.find((key) => key.field === field) ?? []);
  const added = after.filter(({ field }) => !before.some((key) => key.field === field));
  return [...kept, ...added];
}
