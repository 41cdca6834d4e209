import { asksForSecondFactor } from './second-factor.ts';

/**
 * Everything that can go wrong between a question and its answer, as one type.
 * The kinds follow the table in the endpoint's description: each has one thing the person can do.
 */
export type ErrorKind =
  /** 400: a filter or a parameter was refused. */
  | 'invalidRequest'
  /** 401 even with a fresh token, or the directory wants the person again. */
  | 'signInNeeded'
  /** 401 or 403 with `claims`, or a 401 for want of a second factor: more is wanted than the token proves. */
  | 'stepUpNeeded'
  /** The same of a token that came from the person's own step for just that: no other step would help. */
  | 'stepUpRefused'
  /** 403: the account has no role that reads reports. */
  | 'roleMissing'
  /** 404: what answers at the base URL does not serve this report. */
  | 'notServed'
  /** 429. */
  | 'throttled'
  /** 408, 500, 502, 503, 504 and every other status that is no answer. */
  | 'unavailable'
  /** No response came. */
  | 'network'
  /** A response began that is not the service's, or not all of it: a proxy's web page, a body cut in the middle. */
  | 'interrupted'
  /** A whole response came that is not what the endpoint documents: a missing name, a wrong type. */
  | 'unreadableResponse'
  /** The snapshot that was asked for is gone or was replaced: what came is of another one, or may be. */
  | 'snapshotChanged'
  /** A page of one download came twice. */
  | 'pagesOverlap'
  /** Too many pages without rows came, one after the other, each with a link to another. */
  | 'emptyPages'
  /** The filter makes an address that is too long, and can't be asked in parts. */
  | 'filterTooLong'
  /** The filter makes an address that is too long, and asking it in parts would take too many requests. */
  | 'tooManyParts'
  /** The browser ended what held or read the rows, or had no memory for them: no fault of the service. */
  | 'browserFailed'
  /** Anything else that was thrown: a mistake of this page. */
  | 'unexpected';

export type ErrorDetails = {
  readonly kind: ErrorKind;
  /** HTTP status; null where no response came. */
  readonly status?: number | null;
  /** The service's own code, as text. */
  readonly code?: string | null;
  /** The service's own words, or ours where it said nothing. */
  readonly description: string;
  /** `MS-RequestId` of the response, else the one that was sent. */
  readonly requestId?: string | null;
  /** `MS-CorrelationId` of the response, else the one that was sent. */
  readonly correlationId?: string | null;
  /** Seconds the service asked to wait; null where it asked nothing. */
  readonly retryAfter?: number | null;
  /** The claims a new token has to carry, as decoded JSON. */
  readonly claims?: string | null;
  readonly cause?: unknown;
};

/** The one error of the endpoint's client. What to tell the person follows from `kind`. */
export class PartnerCenterError extends Error {
  override readonly name = 'PartnerCenterError';
  readonly kind: ErrorKind;
  readonly status: number | null;
  readonly code: string | null;
  readonly description: string;
  readonly requestId: string | null;
  readonly correlationId: string | null;
  readonly retryAfter: number | null;
  readonly claims: string | null;
  /** A second factor is among those claims. */
  readonly asksForSecondFactor: boolean;

  constructor(details: ErrorDetails) {
    super(details.description, { cause: details.cause });
    this.kind = details.kind;
    this.status = details.status ?? null;
    this.code = details.code ?? null;
    this.description = details.description;
    this.requestId = details.requestId ?? null;
    this.correlationId = details.correlationId ?? null;
    this.retryAfter = details.retryAfter ?? null;
    this.claims = details.claims ?? null;
    this.asksForSecondFactor = asksForSecondFactor(this.claims);
  }
}

/**
 * Whatever was thrown, as the one error: what is one already stays as it is. Every error that a question ends in goes
 * through here before it is shown; nothing is taken for a `PartnerCenterError` without a look.
 *
 * @param kind what an error is that is none yet
 */
export function partnerCenterErrorOf(thrown: unknown, kind: ErrorKind = 'unexpected'): PartnerCenterError {
  if (thrown instanceof PartnerCenterError) return thrown;
  const description = thrown instanceof Error ? thrown.message : String(thrown);
  return new PartnerCenterError({ kind, description, cause: thrown });
}

/** Is this what `fetch` and `AbortSignal` reject with when the question is no longer asked? */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
