import { SignInNeeded, type TokenRequest, type TokenSource } from '#partner-center/token-source.ts';
import { browserConnectivity, createWaitingRoom, type Activity, type Connectivity } from './activity.ts';
import { systemClock, type Clock } from './clock.ts';
import { isAbort, PartnerCenterError, type ErrorDetails } from './error.ts';
import { errorOf, idsOf, type SentIds } from './error-response.ts';
import { exchangeBy, NotReceived, type Exchange, type Head } from './exchange.ts';
import type { Field } from './fields.ts';
import { printFilter } from './filter/print.ts';
import type { Filter } from './filter/syntax.ts';
import { piecesOf, type Pieces } from './pieces.ts';
import { createRequestQueue, type Priority } from './queue.ts';
import { NotJson, readResponsePieces, UnreadableBody, type Row } from './response.ts';
import { MAX_TRIES, waitBeforeRetry } from './retry.ts';
import { createSecondFactorNotice, type SecondFactorNotice } from './second-factor.ts';

/** The report's path, with the trailing slash the endpoint's page writes. */
export const LICENSE_DEPLOYMENT_PATH = '/v1/analytics/commercial/deployment/license/';

/** Rows in one response, at most: the maximum of `top`. */
export const MAX_TOP = 10_000;

/** A question in the endpoint's words. */
export type LicenseDeploymentQuery = {
  /** null: everything. */
  readonly filter: Filter | null;
  /** Empty: ungrouped rows. */
  readonly groupby: readonly Field[];
  /** Which snapshot; null: the latest. Sent as it is. */
  readonly processedDateTime: string | null;
  /** Rows in this response, 1 to 10,000. More is asked for as 10,000: the next pages have the rest. */
  readonly top: number;
  readonly skip: number;
};

/** One response of the endpoint. */
export type LicenseDeploymentPage = {
  readonly rows: readonly Row[];
  /** Rows in the whole query by the service's count: a hint. null where it gave none. */
  readonly totalCount: number | null;
  /** How to ask for the next page; null: this was the last. */
  readonly next: Continuation | null;
};

/** What a reader makes of the body of one response. */
export type BodyReading<T> = {
  readonly rowCount: number;
  /** null or empty: this is the last page. undefined: the response has no such name. */
  readonly nextLink: string | null | undefined;
  /** null where the response names none. */
  readonly totalCount: number | null;
  readonly value: T;
};

/**
 * How a response is fetched and read, wherever that is done. `B`: its body in between.
 *
 * `readBody` rejects with `NotJson` or `UnreadableBody` where the body is no answer; the client makes its errors of
 * those.
 */
export type PageReader<B, T> = {
  readonly exchange: Exchange<B>;
  readonly readBody: (body: B) => Promise<BodyReading<T>>;
};

/** One response of the endpoint, read by a reader of the caller. */
export type ReadPage<T> = Pick<LicenseDeploymentPage, 'totalCount' | 'next'> & {
  readonly value: T;
  readonly rowCount: number;
};

// Servers and proxies in between commonly take 8 kB of address and headers; the headers need their share. Characters.
const LONGEST_ADDRESS = 7_000;

// A page of 10,000 rows takes the service seconds; beyond this the connection is taken for dead. Milliseconds.
const LONGEST_TRY = 120_000;

// A token that ended, and one that proves too little in two ways: more in a row is a service that can't be satisfied.
const MOST_REFUSALS = 3;

// A service that filters while it pages may send some pages without rows. One that sends this many in a row is stuck.
const MOST_EMPTY_PAGES = 25;

/** The way to a later page of a query. */
export type Continuation = {
  /** The paging part of the address, as it is sent: that of the service's next link, or the next `skip`. */
  readonly paging: string;
  /** Rows on the pages before it. */
  readonly skip: number;
  /** Pages without rows, one after the other, that led there; none where it is left out. */
  readonly emptyPages?: number;
};

export type CallOptions = {
  readonly signal?: AbortSignal | undefined;
  /** `visible`, the default, goes before `background` where not all can go at once. */
  readonly priority?: Priority | undefined;
};

