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

/** The report's path, with the trailing slash that the endpoint's page writes. */
export const LICENSE_DEPLOYMENT_PATH = '/v1/analytics/commercial/deployment/license/';

/** Rows in one response, at most: the maximum of `top`. */
export const MAX_TOP = 10_000;

/** A question in the endpoint's words. */
export type LicenseDeploymentQuery = {
  /** null where all rows pass. */
  readonly filter: Filter | null;
  /** Empty for rows that are not grouped. */
  readonly groupby: readonly Field[];
  /** The snapshot; null for the latest one. It is sent unchanged. */
  readonly processedDateTime: string | null;
  /** The rows in this response, 1 to 10,000. A larger number is sent as 10,000: the next pages have the rest. */
  readonly top: number;
  readonly skip: number;
};

/** One response of the endpoint. */
export type LicenseDeploymentPage = {
  readonly rows: readonly Row[];
  /** The rows in the whole query as the service counts them, which is a hint; null where it gave no count. */
  readonly totalCount: number | null;
  /** How to ask for the next page; null where this is the last one. */
  readonly next: Continuation | null;
};

/** What a reader makes of the body of one response. */
export type BodyReading<T> = {
  readonly rowCount: number;
  /** null or empty where this is the last page; undefined where the response has no such name. */
  readonly nextLink: string | null | undefined;
  /** null where the response names no count. */
  readonly totalCount: number | null;
  readonly value: T;
};

/**
 * How a response is fetched and read, wherever that is done. `B` is the type of its body before it is read.
 *
 * `readBody` rejects with `NotJson` or `UnreadableBody` where the body is not a valid answer; the client turns those
 * into its own errors.
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

// In characters. Servers and proxies on the way commonly take 8 kB of address and headers, and the headers need some of
// that.
const LONGEST_ADDRESS = 7_000;

// In milliseconds. A page of 10,000 rows takes the service seconds; after this time the connection counts as dead.
const LONGEST_TRY = 120_000;

// One refusal can be for a token that has ended, and two for a token that proves too little in two ways. A service that
// refuses more often in a row cannot be satisfied.
const MOST_REFUSALS = 3;

// A service that filters while it pages may send some pages without rows. A service that sends so many in a row is
// stuck.
const MOST_EMPTY_PAGES = 25;

/** How to get to a later page of a query. */
export type Continuation = {
  /** The paging part of the address, as it is sent: from the service's next link, or with the next `skip`. */
  readonly paging: string;
  /** The number of rows on the pages before it. */
  readonly skip: number;
  /** The number of pages without rows in a row that led there; 0 where it is left out. */
  readonly emptyPages?: number;
};

export type CallOptions = {
  readonly signal?: AbortSignal | undefined;
  /** `visible`, the default, goes before `background` where not all requests can go at once. */
  readonly priority?: Priority | undefined;
};

/** `continuation` is the `next` of the page before. */
export type PageOptions = CallOptions & { readonly continuation?: Continuation | undefined };

/** The part of a request that says what is asked. */
export type PlainRequest = {
  /** The address, relative to the page where `baseUrl` is empty. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
};

export type PartnerCenterClient = {
  /** One response. */
  readonly licenseDeployment: (
    query: LicenseDeploymentQuery,
    options?: PageOptions,
  ) => Promise<LicenseDeploymentPage>;
  /** Asks for one response, which the caller's reader fetches and reads, anew for each try. */
  readonly read: <B, T>(
    query: LicenseDeploymentQuery,
    reader: PageReader<B, T>,
    options?: PageOptions,
  ) => Promise<ReadPage<T>>;
  /** The request for a query, so that a person can send it themselves: it has no token, and no ids of its own. */
  readonly requestOf: (query: LicenseDeploymentQuery) => PlainRequest;
  /** Whether the address of a query is short enough to be sent. */
  readonly fits: (query: LicenseDeploymentQuery) => boolean;
  /** The questions that wait for another try. */
  readonly activity: Activity;
  /** The notice that the service still answers, but will refuse tokens that show no second factor. */
  readonly secondFactor: SecondFactorNotice;
};

