import { FIELDS, type Field } from '#partner-center/fields.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';

/**
 * The views of the app, as the address names them. The view `customer` is about the customer that `customerTenantId`
 * names.
 */
export const VIEW_NAMES = ['overview', 'opportunities', 'anomalies', 'trend', 'customer'] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

/**
 * The two questions of the opportunities: which licenses customers do not use, and where customers will soon need more.
 */
export const OPPORTUNITIES = ['idle', 'nearlyFull'] as const;
export type Opportunity = (typeof OPPORTUNITIES)[number];

/** The kinds of anomalies, see `Anomaly`. The trend finds the jumps, and the engines find the other kinds. */
export const ANOMALY_KINDS = [
  'overDeployed',
  'nothingSold',
  'sharedName',
  'severalNames',
  'renamedProduct',
  'customerGone',
  'droppedToNothing',
  'jump',
] as const;
export type AnomalyKind = (typeof ANOMALY_KINDS)[number];

/** The figures of any row or group of rows. The first two are the endpoint's, the others are computed from them. */
export const ROW_MEASURES = [
  'licensesSold',
  'licensesDeployed',
  'licensesNotDeployed',
  'utilization',
] as const;
export type RowMeasure = (typeof ROW_MEASURES)[number];

/** The figures of a group of rows. The last two are sums over pairs of a customer tenant and a product (see `Totals`). */
export const MEASURES = [...ROW_MEASURES, 'idle', 'short'] as const;
export type Measure = (typeof MEASURES)[number];

/**
 * What groups can be sorted by. `idleValue` is the value of their idle licenses, where the person has a list of prices.
 */
export type GroupMeasure = Measure | 'idleValue';

/** Whether a figure is summed over pairs of a customer tenant and a product. */
export function isOfPairs<Figure extends string>(
  figure: Figure,
): figure is Figure & ('idle' | 'short' | 'idleValue') {
  return figure === 'idle' || figure === 'short' || figure === 'idleValue';
}

/** Everything an ungrouped row can be sorted by. */
export const ROW_SORT_FIELDS = [...FIELDS, 'processedDateTime', ...ROW_MEASURES] as const;
export type RowSortField = (typeof ROW_SORT_FIELDS)[number];

/**
 * What a comparison adds to a group: its figures before, and the differences, later minus earlier. The first three are
 * about licenses sold.
 */
export const CHANGE_FIELDS = ['before', 'change', 'changePercent', 'changeDeployed', 'changeIdle'] as const;
export type ChangeField = (typeof CHANGE_FIELDS)[number];

export type SortField = RowSortField | GroupMeasure | ChangeField;

export type SortKey<Sorted extends SortField = SortField> = {
  readonly field: Sorted;
  readonly descending: boolean;
};

/** The figures of everything that a view shows, and its charts. */
const EXPLAINED_FIGURES = [
  'totalSold',
  'totalDeployed',
  'totalNotDeployed',
  'totalUtilization',
  'customers',
  'deployedVersusSold',
  'utilizationOverCustomers',
  'idleLicenses',
  'trend',
  'movers',
] as const;

/** What the page can explain: its figures, and its columns by their names. */
export const EXPLAINED = [
  ...EXPLAINED_FIGURES,
  ...ROW_SORT_FIELDS,
  'idle',
  'short',
  'idleValue',
  'remedy',
  ...CHANGE_FIELDS,
] as const;
export type Explained = (typeof EXPLAINED)[number];

/** A calendar day, `YYYY-MM-DD`. The time of day and the zone of a snapshot do not matter to a partner. */
export type SnapshotDate = string;

export const PAGE_SIZES = [50, 100, 200, 500, 1000] as const;

/**
 * Everything that describes what is being looked at: the address bar holds it and nothing else does. Values are
 * normalised (see `normalise`): a value that equals its default is written as the default (`sort: []`, `chart: null`),
 * so that two views that look the same are equal.
 */
