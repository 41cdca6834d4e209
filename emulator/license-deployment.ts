import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip as gzipCallback } from 'node:zlib';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { accepts } from 'hono/accepts';
import { FIELDS, fieldNamed, type Field } from '#partner-center/fields.ts';
import { filterErrorSaid } from '#partner-center/filter/english.ts';
import { parseFilter } from '#partner-center/filter/parse.ts';
import { LENIENT, type Behaviour } from './behaviour.ts';
import type { DemoData } from './demo-data.ts';
import { documentedError, type DocumentedError } from './documented-error.ts';
import { faultOf, type Fault } from './faults.ts';
import { createQueryEngine, type Query, type Result, type Values } from './query.ts';

/**
 * The report's path, with the trailing slash that the endpoint's page writes. Without the slash the answer is the same.
 */
export const LICENSE_DEPLOYMENT_PATH = '/v1/analytics/commercial/deployment/license/';

const SERVICE_ORIGIN = 'https://api.partnercenter.microsoft.com';
const FOREIGN_LINK = `https://evil.example${LICENSE_DEPLOYMENT_PATH}?skip=1`;
const MAX_TOP = 10_000;
// The service's code, since June 2026, for a token whose `amr` lacks `mfa`.
const ONE_FACTOR_CODE = '900421';
const RESULTS_KEPT = 4;
const SMALLEST_GZIP = 1_000;

/** What an `Authorization` header gives the right to. */
export type Access =
  | { readonly kind: 'granted' }
  /** 401; `reason` is for a person. */
  | { readonly kind: 'unauthenticated'; readonly reason: string }
  /** 401 with the code for it: the token shows no second factor. */
  | { readonly kind: 'oneFactor'; readonly reason: string }
  /** 403: no reporting role. */
  | { readonly kind: 'forbidden'; readonly reason: string };

/** Snapshots by day, and what their rows are made of. */
export type ServedData = Values & Pick<DemoData, 'latest' | 'snapshot' | 'snapshotBefore'>;

export type LicenseDeploymentOptions = {
  readonly data: ServedData;
  /** null where everyone may read. */
  readonly authorize: ((authorization: string | undefined) => Promise<Access>) | null;
  /** Gives the faults that meet the next data request. */
  readonly strike: () => readonly Fault[];
  /** The form of `@nextLink`: the real service's is not documented. */
  readonly nextLink: 'relative' | 'absolute';
  /** The choices where the page leaves them open; lenient by default. */
  readonly behaviour?: Behaviour | undefined;
};

type Env = { Bindings: HttpBindings };

type Request = Query & {
  readonly top: number;
  readonly skip: number;
  /** `YYYY-MM-DD`; null for the latest snapshot. */
  readonly date: string | null;
  /** The parameters of the query as they came, without those for paging. */
  readonly others: readonly (readonly [name: string, value: string])[];
  /** The same for requests that differ only in their page. */
  readonly key: string;
};

type Refusal = { readonly parameter: string; readonly sentence: string };

const FIRST_SOLD = /(?<="licensesSold":)\d+/;
const oneMore = (count: string): string => String(Number(count) + 1);
const WHOLE = /^\d{1,9}$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  // `Date` reads 30 February as 2 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

function readGroupby(text: string): readonly Field[] | Refusal {
  const fields: Field[] = [];
  for (const name of text.trim() === '' ? [] : text.split(',')) {
    const field = fieldNamed(name.trim());
    if (field === undefined) {
      const sentence = `The parameter groupby names '${name.trim()}', which is none of ${FIELDS.join(', ')}.`;
      return { parameter: 'groupby', sentence };
    }
    if (fields.includes(field)) {
      return { parameter: 'groupby', sentence: `The parameter groupby names ${field} more than once.` };
    }
    fields.push(field);
  }
  return fields;
}

const TOKEN = '$skiptoken';

/**
 * The `$skiptoken` for a place. Some characters in it are lost where a client takes a query apart and puts it together
 * again.
 */
const tokenOf = (skip: number): string => `page+${skip}/==`;

