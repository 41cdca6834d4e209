import { SignInNeeded, type TokenRequest, type TokenSource } from '#auth/token-source.ts';
import { isAbort, PartnerCenterError } from './error.ts';
import { errorOf, idsOf, type SentIds } from './error-response.ts';
import type { Field } from './fields.ts';
import { printFilter } from './filter/print.ts';
import type { Filter } from './filter/syntax.ts';
import { readResponseBody, UnreadableBody, type ResponseBody, type Row } from './response.ts';

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
  /** Rows in this response, 1 to 10,000. */
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

type Parameters = readonly (readonly [name: string, value: string])[];

/** The way to a later page of a query. */
export type Continuation = {
  /** The parameters that lead there: those of the service's next link, or the next `skip`. */
  readonly parameters: Parameters;
  /** Rows on the pages before it. */
  readonly skip: number;
};

export type CallOptions = { readonly signal?: AbortSignal | undefined };

export type PartnerCenterClient = {
  /** One response. `continuation` is the `next` of the page before. */
  readonly licenseDeployment: (
    query: LicenseDeploymentQuery,
    options?: CallOptions & { readonly continuation?: Continuation },
  ) => Promise<LicenseDeploymentPage>;
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
};

// The parameters that say what is asked. A next link never changes them: the pages of one answer have one question.
const QUESTION_PARAMETERS: ReadonlySet<string> = new Set(['filter', 'groupby', 'processeddatetime']);

function questionParameters(query: LicenseDeploymentQuery): [string, string][] {
  const parameters: [string, string][] = [];
  if (query.filter !== null) parameters.push(['filter', printFilter(query.filter)]);
  if (query.groupby.length > 0) parameters.push(['groupby', query.groupby.join(',')]);
  if (query.processedDateTime !== null) parameters.push(['processedDateTime', query.processedDateTime]);
  return parameters;
}

function pagingParameters(top: number, skip: number): Parameters {
  return [['top', String(top)], ...(skip > 0 ? [['skip', String(skip)] as const] : [])];
}

// `%20`, not `+`: a plus sign is a space only by the rules of HTML forms, which a service need not follow.
function encode(parameters: Parameters): string {
  return parameters
    .map(
      ([name, value]) =>
        `${encodeURIComponent(name.toWellFormed())}=${encodeURIComponent(value.toWellFormed())}`,
    )
    .join('&');
}

/**
 * The query of a next link where it names the same service path, else null.
 * It may be absolute (it then names the service's own host, which is not where a gateway's client calls) or relative;
 * only its query is taken, so that a token never goes to another host.
 */
export function nextLinkParameters(nextLink: string): Parameters | null {
  let url: URL;
  try {
    url = new URL(nextLink, `https://service.invalid${LICENSE_DEPLOYMENT_PATH}`);
  } catch {
    return null;
  }
  const path = `${url.pathname.replace(/\/+$/, '')}/`.toLowerCase();
  if (!path.endsWith(LICENSE_DEPLOYMENT_PATH)) return null;
  const parameters = [...url.searchParams].filter(([name]) => !QUESTION_PARAMETERS.has(name.toLowerCase()));
  return parameters.length > 0 ? parameters : null;
}

function nextOf(
  query: LicenseDeploymentQuery,
  current: Continuation,
  rowCount: number,
  nextLink: string | null | undefined,
): Continuation | null {
  if (nextLink === null || rowCount === 0) return null;
  // Without even the name of a link, a page that is not full is the last one.
  if (nextLink === undefined && rowCount < query.top) return null;
  const skip = current.skip + rowCount;
  const linked = nextLink === undefined ? null : nextLinkParameters(nextLink);
  // A link to the page it stands on would lead round for ever.
  const usable = linked !== null && encode(linked) !== encode(current.parameters);
  return { parameters: usable ? linked : pagingParameters(query.top, skip), skip };
}

