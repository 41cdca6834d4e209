import * as z from 'zod/mini';
import { PartnerCenterError, type ErrorKind } from './error.ts';
import { wantsSecondFactor, withSecondFactor } from './second-factor.ts';

const codeSchema = z.union([z.string(), z.number()]);

/** `{ "code", "description", "data", "source" }`: the documented body. */
const documentedBody = z.object({
  code: z.optional(codeSchema),
  description: z.string(),
  data: z.optional(z.nullable(z.array(z.unknown()))),
});

/** `{ "error": { "code", "message" } }`: other services of this family answer so. */
const nestedBody = z.object({
  error: z.object({ code: z.optional(codeSchema), message: z.string() }),
});

/** `{ "error", "error_description" }`: OAuth 2.0, RFC 6749 section 5.2. */
const oauthBody = z.object({
  error: z.string(),
  error_description: z.optional(z.string()),
});

type Said = { readonly code: string | null; readonly description: string | null };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The code and the description of an error body, in any of the five shapes in the endpoint's description. */
function readBody(text: string): Said {
  const body = parseJson(text);
  const documented = z.safeParse(documentedBody, body);
  if (documented.success) {
    const { code, description, data } = documented.data;
    // `data` names what was refused, where the description does not.
    const named = (data ?? []).filter((item) => typeof item === 'string' && !description.includes(item));
    return {
      code: code?.toString() ?? null,
      description: named.length === 0 ? description : `${description} (${named.join(', ')})`,
    };
  }
  const nested = z.safeParse(nestedBody, body);
  if (nested.success) {
    return { code: nested.data.error.code?.toString() ?? null, description: nested.data.error.message };
  }
  const oauth = z.safeParse(oauthBody, body);
  if (oauth.success) {
    return { code: oauth.data.error, description: oauth.data.error_description ?? null };
  }
  // The body is empty, or it is HTML of a proxy on the way. The words of HTML would be about the proxy, so they are not
  // used.
  return { code: null, description: null };
}

// A parameter of a challenge: a name, and a text with or without quotes. Source: RFC 9110, sections 5.6.2, 5.6.4 and
// 11.2.
const CHALLENGE_PARAMETER = /([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g;
// The RFC does not allow it, but services send it: JSON in quotes whose own quotes are not escaped.
const BARE_JSON = /(?<![\w-])claims\s*=\s*"(\{.*\})"/i;

/** The text of a claims parameter as JSON: it is JSON itself, or in base64 or base64url; null where it is neither. */
function claimsIn(parameter: string): string | null {
  try {
    const text = parameter.startsWith('{') ? parameter : textOfBase64(parameter);
    const isObject = z.safeParse(z.record(z.string(), z.unknown()), JSON.parse(text)).success;
    return isObject ? text : null;
  } catch {
    return null;
  }
}

function textOfBase64(encoded: string): string {
  const bytes = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder('utf-8', { fatal: true }).decode(
    Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)),
  );
}

/**
 * The claims of a challenge, as decoded JSON; null where it names none.
 *
 * Source: Microsoft identity platform, "Claims challenges, claims requests and client capabilities":
 * `WWW-Authenticate: Bearer …, error="insufficient_claims", claims="<base64 of JSON>"`.
 */
export function claimsOf(wwwAuthenticate: string | null): string | null {
  const header = wwwAuthenticate ?? '';
  for (const [, name, quoted, plain] of header.matchAll(CHALLENGE_PARAMETER)) {
    if (name?.toLowerCase() !== 'claims') continue;
    const claims = claimsIn(quoted?.replaceAll(/\\(.)/g, '$1') ?? plain ?? '');
    if (claims !== null) return claims;
  }
  return claimsIn(BARE_JSON.exec(header)?.[1] ?? '');
}

/**
 * The seconds to wait that a `Retry-After` header names, in either of its forms; null where it is absent or unreadable.
 *
 * Source: RFC 9110, section 10.2.3. `now` is in milliseconds since the epoch.
 */
export function retryAfterSeconds(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text);
  const date = Date.parse(text);
  // Only a date with the name of a month counts: `Date.parse` reads too much, also "-5".
  if (!/[a-z]{3}/i.test(text) || Number.isNaN(date)) return null;
  return Math.max(0, Math.ceil((date - now) / 1000));
}

function kindOf(status: number, claims: string | null): ErrorKind {
  if ((status === 401 || status === 403) && claims !== null) return 'stepUpNeeded';
  switch (status) {
    case 400:
      return 'invalidRequest';
    case 401:
      return 'signInNeeded';
    case 403:
      return 'roleMissing';
    case 404:
      return 'notServed';
    case 429:
      return 'throttled';
    default:
      return 'unavailable';
  }
}

export type SentIds = { readonly requestId: string; readonly correlationId: string };

/** The ids of a response where it echoes them, otherwise the ids that were sent. */
export function idsOf(headers: Headers, sent: SentIds): SentIds {
  return {
    requestId: headers.get('MS-RequestId') ?? sent.requestId,
    correlationId: headers.get('MS-CorrelationId') ?? sent.correlationId,
  };
}

/** The error that a response with a status other than 2xx stands for. `now` is in milliseconds since the epoch. */
export function errorOf(
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  body: string,
  sent: SentIds,
  now: number,
): PartnerCenterError {
  const said = readBody(body);
  const challenge = claimsOf(headers.get('WWW-Authenticate'));
  const isForSecondFactor = status === 401 && wantsSecondFactor(said.code, said.description);
  const claims = isForSecondFactor ? withSecondFactor(challenge) : challenge;
  return new PartnerCenterError({
    kind: kindOf(status, claims),
    status,
    code: said.code,
    description: said.description ?? `The service answered ${status} and no reason.`,
    ...idsOf(headers, sent),
    retryAfter: retryAfterSeconds(headers.get('Retry-After'), now),
    claims,
  });
}