/**
 * The place that a query's `$skiptoken` stands for; undefined where there is none, null where the token was not made
 * here.
 */
function skipOfToken(query: string): number | null | undefined {
  const parameter = query
    .replace(/^\?/, '')
    .split('&')
    .find((part) => part.startsWith(`${TOKEN}=`));
  if (parameter === undefined) return undefined;
  const skip = /^page\+(\d{1,9})\/==$/.exec(parameter.slice(TOKEN.length + 1))?.[1];
  return skip === undefined ? null : Number(skip);
}

function readRequest(query: string): Request | Refusal {
  const search = new URLSearchParams(query);
  for (const name of ['top', 'skip', 'filter', 'groupby', 'processedDateTime']) {
    if (search.getAll(name).length > 1) {
      return { parameter: name, sentence: `The parameter ${name} is given more than once.` };
    }
  }
  const top = search.get('top') ?? String(MAX_TOP);
  if (!WHOLE.test(top) || Number(top) < 1 || Number(top) > MAX_TOP) {
    return { parameter: 'top', sentence: `The parameter top has to be a whole number from 1 to ${MAX_TOP}.` };
  }
  const skipToken = skipOfToken(query);
  if (skipToken === null) {
    return { parameter: TOKEN, sentence: `The parameter ${TOKEN} is not one that this service gave out.` };
  }
  const skip = skipToken === undefined ? (search.get('skip') ?? '0') : String(skipToken);
  if (!WHOLE.test(skip)) {
    return { parameter: 'skip', sentence: 'The parameter skip has to be a whole number from 0.' };
  }
  const dateTime = search.get('processedDateTime');
  const [, date = null] = dateTime === null ? [] : (DATE_TIME.exec(dateTime) ?? []);
  if (dateTime !== null && (date === null || !isDay(date) || Number.isNaN(Date.parse(dateTime)))) {
    const sentence =
      'The parameter processedDateTime has to be a date such as 2018-10-02 or 2018-10-02T00:00:00.';
    return { parameter: 'processedDateTime', sentence };
  }
  const groupby = readGroupby(search.get('groupby') ?? '');
  if ('parameter' in groupby) return groupby;
  const parsed = parseFilter(search.get('filter') ?? '');
  if (!parsed.ok) {
    const said = filterErrorSaid(parsed.error);
    const sentence = `The parameter filter cannot be read at position ${parsed.error.position}: ${said}`;
    return { parameter: 'filter', sentence };
  }
  return {
    top: Number(top),
    skip: Number(skip),
    date,
    groupby,
    filter: parsed.filter,
    others: [...search].filter(([name]) => name !== 'skip' && name !== TOKEN),
    key: [groupby.join(), search.get('filter') ?? ''].join(' '),
  };
}

function nextLinkOf(
  request: Request,
  length: number,
  origin: string,
  paging: Behaviour['paging'],
): string | null {
  const skip = request.skip + request.top;
  if (skip >= length) return null;
  const query = request.others.map((pair) => pair.map(encodeURIComponent).join('='));
  query.push(paging === 'token' ? `${TOKEN}=${tokenOf(skip)}` : `skip=${skip}`);
  return `${origin}${LICENSE_DEPLOYMENT_PATH}?${query.join('&')}`;
}

const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The headers of every answer: both ids as they came, or new ones where they are missing or are no GUIDs. */
function serviceHeaders(c: Context<Env>): Record<string, string> {
  const echoed = (name: string): string => {
    const id = c.req.header(name) ?? '';
    return GUID.test(id) ? id : randomUUID();
  };
  return {
    'MS-CorrelationId': echoed('MS-CorrelationId'),
    'MS-RequestId': echoed('MS-RequestId'),
    'MS-CV': `${randomBytes(12).toString('base64')}.0`,
    'MS-ServerId': '102030524',
    // Customers' licenses must not be in a shared cache or a cache on disk.
    'Cache-Control': 'no-store',
  };
}

const gzip = promisify(gzipCallback);

type Payload = { readonly body: Uint8Array<ArrayBuffer>; readonly headers: Record<string, string> };

