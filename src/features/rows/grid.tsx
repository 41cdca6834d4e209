import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import {
  CellStyleModule,
  ColumnApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
  type CellClassParams,
  type ColDef,
  type ColumnMovedEvent,
  type ColumnResizedEvent,
  type GridApi,
  type GridReadyEvent,
  type ICellRendererParams,
  type SortChangedEvent,
  type ValueFormatterParams,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useLayoutEffect, useMemo, useRef, useState, type MouseEvent } from 'react';
import type { Page } from '#engine/engine.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useLocalization } from '#ui/language.ts';
import { useTextScale } from '#ui/use-text-scale.ts';
import type { SortKey } from '#view/view.ts';
import { OverDeployedCell, UtilizationCell } from './cells.tsx';
import { columnOfEdge, fittingWidth } from './fitting-width.ts';
import { NARROWEST, WIDEST, type ColumnLayout, type LaidOutColumn } from './column-layout.ts';
import {
  COLUMN_IDS,
  columnsOf,
  directionsOf,
  sortAfterClick,
  type ColumnId,
  type ColumnKind,
  type Headers,
  type ValueOf,
} from './columns.ts';
import { CustomerCell, CustomerLinksContext, type CustomerLinks } from './customer-cell.tsx';
import { DraggedColumn } from './dragged-column.tsx';
import { gridIcons } from './grid-icons.ts';
import { gridTheme } from './grid-theme.ts';
import { headerWidth } from './header-width.ts';
import type { ShownRows } from './held-rows.ts';
import { gridTexts } from './grid-texts.ts';
import { texts } from './texts.ts';
import { isOursAlone, useCellBlock } from './use-cell-block.ts';
import { NO_ROWS_OF_ITS_OWN, useScrolledRows } from './use-scrolled-rows.ts';
import { isUnseen, writtenValue, type WritingTools } from './written-value.ts';

// The looks of a cell. When a cell of a column changes, the grid removes all classes of the column's cells and adds
// them again. So these looks are written once for the column, and a cell has at most one class of its own.
const QUIET = 'is-quiet';
const PENDING = 'is-pending';
const CHOSEN = 'is-chosen';
const FIGURES: readonly ColumnKind[] = [
  'count',
  'notDeployed',
  'share',
  'worth',
  'before',
  'change',
  'changeShare',
];

function cellsOf(kinds: readonly ColumnKind[]): string {
  const columns = columnsOf(kinds).map((id) => `[col-id="${id}"]`);
  return `& .ag-cell:is(${columns.join(', ')})`;
}

const useStyles = makeStyles({
  root: {
    blockSize: '100%',
    fontVariantNumeric: 'tabular-nums',
    containerType: 'size',
    '& .ag-header': { userSelect: 'none' },
    // The cells can be selected and copied: the grid's own way takes two more elements in each cell. When a cell
    // changes, nothing around it is laid out, because the grid sets its size.
    '& .ag-cell': { userSelect: 'text', contain: 'strict' },
    // Until its rows are first drawn, the grid hides the room for them, and then nothing could be scrolled to.
    '& .ag-grid-scrolling-container.ag-hidden': { display: 'block !important' },
    '& .ag-body-vertical-scroll-container': { boxSizing: 'content-box' },
    // Where scroll bars float above the content, the grid's own strips for them would hide the end of a column.
    '& .ag-scrollbar-invisible > *': { backgroundColor: 'transparent' },
    // The cells have invisible borders for the focus, which forced colours would draw.
    '@media (forced-colors: active)': {
      '& .ag-cell:not(.ag-cell-focus)': { border: '1px solid Canvas' },
    },
    // A name written from right to left keeps its own direction, but is aligned like the others of the column.
    [cellsOf(['text'])]: { unicodeBidi: 'plaintext', textAlign: ['-webkit-match-parent', 'match-parent'] },
    [cellsOf(FIGURES)]: { textAlign: 'end' },
    [`& .${QUIET}`]: { color: tokens.colorNeutralForeground3 },
    [`& .${CHOSEN}`]: {
      backgroundColor: tokens.colorBrandBackground2,
      outline: `1px solid ${tokens.colorBrandStroke2}`,
      outlineOffset: '-1px',
      '@media (forced-colors: active)': { outlineColor: 'Highlight' },
    },
    // A row that is not there yet has a bar in place of its text.
    [`& .${PENDING}::before`]: {
      content: '""',
      display: 'inline-block',
      verticalAlign: 'middle',
      inlineSize: '60%',
      blockSize: '0.75rem',
      backgroundColor: tokens.colorNeutralStencil1Alpha,
    },
    '& .ag-header-cell-label': { columnGap: '0.25rem' },
    '& .ag-sort-indicator-container': { color: tokens.colorBrandForeground1 },
  },
  // While the pointer is dragged, cells are chosen and not their texts.
  choosing: { '& .ag-cell': { userSelect: 'none' } },
  // The rows do not have the order yet that the headers show.
  orderPending: { '& .ag-sort-indicator-container': { opacity: 0.4 } },
  figureHeader: { '& .ag-header-cell-label': { flexDirection: 'row-reverse' } },
});

