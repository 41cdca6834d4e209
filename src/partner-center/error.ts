import { asksForSecondFactor } from './second-factor.ts';

/**
 * Everything that can go wrong between a question and its answer, as one type. The kinds follow the table in the
 * endpoint's description: for each there is one thing that the person can do.
 */
export type ErrorKind =
  /** 400: a filter or a parameter was refused. */
  | 'invalidRequest'
  /** 401 even with a fresh token, or the directory needs the person again. */
  | 'signInNeeded'
  /** 401 or 403 with `claims`, or a 401 because a second factor is missing: the token proves too little. */
  | 'stepUpNeeded'
  /** The same, for a token that came from the person's own step for exactly that: no other step would help. */
  | 'stepUpRefused'
  /** 403: the account has no role that reads reports. */
  | 'roleMissing'
  /** 404: the server at the base URL does not serve this report. */
  | 'notServed'
  /** 429. */
  | 'throttled'
  /** 408, 500, 502, 503, 504 and every other status that is not an answer. */
  | 'unavailable'
  /** No response came. */
  | 'network'
  /**
   * A response began that is not the service's, or that did not come in full: a proxy's web page, a body that was cut
   * off.
   */
  | 'interrupted'
  /** A response came in full, but it is not what the endpoint documents: a name is missing, a type is wrong. */
  | 'unreadableResponse'
  /** The snapshot that was asked for is gone or was replaced: the answer is of another one, or may be. */
  | 'snapshotChanged'
  /** A page of one download came twice. */
  | 'pagesOverlap'
  /** Too many pages without rows came, one after the other, each with a link to another. */
  | 'emptyPages'
  /** The filter makes an address that is too long, and it cannot be asked in parts. */
  | 'filterTooLong'
  /** The filter makes an address that is too long, and asking it in parts would take too many requests. */
  | 'tooManyParts'
  /** The browser ended the part that held or read the rows, or had no memory for them: the service has no fault. */
  | 'browserFailed'
  /** Any other error was thrown: this page has a mistake. */
  | 'unexpected';

export type ErrorDetails = {
  readonly kind: ErrorKind;
  /** The HTTP status; null where no response came. */
  readonly status?: number | null;
  /** The service's own code, as text. */
  readonly code?: string | null;
  /** The service's own words, or ours where it said nothing. */
  readonly description: string;
  /** The `MS-RequestId` of the response, otherwise the one that was sent. */
  readonly requestId?: string | null;
  /** The `MS-CorrelationId` of the response, otherwise the one that was sent. */
  readonly correlationId?: string | null;
  /** The seconds that the service asked to wait; null where it asked for none. */
  readonly retryAfter?: number | null;
  /** The claims a new token has to carry, as decoded JSON. */
  readonly claims?: string | null;
  readonly cause?: unknown;
};

/** The one error of the endpoint's client. `kind` decides what the person is told. */
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
  /** Tells whether those claims ask for a second factor. */
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
 * Turns whatever was thrown into the one error; an error of that type stays as it is. Every error of a question goes
 * through here before it is shown, so that no other value is taken for a `PartnerCenterError`.
 *
 * @param kind the kind that any other error gets
 */
export function partnerCenterErrorOf(thrown: unknown, kind: ErrorKind = 'unexpected'): PartnerCenterError {
  if (thrown instanceof PartnerCenterError) return thrown;
  const description = thrown instanceof Error ? thrown.message : String(thrown);
  return new PartnerCenterError({ kind, description, cause: thrown });
}

/** Is this the error with which `fetch` and `AbortSignal` reject when the question is no longer asked? */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
