import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import {
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  RenderApiModule,
  type ColDef,
  type ColumnMovedEvent,
  type ColumnResizedEvent,
  type GridApi,
  type GridReadyEvent,
  type SortChangedEvent,
  type ValueFormatterParams,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useMemo } from 'react';
import type { DeploymentRow } from '#engine/engine.ts';
import { fieldTexts } from '#ui/field-texts.ts';
import { useFormat, type Format } from '#ui/format.ts';
import { useLocalization, useTexts } from '#ui/language.ts';
import { SORT_FIELDS, type SortKey } from '#view/view.ts';
import { NotDeployedCell, TextCell, UtilizationCell } from './cells.tsx';
import { NARROWEST, type ColumnLayout, type LaidOutColumn } from './column-layout.ts';
import { directionsOf, sortAfterClick, valueIn, type ColumnId, type ColumnKind } from './columns.ts';
import { DraggedColumn } from './dragged-column.tsx';
import { gridIcons } from './grid-icons.ts';
import { gridTheme } from './grid-theme.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    blockSize: '100%',
    fontVariantNumeric: 'tabular-nums',
    '& .ag-header': { userSelect: 'none' },
    // Where scroll bars float above the content, the grid's own strips for them would hide a column's end.
    '& .ag-scrollbar-invisible > *': { backgroundColor: 'transparent' },
    // Forced colours would draw the borders that are there, unseen, for the focus.
    '@media (forced-colors: active)': {
      '& .ag-cell:not(.ag-cell-focus)': { border: '1px solid Canvas' },
    },
    '& .ag-header-cell-label': { columnGap: '4px' },
    '& .ag-sort-indicator-container': { color: tokens.colorBrandForeground1 },
  },
  // The order the headers name is not the order of the rows yet.
  orderPending: { '& .ag-sort-indicator-container': { opacity: 0.4 } },
  figure: { textAlign: 'end' },
  figureHeader: { '& .ag-header-cell-label': { flexDirection: 'row-reverse' } },
});

// Only what is used: the grid tells of a module it lacks by what does not work.
const MODULES = [ClientSideRowModelModule, ColumnApiModule, RenderApiModule, CellStyleModule];

type Row = DeploymentRow;

// The rows come in their order: the grid shows it in the headers, but must not make one of its own.
const AS_THEY_CAME = (): number => 0;

// Where the grid would go next is none of its business: the browser knows what comes after it.
const leave = (): false => false;

const DEFAULT_COLUMN: ColDef<Row> = {
  sortable: true,
  resizable: true,
  minWidth: NARROWEST,
  comparator: AS_THEY_CAME,
  // Guessing a type from the first row would have it treat values as more than values.
  cellDataType: false,
};

const CONTENT: Readonly<Record<ColumnKind, (format: Format) => ColDef<Row>>> = {
  text: () => ({ cellRenderer: TextCell }),
  day: (format) => ({
    valueFormatter: ({ value }: ValueFormatterParams<Row, string | null>) =>
      value == null ? '' : format.date(value.slice(0, 10)),
  }),
  count: (format) => ({
    valueFormatter: ({ value }: ValueFormatterParams<Row, number>) =>
      value == null ? '' : format.count(value),
  }),
  notDeployed: () => ({ cellRenderer: NotDeployedCell }),
  share: () => ({ cellRenderer: UtilizationCell }),
};

function isFigure(kind: ColumnKind): boolean {
  return kind === 'count' || kind === 'notDeployed' || kind === 'share';
}

function columnId(text: string): ColumnId | undefined {
  return SORT_FIELDS.find((field) => field === text);
}

function sortOf(api: GridApi<Row>): readonly SortKey[] {
  return api
    .getColumnState()
    .filter(({ sort }) => sort != null)
    .toSorted((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0))
    .flatMap(({ colId, sort }) => {
      const field = columnId(colId);
      return field === undefined ? [] : [{ field, descending: sort === 'desc' }];
    });
}

