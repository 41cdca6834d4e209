import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PartnerCenterError, type ErrorKind } from './error.ts';
import { MAX_TRIES, waitBeforeRetry } from './retry.ts';

const failed = (kind: ErrorKind, more: { status?: number; retryAfter?: number } = {}) =>
  new PartnerCenterError({ kind, description: 'Failed', ...more });
const half = () => 0.5;

test.each([
  [1, 500],
  [2, 1_000],
  [3, 2_000],
  [4, 4_000],
  [5, 8_000],
])('after try %i, a wait is anything up to %i ms, and never before Retry-After', (tries, longest) => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.integer({ min: 0, max: 300 }),
      (random, retryAfter) => {
        const wait = waitBeforeRetry(failed('throttled', { retryAfter }), tries, () => random);
        expect(wait).toBe(retryAfter * 1000 + Math.round(random * longest));
      },
    ),
  );
});

test.each([
  ['network', undefined, true],
  ['throttled', 429, true],
  ['interrupted', 200, true],
  ['unavailable', 500, true],
  ['unavailable', 501, false],
  ['unavailable', undefined, false],
  ['invalidRequest', 503, false],
  ['signInNeeded', 401, false],
  ['unreadableResponse', 200, false],
] as const)('%s with status %s passes: %s', (kind, status, passes) => {
  const error = failed(kind, status === undefined ? {} : { status });
  expect(waitBeforeRetry(error, 1, half)).toBe(passes ? 250 : null);
});

test('the tries end', () => {
  expect(waitBeforeRetry(failed('network'), MAX_TRIES - 1, half)).toBe(4000);
  expect(waitBeforeRetry(failed('network'), MAX_TRIES, half)).toBeNull();
  expect(waitBeforeRetry(failed('network'), MAX_TRIES + 1, half)).toBeNull();
});

test('five minutes are waited for, a second more is not', () => {
  expect(waitBeforeRetry(failed('throttled', { retryAfter: 300 }), 1, () => 0)).toBe(300_000);
  expect(waitBeforeRetry(failed('throttled', { retryAfter: 301 }), 1, () => 0)).toBeNull();
});
