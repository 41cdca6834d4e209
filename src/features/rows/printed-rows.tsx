import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { ShownRow } from '#query/comparison.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { UtilizationCell } from './cells.tsx';
import type { LaidOutColumn } from './column-layout.ts';
import type { ColumnId, ColumnKind, Headers, ValueOf } from './columns.ts';
import { texts } from './texts.ts';
import { writtenValue } from './written-value.ts';

const useStyles = makeStyles({
  root: { display: 'none', '@media print': { display: 'table' } },
  table: {
    inlineSize: '100%',
    // No cell is wider than the paper.
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: '0.6875rem',
    lineHeight: '0.9375rem',
    fontVariantNumeric: 'tabular-nums',
  },
  cell: {
    paddingBlock: '2px',
    paddingInline: '0.25rem',
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
    verticalAlign: 'top',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  head: {
    verticalAlign: 'bottom',
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'normal',
    overflowWrap: 'break-word',
    hyphens: 'auto',
  },
  figure: { textAlign: 'end', overflowWrap: 'normal', whiteSpace: 'nowrap' },
});

const isText = (kind: ColumnKind): boolean => kind === 'text' || kind === 'day' || kind === 'remedy';

/** The columns of ids that stand behind names, and the day, which is at the foot: a sheet has no room for them. */
const BEHIND: Readonly<Partial<Record<ColumnId, ColumnId>>> = {
  customerTenantId: 'customerName',
  productId: 'productName',
  serviceCode: 'serviceName',
};

/** The columns that are printed. */
function printedColumns(columns: readonly LaidOutColumn[]): readonly LaidOutColumn[] {
  const shown = columns.filter(({ isHidden, id }) => !isHidden && id !== 'processedDateTime');
  return shown.filter(({ id }) => {
    const name = BEHIND[id];
    return name === undefined || shown.every((other) => other.id !== name);
  });
}

// On paper a figure's column would be narrower than the word above it.
const ROOM_OF_COUNT = 1.2;

/** The part of the sheet that a column gets, from its width in the window: a column that grows there has names. */
function roomOf({ width, grow, kind }: LaidOutColumn): number {
  return width * Math.max(kind === 'count' ? ROOM_OF_COUNT : 1, grow / 2);
}

type PrintedRowsProps = {
  readonly label: string;
  readonly columns: readonly LaidOutColumn[];
  readonly headers: Headers;
  readonly valueOf: ValueOf;
  readonly rows: readonly ShownRow[];
  /** The row below the rows: the sum of those that are not printed. */
  readonly rest: { readonly name: string; readonly row: ShownRow } | null;
};

/**
 * The rows for the paper: a plain table, since the grid has only the rows in sight and is as wide as the window. Its
 * head is repeated on each sheet.
 */
export function PrintedRows({ label, columns, headers, valueOf, rows, rest }: PrintedRowsProps) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const shown = printedColumns(columns);
  const whole = shown.reduce((sum, column) => sum + roomOf(column), 0);
  const line = (key: string | number, row: ShownRow, name: string | null) => (
    <tr key={key}>
      {shown.map(({ id, kind }, nth) => {
        const value = valueOf(row, id);
        const text =
          name !== null && isText(kind) ? (nth === 0 ? name : '') : writtenValue(kind, value, { t, format });
        return (
          <td key={id} className={mergeClasses(styles.cell, !isText(kind) && styles.figure)}>
            {kind === 'share' && typeof value === 'number' ? (
              <UtilizationCell value={value} />
            ) : (
              <bdi>{text}</bdi>
            )}
          </td>
        );
      })}
    </tr>
  );
  return (
    <table aria-label={label} className={mergeClasses(styles.root, styles.table)}>
      <colgroup>
        {shown.map((column) => (
          <col key={column.id} style={{ inlineSize: `${(100 * roomOf(column)) / whole}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {shown.map(({ id, kind }) => (
            <th
              key={id}
              scope="col"
              className={mergeClasses(styles.cell, !isText(kind) && styles.figure, styles.head)}
            >
              {headers[id]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => line(index, row, null))}
        {rest !== null && line('rest', rest.row, rest.name)}
      </tbody>
    </table>
  );
}
