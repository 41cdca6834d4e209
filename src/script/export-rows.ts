import { join } from 'node:path';
import type { PartnerCenterClient } from '#partner-center/client.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import { wholeGroups } from '#partner-center/reading/merge-groups.ts';
import { createPinCheck } from '#partner-center/reading/pin-check.ts';
import type { Progress } from '#partner-center/reading/progress.ts';
import { readPages } from '#partner-center/reading/read-pages.ts';
import { findSnapshot, type Snapshot } from '#partner-center/reading/snapshot.ts';
import { pinned } from '#partner-center/reading/unmixed.ts';
import type { Row } from '#partner-center/response.ts';
import { collectGarbage } from './collect-garbage.ts';
import { EXIT, ScriptProblem } from './exit-code.ts';
import { oneAhead } from '#partner-center/reading/one-ahead.ts';
import { createParquetWriter } from './parquet-writer.ts';
import { createCsvWriter, createNdjsonWriter, textColumnsOf, type RowWriter } from './row-writer.ts';
import type { Settings } from './settings.ts';
import { writeWhole, type DraftFile } from './whole-file.ts';

/** The result of an export. */
export type Exported = {
  readonly path: string;
  readonly snapshot: Snapshot;
  /** The number of rows, or groups, in the file. */
  readonly rows: number;
  /** The number of rows or groups that came from the service, which may have equal groups apart. */
  readonly rowsRead: number;
  /** The service's count; null where it gave none. */
  readonly totalCount: number | null;
};

export type ExportOptions = {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Pages did not belong together: the file is begun anew. */
  readonly onRestart: () => void;
};

/** @throws ScriptProblem where there is no snapshot */
async function snapshotOf(
  client: PartnerCenterClient,
  date: string | null,
  signal: AbortSignal,
): Promise<Snapshot> {
  const snapshot = await findSnapshot(client, date, { signal });
  if (snapshot === null) {
    const which = date === null ? 'no snapshot' : `no snapshot of ${date}`;
    throw new ScriptProblem(EXIT.noSnapshot, `The service has ${which}.`);
  }
  // For a day without a snapshot the service may answer with another one, which was not asked for.
  if (date !== null && snapshot.date !== date) {
    const there = `it answers with that of ${snapshot.date}`;
    throw new ScriptProblem(EXIT.noSnapshot, `The service has no snapshot of ${date}: ${there}.`);
  }
  return snapshot;
}

function pathOf({ format, out }: Settings, { date }: Snapshot): string {
  return format === 'parquet' ? join(out, `processedDateTime=${date}`, 'part-0.parquet') : out;
}

function writerOf(
  { format, groupby, filter }: Settings,
  { processedDateTime }: Snapshot,
  draft: DraftFile,
): Promise<RowWriter> {
  const texts = textColumnsOf(groupby);
  switch (format) {
    case 'csv':
      return createCsvWriter(draft, texts);
    case 'ndjson':
      return Promise.resolve(createNdjsonWriter(draft, texts));
    case 'parquet': {
      const about = { processedDateTime, filter: printFilter(filter), groupby: groupby.join(',') };
      // This column is in the name of the folder: a reader that finds it in both places may use either.
      return createParquetWriter(
        draft,
        texts.filter((name) => name !== 'processedDateTime'),
        about,
      );
    }
  }
}

/**
 * Writes the rows, or groups, of one snapshot to a file, as they come, 10,000 at a time. Where pages turn out not to
 * belong together, the file is begun anew, a few times. Groups are written when all have come: only then is it known
 * which of them are equal.
 *
 * @throws PartnerCenterError, ScriptProblem, or the signal's AbortError; then there is no file
 */
export async function exportRows(
  client: PartnerCenterClient,
  settings: Settings,
  { signal, onProgress, onRestart }: ExportOptions,
): Promise<Exported> {
  const { filter, groupby } = settings;
  const snapshot = await snapshotOf(client, settings.date, signal);
  const path = pathOf(settings, snapshot);
  const pins = createPinCheck(client);

  async function read(draft: DraftFile, isFirst: boolean): Promise<Exported & { readonly isDated: boolean }> {
    if (!isFirst) onRestart();
    await draft.restart();
    const writer = await writerOf(settings, snapshot, draft);
    const groups: Row[] = [];
    let reached = { rowsRead: 0, totalCount: null as number | null, isDated: false };
    const question = { snapshot, filter, groupby };
    for await (const page of oneAhead(readPages(client, question, { signal, onProgress }))) {
      reached = page;
      if (groupby.length === 0) await writer.write(page.rows);
      else for (const group of page.rows) groups.push(group);
      collectGarbage();
    }
    const whole = wholeGroups(groups, groupby);
    if (groupby.length > 0) await writer.write(whole);
    await writer.end();
    const { rowsRead, totalCount, isDated } = reached;
    return {
      path,
      snapshot,
      rows: groupby.length > 0 ? whole.length : rowsRead,
      rowsRead,
      totalCount,
      isDated,
    };
  }

  return writeWhole(path, (draft) =>
    pinned(
      pins,
      {
        snapshot,
        isUndated: groupby.length > 0,
        read: (isFirst) => read(draft, isFirst),
        isSettled: ({ isDated }) => isDated,
      },
      { signal },
    ),
  );
}