// Only used modules are listed. A missing module shows only in that something does not work.
const MODULES = [
  InfiniteRowModelModule,
  ColumnApiModule,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
  CellStyleModule,
  LocaleModule,
];

// The grid must not decide where the Tab key leads: the browser knows what comes next.
const leave = (): false => false;

const DEFAULT_COLUMN: ColDef = {
  sortable: true,
  resizable: true,
  minWidth: NARROWEST,
  // If the grid guessed a type from the first row, it would treat values as more than values.
  cellDataType: false,
  suppressKeyboardEvent: ({ event }) => {
    const isOurs = isOursAlone(event);
    // This happens at once: the grid tells of the key a moment later, when the page has already scrolled.
    if (isOurs) event.preventDefault();
    return isOurs;
  },
};

// Columns whose values can be written as text have no component: one in each cell would slow down every answer.
function asText(kind: ColumnKind, tools: WritingTools): ColDef {
  return {
    valueFormatter: ({ value }: ValueFormatterParams<unknown, string | number | null>) =>
      writtenValue(kind, value, tools),
  };
}

const CONTENT: Readonly<Record<ColumnKind, (tools: WritingTools) => ColDef>> = {
  text: (tools) => ({
    cellClassRules: {
      [QUIET]: ({ value }: CellClassParams<unknown, string | null>) =>
        value !== undefined && isUnseen(value ?? null),
    },
    ...asText('text', tools),
  }),
  day: (tools) => asText('day', tools),
  count: (tools) => asText('count', tools),
  before: (tools) => asText('before', tools),
  change: (tools) => asText('change', tools),
  changeShare: (tools) => asText('changeShare', tools),
  notDeployed: (tools) => ({
    ...asText('notDeployed', tools),
    cellRendererSelector: ({ value }: ICellRendererParams<unknown, number>) =>
      value != null && value < 0 ? { component: OverDeployedCell } : undefined,
  }),
  share: () => ({ cellRenderer: UtilizationCell }),
  worth: () => ({
    valueFormatter: ({ value }: ValueFormatterParams<unknown, string | null>) =>
      value === undefined ? '' : (value ?? '—'),
  }),
  // This column follows from figures that have columns of their own to sort by.
  remedy: () => ({ sortable: false }),
};

function columnId(text: string): ColumnId | undefined {
  return COLUMN_IDS.find((id) => id === text);
}

function sortOf(api: GridApi): readonly SortKey[] {
  return api
    .getColumnState()
    .filter(({ sort }) => sort != null)
    .toSorted((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0))
    .flatMap(({ colId, sort }) => {
      const field = columnId(colId);
      return field === undefined || field === 'remedy' ? [] : [{ field, descending: sort === 'desc' }];
    });
}

/**
 * Gives a cell under the pointer its whole text as a title, since it may not fit. A title for every cell would cost
 * more.
 */
function entitle(cell: HTMLElement): void {
  const [only] = cell.children;
  if (only === undefined || only.localName === 'a') cell.title = cell.textContent;
}

