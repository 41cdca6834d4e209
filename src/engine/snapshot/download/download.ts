import {
  MAX_TOP,
  type BodyReading,
  type Continuation,
  type LicenseDeploymentQuery,
  skipOf,
  type PartnerCenterClient,
  type ReadPage,
} from '#partner-center/client.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import type { Exchange } from '#partner-center/exchange.ts';
import { MAX_BACKGROUND } from '#partner-center/queue.ts';
import { UnreadableBody } from '#partner-center/response.ts';
import { followPages } from '#partner-center/reading/follow-pages.ts';
import {
  isBehindEnd,
  isRefused,
  pagesOverlap,
  watchDates,
  watchRepeats,
} from '#partner-center/reading/page-watch.ts';
import { createPinCheck, snapshotChanged } from '#partner-center/reading/pin-check.ts';
import type { Progress } from '#partner-center/reading/progress.ts';
import { queryOf } from '#partner-center/reading/read-pages.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import { unmixed } from '#partner-center/reading/unmixed.ts';
import type { ScannedPage } from '#engine/snapshot/load/part-builder.ts';
import type { HeldBody } from '#engine/snapshot/worker/pool.ts';

/** What a download needs from those around it. */
export type DownloadOptions = {
  /** Fetches a page. */
  readonly exchange: Exchange<HeldBody>;
  /** Forgets every page that was fetched or scanned: the download begins again. */
  readonly drop: () => Promise<unknown>;
  /** The most rows that the person lets in now. */
  readonly limit: () => number;
  /** Waits until another page may be asked for. */
  readonly turn: (signal: AbortSignal) => Promise<unknown>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
};

export type Downloaded = {
  readonly rows: number;
  /** What the service said on the last page; null where it gave no count. */
  readonly totalCount: number | null;
};

/** More rows came than the person lets in. The service's count is only a hint, so it is the rows that tell. */
export class TooManyRows extends Error {
  override readonly name = 'TooManyRows';
  /** There are at least so many. */
  readonly rows: number;

  constructor(rows: number) {
    super(`${rows} rows came, more than are let in.`);
    this.rows = rows;
  }
}

type Page = ReadPage<ScannedPage>;

/** Rows that did not come although they were asked for, before anybody knew whether there are so many. */
type Gap = { readonly from: number; readonly to: number };

/** What is wrong with a page, its row named by its place in the snapshot: which of the pages it was, nobody sees. */
function inSnapshot(error: unknown, place: number): unknown {
  if (!(error instanceof UnreadableBody)) return error;
  const message = error.message.replace(
    /^Row (\d+) of the response/u,
    (_, row: string) => `Row ${place + Number(row)} of the snapshot`,
  );
  return new UnreadableBody(message, { cause: error });
}

/** Scans a page. `place`: rows before it. */
async function readBody(body: HeldBody, place: number): Promise<BodyReading<ScannedPage>> {
  try {
    const scanned = await body.scan(place);
    const { rows, nextLink, totalCount } = scanned;
    return { value: scanned, rowCount: rows, nextLink, totalCount };
  } catch (error) {
    throw inSnapshot(error, place);
  }
}

/**
 * Reads the snapshot once, from its first page to its last.
 *
 * @param oneByOne never ask for a page before the one in front of it has come
 */