async function payloadOf(c: Context<Env>, json: string, headers: Record<string, string>): Promise<Payload> {
  const plain = new TextEncoder().encode(json);
  const common = { ...headers, 'Content-Type': 'application/json; charset=utf-8', Vary: 'Accept-Encoding' };
  const encoding = accepts(c, {
    header: 'Accept-Encoding',
    supports: ['gzip', 'identity'],
    default: 'identity',
  });
  if (encoding !== 'gzip' || plain.length < SMALLEST_GZIP) return { body: plain, headers: common };
  // This is the fastest level: on one machine there is little data to transfer, but much work.
  const body = new Uint8Array(await gzip(plain, { level: 1 }));
  return { body, headers: { ...common, 'Content-Encoding': 'gzip' } };
}

function refused(
  c: Context<Env>,
  status: 400 | 401 | 403 | 404 | 405 | 406 | 414 | 429 | 500,
  error: DocumentedError,
  headers: Record<string, string> = {},
): Response {
  return c.json(error, status, {
    ...serviceHeaders(c),
    'Content-Type': 'application/json; charset=utf-8',
    ...headers,
  });
}

/**
 * The answer to a request that a strict service refuses before it reads the question; undefined where it does not
 * refuse it.
 */
function answerOfStrictness(c: Context<Env>, behaviour: Behaviour): Response | undefined {
  const { contractVersion, ids, accept, longestAddress } = behaviour;
  const { pathname, search } = new URL(c.req.url);
  const length = pathname.length + search.length;
  if (longestAddress > 0 && length > longestAddress) {
    const sentence = `The address has ${length} characters; ${longestAddress} are read.`;
    return refused(c, 414, documentedError('AddressTooLong', sentence));
  }
  if (contractVersion === 'v1' && c.req.header('MS-Contract-Version') !== 'v1') {
    const name = 'MS-Contract-Version';
    return refused(c, 400, documentedError('InvalidHeader', `The header ${name} has to be v1.`, [name]));
  }
  for (const name of ids === 'required' ? ['MS-RequestId', 'MS-CorrelationId'] : []) {
    if (GUID.test(c.req.header(name) ?? '')) continue;
    return refused(c, 400, documentedError('InvalidHeader', `The header ${name} has to be a GUID.`, [name]));
  }
  if (accept === 'json' && !/^application\/json\b/i.test(c.req.header('Accept') ?? '')) {
    return refused(c, 406, documentedError('NotAcceptable', 'This report is given as application/json.'));
  }
  return undefined;
}

/** Lets so many requests be answered at once. A request ends with its answer, or when its client is gone. */
function createTurnstile(concurrency: number): (c: Context<Env>) => boolean {
  let inside = 0;
  return (c) => {
    if (inside >= concurrency) return false;
    inside += 1;
    c.env.outgoing.once('close', () => {
      inside -= 1;
    });
    return true;
  };
}

const proxyPage = (status: number): string =>
  `<!DOCTYPE html>\n<html><head><title>${status}</title></head><body><h1>${status}</h1><hr><p>proxy</p></body></html>\n`;

function faultyBody(status: number, form: string): { readonly text: string; readonly type: string | null } {
  const description = `This is the fault that was asked for: status ${status}.`;
  const json = (value: unknown): { text: string; type: string } => {
    return { text: JSON.stringify(value), type: 'application/json; charset=utf-8' };
  };
  switch (form) {
    case 'odata':
      return json({ error: { code: `Fault${status}`, message: description } });
    case 'oauth':
      return json({ error: 'invalid_token', error_description: description });
    case 'html':
      return { text: proxyPage(status), type: 'text/html; charset=utf-8' };
    case 'empty':
      return { text: '', type: null };
    default:
      return json(documentedError(status, description));
  }
}

function challengeOf(status: number, claims: string | undefined): Record<string, string> {
  if (claims === undefined)
    return status === 401 ? { 'WWW-Authenticate': 'Bearer error="invalid_token"' } : {};
  // The documented form has the JSON in base64. Any other text is sent unchanged, to see what a client makes of it.
  const encoded = claims.startsWith('{')
    ? Buffer.from(claims).toString('base64')
    : claims.replaceAll('"', '');
  const error = 'error="insufficient_claims"';
  return { 'WWW-Authenticate': `Bearer realm="", ${error}, claims="${encoded}"` };
}

