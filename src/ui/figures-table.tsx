import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { CustomerLink, type CustomerTarget } from './customer-link.tsx';

const useStyles = makeStyles({
  // A table keeps its columns; in little room it scrolls inside the figure, and the page never does.
  scroller: {
    overflowX: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    inlineSize: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground1,
  },
  cell: {
    paddingBlock: '3px',
    paddingInline: '3px',
    '@container (min-width: 38.8125rem)': { paddingInline: '0.5rem', paddingBlock: '0.25rem' },
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke3,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
  },
  name: {
    paddingInlineStart: 0,
    minInlineSize: '5.75rem',
    textAlign: 'start',
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
  },
  figure: { textAlign: 'end' },
  head: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    verticalAlign: 'bottom',
    '@container (max-width: 26.25rem)': { fontSize: tokens.fontSizeBase100 },
    whiteSpace: 'normal',
    borderBlockEndColor: tokens.colorNeutralStroke1,
  },
  leftOut: { color: tokens.colorNeutralForeground3 },
  // It is apart from the total above it, and stands above the rows that it sums.
  leftOutTotal: {
    paddingBlockStart: '1rem',
    '@container (min-width: 38.8125rem)': { paddingBlockStart: '1rem' },
    borderBlockEndStyle: 'solid',
    color: tokens.colorNeutralForeground2,
  },
  sum: { fontWeight: tokens.fontWeightSemibold, borderBlockEndStyle: 'none' },
});

export type FiguresTableRow = {
  readonly key: string;
  readonly name: string;
  /** The texts of the figures, one for each column after the first. */
  readonly figures: readonly string[];
  /** The link to the view of a customer, where the row is one. */
  readonly customer?: CustomerTarget | null;
};

type FiguresTableProps = {
  readonly label: string;
  /** The first column has the names. */
  readonly columns: readonly string[];
  readonly rows: readonly FiguresTableRow[];
  /** null where a sum of the rows has no meaning. */
  readonly total: FiguresTableRow | null;
  /** The rows that the total does not count, with a total of their own. */
  readonly leftOut: { readonly rows: readonly FiguresTableRow[]; readonly total: FiguresTableRow } | null;
};

/**
 * The numbers of a chart as a table with their total. Below it are the members that the total leaves out, with their
 * own total first.
 */
export function FiguresTable({ label, columns, rows, total, leftOut }: FiguresTableProps) {
  const styles = useStyles();
  const row = ({ key, name, figures, customer = null }: FiguresTableRow, style?: string) => (
    <tr key={key}>
      <th scope="row" className={mergeClasses(styles.cell, styles.name, style)}>
        <bdi>{name}</bdi>
        {customer !== null && <CustomerLink name={name} target={customer} />}
      </th>
      {figures.map((figure, index) => (
        <td key={columns[index + 1]} className={mergeClasses(styles.cell, styles.figure, style)}>
          <bdi>{figure}</bdi>
        </td>
      ))}
    </tr>
  );
  return (
    <div className={styles.scroller}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th
                key={column}
                scope="col"
                className={mergeClasses(styles.cell, index === 0 ? styles.name : styles.figure, styles.head)}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((each) => row(each))}
          {total !== null && row(total, styles.sum)}
        </tbody>
        {leftOut !== null && (
          <tbody>
            {row(leftOut.total, mergeClasses(styles.sum, styles.leftOutTotal))}
            {leftOut.rows.map((each) => row(each, styles.leftOut))}
          </tbody>
        )}
      </table>
    </div>
  );
}