async function readOnce(
  client: PartnerCenterClient,
  snapshot: Snapshot,
  options: DownloadOptions,
  oneByOne: boolean,
): Promise<Downloaded> {
  const failed = new AbortController();
  const signal = AbortSignal.any([options.signal, failed.signal]);
  const checkDates = watchDates(snapshot);
  const checkRepeat = watchRepeats();
  const query = queryOf({ snapshot, filter: null, groupby: [] });
  let rows = 0;
  let totalCount = snapshot.totalCount;
  // The last page had rows, whose dates say that the end is that of this snapshot.
  let isEndDated = false;

  async function readPage(
    place: number,
    asked: LicenseDeploymentQuery,
    continuation?: Continuation,
  ): Promise<Page> {
    await options.turn(signal);
    const page = await client.read(
      asked,
      { exchange: options.exchange, readBody: (body) => readBody(body, place) },
      { signal, priority: 'background', continuation },
    );
    checkDates(page.value.processedDateTimes);
    checkRepeat(page.rowCount, () => page.value.digest);
    rows += page.rowCount;
    if (rows > options.limit()) throw new TooManyRows(rows);
    totalCount = page.totalCount ?? totalCount;
    options.onProgress({ loaded: rows, total: totalCount });
    return page;
  }

  /** One page after the other, each where the one before it says. */
  async function readOn(first: Continuation): Promise<void> {
    const pages = followPages(first, async (next = first) => {
      try {
        return await readPage(next.skip, query, next);
      } catch (error) {
        if (!isBehindEnd(error, rows, totalCount)) throw error;
        return null;
      }
    });
    for await (const page of pages) isEndDated = page.rowCount > 0;
  }

  /**
   * Several ranges of rows at once, in order, until one of them has the last page. Where the service refuses one, which
   * may lie behind the last row, it goes on with one after the other: only what is refused then is trouble.
   */
  async function readAhead(begin: number): Promise<void> {
    let next = begin;
    let end = Number.POSITIVE_INFINITY;
    let furthest = begin;
    let countAtEnd = totalCount;
    const gaps: Gap[] = [];

    function endAt(reached: number, page: Page): void {
      const isDated = page.rowCount > 0;
      if (reached < end) {
        countAtEnd = page.totalCount ?? countAtEnd;
        isEndDated = isDated;
      } else if (reached === end) isEndDated ||= isDated;
      end = Math.min(end, reached);
    }

    async function readRange(from: number, to: number, onRefused: (gap: Gap, error: unknown) => void) {
      let at = from;
      try {
        for (let link: Continuation | undefined; at < to;) {
          const page: Page = await readPage(at, { ...query, top: to - at, skip: at }, link);
          const reached = at + page.rowCount;
          if (page.rowCount > 0) furthest = Math.max(furthest, reached);
          if (page.next === null) {
            endAt(reached, page);
            return;
          }
          const linked = skipOf(page.next);
          if (linked === null || linked > to || reached > to)
            throw pagesOverlap('The pages cut across the ranges.');
          at = linked;
          // After a page without rows only the service's own link leads on.
          link = page.rowCount === 0 ? page.next : undefined;
        }
      } catch (error) {
        if (!isRefused(error)) throw error;
        onRefused({ from: at, to }, error);
      }
    }

    async function takeRanges(limit: number): Promise<void> {
      while (gaps.length === 0 && next < Math.min(end, limit)) {
        const from = next;
        next += MAX_TOP;
        await readRange(from, next, (gap) => gaps.push(gap));
      }
    }

    /** One range after the other: those that were refused, then those that were not asked for yet. */
    async function takeRest(): Promise<void> {
      const endBehind = (gap: Gap, error: unknown): void => {
        if (!isBehindEnd(error, rows, totalCount)) throw error;
        end = gap.from;
      };
      const rest = gaps.toSorted((a, b) => a.from - b.from);
      for (;;) {
        const { from, to } = rest.shift() ?? { from: next, to: next + MAX_TOP };
        if (from >= end) return;
        next = Math.max(next, to);
        await readRange(from, to, endBehind);
      }
    }

    // The count is a hint: where the rows go on behind it, it says nothing more.
    for (const limit of [totalCount ?? Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]) {
      await together(() => takeRanges(limit));
    }
    if (gaps.length > 0) await takeRest();
    // Whether rows behind an end belong to the snapshot, only the service's own way through its pages can say.
    if (furthest > end) throw pagesOverlap('A page came from behind the last one.');
    totalCount = countAtEnd;
  }

  /** Runs several of the same at once; where one fails, the others stop, and it fails with that one's error. */
  async function together(run: () => Promise<void>): Promise<void> {
    let failure: { readonly error: unknown } | null = null;
    const runs = Array.from({ length: MAX_BACKGROUND }, async () => {
      try {
        await run();
      } catch (error) {
        failure ??= { error };
        failed.abort();
      }
    });
    await Promise.all(runs);
    const first = failure as { readonly error: unknown } | null;
    if (first !== null) throw first.error;
  }

  const first = await readPage(0, query);
  isEndDated = first.rowCount > 0;
  if (first.next !== null) {
    const begin = first.rowCount === 0 ? null : skipOf(first.next);
    await (oneByOne || begin === null ? readOn(first.next) : readAhead(begin));
  }
  if (rows === 0) throw snapshotChanged(snapshot);
  if (!isEndDated) await createPinCheck(client).check(snapshot, { signal, priority: 'background' });
  return { rows, totalCount };
}

/**
 * Reads every row of a snapshot, 10,000 a response, several responses at once where the service pages by `skip`; where
 * it pages by a name of its own, one after the other. What ends it is the last page. Pages of two snapshots, or a page
 * that came twice, are never mixed in: the download begins again, a few times, and then fails. So it does where the
 * snapshot is gone, which an end that has no rows to tell its day by may mean.
 *
 * At most as many pages are in memory as requests behind what is looked at may be under way.
 *
 * @throws PartnerCenterError, TooManyRows, or the signal's reason
 */
export function download(
  client: PartnerCenterClient,
  snapshot: Snapshot,
  options: DownloadOptions,
): Promise<Downloaded> {
  let oneByOne = false;
  return unmixed(async (isFirst) => {
    options.signal.throwIfAborted();
    if (!isFirst) await options.drop();
    try {
      return await readOnce(client, snapshot, options, oneByOne);
    } catch (error) {
      // Pages that overlap when they are asked for by their place may not where the service leads from one to the next.
      if (error instanceof PartnerCenterError && error.kind === 'pagesOverlap') oneByOne = true;
      throw error;
    }
  });
}
