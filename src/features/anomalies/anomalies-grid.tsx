import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { AnomaliesPage } from '#query/use-anomalies.ts';
import { CustomerLink } from '#ui/customer-link.tsx';
import { useFormat } from '#ui/format.ts';
import { isPlainClick } from '#ui/is-plain-click.ts';
import { useLocalization } from '#ui/language.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useView } from '#view/use-view.ts';
import { useDecimal } from './decimal.ts';
import { cellAfter, type Cell } from './grid-keys.ts';
import { customerOf, leadsTo } from './leads-to.ts';
import { subjectOf, whySaid } from './said.ts';
import { texts } from './texts.ts';

const NARROW = '@container anomalies (max-width: 48rem)';

const COLUMNS = ['kind', 'about', 'customer', 'why', 'licenses'] as const;

const useStyles = makeStyles({
  root: {
    containerName: 'anomalies',
    containerType: 'inline-size',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflow: 'clip',
    // What is clipped is not cut between two rows.
    '@media print': { overflow: 'visible' },
  },
  row: {
    display: 'grid',
    gridTemplateColumns: '9.5rem minmax(0, 2fr) 1.5rem minmax(0, 3fr) 6.5rem',
    columnGap: '1rem',
    alignItems: 'baseline',
    paddingBlock: '0.5rem',
    paddingInline: '0.75rem',
    ':not(:first-child)': {
      borderBlockStartWidth: '1px',
      borderBlockStartStyle: 'solid',
      borderBlockStartColor: tokens.colorNeutralStroke3,
    },
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    '@media print': { breakInside: 'avoid' },
    [NARROW]: {
      gridTemplateColumns: 'minmax(0, 1fr) auto auto',
      gridTemplateAreas: '"about customer licenses" "kind kind kind" "why why why"',
      rowGap: '0.125rem',
    },
  },
  header: {
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground2,
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
    // In little room the place of a text says which column it is of; a screen reader still says the names of the
    // columns.
    [NARROW]: {
      position: 'absolute',
      inlineSize: '1px',
      blockSize: '1px',
      padding: 0,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
  cell: {
    minInlineSize: 0,
    overflowWrap: 'anywhere',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  kind: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    [NARROW]: { gridArea: 'kind' },
  },
  about: { [NARROW]: { gridArea: 'about' } },
  // Beside the name that it leads to, and no higher than it.
  customer: {
    alignSelf: 'start',
    marginInlineStart: '-0.75rem',
    marginBlock: '-0.125rem',
    [NARROW]: { gridArea: 'customer', marginInlineStart: 0 },
  },
  unseen: {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
  why: { fontVariantNumeric: 'tabular-nums', [NARROW]: { gridArea: 'why' } },
  licenses: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', [NARROW]: { gridArea: 'licenses' } },
  link: {
    display: 'block',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  of: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** The anomalies of a page: what each is about, with a link to its rows, and why it is listed. */
export function AnomaliesGrid({ page, first }: { readonly page: AnomaliesPage; readonly first: number }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const decimal = useDecimal();
  const { direction } = useLocalization();
  const { view, show, hrefOf } = useView();
  const [active, setActive] = useState<Cell>({ row: 0, column: 0 });
  const { rows, total } = page;
  // The grid is one stop for the Tab key, and arrows move within it. Where there are fewer rows than before, the stop
  // moves to the last row.
  const stop = { ...active, row: Math.min(active.row, rows.length - 1) };

  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const next = cellAfter(event, stop, { rows: rows.length, columns: COLUMNS.length }, direction);
    if (next === undefined) return;
    event.preventDefault();
    const cell = event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`);
    (cell?.querySelector<HTMLElement>('a') ?? cell)?.focus();
  };

  return (
    <div
      role="grid"
      aria-label={t.list}
      aria-rowcount={total + 1}
      className={styles.root}
      tabIndex={-1}
      onKeyDown={move}
      onFocus={({ target }) => {
        const at = target.closest<HTMLElement>('[data-cell]')?.dataset['cell']?.split(' ').map(Number);
        if (at !== undefined) setActive({ row: at[0] ?? 0, column: at[1] ?? 0 });
      }}
    >
      <div role="row" aria-rowindex={1} className={mergeClasses(styles.row, styles.header)}>
        {COLUMNS.map((column, at) => (
          <div key={column} role="columnheader" aria-colindex={at + 1} className={styles[column]}>
            {column === 'customer' ? <span className={styles.unseen}>{t.customer}</span> : t[column]}
          </div>
        ))}
      </div>
      {rows.map((anomaly, row) => {
        const { name, of } = subjectOf(anomaly, t);
        const next = leadsTo(view, anomaly);
        const customer = customerOf(view, anomaly);
        const subject = (
          <>
            <bdi>{name}</bdi>
            {of !== null && (
              <span className={styles.of}>
                <bdi>{of}</bdi>
              </span>
            )}
          </>
        );
        const indexOf = (column: number): 0 | -1 => (stop.row === row && stop.column === column ? 0 : -1);
        const hasLink: { readonly [Column in (typeof COLUMNS)[number]]?: boolean } = {
          about: next !== null,
          customer: customer !== null,
        };
        const contents: Readonly<Record<(typeof COLUMNS)[number], ReactNode>> = {
          kind: t.kinds[anomaly.kind],
          about:
            next === null ? (
              subject
            ) : (
              <a
                className={styles.link}
                href={hrefOf(next)}
                tabIndex={indexOf(COLUMNS.indexOf('about'))}
                onClick={(event) => {
                  if (!isPlainClick(event)) return;
                  event.preventDefault();
                  show(next);
                }}
              >
                {subject}
              </a>
            ),
          customer: customer !== null && (
            <CustomerLink
              name={name}
              target={{ href: hrefOf(customer), open: () => show(customer) }}
              tabIndex={indexOf(COLUMNS.indexOf('customer'))}
            />
          ),
          why: whySaid(anomaly, page, t, format, decimal),
          licenses: format.count(anomaly.licenses),
        };
        return (
          <div
            // oxlint-disable-next-line react/no-array-index-key -- the row at a place: the focus stays there
            key={row}
            role="row"
            aria-rowindex={first + row + 1}
            className={styles.row}
          >
            {COLUMNS.map((column, at) => (
              <div
                key={column}
                role="gridcell"
                aria-colindex={at + 1}
                data-cell={`${row} ${at}`}
                className={mergeClasses(styles.cell, styles[column])}
                {...(hasLink[column] === true ? {} : { tabIndex: indexOf(at) })}
              >
                {contents[column]}
              </div>
            ))}
          </div>
        );
      })}
    </div>
  );
}