type LicenseGridProps = {
  readonly rows: readonly Row[];
  readonly columns: readonly LaidOutColumn[];
  /** The order asked for, as the headers show it. */
  readonly sort: readonly SortKey[];
  /** The rows do not come in that order yet. */
  readonly isOrderPending: boolean;
  readonly onSort: (sort: readonly SortKey[]) => void;
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
};

/**
 * One page of rows as a grid. It holds nothing of its own: rows, columns and order are what it is given,
 * and what a person does to them is reported.
 */
export function LicenseGrid({
  rows,
  columns,
  sort,
  isOrderPending,
  onSort,
  layout,
  onLayout,
}: LicenseGridProps) {
  const styles = useStyles();
  const t = useTexts(texts);
  const names = useTexts(fieldTexts);
  const format = useFormat();
  const { direction } = useLocalization();

  const rowData = useMemo(() => [...rows], [rows]);
  const columnDefs = useMemo(
    () =>
      columns.map(({ id, kind, width, grow, isSized, isHidden }): ColDef<Row> => {
        const sortIndex = sort.findIndex(({ field }) => field === id);
        const key = sort[sortIndex];
        return {
          colId: id,
          headerName: names[id],
          valueGetter: ({ data }) => (data === undefined ? null : valueIn(data, id)),
          width,
          ...(grow > 0 && !isSized ? { flex: grow, minWidth: width } : { flex: null }),
          hide: isHidden,
          sortingOrder: directionsOf(id),
          sort: key === undefined ? null : key.descending ? 'desc' : 'asc',
          sortIndex: key === undefined ? null : sortIndex,
          ...(isFigure(kind) ? { cellClass: styles.figure, headerClass: styles.figureHeader } : {}),
          ...CONTENT[kind](format),
        };
      }),
    [columns, sort, names, format, styles],
  );

  const name = ({ api }: GridReadyEvent<Row>): void => api.setGridAriaProperty('label', t.grid);

  const sorted = ({ api, source }: SortChangedEvent<Row>): void => {
    if (source === 'uiColumnSorted') onSort(sortAfterClick(sort, sortOf(api)));
  };

  const moved = ({ api, source, finished }: ColumnMovedEvent<Row>): void => {
    if (source !== 'uiColumnMoved' || !finished) return;
    onLayout({ ...layout, order: api.getColumnState().flatMap(({ colId }) => columnId(colId) ?? []) });
  };

  const resized = ({ source, finished, columns }: ColumnResizedEvent<Row>): void => {
    if (source !== 'uiColumnResized' || !finished) return;
    const widths = (columns ?? []).flatMap((column) => {
      const id = columnId(column.getColId());
      return id === undefined ? [] : [[id, Math.round(column.getActualWidth())] as const];
    });
    onLayout({ ...layout, widths: { ...layout.widths, ...Object.fromEntries(widths) } });
  };

  return (
    <div className={mergeClasses(styles.root, isOrderPending && styles.orderPending)}>
      <AgGridReact<Row>
        modules={MODULES}
        theme={gridTheme}
        icons={gridIcons}
        rowData={rowData}
        columnDefs={columnDefs}
        defaultColDef={DEFAULT_COLUMN}
        enableRtl={direction === 'rtl'}
        // Every header is there to be found, also those that are scrolled out of sight.
        suppressColumnVirtualisation
        // Assistive technology reads in the order of the elements.
        ensureDomOrder
        enableCellTextSelection
        // A column that slips out of the grid while being dragged is not meant to vanish.
        suppressDragLeaveHidesColumns
        animateRows={false}
        // What there is to say instead of rows is said above the grid, by us.
        loading={false}
        suppressNoRowsOverlay
        // One stop: the arrow keys move within, Tab leaves.
        tabToNextCell={leave}
        tabToNextHeader={leave}
        dragAndDropImageComponent={DraggedColumn}
        onGridReady={name}
        onSortChanged={sorted}
        onColumnMoved={moved}
        onColumnResized={resized}
      />
    </div>
  );
}
