import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { Button } from '#ui/button.tsx';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Totals } from '#engine/engine.ts';
import { subtract } from '#engine/totals.ts';
import { needsPairs } from '#query/asking.ts';
import { usePriceList } from '#query/prices.ts';
import { useReconciliation } from '#query/reconciliation.ts';
import { useLoadProspect } from '#query/use-loading.ts';
import { useComparedRows } from '#query/use-comparison.ts';
import { useRows } from '#query/use-license-deployment.ts';
import { changeTexts } from '#ui/change-texts.ts';
import { useGroupingNames } from '#ui/field-names.ts';
import { fieldTexts } from '#ui/field-texts.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useLocalization } from '#ui/language.ts';
import { useMoney } from '#ui/money.ts';
import { Pager } from '#ui/pager.tsx';
import { texts as pagerTexts } from '#ui/pager-texts.ts';
import { useIsPrinting } from '#ui/printing.ts';
import { answeredGroupby, answeredSort } from '#view/answered.ts';
import { groupingsOf } from '#view/grouping.ts';
import type { PriceList } from '#view/prices.ts';
import { withCustomer, withPage, withPageSize, withSort } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { effectiveSort, isOfPairs, PAGE_SIZES, type SortKey } from '#view/view.ts';
import { laidOut } from './column-layout.ts';
import { ColumnMenu } from './column-menu.tsx';
import { columnsFor, valueIn, type Headers, type ValueOf } from './columns.ts';
import { CustomerNote } from './customer-note.tsx';
import { HEADER_HEIGHT, ROW_HEIGHT } from './grid-theme.ts';
import { LicenseGrid } from './grid.tsx';
import type { ShownRows } from './held-rows.ts';
import { NoRows, RowsFailed, RowsSkeleton, RowsToRead } from './instead-of-rows.tsx';
import { PrintedRows } from './printed-rows.tsx';
import { rowsOf } from './paging.ts';
import { ReadingBar } from './reading-bar.tsx';
import { readingOf } from './reading.ts';
import { Reconciled } from './reconciled.tsx';
import { remedyOf, targetOf } from '#query/remedy.ts';
import { useIsPhone } from '#ui/use-is-phone.ts';
import { texts } from './texts.ts';
import { useColumnLayout } from './use-column-layout.ts';
import { useIsPinnedUsually } from './use-is-pinned-usually.ts';
import { writtenWorth } from './worth.ts';
import { useUnchanged } from '#ui/use-unchanged.ts';

// In pixels: the borders, and the horizontal scroll bar.
const AROUND_ROWS = 20;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: '0.5rem', minInlineSize: 0 },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '1rem',
    rowGap: '0.25rem',
    minBlockSize: '2rem',
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  note: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '0.5rem',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    // It takes no room where it is empty, not even the gap after it.
    ':empty': { marginInlineEnd: '-1rem' },
  },
  menu: { marginInlineStart: 'auto', marginInlineEnd: '-0.5rem' },
  // In little room it is below the heading and the menu, so that those do not move.
  reading: { minInlineSize: 0, '@media (max-width: 40em)': { order: 1, flexBasis: '100%' } },
  place: {
    position: 'relative',
    '@media print': { display: 'none' },
    maxBlockSize: 'max(26.25rem, 72vh)',
  },
  dimmed: { opacity: 0.5 },
  insteadPrinted: { display: 'none', '@media print': { display: 'block' } },
  range: {
    display: 'none',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    '@media print': { display: 'block' },
  },
  instead: {
    position: 'absolute',
    insetInline: '1px',
    insetBlockStart: `calc(${HEADER_HEIGHT}rem + 2px)`,
    // It is above the horizontal scroll bar.
    insetBlockEnd: `${AROUND_ROWS}px`,
    overflow: 'hidden',
  },
});

// So many rows have room on one sheet beside the figures and the trend.
const PRINTED_OF_CUSTOMER = 12;

// There is always room for the text that replaces rows.
const FEWEST_ROWS = 5;

/**
 * The rows (or groups) of the view, a page at a time. A click on a header changes their order.
 *
 * @param nothing the text where no group reaches the thresholds of the view
 */
