import type { PartnerCenterError } from './error.ts';

/** How often one question is sent at most, including the first time. */
export const MAX_TRIES = 6;

const FIRST_WAIT = 500;
/**
 * A person does not wait longer than this in front of a page. Where the service asks for more, the person is told so
 * instead.
 */
const LONGEST_RETRY_AFTER = 300_000;

// A response with one of these says nothing about the question, only about the moment.
const PASSING_STATUSES: ReadonlySet<number> = new Set([408, 500, 502, 503, 504]);

/** May the same question go through a little later? */
function isPassing(error: PartnerCenterError): boolean {
  switch (error.kind) {
    case 'network':
    case 'throttled':
    case 'interrupted':
      return true;
    case 'unavailable':
      return error.status !== null && PASSING_STATUSES.has(error.status);
    default:
      return false;
  }
}

/**
 * The milliseconds to wait before trying again; null where another try would not help.
 *
 * The wait is an exponential back-off with full jitter, so that many clients that failed together do not come back
 * together. It is never shorter than the service asked for (`Retry-After`). It needs no ceiling: the tries end before a
 * wait is long. Source: "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 *
 * @param tries how often it has been tried, from 1
 * @param random a number from 0 to below 1
 */
export function waitBeforeRetry(
  error: PartnerCenterError,
  tries: number,
  random: () => number,
): number | null {
  if (tries >= MAX_TRIES || !isPassing(error)) return null;
  const asked = (error.retryAfter ?? 0) * 1000;
  if (asked > LONGEST_RETRY_AFTER) return null;
  const jitter = random() * FIRST_WAIT * 2 ** (tries - 1);
  return asked + Math.round(jitter);
}