async function readBody(response: Response, grouped: boolean, sent: SentIds): Promise<ResponseBody> {
  const unreadable = (description: string, cause: unknown): PartnerCenterError =>
    new PartnerCenterError({
      kind: 'unreadableResponse',
      status: response.status,
      description,
      ...idsOf(response.headers, sent),
      cause,
    });
  const text = await response.text().catch((cause: unknown) => {
    if (isAbort(cause)) throw cause;
    throw unreadable('The answer ended in the middle.', cause);
  });
  let body: unknown;
  try {
    body = JSON.parse(text) as unknown;
  } catch (cause) {
    const page = /^\s*</.test(text);
    throw unreadable(
      page
        ? 'A web page came instead of data: something between this page and the service answered.'
        : 'The answer is not JSON, or ends in the middle.',
      cause,
    );
  }
  try {
    return readResponseBody(body, grouped);
  } catch (cause) {
    if (cause instanceof UnreadableBody) throw unreadable(cause.message, cause);
    throw cause;
  }
}

async function tokenFrom(tokens: TokenSource, request: TokenRequest): Promise<string> {
  try {
    return await tokens.getToken(request);
  } catch (cause) {
    if (isAbort(cause) || cause instanceof PartnerCenterError) throw cause;
    if (cause instanceof SignInNeeded) {
      const claims = cause.claims ?? request.claims ?? null;
      throw new PartnerCenterError({
        kind: claims === null ? 'signInNeeded' : 'stepUpNeeded',
        description: cause.message,
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
 * A 401 is answered by one silent renewal of the token, a claims challenge by one silent request for those claims.
 */
export function createPartnerCenterClient(options: ClientOptions): PartnerCenterClient {
  const { tokens, applicationName, locale } = options;
  const baseUrl = (options.baseUrl ?? '').replace(/\/+$/, '');
  // Looked up at each call, not bound once: what wraps `fetch` later is still used.
  const send: typeof fetch = options.fetch ?? ((input, init) => fetch(input, init));

  async function call(url: string, token: string, signal: AbortSignal | undefined) {
    const sent: SentIds = { requestId: crypto.randomUUID(), correlationId: crypto.randomUUID() };
    try {
      const response = await send(url, {
        headers: {
          Accept: 'application/json',
          Authorization: `Bearer ${token}`,
          'MS-Contract-Version': 'v1',
          'MS-RequestId': sent.requestId,
          'MS-CorrelationId': sent.correlationId,
          'X-Locale': locale ?? 'en-US',
          ...(applicationName ? { 'MS-PartnerCenter-Application': applicationName } : {}),
        },
        // A customer list has no place in the browser's cache.
        cache: 'no-store',
        credentials: 'omit',
        // A redirect could take the token to another host.
        redirect: 'error',
        signal: signal ?? null,
      });
      return { response, sent };
    } catch (cause) {
      if (isAbort(cause)) throw cause;
      throw new PartnerCenterError({
        kind: 'network',
        description: 'No response came from the service.',
        ...sent,
        cause,
      });
    }
  }

  async function get(url: string, grouped: boolean, signal: AbortSignal | undefined): Promise<ResponseBody> {
    const abortable = signal === undefined ? {} : { signal };
    let request: TokenRequest = abortable;
    for (let renewed = false; ; renewed = true) {
      const { response, sent } = await call(url, await tokenFrom(tokens, request), signal);
      if (response.ok) return readBody(response, grouped, sent);
      const error = errorOf(response, await response.text().catch(() => ''), sent, Date.now());
      signal?.throwIfAborted();
      if (renewed || (error.kind !== 'signInNeeded' && error.kind !== 'stepUpNeeded')) throw error;
      request = {
        ...abortable,
        forceRefresh: true,
        ...(error.claims === null ? {} : { claims: error.claims }),
      };
    }
  }

  return {
    async licenseDeployment(query, { signal, continuation } = {}) {
      const current = continuation ?? {
        parameters: pagingParameters(query.top, query.skip),
        skip: query.skip,
      };
      const parameters = [...questionParameters(query), ...current.parameters];
      const body = await get(
        `${baseUrl}${LICENSE_DEPLOYMENT_PATH}?${encode(parameters)}`,
        query.groupby.length > 0,
        signal,
      );
      return {
        rows: body.rows,
        totalCount: body.totalCount,
        next: nextOf(query, current, body.rows.length, body.nextLink),
      };
    },
  };
}