export function Rows({ nothing = null }: { readonly nothing?: ReactNode }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const pages = useTexts(pagerTexts);
  const names = useGroupingNames();
  const { view, show, hrefOf } = useView();
  const prices = usePriceList();
  const pricedView = { ...view, prices };
  const isList = view.view === 'opportunities';
  const isOfCustomer = view.view === 'customer';
  // Opportunities are those of one snapshot, and so is what a customer's products have idle.
  const isOfOne = isList || isOfCustomer;
  const isPrinting = useIsPrinting();
  const format = useFormat();
  const { language } = useLocalization();
  const isNarrow = useIsPhone();
  const isPinnedUsually = useIsPinnedUsually();
  const [layout, setLayout] = useColumnLayout(view);
  const ofTwo = laidOut(columnsFor(pricedView, isNarrow, true), layout, isPinnedUsually);
  const compared = useComparedRows({
    ...view,
    compare: isOfOne ? null : view.compare,
    showsPairs: ofTwo.some(({ id, isHidden }) => (isOfPairs(id) || id === 'changeIdle') && !isHidden),
  });
  const isCompared = compared !== null;
  const usualColumns = useUnchanged(columnsFor(pricedView, isNarrow, isCompared));
  const columns = useMemo(
    () => laidOut(usualColumns, layout, isPinnedUsually),
    [usualColumns, layout, isPinnedUsually],
  );
  const showsPairs = columns.some(({ id, isHidden }) => isOfPairs(id) && !isHidden);
  const rowsView = { ...pricedView, showsPairs };
  // An order by value waits for the prices, which are in the browser.
  const plain = useRows(rowsView, !isCompared && prices !== undefined);
  const asked = compared ?? plain;
  const { data, isPrevious, error, readPage } = asked;
  // In the service's order the list may have rows that do not reach the thresholds: those are not opportunities.
  const isUnsifted = isList && data?.order === 'service';
  const groupby = answeredGroupby(view);
  const prospect = useLoadProspect(view);
  const isWholeOffered = prospect === 'offered' && view.filter === null && groupby.length === 0;
  const reconciliation = useReconciliation(view, asked);
  const { headers, valueOf } = useColumnTexts(prices ?? null);
  const sort = useUnchanged<readonly SortKey[]>(isCompared ? effectiveSort(view) : answeredSort(pricedView));
  const hiddenOfSort = columns.filter(
    ({ id, isHidden }) => isHidden && sort.some(({ field }) => field === id),
  );
  const total = isUnsifted ? null : (data?.total ?? null);
  // This is as high as a full page of the result, so that nothing moves when a person turns pages.
  const rowsHigh = Math.max(FEWEST_ROWS, Math.min(view.pageSize, total ?? view.pageSize));

  const rows = useMemo(
    () => `${rowsOf(view)}${isCompared ? ' compared' : ''}${prices == null ? '' : ` ${prices.id}`}`,
    [view, isCompared, prices],
  );
  const { page, pageSize } = view;
  const shown = useMemo((): ShownRows | 'previous' | null => {
    if (data === undefined || isUnsifted) return null;
    return isPrevious ? 'previous' : { rows, page, pageSize, answer: data };
  }, [data, isPrevious, isUnsifted, rows, page, pageSize]);
  // Rows to which a person has scrolled appear where they were missing, so nothing else has to be announced.
  const [scrolledTo, setScrolledTo] = useState<{ readonly rows: string; readonly page: number } | null>(null);
  const isScrolledTo = scrolledTo?.rows === rows && scrolledTo.page === page;

  const hrefOfCustomer = useCallback(
    (tenantId: string) => hrefOf(withCustomer(view, tenantId)),
    [view, hrefOf],
  );

  const openCustomer = useCallback((tenantId: string) => show(withCustomer(view, tenantId)), [view, show]);

  // The text is about these rows; for other rows nothing is chosen.
  const [said, setSaid] = useState({ rows, text: '' });

  const instead = insteadOfRows();
  const grouped = groupingsOf(isList ? groupby : view.groupby);

  return (
    <div className={styles.root}>
      <div className={styles.bar}>
        <h2 className={styles.heading}>
          {(isList ? t.headingOf[view.opportunity] : isOfCustomer ? t.headingOfCustomer : t.heading)({
            fields: grouped.length === 0 ? 'none' : format.list(grouped.map((one) => names[one])),
          })}
        </h2>
        <div className={styles.reading}>
          <ReadingBar
            reading={readingOf(asked)}
            sort={answeredSort(pricedView)}
            pairs={needsPairs(rowsView) ? (isList ? 'list' : 'figures') : 'none'}
            isLoadedElsewhere={prospect === 'coming' || isWholeOffered}
            onLoad={asked.load}
            onStop={asked.stop}
          />
        </div>
        <CustomerNote />
        {reconciliation !== null && (data?.total ?? 0) > 0 && <Reconciled reconciliation={reconciliation} />}
        {hiddenOfSort.length > 0 && (
          <div className={styles.note}>
            {t.sortedByHidden({
              columns: format.list(hiddenOfSort.map(({ id }) => headers[id])),
              count: hiddenOfSort.length,
            })}
            <Button
              size="small"
              onClick={() =>
                setLayout({
                  ...layout,
                  hidden: layout.hidden.filter((id) => hiddenOfSort.every((column) => column.id !== id)),
                })
              }
            >
              {t.showColumns({ count: hiddenOfSort.length })}
            </Button>
          </div>
        )}
        <span role="status" className={styles.note}>
          {said.rows === rows ? said.text : ''}
        </span>
        <div className={styles.menu}>
          <ColumnMenu columns={columns} headers={headers} layout={layout} onLayout={setLayout} />
        </div>
      </div>
      <div
        className={mergeClasses(styles.place, isPrevious && !isScrolledTo && styles.dimmed)}
        style={{ blockSize: `calc(${HEADER_HEIGHT + rowsHigh * ROW_HEIGHT}rem + ${AROUND_ROWS}px)` }}
        aria-busy={data === undefined ? error === null : isPrevious}
      >
        <LicenseGrid
          // The grid takes its texts and its direction only when it is made.
          key={language}
          label={isList ? t.list : t.grid}
          list={view.view}
          headers={headers}
          valueOf={valueOf}
          rows={rows}
          shown={shown}
          readPage={readPage}
          onPage={(page) => {
            setScrolledTo({ rows, page });
            // Nothing happens where other rows have been asked for meanwhile.
            show((current) => (rowsOf(current) === rowsOf(view) ? withPage(current, page) : current), {
              history: 'replace',
            });
          }}
          columns={columns}
          sort={sort}
          isOrderPending={data?.order === 'service'}
          onSort={(next) => show(withSort(view, next))}
          layout={layout}
          onLayout={setLayout}
          onSay={(text) => setSaid({ rows, text })}
          hrefOfCustomer={hrefOfCustomer}
          onCustomer={openCustomer}
        />
        {instead !== null && <div className={styles.instead}>{instead}</div>}
      </div>
      {isPrinting && printed()}
      <Pager
        page={page}
        pageSize={pageSize}
        pageSizes={PAGE_SIZES}
        onPage={(next) => show(withPage(view, next))}
        onPageSize={(size) => show(withPageSize(view, size))}
        // Where the number of rows is not known, the page before says nothing about this one.
        total={isPrevious && data?.isEndKnown === false ? null : total}
        isEndKnown={data?.isEndKnown ?? true}
      />
    </div>
  );

  /**
   * The rows on the printed page. For a customer these are as many as one sheet has room for, and the sum of the rest.
   */
  function printed(): ReactNode {
    if (data === undefined || isUnsifted || data.rows.length === 0) {
      return <div className={styles.insteadPrinted}>{instead}</div>;
    }
    const rows = isOfCustomer ? data.rows.slice(0, PRINTED_OF_CUSTOMER) : data.rows;
    const left = data.total - rows.length;
    const all = isOfCustomer && view.page === 1 && left > 0 ? data.ofAllGroups : undefined;
    return (
      <>
        <PrintedRows
          label={isList ? t.list : t.grid}
          columns={columns}
          headers={headers}
          valueOf={valueOf}
          rows={rows}
          rest={
            all === undefined
              ? null
              : { name: t.others({ count: format.count(left) }), row: rows.reduce<Totals>(subtract, all) }
          }
        />
        {!isOfCustomer && data.total > rows.length && (
          <p className={styles.range}>
            {pages.range({
              first: format.count((page - 1) * pageSize + 1),
              last: format.count((page - 1) * pageSize + rows.length),
              total: format.count(data.total),
              known: data.isEndKnown ? 'yes' : 'no',
            })}
          </p>
        )}
      </>
    );
  }

  function insteadOfRows(): ReactNode {
    if (data === undefined) return error === null ? <RowsSkeleton /> : <RowsFailed />;
    if (isUnsifted) return <RowsToRead />;
    if (nothing !== null && data.total === 0 && !isPrevious) return nothing;
    return data.rows.length === 0 && !isPrevious ? (
      <NoRows total={data.isEndKnown ? data.total : null} />
    ) : null;
  }
}

