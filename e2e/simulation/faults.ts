import type { SignInNeeded, TokenRequest, TokenSource } from '#partner-center/token-source.ts';
import { between, createRandom, mix, pick, type Random } from '#emulator/random.ts';
import type { VirtualClock } from '#partner-center/virtual-clock.ts';

/** What can happen to one request on its way to the service and back. */
export const FAULT_KINDS = [
  'drop',
  'delay',
  'timeOut',
  'throttled',
  'throttledSeconds',
  'throttledDate',
  'serverError',
  'html',
  'cutClean',
  'cutBroken',
  'stalledBody',
  'tornSnapshot',
  'replacedSnapshot',
  'wrongCount',
  'noCount',
  'foreignNextLink',
  'opaqueNextLink',
  'emptyPage',
  'refusedBehindEnd',
  'expiredToken',
  'claimsChallenge',
  'lowerCaseNames',
  'wrongShape',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** The fault that meets the n-th request of a run, from 0; null: none. */
export type Schedule = { readonly name: string; readonly faultAt: (request: number) => FaultKind | null };

/** A random schedule: faults here and there, one kind for some requests in a row, or one kind that stays. */
export function randomSchedule(random: Random): Schedule {
  const form = random();
  const kind = pick(random, FAULT_KINDS);
  const from = between(random, 0, 12);
  if (form < 0.15) {
    return { name: `${kind} from request ${from} on`, faultAt: (at) => (at >= from ? kind : null) };
  }
  if (form < 0.4) {
    const to = from + between(random, 1, 8);
    return {
      name: `${kind} from request ${from} to ${to}`,
      faultAt: (at) => (at >= from && at <= to ? kind : null),
    };
  }
  const kinds = Array.from({ length: between(random, 1, 6) }, () => pick(random, FAULT_KINDS));
  const likelihood = pick(random, [0.05, 0.1, 0.25, 0.5]);
  const seed = Math.floor(random() * 2 ** 32);
  return {
    name: `${likelihood * 100} % of ${kinds.join(', ')}`,
    faultAt: (at) => {
      // By the number of the request alone, so that what else is drawn does not move the faults.
      const own = createRandom(mix(seed + at));
      return own() < likelihood ? pick(own, kinds) : null;
    },
  };
}

/** A request and what met it. */
export type Sent = {
  readonly kind: FaultKind | null;
  /** Does the fault say by itself that another try would help nothing? */
  isFinal: boolean;
};

/** One question of the client: what it has sent so far, and when it may send again. */
export type Call = { readonly sent: Sent[]; notBefore: number };

/** An in-process service: `app.fetch` of hono. */
export type Service = { readonly fetch: (request: Request) => Response | Promise<Response> };

export type FaultyNetworkOptions = {
  readonly service: Service;
  readonly clock: VirtualClock;
  readonly schedule: Schedule;
  readonly random: Random;
  /** The service gives no more rows in one response, whatever `top` asks: little data then has several pages. */
  readonly rowsPerResponse: number;
  /** The origin that requests may go to, and a token with them. */
  readonly origin: string;
  /** The day of the snapshot before a day, `YYYY-MM-DD`. */
  readonly dayBefore: (date: string) => string | null;
  /** The day the service answers for where it is asked for none. */
  readonly latest: string;
  /** The question of the client that sends now. */
  readonly call: () => Call;
  /** Can a refused token be renewed without the person? `signInNeeded` says otherwise. */
  readonly renewable: boolean;
  readonly signInNeeded: (claims: string | undefined) => SignInNeeded;
};

/** What there is of a snapshot that is gone: no rows, or those of the day before. */
type Replacement = 'none' | 'before';

type Body = {
  Value: Record<string, unknown>[];
  '@nextLink': string | null;
  TotalCount: number | null;
};

export type FaultyNetwork = {
  readonly fetch: typeof fetch;
  readonly tokens: TokenSource;
  /** Requests so far, each as one line. */
  readonly log: readonly string[];
  /** How often each kind of fault was met. */
  readonly met: ReadonlyMap<FaultKind, number>;
  /** What the client did that it must never do. */
  readonly violations: readonly string[];
  /** Is the service at work on a request? Time must not pass meanwhile. */
  readonly isBusy: () => boolean;
};

/** Seconds; beyond them the person is told instead of made to wait. */
const LONGEST_RETRY_AFTER = 300;
/** Pages without rows that a client has to follow, one after the other. */
const FOLLOWED_EMPTY_PAGES = 20;
/** What is answered with one of these is not over in a moment. */
const LASTING_STATUSES: ReadonlySet<number> = new Set([501, 520]);

const PROXY_PAGE = '<!DOCTYPE html>\n<html><body><h1>Bad gateway</h1><hr><p>proxy</p></body></html>\n';
const CLAIMS = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
const PATH = '/v1/analytics/commercial/deployment/license/';

const FOREIGN_LINKS: readonly string[] = [
  `https://evil.example${PATH}?skip=1`,
  `https://evil.example${PATH}?skip=0&top=10`,
  `//evil.example${PATH}?skip=3&filter=channel%20eq%20'x'&processedDateTime=2001-01-01&groupby=channel`,
  'https://evil.example/elsewhere?skip=1',
  'https://user:password@evil.example/',
  'mailto:service@evil.example',
  'data:application/json,{"Value":[]}',
  'http://[',
  '?%zz',
  '\u0000',
];

/** Some documented and some undocumented forms of the same error. */
function errorBody(random: Random, status: number): string {
  return pick(random, [
    JSON.stringify({ code: status, description: 'Try again.', data: [], source: 'test' }),
    JSON.stringify({ error: { code: 'ServerError', message: 'Try again.' } }),
    JSON.stringify({ error: 'server_error', error_description: 'Try again.' }),
    PROXY_PAGE,
    '{"code":',
    '',
  ]);
}

function withNames(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => withNames(item, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, content]) => [rename(name), withNames(content, rename)]),
  );
}

