import type { DeploymentRow } from '#engine/engine.ts';
import { remedyOf, type RemedyView } from '#query/remedy.ts';
import { changeOf, idleValueOf, relativeChangeOf } from '#engine/totals.ts';
import type { ShownRow } from '#query/comparison.ts';
import { baseValues, type ExportKind, type ExportValue } from '#query/exported.ts';
import { PRICE_UNITS } from '#view/prices.ts';

/** The columns that a view adds to those with which every file begins. */
export type FurtherColumns = {
  /** The day that is compared with; null where nothing is compared. */
  readonly before: string | null;
  /** The file has columns for idle and short licenses. */
  readonly hasPairs: boolean;
  /** The file has a column for the value of idle licenses. */
  readonly isPriced: boolean;
  /** The thresholds that the file says the way to, as the list of opportunities does; null where it does not. */
  readonly remedy: RemedyView | null;
};

/** One of these columns. */
export type FurtherColumn = {
  readonly id:
    | 'comparedWith'
    | 'before'
    | 'change'
    | 'changePercent'
    | 'deployedBefore'
    | 'changeDeployed'
    | 'idle'
    | 'short'
    | 'idlePriced'
    | 'idleValue'
    | 'assign'
    | 'drop';
  readonly kind: ExportKind;
  readonly valueOf: (row: ShownRow) => ExportValue;
};

const sides = ({ before = null, after = null }: ShownRow) => ({ before, after });

const comparedColumns = (day: string): readonly FurtherColumn[] => [
  { id: 'comparedWith', kind: 'day', valueOf: () => day },
  // A row that a snapshot does not have has no value there; 0 would be wrong.
  { id: 'before', kind: 'count', valueOf: ({ before }) => before?.licensesSold ?? null },
  { id: 'change', kind: 'count', valueOf: (row) => changeOf(sides(row), 'licensesSold') },
  { id: 'changePercent', kind: 'share', valueOf: (row) => relativeChangeOf(sides(row)) },
  { id: 'deployedBefore', kind: 'count', valueOf: ({ before }) => before?.licensesDeployed ?? null },
  { id: 'changeDeployed', kind: 'count', valueOf: (row) => changeOf(sides(row), 'licensesDeployed') },
];

const PAIR_COLUMNS: readonly FurtherColumn[] = [
  { id: 'idle', kind: 'count', valueOf: ({ idle = null }) => idle },
  { id: 'short', kind: 'count', valueOf: ({ short = null }) => short },
];

const PRICE_COLUMNS: readonly FurtherColumn[] = [
  { id: 'idlePriced', kind: 'count', valueOf: ({ idlePriced = null }) => idlePriced },
  {
    id: 'idleValue',
    kind: 'money',
    valueOf(row) {
      const value = idleValueOf(row);
      return value === null ? null : value / PRICE_UNITS;
    },
  },
];

const remedyColumns = (view: RemedyView): readonly FurtherColumn[] => [
  { id: 'assign', kind: 'count', valueOf: (row) => remedyOf(row, view)?.assign ?? null },
  { id: 'drop', kind: 'count', valueOf: (row) => remedyOf(row, view)?.drop ?? null },
];

/** The columns that follow those with which every file begins. */
export function furtherColumns({
  before,
  hasPairs,
  isPriced,
  remedy,
}: FurtherColumns): readonly FurtherColumn[] {
  return [
    ...(before === null ? [] : comparedColumns(before)),
    ...(hasPairs ? PAIR_COLUMNS : []),
    ...(isPriced ? PRICE_COLUMNS : []),
    ...(remedy === null ? [] : remedyColumns(remedy)),
  ];
}

/** A row that the later snapshot does not have: its names without figures. */
function named({ licensesSold: _sold, licensesDeployed: _deployed, ...row }: DeploymentRow) {
  return row;
}

/** The values of a row, one for each column. `day` is that of the snapshot. */
export function valuesOf(
  row: ShownRow,
  day: string,
  further: readonly FurtherColumn[],
): readonly ExportValue[] {
  const values = baseValues(row.after === null ? named(row) : row, day);
  for (const { valueOf } of further) values.push(valueOf(row));
  return values;
}
