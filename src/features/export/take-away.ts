import { partnerCenterErrorOf } from '#partner-center/error.ts';
import type { Separator } from '#partner-center/csv.ts';
import type { Exported, ExportedRows } from '#query/exported.ts';
import type { TextsOf } from '#ui/catalogue.ts';
import type { Format } from '#ui/format.ts';
import { MOST_EXCEL_ROWS } from './excel-messages.ts';
import type { ExportState } from './export.tsx';
import { targetOf, type FileKind, type FileTarget } from './file-target.ts';
import { writeCsv, writeExcel, type ExportRows } from './files.ts';
import type { texts } from './texts.ts';

const TYPES = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** There are more rows than a sheet of Excel holds. */
class TooManyForExcel extends Error {
  override readonly name = 'TooManyForExcel';
  readonly rows: number;

  constructor(rows: number) {
    super(`${rows} rows are more than a sheet of Excel holds.`);
    this.rows = rows;
  }
}

/** @throws TooManyForExcel */
function checkFits(rows: number): void {
  if (rows > MOST_EXCEL_ROWS) throw new TooManyForExcel(rows);
}

/** What is exported, and in which format. */
export type TakingAway = {
  readonly exported: Exported;
  /** What the page calls the view. */
  readonly view: string;
  /** The name of the file without its extension. */
  readonly name: string;
  readonly format: { readonly kind: 'csv'; readonly separator: Separator } | { readonly kind: 'xlsx' };
  /** The link to the page that shows the rows. */
  readonly link: string;
  /** The filter as the endpoint writes it; empty where there is none. */
  readonly filter: string;
  readonly onState: (state: ExportState) => void;
};

/** The lines of an Excel file's second sheet. */
function aboutLines(
  { exported, view, link, filter }: TakingAway,
  rows: number,
  t: TextsOf<typeof texts>,
  format: Format,
): readonly (readonly [name: string, value: string])[] {
  const lines = t.aboutLines;
  const { snapshot, search, groupedBy, summedBy, further } = exported.about();
  return [
    [lines.view, view],
    [lines.link, link],
    [lines.snapshot, snapshot],
    [lines.filter, filter || t.everything],
    [lines.search, search || t.everything],
    [lines.groupedBy, format.list(groupedBy) || t.everything],
    [lines.rows, format.count(rows)],
    [lines.summedBy, summedBy === 'snapshot' ? t.byPage : t.byService],
    ...further,
    [lines.written, new Date().toISOString()],
  ];
}

/**
 * Writes all that a view lists into a file, and reports the progress. A file that is stopped or fails leaves nothing
 * behind.
 */
export async function takeAway(taking: TakingAway, t: TextsOf<typeof texts>, format: Format): Promise<void> {
  const { exported, name, onState } = taking;
  const extension = taking.format.kind;
  const kind: FileKind = {
    name: `license-deployment${name}-${exported.date}.${extension}`,
    type: TYPES[extension],
    extension,
  };
  const stopping = new AbortController();
  const { signal } = stopping;
  const stop = (): void => stopping.abort();
  /** Nothing is read before the rows are iterated over. */
  const reading = exported.read(signal, ({ loaded, total }) => {
    if (!signal.aborted) onState({ status: 'writing', rows: loaded, total: total ?? loaded, stop });
  });
  let written = 0;

  async function* values(first: IteratorResult<ExportedRows, void>): ExportRows {
    for (let next = first; next.done !== true; next = await reading.next()) {
      const some = next.value;
      signal.throwIfAborted();
      written += some.values.length;
      onState({ status: 'writing', rows: written, total: some.total, stop });
      yield some.values;
    }
  }

  let target: FileTarget | null = null;
  try {
    const expected = exported.expected();
    if (extension === 'xlsx') checkFits(expected ?? 0);
    // An Excel file is packed as a whole, so nothing can be written before its end.
    target = await targetOf(kind, extension === 'csv' ? expected : 0);
    if (target === null) {
      onState({ status: 'idle' });
      return;
    }
    onState({ status: 'writing', rows: 0, total: 1, stop });
    const first = await reading.next();
    if (extension === 'xlsx' && first.done !== true) checkFits(first.value.total);
    if (taking.format.kind === 'csv') {
      await writeCsv(target, exported.columns, values(first), taking.format.separator);
    } else {
      const about = () => aboutLines(taking, written, t, format);
      const sheets = { sheet: t.sheet, aboutSheet: t.about, about };
      await writeExcel(target, exported.columns, values(first), sheets, signal);
    }
    signal.throwIfAborted();
    await target.finish();
    onState({ status: 'done', rows: written });
  } catch (error) {
    await target?.discard();
    if (signal.aborted) onState({ status: 'idle' });
    else if (error instanceof TooManyForExcel) {
      const message = t.tooMany({ rows: format.count(error.rows), most: format.count(MOST_EXCEL_ROWS) });
      onState({ status: 'failed', message });
    } else {
      const { description } = partnerCenterErrorOf(error, 'browserFailed');
      onState({ status: 'failed', message: [t.failed, description].filter(Boolean).join(' ') });
    }
  } finally {
    // A question may still be under way.
    stopping.abort();
    await reading.return();
  }
}
