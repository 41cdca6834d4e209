import { expect, test } from 'vitest';
import { isAbort, PartnerCenterError, partnerCenterErrorOf } from './error.ts';

test('what is the one error already stays as it is', () => {
  const error = new PartnerCenterError({ kind: 'throttled', description: 'Slower' });
  expect(partnerCenterErrorOf(error, 'network')).toBe(error);
});

test.each([
  [new RangeError('Out of memory'), 'Out of memory'],
  ['a text', 'a text'],
  [undefined, 'undefined'],
])('anything else that was thrown is made one, its words kept: %s', (thrown, description) => {
  const error = partnerCenterErrorOf(thrown);
  expect(error).toBeInstanceOf(PartnerCenterError);
  expect(error).toMatchObject({ name: 'PartnerCenterError', kind: 'unexpected', description });
  expect(error.message).toBe(description);
  expect(error.cause).toBe(thrown);
});

test('it is of the kind that the caller names', () => {
  expect(partnerCenterErrorOf(new Error('x'), 'browserFailed').kind).toBe('browserFailed');
});

test('what is not known of an error is null, and what is known is kept', () => {
  const nothing = { status: null, code: null, requestId: null, correlationId: null, retryAfter: null };
  const error = new PartnerCenterError({ kind: 'network', description: 'No response' });
  expect(error).toMatchObject({ ...nothing, claims: null, asksForSecondFactor: false });
  const known = { status: 503, code: '7', requestId: 'r', correlationId: 'c', retryAfter: 3 };
  const claims = '{"access_token":{"amr":{"values":["mfa"]}}}';
  expect(
    new PartnerCenterError({ kind: 'unavailable', description: 'Busy', ...known, claims }),
  ).toMatchObject({ ...known, claims, asksForSecondFactor: true });
});

test('a question that is no longer asked is told from every other failure', () => {
  expect(isAbort(new DOMException('Stopped', 'AbortError'))).toBe(true);
  expect(isAbort(AbortSignal.abort().reason)).toBe(true);
  expect(isAbort(new DOMException('Too late', 'TimeoutError'))).toBe(false);
  expect(isAbort({ name: 'AbortError' })).toBe(false);
});