type LicenseGridProps = {
  /** The name of the grid. */
  readonly label: string;
  /** What a person takes for another list when it changes: the view that the rows are of. */
  readonly list: string;
  readonly headers: Headers;
  readonly valueOf: ValueOf;
  /** What distinguishes the rows that are asked for from others, as in `ShownRows`. */
  readonly rows: string;
  /** `previous`: the shown rows stay while the next ones are under way. null: there is nothing to show. */
  readonly shown: ShownRows | 'previous' | null;
  /** Reads another page of the rows that are shown, 1-based. */
  readonly readPage: (page: number) => Promise<Page>;
  /** A person has scrolled to another page, 1-based. */
  readonly onPage: (page: number) => void;
  readonly columns: readonly LaidOutColumn[];
  /** The order that is asked for, as the headers show it. */
  readonly sort: readonly SortKey[];
  /** The rows do not have that order yet. */
  readonly isOrderPending: boolean;
  readonly onSort: (sort: readonly SortKey[]) => void;
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
  /** Is told the text about chosen or copied cells; empty where there is none. */
  readonly onSay: (text: string) => void;
  /** The address of a customer's own view. */
  readonly hrefOfCustomer: (tenantId: string) => string;
  /** A person goes to the view of a customer. */
  readonly onCustomer: (tenantId: string) => void;
};

/**
 * All rows of a view as a grid that stands at one of their pages. The page, the columns and the order are given to it,
 * and it reports what a person does to them.
 */