function retryAfterOf(retryAfter: number | string | undefined): Record<string, string> {
  if (retryAfter === undefined) return {};
  const value = retryAfter === 'date' ? new Date(Date.now() + 3_000).toUTCString() : String(retryAfter);
  return { 'Retry-After': value };
}

/** The whole answer of a fault that replaces the real answer; undefined where no fault does. */
function answerOfFault(c: Context<Env>, faults: readonly Fault[]): Response | undefined {
  const failure = faultOf(faults, 'status');
  const page = faultOf(faults, 'html');
  if (failure === undefined && page === undefined) return undefined;
  const pageStatus = page === undefined || page.html === true ? 502 : page.html;
  const status = failure?.status ?? pageStatus;
  const { text, type } = faultyBody(status, failure === undefined ? 'html' : (failure.body ?? 'documented'));
  return new Response(text === '' ? null : text, {
    status,
    headers: {
      // A proxy on the way answers without the service's headers.
      ...(failure === undefined ? {} : serviceHeaders(c)),
      ...challengeOf(status, failure?.claims),
      ...retryAfterOf((failure ?? page)?.retryAfter),
      ...(type === null ? {} : { 'Content-Type': type }),
    },
  });
}

function createResults(
  data: ServedData,
  spellings: Behaviour['spellings'],
): (date: string, request: Request) => Result | null {
  const ask = createQueryEngine(data, spellings);
  const kept = new Map<string, Result>();
  return (date, request) => {
    const snapshot = data.snapshot(date);
    if (snapshot === null) return null;
    const key = `${date} ${request.key}`;
    const result = kept.get(key) ?? ask(snapshot, request);
    // The entry that was used last is removed last: the pages of one download are asked for one after the other.
    kept.delete(key);
    kept.set(key, result);
    for (const oldest of kept.keys()) {
      if (kept.size <= RESULTS_KEPT) break;
      kept.delete(oldest);
    }
    return result;
  };
}

/**
 * The report `Get licenses deployment information` over demo data, as a hono app for `/v1/*`.
 *
 * It follows the endpoint's page where that is clear. Where it is not clear, values are compared without case, and
 * unknown parameters are ignored. The path without the trailing slash is served as well, since some clients would lose
 * their `Authorization` header with a redirect. `behaviour` decides the rest.
 */