export type ClientOptions = {
  readonly tokens: TokenSource;
  /** The address below which `/v1/…` is served: empty for the page's own origin, otherwise an absolute URL. */
  readonly baseUrl?: string;
  /** The name that is sent as `MS-PartnerCenter-Application`. */
  readonly applicationName?: string;
  /** Gives the locale that is sent as `X-Locale`, asked for each request; the service's default is `en-US`. */
  readonly locale?: () => string;
  readonly fetch?: typeof fetch;
  readonly clock?: Clock;
  readonly connectivity?: Connectivity;
  /** A number from 0 to below 1, for the jitter between tries. */
  readonly random?: () => number;
};

// The parameters that say what is asked. A next link never changes them: all pages of an answer belong to one question.
const QUESTION_PARAMETERS: ReadonlySet<string> = new Set(['filter', 'groupby', 'processeddatetime']);

// A space is sent as `%20` and not as `+`: a plus sign means a space only by the rules of HTML forms, which a service
// need not follow.
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

/**
 * The decoded parameters of a query that is written as in an address. They are only for reading: the original text is
 * sent.
 */
function decoded(query: string): readonly (readonly [name: string, value: string])[] {
  return [...new URLSearchParams(query)].map(([name, value]) => [name.toLowerCase(), value]);
}

/**
 * The row with which a page begins, where `skip` and `top` alone decide it; null where the service pages by a parameter
 * with a name of its own.
 */
export function skipOf({ paging }: Continuation): number | null {
  let skip: number | null = null;
  for (const [name, value] of decoded(paging)) {
    if (name === 'skip') skip = Number(value);
    else if (name !== 'top') return null;
  }
  return Number.isSafeInteger(skip) ? skip : null;
}

/** Is every percent sign the beginning of a byte? A link that is not written so cannot be followed. */
function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The paging part of a next link that names the same service path, otherwise null. It is the link's query without the
 * parameters that say what is asked; each of the others stays exactly as it is written there. The link may be absolute
 * (it then names the service's own host, which a gateway's client does not call) or relative. Only its query is used,
 * so that a token never goes to another host.
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
  // The text is not decoded and encoded again: some services read a `+` in their own parameters as a plus sign and
  // others as a space.
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((part) => decoded(part).some(([name]) => !QUESTION_PARAMETERS.has(name)));
  const paging = kept.join('&');
  return paging !== '' && isDecodable(paging) ? paging : null;
}

/**
 * Does a link lead to rows that were read already? Its `skip` decides that; a link that pages by a parameter with a
 * name of its own is believed.
 */
function leadsBack(linked: string, rowsRead: number): boolean {
  const parameters = decoded(linked);
  const skips = parameters.filter(([name]) => name === 'skip').map(([, value]) => Number(value));
  if (skips.length > 0) return !skips.every((skip) => skip >= rowsRead);
  return rowsRead > 0 && parameters.every(([name]) => name === 'top');
}

/** @throws PartnerCenterError where too many pages without rows have led on, in a row */
function nextOf(
  query: LicenseDeploymentQuery,
  current: Continuation,
  rowCount: number,
  nextLink: string | null | undefined,
): Continuation | null {
  if (nextLink === null || nextLink?.trim() === '') return null;
  // Where the response does not even name a link, a page that is not full is the last one.
  if (nextLink === undefined && rowCount < query.top) return null;
  const skip = current.skip + rowCount;
  const linked = nextLink === undefined ? null : nextLinkPaging(nextLink);
  const isUsable = linked !== null && !leadsBack(linked, skip);
  if (rowCount > 0) {
    // A link to its own page would lead round without end.
    return { paging: isUsable && linked !== current.paging ? linked : pagingOf(query.top, skip), skip };
  }
  // Where a page has no rows, only the service's own link can lead on. It may lead to the same page, which may have
  // rows the next time.
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

/** The body of a response, with what an error about it has to tell. */
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
 * The error of a try whose response did not come in full. `head` is how the response began; null where nothing came.
 * `now` is in milliseconds since the epoch.
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
  // The status decides the kind of a refusal; its body would only give the reason.
  if (status > 299) return errorOf(head, '', sent, now);
  return new PartnerCenterError({
    kind: 'interrupted',
    status,
    description,
    ...idsOf(headers, sent),
    cause,
  });
}

