import { FIELDS, type Field } from '#partner-center/fields.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';

/** The views of the app, as the address names them. */
export const VIEW_NAMES = ['overview', 'opportunities', 'anomalies', 'trend'] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

/** The figures of a row or of a group of rows. The first two are the endpoint's, the others follow from them. */
export const MEASURES = ['licensesSold', 'licensesDeployed', 'licensesNotDeployed', 'utilization'] as const;
export type Measure = (typeof MEASURES)[number];

/** Everything a row can be sorted by. */
export const SORT_FIELDS = [...FIELDS, 'processedDateTime', ...MEASURES] as const;
export type SortField = (typeof SORT_FIELDS)[number];

/**
 * What the rows of a grouping can be sorted by: a grouped row has the grouped fields and the figures, nothing
 * else; an ungrouped one has all.
 */
export function sortFieldsOf(groupby: readonly Field[]): readonly SortField[] {
  return groupby.length > 0 ? [...groupby, ...MEASURES] : SORT_FIELDS;
}

export type SortKey = { readonly field: SortField; readonly descending: boolean };

/** A calendar day, `YYYY-MM-DD`. A snapshot's time of day and zone say nothing to a partner. */
export type SnapshotDate = string;

export const PAGE_SIZES = [50, 100, 200, 500, 1000] as const;

/**
 * What is being looked at, whole: the address bar holds it and nothing else does.
 * Values are normalised (see `normalise`): what equals its default is written as the default (`sort: []`,
 * `chart: null`), so that two views that look the same are equal.
 */
export type View = {
  /** null: everything. */
  readonly filter: Filter | null;
  /** Distinct fields in the person's order; empty: ungrouped rows. */
  readonly groupby: readonly Field[];
  /** null: the latest snapshot. */
  readonly processedDateTime: SnapshotDate | null;
  /** The snapshot to compare with; null: none. */
  readonly compare: SnapshotDate | null;
  /** Empty: the default, see `effectiveSort`. */
  readonly sort: readonly SortKey[];
  /** Text looked for in customer and product names; empty: none. */
  readonly search: string;
  /** 1-based. */
  readonly page: number;
  /** Rows a page, 1 to 1000. */
  readonly pageSize: number;
  /** The field whose members the main chart shows; null: the default, see `effectiveChart`. */
  readonly chart: Field | null;
  /** What the main chart ranks by. */
  readonly measure: Measure;
  readonly view: ViewName;
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
};

const GROUPED_DEFAULT_SORT: readonly SortKey[] = [{ field: 'licensesSold', descending: true }];

/** The order asked for: grouped views default to most sold first, ungrouped ones to the service's own (empty). */
export function effectiveSort(view: Pick<View, 'sort' | 'groupby'>): readonly SortKey[] {
  if (view.sort.length > 0) return view.sort;
  return view.groupby.length > 0 ? GROUPED_DEFAULT_SORT : [];
}

/** The field of the main chart: the one asked for, else the first grouped one, else the product. */
export function effectiveChart(view: Pick<View, 'chart' | 'groupby'>): Field {
  return view.chart ?? view.groupby[0] ?? 'productName';
}