export function createLicenseDeployment(options: LicenseDeploymentOptions): Hono<Env> {
  const { data, authorize, strike, behaviour = LENIENT } = options;
  const enters = createTurnstile(behaviour.concurrency);
  const resultOf = createResults(data, behaviour.spellings);
  const linkOrigin = options.nextLink === 'absolute' ? SERVICE_ORIGIN : '';
  const app = new Hono<Env>();
  const paths = [LICENSE_DEPLOYMENT_PATH, LICENSE_DEPLOYMENT_PATH.slice(0, -1)];

  app.on('GET', paths, async (c) => {
    const access =
      authorize === null ? { kind: 'granted' as const } : await authorize(c.req.header('Authorization'));
    if (access.kind === 'unauthenticated' || access.kind === 'oneFactor') {
      const challenge = { 'WWW-Authenticate': 'Bearer realm="", error="invalid_token"' };
      const code = access.kind === 'oneFactor' ? ONE_FACTOR_CODE : 'Unauthorized';
      return refused(c, 401, documentedError(code, access.reason), challenge);
    }
    if (access.kind === 'forbidden') return refused(c, 403, documentedError('Forbidden', access.reason));

    const strictness = answerOfStrictness(c, behaviour);
    if (strictness !== undefined) return strictness;
    if (behaviour.concurrency > 0 && !enters(c)) {
      const sentence = `No more than ${behaviour.concurrency} requests are answered at once.`;
      return refused(c, 429, documentedError('TooManyRequests', sentence), { 'Retry-After': '1' });
    }

    // Only a real data request counts, so that `after` and `times` are numbers of pages.
    const faults = strike();
    const delay = faultOf(faults, 'delay');
    if (delay !== undefined) await wait(delay.delay);
    if (faultOf(faults, 'drop') !== undefined) {
      c.env.outgoing.destroy();
      return RESPONSE_ALREADY_SENT;
    }
    const failure = answerOfFault(c, faults);
    if (failure !== undefined) return failure;

    const request = readRequest(new URL(c.req.url).search);
    if ('parameter' in request) {
      return refused(c, 400, documentedError('InvalidParameter', request.sentence, [request.parameter]));
    }

    const asked = request.date ?? data.latest;
    const replaced = faultOf(faults, 'replacedSnapshot')?.replacedSnapshot;
    const isReplaced = replaced !== undefined && asked === data.latest;
    const isGone = isReplaced && replaced === 'none' && request.date !== null;
    const isMissing = isReplaced || data.snapshot(asked) === null;
    const givesEarlier = isReplaced || behaviour.missingDay === 'earlier';
    const date = isMissing && givesEarlier ? (data.snapshotBefore(asked) ?? asked) : asked;
    const torn = faultOf(faults, 'tornSnapshot') !== undefined;
    const served = torn ? (data.snapshotBefore(date) ?? date) : date;
    const result = isGone ? null : resultOf(served, request);
    const length = result?.length ?? 0;
    const isBehindEnd = request.skip > 0 && request.skip >= length;
    if (isBehindEnd && faultOf(faults, 'refusedBehindEnd') !== undefined) {
      const sentence = `The parameter skip has to be below ${length}.`;
      return refused(c, 400, documentedError('InvalidParameter', sentence, ['skip']));
    }
    const isEmptyPage = faultOf(faults, 'emptyPage') !== undefined;
    const foreign = faultOf(faults, 'foreignNextLink')?.foreignNextLink;
    const nextLink =
      foreign === undefined
        ? nextLinkOf(
            isEmptyPage ? { ...request, top: 0 } : request,
            isEmptyPage ? Number.POSITIVE_INFINITY : length,
            linkOrigin,
            behaviour.paging,
          )
        : foreign === true
          ? FOREIGN_LINK
          : foreign;
    const off = faultOf(faults, 'wrongCount')?.wrongCount ?? 0;
    const totalCount = off === 'none' ? null : Math.max(0, length + (off === true ? 7 : off));
    const rowsAsked = isEmptyPage ? '' : (result?.rowsAsJson(request.skip, request.top) ?? '');
    const isMiscounted = request.groupby.length > 0 && faultOf(faults, 'wrongSums') !== undefined;
    const rows = isMiscounted ? rowsAsked.replace(FIRST_SOLD, oneMore) : rowsAsked;
    const json = `{"Value":[${rows}],"@nextLink":${JSON.stringify(nextLink)},"TotalCount":${totalCount}}`;

    const truncate = faultOf(faults, 'truncate')?.truncate;
    const sent = truncate === 'clean' ? json.slice(0, json.length / 2) : json;
    const isCompliant = faultOf(faults, 'isMfaCompliant') === undefined;
    const { body, headers } = await payloadOf(c, sent, {
      ...serviceHeaders(c),
      ...(isCompliant ? {} : { isMfaCompliant: 'false' }),
    });
    if (truncate === true) {
      const { outgoing } = c.env;
      outgoing.writeHead(200, { ...headers, 'Content-Length': body.length });
      outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy());
      return RESPONSE_ALREADY_SENT;
    }
    return c.body(body, 200, headers);
  });

  app.on(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'], paths, (c) =>
    refused(c, 405, documentedError('MethodNotAllowed', 'This report is read with GET.'), {
      Allow: 'GET, HEAD',
    }),
  );
  app.notFound((c) => refused(c, 404, documentedError('NotFound', `There is no resource at ${c.req.path}.`)));
  app.onError((error, c) => refused(c, 500, documentedError('InternalError', error.message)));
  return app;
}