/** `continuation` is the `next` of the page before. */
export type PageOptions = CallOptions & { readonly continuation?: Continuation | undefined };

/** A request as far as it says what is asked. */
export type PlainRequest = {
  /** Relative to the page where `baseUrl` is empty. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
};

export type PartnerCenterClient = {
  /** One response. */
  readonly licenseDeployment: (
    query: LicenseDeploymentQuery,
    options?: PageOptions,
  ) => Promise<LicenseDeploymentPage>;
  /** One response, fetched and read by the caller's reader, which is asked again with each try. */
  readonly read: <B, T>(
    query: LicenseDeploymentQuery,
    reader: PageReader<B, T>,
    options?: PageOptions,
  ) => Promise<ReadPage<T>>;
  /** What is sent for a query, so that a person can send it themselves: without the token, and without ids of its own. */
  readonly requestOf: (query: LicenseDeploymentQuery) => PlainRequest;
  /** Whether the address of a query is short enough to be sent. */
  readonly fits: (query: LicenseDeploymentQuery) => boolean;
  /** What waits for another try. */
  readonly activity: Activity;
  /** The service still answers, but will refuse tokens that show no second factor. */
  readonly secondFactor: SecondFactorNotice;
};

export type ClientOptions = {
  readonly tokens: TokenSource;
  /** Where `/v1/…` is served: empty for the page's own origin, else an absolute URL. */
  readonly baseUrl?: string;
  /** Sent as `MS-PartnerCenter-Application`. */
  readonly applicationName?: string;
  /** Sent as `X-Locale`; the service's default is `en-US`. */
  readonly locale?: string;
  readonly fetch?: typeof fetch;
  readonly clock?: Clock;
  readonly connectivity?: Connectivity;
  /** 0 ≤ random() < 1, for the jitter between tries. */
  readonly random?: () => number;
};

// The parameters that say what is asked. A next link never changes them: the pages of one answer have one question.
const QUESTION_PARAMETERS: ReadonlySet<string> = new Set(['filter', 'groupby', 'processeddatetime']);

// `%20`, not `+`: a plus sign is a space only by the rules of HTML forms, which a service need not follow.
function parameter(name: string, value: string): string {
  return `${name}=${encodeURIComponent(value.toWellFormed())}`;
}

function questionOf(query: LicenseDeploymentQuery): readonly string[] {
  const parameters: string[] = [];
  if (query.filter !== null) parameters.push(parameter('filter', printFilter(query.filter)));
  if (query.groupby.length > 0) parameters.push(parameter('groupby', query.groupby.join(',')));
  if (query.processedDateTime !== null) {
    parameters.push(parameter('processedDateTime', query.processedDateTime));
  }
  return parameters;
}

function pagingOf(top: number, skip: number): string {
  return skip > 0 ? `top=${top}&skip=${skip}` : `top=${top}`;
}

/** The parameters of a query that is written as in an address, decoded. For reading only: sent is what came. */
function decoded(query: string): readonly (readonly [name: string, value: string])[] {
  return [...new URLSearchParams(query)].map(([name, value]) => [name.toLowerCase(), value]);
}

/**
 * The row that a page begins with, where `skip` and `top` alone say so; null where it is found by a name of its own.
 */
export function skipOf({ paging }: Continuation): number | null {
  let skip: number | null = null;
  for (const [name, value] of decoded(paging)) {
    if (name === 'skip') skip = Number(value);
    else if (name !== 'top') return null;
  }
  return Number.isSafeInteger(skip) ? skip : null;
}

/** Is every percent sign the beginning of a byte? What is not written so leads nowhere. */
function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The paging part of a next link where it names the same service path, else null: its query without the parameters that
 * say what is asked, each of the others exactly as it is written there.
 * It may be absolute (it then names the service's own host, which is not where a gateway's client calls) or relative;
 * only its query is taken, so that a token never goes to another host.
 */