export type View = {
  /** null where all rows pass. */
  readonly filter: Filter | null;
  /** Distinct fields in the person's order; empty: ungrouped rows. */
  readonly groupby: readonly Field[];
  /** null for the latest snapshot. */
  readonly processedDateTime: SnapshotDate | null;
  /** The snapshot to compare with; null where nothing is compared. */
  readonly compare: SnapshotDate | null;
  /** Empty for the default order, see `effectiveSort`. */
  readonly sort: readonly SortKey[];
  /** Text looked for in customer and product names; empty where nothing is searched. */
  readonly search: string;
  /** 1-based. */
  readonly page: number;
  /** Rows a page, 1 to 1000. */
  readonly pageSize: number;
  /** The field whose members the main chart shows; null for the default, see `effectiveChart`. */
  readonly chart: Field | null;
  /** What the main chart ranks by. */
  readonly measure: Measure;
  readonly view: ViewName;
  /** The customer of the view `customer`; null in all other views. */
  readonly customerTenantId: string | null;
  readonly opportunity: Opportunity;
  /** For idle licenses: a row needs at least so many of them. */
  readonly minIdle: number;
  /** For idle licenses: a row needs a utilization of at most so many percent. */
  readonly maxUtilization: number;
  /** For customers that are nearly full: a row needs a utilization of at least so many percent. */
  readonly minUtilization: number;
  /** The number of licenses that each customer keeps of each product on purpose: they are not idle. */
  readonly spare: number;
  /** Kinds of anomalies that are not listed, each once, in the order of `ANOMALY_KINDS`. */
  readonly without: readonly AnomalyKind[];
  /** The first day of the trend; null where `days` gives it. */
  readonly from: SnapshotDate | null;
  /** The last day of the trend, not before `from`; null for the day of the snapshot. */
  readonly to: SnapshotDate | null;
  /** How many days the trend has up to its last one. It is the default where `from` gives the first day. */
  readonly days: number;
  /**
   * The figure or column that is being explained; null where none is. Any other change of the view ends the
   * explanation.
   */
  readonly about: Explained | null;
};

/** The view of an address without parameters. */
export const DEFAULT_VIEW: View = {
  filter: null,
  groupby: [],
  processedDateTime: null,
  compare: null,
  sort: [],
  search: '',
  page: 1,
  pageSize: 100,
  chart: null,
  measure: 'licensesSold',
  view: 'overview',
  customerTenantId: null,
  opportunity: 'idle',
  minIdle: 1,
  maxUtilization: 100,
  minUtilization: 95,
  spare: 0,
  without: [],
  from: null,
  to: null,
  days: 30,
  about: null,
};

const CUSTOMERS: readonly Field[] = ['customerTenantId', 'customerName'];
const PRODUCTS: readonly Field[] = ['productId', 'productName'];
const CUSTOMERS_BY_PRODUCT: readonly Field[] = [...CUSTOMERS, ...PRODUCTS];

/** The parts of a view that decide how its rows are grouped. */
export type GroupedView = Pick<View, 'groupby' | 'compare' | 'view' | 'opportunity'>;

/**
 * What the rows are grouped by: the fields that are asked for. Where none are, opportunities are by customer or by
 * customer and product, the rows of one customer are by product, and compared rows are by all fields, since single rows
 * of two snapshots have nothing else in common. Empty for ungrouped rows.
 */
export function effectiveGroupby({ groupby, compare, view, opportunity }: GroupedView): readonly Field[] {
  if (groupby.length > 0) return groupby;
  if (view === 'customer') return PRODUCTS;
  if (view === 'opportunities') return opportunity === 'idle' ? CUSTOMERS : CUSTOMERS_BY_PRODUCT;
  return compare === null ? [] : FIELDS;
}

/**
 * What the rows of a view can be sorted by. Groups are sorted by the grouped fields and their figures, and by the
 * changes where two snapshots are compared. Ungrouped rows are sorted by all their fields and figures.
 */
export function sortFieldsOf(view: GroupedView): readonly SortField[] {
  const groupby = effectiveGroupby(view);
  if (groupby.length === 0) return ROW_SORT_FIELDS;
  const isOfOne = view.compare === null || view.view === 'opportunities';
  return [
    ...groupby,
    ...MEASURES,
    // The value of idle licenses is not computed for two snapshots.
    ...(isOfOne ? (['idleValue'] as const) : []),
    ...(view.compare === null ? [] : CHANGE_FIELDS),
  ];
}

const MOST_SOLD: readonly SortKey[] = [{ field: 'licensesSold', descending: true }];
const MOST_OF: Readonly<Record<Opportunity, readonly SortKey[]>> = {
  idle: [{ field: 'idle', descending: true }],
  nearlyFull: [
    { field: 'short', descending: true },
    { field: 'utilization', descending: true },
  ],
};

/**
 * The order that is asked for. By default groups are sorted by licenses sold, most first, and opportunities by the
 * licenses that they are about. Ungrouped rows stay in the service's own order (empty).
 */
export function effectiveSort(view: GroupedView & Pick<View, 'sort'>): readonly SortKey[] {
  if (view.sort.length > 0) return view.sort;
  if (view.view === 'opportunities') return MOST_OF[view.opportunity];
  return effectiveGroupby(view).length > 0 ? MOST_SOLD : [];
}

/** The field of the main chart: the one asked for, else the first grouped one, else the product. */
export function effectiveChart(view: Pick<View, 'chart' | 'groupby'>): Field {
  return view.chart ?? view.groupby[0] ?? 'productName';
}

/** Whether a person who goes from one view to the other takes it for another page: another view, or another customer. */
export function isOtherPage(from: View, to: View): boolean {
  return from.view !== to.view || from.customerTenantId !== to.customerTenantId;
}
