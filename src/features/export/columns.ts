import type { DeploymentRow } from '#engine/engine.ts';
import { changeOf, idleValueOf, relativeChangeOf } from '#engine/totals.ts';
import type { ShownRow } from '#query/comparison.ts';
import { baseValues, type ExportKind, type ExportValue } from '#query/exported.ts';
import { PRICE_UNITS } from '#view/prices.ts';

/** What a view adds to the columns that every file begins with. */
export type FurtherColumns = {
  /** The day that is compared with; null: none is. */
  readonly before: string | null;
  /** What is idle and short. */
  readonly hasPairs: boolean;
  /** What that is worth. */
  readonly isPriced: boolean;
};

type FurtherColumn = {
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
    | 'idleValue';
  readonly kind: ExportKind;
  readonly valueOf: (row: ShownRow) => ExportValue;
};

const sides = ({ before = null, after = null }: ShownRow) => ({ before, after });

const comparedColumns = (day: string): readonly FurtherColumn[] => [
  { id: 'comparedWith', kind: 'day', valueOf: () => day },
  // A snapshot without a row of it has no value, not 0.
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

/** The columns behind those that every file begins with. */
export function furtherColumns({ before, hasPairs, isPriced }: FurtherColumns): readonly FurtherColumn[] {
  return [
    ...(before === null ? [] : comparedColumns(before)),
    ...(hasPairs ? PAIR_COLUMNS : []),
    ...(isPriced ? PRICE_COLUMNS : []),
  ];
}

/** A row whose later snapshot has none of it: what it was called, without figures. */
function named({ licensesSold: _sold, licensesDeployed: _deployed, ...row }: DeploymentRow) {
  return row;
}

/** The values of a row, one for each column. `day`: that of the snapshot. */
export function valuesOf(
  row: ShownRow,
  day: string,
  further: readonly FurtherColumn[],
): readonly ExportValue[] {
  const values = baseValues(row.after === null ? named(row) : row, day);
  for (const { valueOf } of further) values.push(valueOf(row));
  return values;
}