export function nextLinkPaging(nextLink: string): string | null {
  let url: URL;
  try {
    url = new URL(nextLink, `https://service.invalid${LICENSE_DEPLOYMENT_PATH}`);
  } catch {
    return null;
  }
  const path = `${url.pathname.replace(/\/+$/, '')}/`.toLowerCase();
  if (!path.endsWith(LICENSE_DEPLOYMENT_PATH)) return null;
  // Not decoded and encoded again: a `+` in a name of the service's own is a plus sign to some and a space to others.
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((part) => decoded(part).some(([name]) => !QUESTION_PARAMETERS.has(name)));
  const paging = kept.join('&');
  return paging !== '' && isDecodable(paging) ? paging : null;
}

/** Does a link lead to rows that were read already? By its `skip`; a link that pages by a name of its own is believed. */
function leadsBack(linked: string, rowsRead: number): boolean {
  const parameters = decoded(linked);
  const skips = parameters.filter(([name]) => name === 'skip').map(([, value]) => Number(value));
  if (skips.length > 0) return !skips.every((skip) => skip >= rowsRead);
  return rowsRead > 0 && parameters.every(([name]) => name === 'top');
}

/** @throws PartnerCenterError where too many pages without rows have led on, one after the other */
function nextOf(
  query: LicenseDeploymentQuery,
  current: Continuation,
  rowCount: number,
  nextLink: string | null | undefined,
): Continuation | null {
  if (nextLink === null || nextLink?.trim() === '') return null;
  // Without even the name of a link, a page that is not full is the last one.
  if (nextLink === undefined && rowCount < query.top) return null;
  const skip = current.skip + rowCount;
  const linked = nextLink === undefined ? null : nextLinkPaging(nextLink);
  const isUsable = linked !== null && !leadsBack(linked, skip);
  if (rowCount > 0) {
    // A link to the page it stands on would lead round for ever.
    return { paging: isUsable && linked !== current.paging ? linked : pagingOf(query.top, skip), skip };
  }
  // Without rows, only the service's own link can lead on, be it to the same page, which may have rows the next time.
  if (!isUsable) return null;
  const emptyPages = (current.emptyPages ?? 0) + 1;
  if (emptyPages > MOST_EMPTY_PAGES) {
    throw new PartnerCenterError({
      kind: 'emptyPages',
      description: `The service sent ${emptyPages} pages without rows in a row, each with a link to another.`,
    });
  }
  return { paging: linked, skip, emptyPages };
}

/** The body of a response, with what an error about it has to say. */
type Received<B> = { readonly body: B; readonly status: number; readonly ids: SentIds };

async function readWith<B, T>(
  { readBody }: PageReader<B, T>,
  { body, status, ids }: Received<B>,
): Promise<BodyReading<T>> {
  try {
    return await readBody(body);
  } catch (cause) {
    if (!(cause instanceof NotJson || cause instanceof UnreadableBody)) throw cause;
    throw new PartnerCenterError({
      kind: cause instanceof NotJson ? 'interrupted' : 'unreadableResponse',
      status,
      description: cause.message,
      ...ids,
      cause,
    });
  }
}

/**
 * The error of a try whose response did not come in full. `head`: how it began; null: nothing came. `now`: milliseconds
 * since the epoch.
 */
function notReceived(
  head: Head | null,
  description: string,
  sent: SentIds,
  now: number,
  cause: unknown,
): PartnerCenterError {
  if (head === null) return new PartnerCenterError({ kind: 'network', description, ...sent, cause });
  const { status, headers } = head;
  // What a refusal is follows from its status; its body would only give the reason.
  if (status > 299) return errorOf(head, '', sent, now);
  return new PartnerCenterError({
    kind: 'interrupted',
    status,
    description,
    ...idsOf(headers, sent),
    cause,
  });
}

