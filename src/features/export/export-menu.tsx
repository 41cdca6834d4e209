import { MenuDivider, MenuGroup, MenuGroupHeader, MenuItem, MenuItemRadio } from '@fluentui/react-menu';
import { partnerCenterErrorOf } from '#partner-center/error.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import { needsPairs } from '#query/asking.ts';
import { unfinished } from '#query/busy.ts';
import { usePriceList } from '#query/prices.ts';
import { useAllRows, type AllRows, type SomeRows } from '#query/use-all-rows.ts';
import { download } from '#ui/download.ts';
import { fieldTexts, type FieldTexts } from '#ui/field-texts.ts';
import { useFormat, type Format } from '#ui/format.ts';
import { useTexts } from '#ui/language.ts';
import type { OpenMenu } from '#ui/menu-button.tsx';
import { OpenedMenu } from '#ui/opened-menu.tsx';
import type { PriceList } from '#view/prices.ts';
import { useView } from '#view/use-view.ts';
import { EXPORT_COLUMNS, PRICE_COLUMNS, valuesOf } from './columns.ts';
import { MOST_EXCEL_ROWS } from './excel-messages.ts';
import type { ExportState } from './export.tsx';
import { csvFile, excelFile, type ExportRows } from './files.ts';
import { texts } from './texts.ts';
import { SEPARATORS, useSeparator } from './use-separator.ts';

/** More rows than a sheet of Excel holds. */
class TooManyForExcel extends Error {
  override readonly name = 'TooManyForExcel';
  readonly rows: number;

  constructor(rows: number) {
    super(`${rows} rows are more than a sheet of Excel holds.`);
    this.rows = rows;
  }
}

/** What a column that prices give is called. */
function priceHeader(
  id: (typeof PRICE_COLUMNS)[number]['id'],
  list: PriceList | null,
  names: FieldTexts,
  t: (typeof texts)['en'],
): string {
  if (id === 'idlePriced') return t.idlePriced;
  return id === 'idleValue' && list !== null ? t.idleValue(list.currency) : names[id];
}

/** Which prices were used, and how much of what is idle has one. */
function aboutPrices(
  { source, currency, changed, basis }: PriceList,
  rows: SomeRows | null,
  t: (typeof texts)['en'],
  format: Format,
): readonly (readonly [string, string])[] {
  const { idle = 0, idlePriced = 0 } = rows?.totals ?? {};
  return [
    [t.aboutLines.prices, t.ownPrices(source ?? t.typedPrices, currency, changed, basis)],
    [t.aboutLines.priced, t.pricedOf(format.count(idlePriced), format.count(idle))],
  ];
}

/** The formats in which a view's rows can be taken away. */
export function ExportMenu({
  onState,
  ...menu
}: OpenMenu & { readonly onState: (state: ExportState) => void }) {
  const t = useTexts(texts);
  const names = useTexts(fieldTexts);
  const format = useFormat();
  const { view, hrefOf } = useView();
  const prices = usePriceList() ?? null;
  const pricedView = { ...view, prices };
  const all = useAllRows(pricedView);
  // What is idle takes pairs of customer and product: only what is about them has it.
  const list = needsPairs(pricedView) ? prices : null;
  const [separator, chooseSeparator] = useSeparator();
  const header = [
    ...EXPORT_COLUMNS.map(({ id, kind }) => ({ header: names[id], kind })),
    ...(list === null ? [] : PRICE_COLUMNS).map(({ id, kind }) => ({
      header: priceHeader(id, list, names, t),
      kind,
    })),
  ];

  async function write(
    from: AllRows,
    extension: 'csv' | 'xlsx',
    fileOf: (rows: ExportRows, last: () => SomeRows | null, signal: AbortSignal) => Promise<Blob>,
  ): Promise<void> {
    const stopping = new AbortController();
    let written = 0;
    let last: SomeRows | null = null;
    async function* values(): AsyncGenerator<readonly ReturnType<typeof valuesOf>[]> {
      for await (const some of from.read(stopping.signal)) {
        stopping.signal.throwIfAborted();
        if (extension === 'xlsx' && some.total > MOST_EXCEL_ROWS) throw new TooManyForExcel(some.total);
        last = some;
        written += some.rows.length;
        onState({ status: 'writing', rows: written, total: some.total, stop: () => stopping.abort() });
        yield some.rows.map((row) => valuesOf(row, from.snapshot.date, list !== null));
      }
    }
    try {
      const file = await fileOf(values(), () => last, stopping.signal);
      stopping.signal.throwIfAborted();
      download(file, `license-deployment-${from.snapshot.date}.${extension}`);
      onState({ status: 'done', rows: written });
    } catch (error) {
      if (stopping.signal.aborted) onState({ status: 'idle' });
      else if (error instanceof TooManyForExcel) {
        const message = t.tooMany(format.count(error.rows), format.count(MOST_EXCEL_ROWS));
        onState({ status: 'failed', message });
      } else {
        const { description } = partnerCenterErrorOf(error, 'browserFailed');
        onState({ status: 'failed', message: [t.failed, description].filter(Boolean).join(' ') });
      }
    }
  }

  function aboutOf(rows: SomeRows | null): readonly (readonly [string, string])[] {
    const lines = t.aboutLines;
    const grouped = view.groupby.map((field) => names[field]).join(', ');
    return [
      [lines.link, new URL(hrefOf(view), location.href).href],
      [lines.snapshot, rows?.coverage.snapshot.processedDateTime ?? ''],
      [lines.filter, printFilter(view.filter) || t.everything],
      [lines.search, view.search === '' ? t.everything : view.search],
      [lines.groupedBy, grouped || t.everything],
      [lines.rows, format.count(rows?.total ?? 0)],
      [lines.summedBy, rows?.coverage.engine === 'snapshot' ? t.byPage : t.byService],
      ...(list === null ? [] : aboutPrices(list, rows, t, format)),
      [lines.written, new Date().toISOString()],
    ];
  }

  const exportCsv = (from: AllRows) => write(from, 'csv', (rows) => csvFile(header, rows, separator));
  const exportExcel = (from: AllRows) =>
    write(from, 'xlsx', (rows, last, signal) =>
      excelFile(header, rows, { sheet: t.sheet, aboutSheet: t.about, about: () => aboutOf(last()) }, signal),
    );

  return (
    <OpenedMenu
      {...menu}
      checkedValues={{ separator: [separator] }}
      onCheckedValueChange={(_, { checkedItems: [chosen] }) => {
        const known = SEPARATORS.find((each) => each === chosen);
        if (known !== undefined) chooseSeparator(known);
      }}
    >
      <MenuItem disabled={all === null} onClick={() => all !== null && void unfinished(exportCsv(all))}>
        {t.csv}
      </MenuItem>
      <MenuItem disabled={all === null} onClick={() => all !== null && void unfinished(exportExcel(all))}>
        {t.excel}
      </MenuItem>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{t.separator}</MenuGroupHeader>
        {SEPARATORS.map((value) => (
          <MenuItemRadio key={value} name="separator" value={value} persistOnClick>
            {t.separators[value]}
          </MenuItemRadio>
        ))}
      </MenuGroup>
    </OpenedMenu>
  );
}
