import { PartnerCenterError } from '#partner-center/error.ts';
import { NotReceived, type Head, type Outgoing } from '#partner-center/exchange.ts';
import type { Priority } from '#partner-center/queue.ts';
import { NotJson, UnreadableBody } from '#partner-center/response.ts';
import type {
  AnomaliesQuestion,
  ChangesQuestion,
  GroupsQuestion,
  MembersQuestion,
  PageQuestion,
  StandingQuestion,
  TotalsQuestion,
} from '#engine/engine.ts';
import type { AnomaliesOfTables } from '#engine/snapshot/answers/anomalies/anomalies-of-tables.ts';
import type { ChangesOfTables } from '#engine/snapshot/answers/changes/changes-of-tables.ts';
import type { TableAnswers } from '#engine/snapshot/answers/table-answers.ts';
import type { Part, ScannedPage } from '#engine/snapshot/load/part-builder.ts';
import type { PackedRows } from './packed-rows.ts';
import { StorageRefused, type Refusal } from '#engine/snapshot/store/storage-refused.ts';

// Both ends are of one build, so that messages are typed and not parsed. What a class would carry goes as plain data.

/** What is asked besides the rows it is about. */
export type Questions = {
  readonly totals: TotalsQuestion;
  readonly summary: null;
  readonly groups: GroupsQuestion;
  readonly page: PageQuestion;
  readonly members: MembersQuestion;
  readonly standing: StandingQuestion;
  readonly changes: ChangesQuestion;
  readonly anomalies: AnomaliesQuestion;
};
export type QuestionName = keyof Questions;

/** A page of rows on its way to the page. */
export type PackedPage = Omit<ReturnType<TableAnswers['page']>, 'rows'> & { readonly rows: PackedRows };

export type AnswerTo<N extends QuestionName> = N extends 'page'
  ? PackedPage
  : N extends keyof TableAnswers
    ? ReturnType<TableAnswers[N]>
    : N extends 'changes'
      ? ChangesOfTables
      : AnomaliesOfTables;

/** Where a table is kept in the browser: whose it is, and what it is of. */
export type StoreId = { readonly account: string; readonly key: string };

/** Names a table to the worker that answers. The page gives each table that it sends a number of its own. */
export type TableId = number;

/** A table that a worker now holds. */
export type Held = {
  readonly rows: number;
  /** All it takes in memory, dictionaries included. */
  readonly bytes: number;
};

/** A part on its way to another worker, with the memory in it that moves instead of being copied. */
export type MovedPart = { readonly part: Part; readonly buffers: readonly ArrayBuffer[] };

/** A header's name and its value. */
export type Header = [name: string, value: string];

/** How a response of a worker begins. */
export type FetchedHead = { readonly status: number; readonly headers: readonly Header[] };

/** A response that a worker fetched. */
export type Fetched = FetchedHead &
  (
    | {
        readonly ok: true;
        /** The body, which stays with the worker until it is scanned. */ readonly body: BodyId;
      }
    | { readonly ok: false; readonly text: string }
  );
/** Names a body to the worker that holds it. */
export type BodyId = number;

/** What a worker does on request, each answered once. */
export type Calls = {
  /** Fetches a response and holds its body. Fails as an `Exchange` does. */
  readonly fetch: { readonly args: Outgoing; result: Fetched };
  /** Reads a body into the worker's part. Fails as a `PageReader` does. `place`: rows before the page. */
  readonly scan: {
    readonly args: { readonly place: number; readonly body: BodyId };
    result: ScannedPage;
  };
  /** Forgets every page that was fetched or scanned. */
  readonly drop: { readonly args: null; result: null };
  /** Gives the worker's part away. */
  readonly build: { readonly args: null; result: MovedPart };
  /** Makes a table of parts, to answer from. */
  readonly adopt: {
    readonly args: { readonly table: TableId; readonly parts: readonly Part[] };
    result: Held;
  };
  /** Keeps a table in the browser. Gives the bytes it takes there. */
  readonly keep: { readonly args: StoreId & { readonly table: TableId }; result: number };
  /** Takes a table that was kept, to answer from; null where there is none. */
  readonly restore: { readonly args: StoreId & { readonly table: TableId }; result: Held | null };
  /** Drops a table once every question is answered that was asked about it before. */
  readonly release: { readonly args: { readonly table: TableId }; result: null };
};
export type CallName = keyof Calls;

type Call = {
  readonly [K in CallName]: { readonly kind: K; readonly id: number; readonly args: Calls[K]['args'] };
}[CallName];

/** A question with the rows it is about, as they go to a worker. */
export type QuestionOf<N extends QuestionName> = {
  readonly name: N;
  readonly question: Questions[N];
  /** The one it is about, or the two that it compares: the later one, then the earlier. Anomalies have one or two. */
  readonly tables: readonly [TableId, ...(readonly TableId[])];
  /** Printed: a tree may be deeper than what a message can carry. */
  readonly filter: string;
  readonly search: string;
  readonly priority: Priority;
};

export type Ask = {
  readonly [N in QuestionName]: { readonly kind: 'ask'; readonly id: number } & QuestionOf<N>;
}[QuestionName];

/**
 * From the page to a worker. `cancel`: the answer is no longer wanted; what has not begun never does, and what is being
 * fetched is left.
 */
export type ToWorker = Call | Ask | { readonly kind: 'cancel'; readonly id: number };

/**
 * From a worker to the page. `begun`: what is being fetched has begun to come. `prepared`: nothing is left to prepare
 * of this table, and this is what it takes now, in bytes.
 */
export type FromWorker =
  | { readonly kind: 'begun'; readonly id: number; readonly head: FetchedHead }
  | { readonly kind: 'done'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure }
  | { readonly kind: 'prepared'; readonly table: TableId; readonly bytes: number };

/** An error as a message carries it. */
export type Failure =
  | { readonly kind: 'notJson'; readonly isWebPage: boolean }
  | { readonly kind: 'notReceived' | 'unreadableBody' | 'other'; readonly message: string }
  | { readonly kind: 'storageRefused'; readonly reason: Refusal };

/** How a response begins, as a message carries it. */
export function fetchedHeadOf({ status, headers }: Head): FetchedHead {
  return { status, headers: [...headers] };
}

/** How a response of a worker begins, on the page. */
export function headOf({ status, headers }: FetchedHead): Head {
  return { status, headers: new Headers([...headers]) };
}

/** An error of a worker, for the page. */
export function failureOf(error: unknown): Failure {
  if (error instanceof StorageRefused) return { kind: 'storageRefused', reason: error.reason };
  if (error instanceof NotJson) return { kind: 'notJson', isWebPage: error.isWebPage };
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof NotReceived) return { kind: 'notReceived', message };
  if (error instanceof UnreadableBody) return { kind: 'unreadableBody', message };
  return { kind: 'other', message };
}

/** The error a failure stands for, on the page; where it is none of the known ones, the browser failed. */
export function errorOfFailure(failure: Failure): Error {
  switch (failure.kind) {
    case 'notJson':
      return new NotJson(failure.isWebPage);
    case 'notReceived':
      return new NotReceived(failure.message);
    case 'unreadableBody':
      return new UnreadableBody(failure.message);
    case 'storageRefused':
      return new StorageRefused(failure.reason);
    case 'other':
      return new PartnerCenterError({ kind: 'browserFailed', description: failure.message });
  }
}
