import { FIELDS, type Field } from '#partner-center/fields.ts';
import { sumOfCounts } from './totals-of-rows.ts';
import { determinedColumn } from './determined-column.ts';
import { TEXT_COLUMNS, type Codes, type Table, type TextColumnName } from './table.ts';
import { runsOf, type Runs } from './column-runs.ts';

/** What follows from a table's columns alone: made when first asked for (or by `prepare`), then kept. */
export type ColumnIndex = {
  /** The runs of a column; null where they are so short that nothing is saved by going from one to the next. */
  readonly runs: (column: TextColumnName) => Runs | null;
  /** By code of one column that of another which it determines; null where it does not (see `determinedColumn`). */
  readonly determined: (by: Field, field: Field) => Codes | null;
  /** All licenses that were sold, or all that are deployed, whichever are more. No sum of some rows is above this. */
  readonly mostLicenses: () => number;
  /** Makes one of these that was not asked for yet. Returns false when all of them are there. */
  readonly prepare: () => boolean;
  readonly bytesHeld: () => number;
};

const ROWS_OF_A_RUN = 8;

/** Which may determine which. Mostly the first row of a value that has several says that it does not. */
const PAIRS_OF_FIELDS = FIELDS.flatMap((by) =>
  FIELDS.filter((field) => field !== by).map((field) => [by, field] as const),
);

/** An index of a table's columns, empty at first. */
export function createColumnIndex(table: Table): ColumnIndex {
  const made = new Map<TextColumnName, Runs | null>();
  const determinations = new Map<string, Codes | null>();
  let bytes = 0;
  let most: number | null = null;

  function runs(column: TextColumnName): Runs | null {
    const known = made.get(column);
    if (known !== undefined) return known;
    const { codes, dictionary } = table.texts[column];
    const found = runsOf(codes, dictionary.length, Math.ceil(table.rows / ROWS_OF_A_RUN));
    made.set(column, found);
    if (found !== null) bytes += 3 * found.codes.byteLength;
    return found;
  }

  const nameOf = (by: Field, field: Field): string => `${by} ${field}`;

  function determined(by: Field, field: Field): Codes | null {
    const known = determinations.get(nameOf(by, field));
    if (known !== undefined) return known;
    const found = determinedColumn(table.texts[by], table.texts[field]);
    determinations.set(nameOf(by, field), found);
    if (found !== null) bytes += found.byteLength;
    return found;
  }

  function mostLicenses(): number {
    const { licensesSold, licensesDeployed } = table.counts;
    most ??= Math.max(sumOfCounts(licensesSold), sumOfCounts(licensesDeployed));
    return most;
  }

  return {
    runs,
    determined,
    mostLicenses,
    prepare() {
      if (most === null) {
        mostLicenses();
        return true;
      }
      const next = TEXT_COLUMNS.find((column) => !made.has(column));
      if (next !== undefined) {
        runs(next);
        return true;
      }
      const pair = PAIRS_OF_FIELDS.find(([by, field]) => !determinations.has(nameOf(by, field)));
      if (pair === undefined) return false;
      determined(...pair);
      return true;
    },
    bytesHeld: () => bytes,
  };
}