/** The result of the work, or a rejection with the signal's reason where the signal aborts first. */
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

/** @param refusal the service's refusal of the token before: its words and ids say more than the directory's */
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
 * A client of the license deployment report: one typed function per question, independent of any framework.
 *
 * Every rejection is a `PartnerCenterError`, or the `AbortError` of the caller's own signal.
 * After a 401 the client renews the token silently once. After a claims challenge, or where a second factor is missing,
 * it asks silently once for a token with those claims.
 * A question that failed for a passing reason is tried again, see `waitBeforeRetry`. All requests of a client share one
 * queue.
 */
export function createPartnerCenterClient(options: ClientOptions): PartnerCenterClient {
  const { tokens, applicationName, locale } = options;
  const baseUrl = (options.baseUrl ?? '').replace(/\/+$/, '');
  // `fetch` is looked up at each call and not bound once: a wrapper that is put around it later is still used.
  const send: typeof fetch = options.fetch ?? ((input, init) => fetch(input, init));
  const onPage = exchangeBy(send, piecesOf);

  const queue = createRequestQueue();
  const clock = options.clock ?? systemClock;
  const connectivity = options.connectivity ?? browserConnectivity;
  const room = createWaitingRoom(clock, connectivity);
  const random = options.random ?? Math.random;
  const secondFactor = createSecondFactorNotice();
  const plainHeaders = (): Readonly<Record<string, string>> => ({
    Accept: 'application/json',
    'MS-Contract-Version': 'v1',
    'X-Locale': locale?.() ?? 'en-US',
    ...(applicationName ? { 'MS-PartnerCenter-Application': applicationName } : {}),
  });
  /** The last token that the service accepted. */
  let lastPassed: string | null = null;

  /** Tries once, with a time limit. */
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
            ...plainHeaders(),
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

  /** Tries until there is an answer, until another try would not help, or until the caller's signal aborts. */
  async function tryUntilAnswered<B, T>(
    url: string,
    reader: PageReader<B, T>,
    signal: AbortSignal | undefined,
  ): Promise<BodyReading<T>> {
    let tokenRequest: TokenRequest = {};
    /** The refusals since the last try that could have passed, by the claims that each asked for. */
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
        // Reading is not under the time limit: that is for the service.
        const body = await readWith(reader, received);
        signal?.throwIfAborted();
        queue.answered();
        return body;
      } catch (error) {
        if (!(error instanceof PartnerCenterError)) throw error;
        // The same id means "the same question again", which is true only while the service has not answered it.
        if (error.kind !== 'network') requestId = crypto.randomUUID();
        // Without a token the refusal came from the directory, which needs the person.
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
        // Without a network, nothing was tried.
        if (!offline) tries += 1;
        tokenRequest = {};
        refusals = new Map();
      }
    }
  }

  /**
   * Waits for a place in the queue and holds it until there is an answer or an error, or until the caller's signal
   * aborts.
   */
  async function get<B, T>(
    url: string,
    reader: PageReader<B, T>,
    { signal, priority = 'visible' }: CallOptions,
  ): Promise<BodyReading<T>> {
    const leave = await queue.enter(priority, signal);
    try {
      const work = tryUntilAnswered(url, reader, signal);
      // What the work waits for, above all a token, may not listen to the signal. The place becomes free at once in any
      // case.
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
    requestOf: (query) => ({ url: addressOf(query), headers: plainHeaders() }),
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