/**
 * The names of the view's columns, and the function for a row's values. Both stay the same objects as long as nothing
 * changes in them.
 */
function useColumnTexts(prices: PriceList | null): { readonly headers: Headers; readonly valueOf: ValueOf } {
  const t = useTexts(texts);
  const fields = useTexts(fieldTexts);
  const changes = useTexts(changeTexts);
  const format = useFormat();
  // Without prices, no amount of money is written.
  const money = useMoney(prices?.currency ?? 'XXX');
  const { minIdle, maxUtilization } = useView().view;
  const headers = useMemo((): Headers => {
    const names = { ...fields, ...changes };
    const target = targetOf({ minIdle, maxUtilization });
    if (target.kind === 'utilization') {
      return { ...names, remedy: t.toUtilization({ percent: format.plainPercent(target.percent) }) };
    }
    const below = target.below === 1 ? t.toNoneIdle : t.toIdleBelow({ licenses: format.count(target.below) });
    return { ...names, remedy: below };
  }, [fields, changes, t, format, minIdle, maxUtilization]);
  const valueOf = useCallback<ValueOf>(
    (row, id) => {
      if (id === 'idleValue') return writtenWorth(row, money, t, format);
      if (id !== 'remedy') return valueIn(row, id);
      const remedy = remedyOf(row, { minIdle, maxUtilization });
      return (
        remedy &&
        t.assignOrDrop({
          isSame: remedy.assign === remedy.drop ? 'yes' : 'no',
          assign: format.count(remedy.assign),
          drop: format.count(remedy.drop),
        })
      );
    },
    [t, format, money, minIdle, maxUtilization],
  );
  return { headers, valueOf };
}