const SIBLING_NAMES: Readonly<Record<string, string>> = {
  Value: 'items',
  '@nextLink': 'nextLink',
  TotalCount: 'totalCount',
};

/** A body that stops after a part of its bytes: `onRest` says how the stream goes on. */
function partOf(
  text: string,
  random: Random,
  onRest: (controller: ReadableStreamDefaultController<Uint8Array>) => void | Promise<void>,
): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const part = bytes.subarray(0, Math.floor(random() * bytes.length));
  return new ReadableStream({
    start(controller) {
      if (part.length > 0) controller.enqueue(part);
    },
    pull: onRest,
  });
}

/** An address with one parameter set, and all others as they were written: a service may know only its own spelling. */
function withParameter(address: URL, name: string, value: string): URL {
  const others = address.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !part.startsWith(`${name}=`));
  const url = new URL(address);
  url.search = [...others, `${name}=${encodeURIComponent(value)}`].join('&');
  return url;
}

/**
 * The way between a client and the service, with faults on it by a schedule. Written apart from the service's own
 * faults, so that no mistake is in both. Time passes on the given clock alone.
 */
export function createFaultyNetwork(options: FaultyNetworkOptions): FaultyNetwork {
  const { service, clock, schedule, random, rowsPerResponse, origin, renewable } = options;
  const log: string[] = [];
  const met = new Map<FaultKind, number>();
  const violations: string[] = [];
  const answeredIds = new Set<string>();
  const replaced = new Map<string, Replacement>();
  // Where a name that stands in a next link leads: its `skip`, and its `top`.
  const places = new Map<string, readonly [skip: string, top: string | null]>();
  let emptyPages = 0;
  let underWay = 0;
  // The token that the service takes, and the one the client's token source holds.
  let valid = 0;
  let held = 0;

  const meet = (kind: FaultKind): void => {
    met.set(kind, (met.get(kind) ?? 0) + 1);
  };

  const dayAsked = (url: URL): string =>
    url.searchParams.get('processedDateTime')?.slice(0, 10) ?? options.latest;

  /** The day that the service answers for now, where it is another than the one asked for; null: no day at all. */
  function replacementOf(url: URL): string | null | undefined {
    let day: string | null = dayAsked(url);
    if (!replaced.has(day)) return undefined;
    if (replaced.get(day) === 'none' && url.searchParams.has('processedDateTime')) return null;
    while (day !== null && replaced.has(day)) day = options.dayBefore(day);
    return day;
  }

  /** What was really asked for, where that stands in a name of the service's own, which has to come back as it was. */
  function withoutName(sent: URL): URL {
    const names = sent.search
      .slice(1)
      .split('&')
      .filter((part) => part.startsWith('$place='));
    if (names.length === 0) return sent;
    const place = places.get(names.join('&'));
    if (place === undefined) {
      violations.push(`No next link had ${names.join('&')}.`);
      return sent;
    }
    const url = new URL(sent);
    url.searchParams.delete('$place');
    url.searchParams.set('skip', place[0]);
    if (place[1] !== null) url.searchParams.set('top', place[1]);
    return url;
  }

  /** A next link with a name of its own for a place. */
  function linkTo(skip: string, top: string | null): string {
    const name = `$place=${pick(random, ['a+b', 'x%2By', '%20', 'é', 'q/~*'])}+${places.size}==`;
    const link = `${PATH}?top=7&${name}`;
    // What a browser sends of it: only what can't stand in an address is encoded.
    places.set(new URL(link, origin).search.slice('?top=7&'.length), [skip, top]);
    return link;
  }

  async function serve(asked: URL, headers: Headers): Promise<string> {
    underWay += 1;
    const replacement = replacementOf(asked);
    const dated =
      replacement === undefined
        ? asked
        : withParameter(asked, 'processedDateTime', replacement ?? '1999-01-01');
    try {
      const top = Math.min(Number(dated.searchParams.get('top') ?? rowsPerResponse), rowsPerResponse);
      const url = withParameter(dated, 'top', String(top));
      const response = await service.fetch(new Request(url, { headers }));
      const text = await response.text();
      if (response.status !== 200) violations.push(`The service refused ${url.href.slice(0, 300)}: ${text}`);
      return text;
    } finally {
      underWay -= 1;
    }
  }

  const read = (text: string): Body => JSON.parse(text) as Body;

  /** Rows of the snapshot before: the whole response, or its end. null where that would not be torn. */
  async function torn(url: URL, text: string, headers: Headers): Promise<string | null> {
    // Grouped rows carry no date, so a service that mixes days there could not be told from one that does not.
    // The service honours the day that is asked for; what is torn is a page of rows, which have their own dates.
    if (url.searchParams.has('groupby')) return null;
    const asked = url.searchParams.get('processedDateTime')?.slice(0, 10) ?? options.latest;
    const before = options.dayBefore(asked);
    if (before === null) return null;
    const old = read(await serve(withParameter(url, 'processedDateTime', before), headers));
    // An empty page has no row to tell its day by.
    if (old.Value.length === 0) return null;
    if (random() < 0.5) return JSON.stringify(old);
    const body = read(text);
    if (body.Value.length < 2) return JSON.stringify(old);
    const own = between(random, 1, body.Value.length - 1);
    const Value = [...body.Value.slice(0, own), ...old.Value.slice(-1)];
    return JSON.stringify({ ...body, Value });
  }

  function foreign(text: string, url: URL): string | null {
    const body = read(text);
    const choice = random();
    if (choice < 0.1) {
      // Back to the page it stands on.
      return JSON.stringify({ ...body, '@nextLink': `${url.pathname}${url.search}` });
    }
    if (choice < 0.3 && body['@nextLink'] !== null) {
      // The right way, at another host.
      const link = new URL(body['@nextLink'], 'https://evil.example');
      return JSON.stringify({ ...body, '@nextLink': `https://evil.example${link.pathname}${link.search}` });
    }
    // An empty link is none: only the last page may have it.
    const links = body['@nextLink'] === null ? [...FOREIGN_LINKS, ''] : FOREIGN_LINKS;
    return JSON.stringify({ ...body, '@nextLink': pick(random, links) });
  }

  function opaque(text: string): string {
    const body = read(text);
    if (body['@nextLink'] === null) return text;
    const { searchParams } = new URL(body['@nextLink'], origin);
    const skip = searchParams.get('skip');
    // A strict service has names of its own for places.
    if (skip === null) return text;
    const link = linkTo(skip, searchParams.get('top'));
    return JSON.stringify({ ...body, '@nextLink': link });
  }

  /** A page without rows, before the one that was asked for. */
  function withoutRows(text: string, url: URL, sent: Sent): string {
    emptyPages += 1;
    sent.isFinal = emptyPages > FOLLOWED_EMPTY_PAGES;
    const skip = url.searchParams.get('skip') ?? '0';
    const link = linkTo(skip, url.searchParams.get('top'));
    return JSON.stringify({ ...read(text), Value: [], '@nextLink': link });
  }

  function miscounted(text: string): string {
    const body = read(text);
    const count = body.TotalCount ?? 0;
    return JSON.stringify({
      ...body,
      TotalCount: pick(random, [count + 7, Math.max(0, count - 3), 0, 999_999_999, null]),
    });
  }

  function misshapen(text: string): string {
    const { Value, ...rest } = read(text);
    const [first, ...others] = Value;
    const broken = [
      JSON.stringify(rest),
      JSON.stringify({ ...rest, Value: 'none' }),
      JSON.stringify({ ...rest, Value: [null, ...others] }),
      '[]',
      'null',
      '"Value"',
    ];
    if (first !== undefined) {
      const [grouped] = first['processedDateTime'] === undefined ? Object.keys(first) : [];
      if (grouped !== undefined) {
        const unnamed = Value.map((row) =>
          Object.fromEntries(Object.entries(row).filter(([name]) => name !== grouped)),
        );
        broken.push(JSON.stringify({ ...rest, Value: unnamed }));
      }
      broken.push(JSON.stringify({ ...rest, Value: [{ ...first, licensesSold: '12' }, ...others] }));
      broken.push(JSON.stringify({ ...rest, Value: [{ ...first, licensesDeployed: -1 }, ...others] }));
      broken.push(JSON.stringify({ ...rest, Value: [{ ...first, licensesDeployed: 0.5 }, ...others] }));
      broken.push(JSON.stringify({ ...rest, Value: [...others, { productName: 'x' }] }));
    }
    return pick(random, broken);
  }

  /** What `fetch` does from here on: an answer, or a rejection. */
  async function answer(
    kind: FaultKind | null,
    url: URL,
    { headers: init, signal }: RequestInit,
    call: Call,
    sent: Sent,
  ): Promise<Response> {
    const headers = new Headers(init);
    if (kind === 'replacedSnapshot' && options.dayBefore(dayAsked(url)) !== null) {
      replaced.set(dayAsked(url), pick(random, ['none', 'before'] as const));
    }
    const text = await serve(url, headers);
    if (kind !== 'emptyPage') emptyPages = 0;
    const json = (body: BodyInit): Response =>
      new Response(body, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
    const later = (status: number, seconds: number, header = String(seconds)): Response => {
      call.notBefore = clock.now() + seconds * 1000;
      if (seconds > LONGEST_RETRY_AFTER) sent.isFinal = true;
      return new Response(errorBody(random, status), { status, headers: { 'Retry-After': header } });
    };
    switch (kind) {
      case null:
      case 'replacedSnapshot':
        return json(text);
      case 'drop':
        throw new TypeError('fetch failed');
      case 'delay':
        await clock.sleep(between(random, 1, 100_000), signal ?? undefined);
        return json(text);
      case 'timeOut':
        await clock.sleep(between(random, 130_000, 1_000_000), signal ?? undefined);
        return json(text);
      case 'throttled':
        return new Response(errorBody(random, 429), { status: 429 });
      case 'throttledSeconds': {
        const seconds = pick(random, [0, 1, 17, 120, 300, 301, 86_400]);
        return later(429, seconds);
      }
      case 'throttledDate': {
        const seconds = between(random, -5, 200);
        // The header has whole seconds, so what it asks for is not later than this.
        const date = new Date(Math.floor(clock.now() / 1000 + seconds) * 1000);
        return later(429, (date.getTime() - clock.now()) / 1000, date.toUTCString());
      }
      case 'serverError': {
        const status = pick(random, [408, 500, 502, 503, 504, 500, 503, 501, 520]);
        if (LASTING_STATUSES.has(status)) sent.isFinal = true;
        if (random() < 0.3) return later(status, between(random, 0, 60));
        return new Response(errorBody(random, status), { status });
      }
      case 'html':
        return new Response(PROXY_PAGE, {
          status: pick(random, [200, 200, 502]),
          headers: { 'Content-Type': 'text/html' },
        });
      case 'cutClean':
        return json(partOf(text, random, (controller) => controller.close()));
      case 'cutBroken':
        return json(partOf(text, random, (controller) => controller.error(new TypeError('terminated'))));
      case 'stalledBody':
        return json(
          partOf(
            text,
            random,
            (controller) =>
              new Promise<void>((resolve) => {
                signal?.addEventListener('abort', () => {
                  controller.error(signal.reason);
                  resolve();
                });
              }),
          ),
        );
      case 'tornSnapshot':
        return json((await torn(url, text, headers)) ?? text);
      case 'wrongCount':
        return json(miscounted(text));
      case 'noCount':
        return json(JSON.stringify({ ...read(text), TotalCount: null }));
      case 'opaqueNextLink':
        return json(opaque(text));
      case 'emptyPage':
        return json(withoutRows(text, url, sent));
      case 'refusedBehindEnd': {
        if (!url.searchParams.has('skip') || read(text).Value.length > 0) return json(text);
        sent.isFinal = true;
        const error = {
          code: 400,
          description: 'skip is behind the last row.',
          data: ['skip'],
          source: 'test',
        };
        return new Response(JSON.stringify(error), { status: 400 });
      }
      case 'foreignNextLink':
        return json(foreign(text, url) ?? text);
      case 'expiredToken':
        return new Response('', {
          status: 401,
          headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
        });
      case 'claimsChallenge':
        return new Response('', {
          status: random() < 0.5 ? 401 : 403,
          headers: { 'WWW-Authenticate': `Bearer error="insufficient_claims", claims="${btoa(CLAIMS)}"` },
        });
      case 'lowerCaseNames':
        return json(
          JSON.stringify(
            withNames(
              read(text),
              pick(random, [
                (name) => name.toLowerCase(),
                (name) => name.toUpperCase(),
                (name) => SIBLING_NAMES[name] ?? name,
              ]),
            ),
          ),
        );
      case 'wrongShape':
        sent.isFinal = true;
        return json(misshapen(text));
    }
  }

  return {
    log,
    met,
    violations,
    isBusy: () => underWay > 0,
    tokens: {
      getToken: ({ forceRefresh = false, claims }: TokenRequest = {}) => {
        if (forceRefresh && !renewable) return Promise.reject(options.signInNeeded(claims));
        if (forceRefresh) held = valid;
        return Promise.resolve(`token-${held}`);
      },
    },
    fetch: async (input, init = {}) => {
      const url = withoutName(new URL(input instanceof Request ? input.url : input));
      const headers = new Headers(init.headers);
      const at = log.length;
      let kind = schedule.faultAt(at);
      if (url.origin !== origin || url.username !== '' || url.pathname !== PATH) {
        violations.push(`A token went to ${url.href.slice(0, 300)}.`);
      }
      const id = headers.get('MS-RequestId') ?? '';
      if (answeredIds.has(id)) violations.push(`Request ${at} has the id of one that was answered.`);
      const call = options.call();
      if (call.notBefore > clock.now()) {
        violations.push(`Request ${at} came earlier than Retry-After allowed.`);
      }
      call.notBefore = 0;
      if (kind === 'expiredToken') valid += 1;
      // A token stays expired until it is renewed, whoever else still has it.
      if (headers.get('Authorization') !== `Bearer token-${valid}`) kind = 'expiredToken';
      if (kind !== null) meet(kind);
      log.push(`${at} ${clock.now()} ${kind ?? 'no fault'} ${url.search.slice(0, 200)}`);
      const sent: Sent = { kind, isFinal: false };
      call.sent.push(sent);
      const response = await answer(kind, url, init, call, sent);
      // Also one whose body never ends: a response has begun.
      answeredIds.add(id);
      return response;
    },
  };
}