export function LicenseGrid({
  label,
  list,
  headers,
  valueOf,
  rows,
  shown,
  readPage,
  onPage,
  columns,
  sort,
  isOrderPending,
  onSort,
  layout,
  onLayout,
  onSay,
  hrefOfCustomer,
  onCustomer,
}: LicenseGridProps) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const ownTexts = useTexts(gridTexts);
  const { direction } = useLocalization();
  const textScale = useTextScale();

  const { ready, rowAt, rowsBetween, seen, scrolled, rested } = useScrolledRows(
    rows,
    shown,
    readPage,
    onPage,
  );
  const cellBlock = useCellBlock(rows, rowsBetween, valueOf, onSay);
  const isChosen = cellBlock.has;
  const columnDefs = useMemo(
    () =>
      columns.map(({ id, kind, width: usualWidth, grow, isSized, isHidden, isPinned }): ColDef => {
        const fitting = isSized ? usualWidth : Math.max(usualWidth, headerWidth(headers[id]));
        const width = Math.round(fitting * textScale);
        const sortIndex = sort.findIndex(({ field }) => field === id);
        const key = sort[sortIndex];
        const content = CONTENT[kind]({ t, format });
        return {
          colId: id,
          headerName: headers[id],
          valueGetter: ({ node }) => {
            const row = rowAt(node?.rowIndex ?? -1);
            return row === undefined ? undefined : valueOf(row, id);
          },
          width,
          ...(grow > 0 && !isSized ? { flex: grow, minWidth: width } : { flex: null }),
          hide: isHidden,
          pinned: isPinned ? (direction === 'rtl' ? 'right' : 'left') : null,
          sortingOrder: directionsOf(id),
          sort: key === undefined ? null : key.descending ? 'desc' : 'asc',
          sortIndex: key === undefined ? null : sortIndex,
          ...(FIGURES.includes(kind) ? { headerClass: styles.figureHeader } : {}),
          ...content,
          ...(id === 'customerName' ? { cellRenderer: CustomerCell } : {}),
          cellClassRules: {
            ...content.cellClassRules,
            [PENDING]: ({ value }) => value === undefined,
            [CHOSEN]: ({ rowIndex }) => isChosen(rowIndex, id),
          },
        };
      }),
    [columns, sort, headers, valueOf, t, format, styles, rowAt, textScale, direction, isChosen],
  );

  const links = useMemo((): CustomerLinks => {
    const customerAt = (rowIndex: number): string | null => rowAt(rowIndex)?.customerTenantId ?? null;
    return {
      hrefAt: (rowIndex) => {
        const tenantId = customerAt(rowIndex);
        return tenantId === null ? null : hrefOfCustomer(tenantId);
      },
      open: (rowIndex) => {
        const tenantId = customerAt(rowIndex);
        if (tenantId !== null) onCustomer(tenantId);
      },
    };
  }, [rowAt, hrefOfCustomer, onCustomer]);

  const fit = ({ target, currentTarget }: MouseEvent): void => {
    const id = columnId(columnOfEdge(target) ?? '');
    if (id === undefined) return;
    const width = Math.ceil(fittingWidth(currentTarget, id) / textScale);
    onLayout({ ...layout, widths: { ...layout.widths, [id]: Math.max(NARROWEST, Math.min(WIDEST, width)) } });
  };

  const [grid, setGrid] = useState<GridApi | null>(null);
  // The grid has no option for its name.
  useLayoutEffect(() => grid?.setGridAriaProperty('label', label), [grid, label]);
  // Another list begins with its first column. To scroll makes the browser lay out the page, so the rows are drawn first.
  const listBefore = useRef(list);
  useLayoutEffect(() => {
    if (listBefore.current === list) return;
    listBefore.current = list;
    queueMicrotask(() => {
      if (grid?.isDestroyed() === false) {
        grid.getGridElement()?.querySelector('[role=grid]')?.scrollTo({ left: 0 });
      }
    });
  }, [grid, list]);

  const started = ({ api }: GridReadyEvent): void => {
    setGrid(api);
    ready(api);
    cellBlock.ready(api);
  };

  const sorted = ({ api, source }: SortChangedEvent): void => {
    if (source === 'uiColumnSorted') onSort(sortAfterClick(sort, sortOf(api)));
  };

  const moved = ({ api, source, finished }: ColumnMovedEvent): void => {
    if (source !== 'uiColumnMoved' || !finished) return;
    onLayout({ ...layout, order: api.getColumnState().flatMap(({ colId }) => columnId(colId) ?? []) });
  };

  const resized = ({ source, finished, columns }: ColumnResizedEvent): void => {
    if (source !== 'uiColumnResized' || !finished) return;
    const widths = (columns ?? []).flatMap((column) => {
      const id = columnId(column.getColId());
      return id === undefined ? [] : [[id, Math.round(column.getActualWidth() / textScale)] as const];
    });
    onLayout({ ...layout, widths: { ...layout.widths, ...Object.fromEntries(widths) } });
  };

  return (
    <div
      className={mergeClasses(
        styles.root,
        isOrderPending && styles.orderPending,
        cellBlock.isThere && styles.choosing,
      )}
      onDoubleClick={fit}
      onMouseMove={({ target }) => {
        const cell = target instanceof HTMLAnchorElement ? target.parentElement : target;
        if (cell instanceof HTMLElement && cell.role === 'gridcell') entitle(cell);
      }}
    >
      <CustomerLinksContext value={links}>
        <AgGridReact
          modules={MODULES}
          theme={gridTheme}
          icons={gridIcons}
          rowModelType="infinite"
          datasource={NO_ROWS_OF_ITS_OWN}
          maxBlocksInCache={2}
          // The first row in sight is the first row that exists, so that a person who reads the grid from the top reads
          // the page.
          rowBuffer={0}
          columnDefs={columnDefs}
          defaultColDef={DEFAULT_COLUMN}
          localeText={ownTexts}
          enableRtl={direction === 'rtl'}
          // Every header exists, also those that are scrolled out of sight, so that it can be found.
          suppressColumnVirtualisation
          // Screen readers read in the order of the elements.
          ensureDomOrder
          // A column that is dragged out of the grid by accident must not vanish.
          suppressDragLeaveHidesColumns
          animateRows={false}
          // Each transform would be a layer of its own, which costs time in every frame; rows here never move.
          suppressRowTransform
          // The text that replaces rows stands above the grid and is ours.
          loading={false}
          suppressNoRowsOverlay
          // The grid is one stop: the arrow keys move within it, Tab leaves it.
          tabToNextCell={leave}
          tabToNextHeader={leave}
          dragAndDropImageComponent={DraggedColumn}
          onGridReady={started}
          onViewportChanged={seen}
          onBodyScroll={scrolled}
          onBodyScrollEnd={rested}
          onCellFocused={cellBlock.focused}
          onCellMouseDown={cellBlock.pressed}
          onCellMouseOver={cellBlock.movedOver}
          onCellKeyDown={(pressed) => {
            const isName = 'column' in pressed && pressed.column.getColId() === 'customerName';
            const isEnter = pressed.event instanceof KeyboardEvent && pressed.event.key === 'Enter';
            if (isName && isEnter) links.open(pressed.rowIndex ?? -1);
            else cellBlock.keyPressed(pressed);
          }}
          onSortChanged={sorted}
          onColumnMoved={moved}
          onColumnResized={resized}
        />
      </CustomerLinksContext>
    </div>
  );
}