/** The work's result, or a rejection with the signal's reason where that comes first. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const over = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    const leave = (): void => reject(signal.reason as Error);
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { signal: over.signal });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    over.abort();
  }
}

/** @param refusal what the service said to the token before, whose words and ids say more than the directory's */
async function tokenFrom(
  tokens: TokenSource,
  request: TokenRequest,
  refusal: ErrorDetails | null,
): Promise<string> {
  try {
    return await tokens.getToken(request);
  } catch (cause) {
    if (isAbort(cause) || cause instanceof PartnerCenterError) throw cause;
    if (cause instanceof SignInNeeded) {
      const claims = cause.claims ?? request.claims ?? null;
      const stepUp = cause.isInVain ? 'stepUpRefused' : 'stepUpNeeded';
      throw new PartnerCenterError({
        ...(refusal ?? { description: cause.message }),
        kind: claims === null ? 'signInNeeded' : stepUp,
        claims,
        cause,
      });
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new PartnerCenterError({
      kind: 'network',
      description: `The sign-in could not be renewed: ${reason}`,
      cause,
    });
  }
}

/**
 * A client of the license deployment report: one function per question, typed, independent of any framework.
 *
 * Every rejection is a `PartnerCenterError`, or the `AbortError` of the caller's own signal.
 * A 401 is answered by one silent renewal of the token, a claims challenge, or the want of a second factor, by one silent
 * request for those claims.
 * What failed in passing is tried again, see `waitBeforeRetry`; all requests of a client share one queue.
 */
export function createPartnerCenterClient(options: ClientOptions): PartnerCenterClient {
  const { tokens, applicationName, locale } = options;
  const baseUrl = (options.baseUrl ?? '').replace(/\/+$/, '');
  // Looked up at each call, not bound once: what wraps `fetch` later is still used.
  const send: typeof fetch = options.fetch ?? ((input, init) => fetch(input, init));
  const onPage = exchangeBy(send, piecesOf);

  const queue = createRequestQueue();
  const clock = options.clock ?? systemClock;
  const connectivity = options.connectivity ?? browserConnectivity;
  const room = createWaitingRoom(clock, connectivity);
  const random = options.random ?? Math.random;
  const secondFactor = createSecondFactorNotice();
  const plainHeaders = {
    Accept: 'application/json',
    'MS-Contract-Version': 'v1',
    'X-Locale': locale ?? 'en-US',
    ...(applicationName ? { 'MS-PartnerCenter-Application': applicationName } : {}),
  };
  /** The token that the service took last. */
  let lastPassed: string | null = null;

  /** One try with a time limit. */
  async function attempt<B>(
    exchange: Exchange<B>,
    url: string,
    token: string,
    requestId: string,
    signal: AbortSignal | undefined,
  ): Promise<Received<B>> {
    const sent: SentIds = { requestId, correlationId: crypto.randomUUID() };
    const finished = new AbortController();
    const tooLate = new AbortController();
    const timer = clock.sleep(LONGEST_TRY, finished.signal).then(
      () => tooLate.abort(),
      () => undefined,
    );
    const either = signal === undefined ? tooLate.signal : AbortSignal.any([signal, tooLate.signal]);
    let head = null as Head | null;
    try {
      const asked = exchange(
        {
          url,
          headers: {
            ...plainHeaders,
            Authorization: `Bearer ${token}`,
            'MS-RequestId': sent.requestId,
            'MS-CorrelationId': sent.correlationId,
          },
        },
        either,
        (begun) => {
          head = begun;
        },
      );
      const response = await unlessAborted(asked, either);
      const { status, headers } = response;
      if (!response.ok) throw errorOf(response, response.text, sent, clock.now());
      secondFactor.hear(headers);
      return { body: response.body, status, ids: idsOf(headers, sent) };
    } catch (cause) {
      signal?.throwIfAborted();
      if (tooLate.signal.aborted && !(cause instanceof PartnerCenterError)) {
        const missing = head === null ? 'No answer' : 'Not all of the answer';
        const description = `${missing} came within ${LONGEST_TRY / 1000} seconds.`;
        throw notReceived(head, description, sent, clock.now(), cause);
      }
      if (cause instanceof NotReceived) throw notReceived(head, cause.message, sent, clock.now(), cause);
      throw cause;
    } finally {
      finished.abort();
      await timer;
    }
  }

  /** Tries until there is an answer, another try would not help, or nobody wants it any more. */
  async function tryUntilAnswered<B, T>(
    url: string,
    reader: PageReader<B, T>,
    signal: AbortSignal | undefined,
  ): Promise<BodyReading<T>> {
    let tokenRequest: TokenRequest = {};
    /** What was refused since the last try that could pass, by the claims it asked for. */
    let refusals = new Map<string | null, PartnerCenterError>();
    let requestId: string = crypto.randomUUID();
    let waited: number | undefined;
    for (let tries = 1; ;) {
      let token: string | null = null;
      try {
        token = await tokenFrom(tokens, tokenRequest, [...refusals.values()].at(-1) ?? null);
        signal?.throwIfAborted();
        const received = await attempt(reader.exchange, url, token, requestId, signal);
        lastPassed = token;
        signal?.throwIfAborted();
        // Apart from the time limit: that is the service's.
        const body = await readWith(reader, received);
        signal?.throwIfAborted();
        queue.answered();
        return body;
      } catch (error) {
        if (!(error instanceof PartnerCenterError)) throw error;
        // The same id means "the same question again": true only while the service has not answered it.
        if (error.kind !== 'network') requestId = crypto.randomUUID();
        // Without a token it is the directory that wants the person.
        if (token !== null && (error.kind === 'signInNeeded' || error.kind === 'stepUpNeeded')) {
          if (refusals.has(error.claims) || refusals.size === MOST_REFUSALS) throw error;
          refusals.set(error.claims, error);
          tokenRequest = {
            forceRefresh: true,
            refused: token,
            hadPassed: token === lastPassed,
            ...(error.claims === null ? {} : { claims: error.claims }),
          };
          continue;
        }
        if (error.kind === 'throttled') queue.throttled();
        const offline = error.kind === 'network' && !connectivity.isOnline();
        const wait = offline ? null : waitBeforeRetry(error, tries, random);
        if (wait === null && !offline) throw error;
        waited = await room.wait(wait, { error, tries, mostTries: MAX_TRIES }, signal, waited);
        // Without a network nothing was tried.
        if (!offline) tries += 1;
        tokenRequest = {};
        refusals = new Map();
      }
    }
  }

  /** Waits for a place in the queue and holds it until there is an answer, an error, or nobody wants it any more. */
  async function get<B, T>(
    url: string,
    reader: PageReader<B, T>,
    { signal, priority = 'visible' }: CallOptions,
  ): Promise<BodyReading<T>> {
    const leave = await queue.enter(priority, signal);
    try {
      const work = tryUntilAnswered(url, reader, signal);
      // Whatever it waits for, a token above all, may not know of the signal: the place is free at once all the same.
      return await (signal === undefined ? work : unlessAborted(work, signal));
    } finally {
      leave();
    }
  }

  function addressOf(query: LicenseDeploymentQuery, paging = pagingOf(query.top, query.skip)): string {
    return `${baseUrl}${LICENSE_DEPLOYMENT_PATH}?${[...questionOf(query), paging].join('&')}`;
  }

  async function read<B, T>(
    asked: LicenseDeploymentQuery,
    reader: PageReader<B, T>,
    { continuation, ...call }: PageOptions = {},
  ): Promise<ReadPage<T>> {
    const query = { ...asked, top: Math.min(asked.top, MAX_TOP) };
    const current = continuation ?? { paging: pagingOf(query.top, query.skip), skip: query.skip };
    const { value, rowCount, totalCount, nextLink } = await get(
      addressOf(query, current.paging),
      reader,
      call,
    );
    return { value, rowCount, totalCount, next: nextOf(query, current, rowCount, nextLink) };
  }

  return {
    activity: room,
    secondFactor,
    requestOf: (query) => ({ url: addressOf(query), headers: plainHeaders }),
    fits: (query) => addressOf(query).length <= LONGEST_ADDRESS,
    read,
    async licenseDeployment(query, options) {
      const readBody = async (pieces: Pieces): Promise<BodyReading<readonly Row[]>> => {
        const { rows, nextLink, totalCount } = await readResponsePieces(pieces, query.groupby);
        return { value: rows, rowCount: rows.length, nextLink, totalCount };
      };
      const { value, totalCount, next } = await read(query, { exchange: onPage, readBody }, options);
      return { rows: value, totalCount, next };
    },
  };
}
