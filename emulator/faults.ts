import { Hono } from 'hono';
import { z } from 'zod';
import { documentedError } from './documented-error.ts';

const timing = {
  /** So many data requests come first without the fault. */
  after: z.int().min(0).optional(),
  /**
   * The fault meets so many data requests, and then no more; where it is absent, the fault stays until it is cleared.
   */
  times: z.int().min(1).optional(),
};

/** Seconds, a text that is sent unchanged, or `date`: the HTTP date in three seconds. */
const retryAfter = z.union([z.number().min(0), z.string().min(1)]).optional();

// One schema for each kind of fault, by the member that names it.
const SCHEMAS = {
  /** Answers with this status. `claims` makes it a step-up challenge (conditional access wants more). */
  status: z.strictObject({
    status: z.int().min(400).max(599),
    body: z.enum(['documented', 'odata', 'oauth', 'empty', 'html']).optional(),
    claims: z.string().min(1).optional(),
    retryAfter,
    ...timing,
  }),
  /** Answers so many milliseconds later. */
  delay: z.strictObject({ delay: z.number().min(0).max(600_000), ...timing }),
  /** Closes the connection without an answer. */
  drop: z.strictObject({ drop: z.literal(true), ...timing }),
  /** true: closes the connection in the middle of the body; `clean`: ends the answer there, as if that were all. */
  truncate: z.strictObject({ truncate: z.union([z.literal(true), z.literal('clean')]), ...timing }),
  /** Answers from the snapshot before the one asked for. */
  tornSnapshot: z.strictObject({ tornSnapshot: z.literal(true), ...timing }),
  /**
   * The latest snapshot is gone: a request for the latest gets the one before. A request for its day gets that one too,
   * or no rows with `none`.
   */
  replacedSnapshot: z.strictObject({
    replacedSnapshot: z.union([z.literal(true), z.literal('none')]),
    ...timing,
  }),
  /** `TotalCount` is wrong by so many, but not below 0; true: by 7; `none`: it is null. */
  wrongCount: z.strictObject({
    wrongCount: z.union([z.literal(true), z.int(), z.literal('none')]),
    ...timing,
  }),
  /** The first group of each grouped answer has sold one more. */
  wrongSums: z.strictObject({ wrongSums: z.literal(true), ...timing }),
  /** A page without rows comes first; its `@nextLink` leads to the page that was asked for. */
  emptyPage: z.strictObject({ emptyPage: z.literal(true), ...timing }),
  /** A page behind the last row is refused with 400. */
  refusedBehindEnd: z.strictObject({ refusedBehindEnd: z.literal(true), ...timing }),
  /** A proxy's HTML page, with this status; true: 502. */
  html: z.strictObject({
    html: z.union([z.literal(true), z.int().min(200).max(599)]),
    retryAfter,
    ...timing,
  }),
  /** `@nextLink` leads to another host, on every page. */
  foreignNextLink: z.strictObject({
    foreignNextLink: z.union([z.literal(true), z.string().min(1)]),
    ...timing,
  }),
  /** Answers, but says that a token without a second factor will soon be refused. */
  isMfaCompliant: z.strictObject({ isMfaCompliant: z.literal(false), ...timing }),
  /**
   * This is not a fault of a request but of the sign-in: the second factor is confirmed, but the tokens do not show it.
   */
  noSecondFactor: z.strictObject({ noSecondFactor: z.literal(true) }),
} as const;

type Schemas = typeof SCHEMAS;
type Kind = keyof Schemas;

/** A fault of the endpoint that a request sets. */
export type Fault = { readonly [K in Kind]: Readonly<z.infer<Schemas[K]>> }[Kind];

/** The first fault of a kind in a list. */
export function faultOf<K extends Kind>(
  faults: readonly Fault[],
  kind: K,
): Extract<Fault, Record<K, unknown>> | undefined {
  return faults.find((fault): fault is Extract<Fault, Record<K, unknown>> => kind in fault);
}

type Read =
  | { readonly ok: true; readonly faults: readonly Fault[] }
  | { readonly ok: false; readonly sentence: string };

function readFaults(json: unknown): Read {
  if (!Array.isArray(json)) return { ok: false, sentence: 'The body has to be a JSON list of faults.' };
  const faults: Fault[] = [];
  for (const [index, item] of json.entries()) {
    const kinds = Object.keys(SCHEMAS).filter(
      (kind): kind is Kind => typeof item === 'object' && item !== null && kind in item,
    );
    const [kind] = kinds;
    if (kind === undefined || kinds.length > 1) {
      const known = Object.keys(SCHEMAS).join(', ');
      return { ok: false, sentence: `Fault ${index + 1} has to name exactly one of ${known}.` };
    }
    const result = SCHEMAS[kind].safeParse(item);
    if (!result.success) {
      const said = result.error.issues.map(({ path, message }) => [...path, message].join(': '));
      return { ok: false, sentence: `Fault ${index + 1} cannot be read: ${said.join('; ')}.` };
    }
    faults.push(result.data);
  }
  return { ok: true, faults };
}

export type Faults = {
  /** `GET`, `PUT` and `DELETE /`: show, replace and clear the list. */
  readonly routes: Hono;
  /** Counts one data request and gives the faults that meet it. Each fault has a count of its own. */
  readonly strike: () => readonly Fault[];
  /** Is a fault of this kind in the list, whatever its count? */
  readonly isSet: (kind: Kind) => boolean;
};

/** A list of faults, empty at first, that requests can set. */
export function createFaults(): Faults {
  let list: readonly { readonly fault: Fault; seen: number }[] = [];
  const shown = (): readonly Fault[] => list.map(({ fault }) => fault);

  const routes = new Hono()
    .get('/', (c) => c.json(shown()))
    .put('/', async (c) => {
      const json = await c.req.json<unknown>().catch(() => undefined);
      const read = readFaults(json);
      if (!read.ok) return c.json(documentedError('InvalidFaults', read.sentence), 400);
      list = read.faults.map((fault) => ({ fault, seen: 0 }));
      return c.json(shown());
    })
    .delete('/', (c) => {
      list = [];
      return c.body(null, 204);
    });

  const strike = (): readonly Fault[] =>
    list
      .filter((entry) => {
        const { after = 0, times = Infinity } = 'noSecondFactor' in entry.fault ? {} : entry.fault;
        const turn = entry.seen - after;
        entry.seen += 1;
        return turn >= 0 && turn < times;
      })
      .map(({ fault }) => fault);

  return { routes, strike, isSet: (kind) => faultOf(shown(), kind) !== undefined };
}
