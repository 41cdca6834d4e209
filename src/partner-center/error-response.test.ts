import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimsOf, errorOf, idsOf, retryAfterSeconds } from './error-response.ts';

const SENT = { requestId: 'sent-request', correlationId: 'sent-correlation' };
const NOW = Date.parse('2026-11-22T10:00:00Z');

function answer(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers });
}

describe('errorOf', () => {
  test('reads the documented body, its code as number or text', () => {
    const body = JSON.stringify({ code: 1007, description: 'Bad filter', data: [], source: 'Insights' });
    const error = errorOf(answer(400, { 'MS-RequestId': 'r', 'MS-CorrelationId': 'c' }), body, SENT, NOW);
    expect(error).toMatchObject({
      kind: 'invalidRequest',
      status: 400,
      code: '1007',
      description: 'Bad filter',
      requestId: 'r',
      correlationId: 'c',
    });
  });

  test('names what was refused where only `data` does', () => {
    const body = JSON.stringify({ code: '1', description: 'Bad request: top.', data: ['top', 'filter', 7] });
    expect(errorOf(answer(400), body, SENT, NOW).description).toBe('Bad request: top. (filter)');
  });

  test('reads the nested body', () => {
    const body = JSON.stringify({ error: { code: 'Forbidden', message: 'No role' } });
    expect(errorOf(answer(403), body, SENT, NOW)).toMatchObject({
      kind: 'roleMissing',
      code: 'Forbidden',
      description: 'No role',
    });
  });

  test('reads an OAuth error', () => {
    const body = JSON.stringify({ error: 'invalid_token', error_description: 'Expired' });
    expect(errorOf(answer(401), body, SENT, NOW)).toMatchObject({
      kind: 'signInNeeded',
      code: 'invalid_token',
      description: 'Expired',
    });
  });

  test.each([
    [{ description: 'Bad filter', data: null }, null, 'Bad filter'],
    [{ code: 7, description: 'Bad request.', data: ['top', 'skip'] }, '7', 'Bad request. (top, skip)'],
    [{ error: { message: 'No role' } }, null, 'No role'],
    [{ error: { code: 5, message: 'No role' } }, '5', 'No role'],
    [{ error: 'invalid_request' }, 'invalid_request', 'The service answered 400 and no reason.'],
    [{ code: {}, description: 'Odd' }, null, 'The service answered 400 and no reason.'],
  ])('takes what %j says, and null for what it does not', (body, code, description) => {
    expect(errorOf(answer(400), JSON.stringify(body), SENT, NOW)).toMatchObject({ code, description });
  });

  test('has the seconds to wait that the response asks for', () => {
    const headers = { 'Retry-After': new Date(NOW + 5_000).toUTCString() };
    expect(errorOf(answer(429, headers), '', SENT, NOW).retryAfter).toBe(5);
    expect(errorOf(answer(429), '', SENT, NOW).retryAfter).toBeNull();
  });

  test.each(['', '<html><body>Bad gateway</body></html>', '{"unfinished'])(
    'says what it knows where the body says nothing: %j',
    (body) => {
      expect(errorOf(answer(502), body, SENT, NOW)).toMatchObject({
        kind: 'unavailable',
        status: 502,
        code: null,
        description: 'The service answered 502 and no reason.',
        requestId: 'sent-request',
        correlationId: 'sent-correlation',
      });
    },
  );

  test.each([
    [404, 'notServed'],
    [408, 'unavailable'],
    [418, 'unavailable'],
    [429, 'throttled'],
    [500, 'unavailable'],
  ])('status %i is %s', (status, kind) => {
    expect(errorOf(answer(status), '', SENT, NOW).kind).toBe(kind);
  });

  test.each([401, 403])('a challenge with claims is a step-up at %i', (status) => {
    const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } });
    const header = `Bearer realm="", error="insufficient_claims", claims="${btoa(claims)}"`;
    expect(errorOf(answer(status, { 'WWW-Authenticate': header }), '', SENT, NOW)).toMatchObject({
      kind: 'stepUpNeeded',
      claims,
    });
  });

  test.each([
    [400, 'invalidRequest'],
    [500, 'unavailable'],
  ])('at %i claims change nothing', (status, kind) => {
    const header = `Bearer claims="${btoa('{"access_token":{}}')}"`;
    expect(errorOf(answer(status, { 'WWW-Authenticate': header }), '', SENT, NOW).kind).toBe(kind);
  });

  const MFA = '{"access_token":{"amr":{"essential":true,"values":["mfa"]}}}';

  test.each([
    ['the code as text', { code: '900421', description: 'Unauthorized', data: [], source: 'x' }],
    ['the code as number', { code: 900421, description: 'Unauthorized' }],
    ['the earlier code', { error: { code: '10001', message: 'Unauthorized' } }],
    ['the words alone', { error: 'invalid_token', error_description: 'MFA required' }],
  ])('a 401 for want of a second factor is a step-up, by %s', (_, body) => {
    expect(errorOf(answer(401), JSON.stringify(body), SENT, NOW)).toMatchObject({
      kind: 'stepUpNeeded',
      claims: MFA,
      asksForSecondFactor: true,
    });
  });

  test('no other status is', () => {
    const body = JSON.stringify({ code: '900421', description: 'MFA required' });
    const kinds = [400, 403, 404, 500].map((status) => errorOf(answer(status), body, SENT, NOW));
    expect(kinds.map(({ claims }) => claims)).toEqual([null, null, null, null]);
  });

  test('with a challenge, its claims are asked for as well', () => {
    const header = `Bearer claims="${btoa('{"access_token":{"acrs":{"value":"c1"}}}')}"`;
    const body = JSON.stringify({ code: '900421', description: 'MFA required' });
    const { claims } = errorOf(answer(401, { 'WWW-Authenticate': header }), body, SENT, NOW);
    expect(JSON.parse(claims ?? '')).toEqual({
      access_token: { acrs: { value: 'c1' }, amr: { essential: true, values: ['mfa'] } },
    });
  });
});

/** A text in quotes, as a header holds it. Source: RFC 9110, section 5.6.4. */
const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const base64url = (text: string): string =>
  base64(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

describe('claims of a challenge', () => {
  const CLAIMS = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';

  test.each([
    ['base64', `Bearer realm="", error="insufficient_claims", claims="${base64(CLAIMS)}"`],
    ['base64 before another parameter', `Bearer claims="${base64(CLAIMS)}", error="insufficient_claims"`],
    ['base64 without quotes', `Bearer error=insufficient_claims, claims=${base64(CLAIMS)}`],
    ['blanks and another letter case', `Bearer Claims = "${base64(CLAIMS)}"`],
    ['JSON', `Bearer claims=${quoted(CLAIMS)}, error="insufficient_claims"`],
    ['JSON with its quotes as they are', `Bearer claims="${CLAIMS}", error="insufficient_claims"`],
    ['of the second challenge', `Basic realm="a", Bearer claims="${base64(CLAIMS)}"`],
    ['JSON with its quotes as they are, in another letter case', `Bearer CLAIMS = "${CLAIMS}"`],
    [
      'of the second parameter, where the first is not readable',
      `Bearer claims="%", claims="${base64(CLAIMS)}"`,
    ],
    ['beside a text that looks like them', `Bearer reason="say claims=\\"e30\\"", claims=${quoted(CLAIMS)}`],
    ['beside a name that ends like theirs', `Bearer x-claims="e30", claims="${base64(CLAIMS)}"`],
  ])('%s', (_, header) => {
    expect(claimsOf(header)).toBe(CLAIMS);
  });

  test('any claims come back, in any of the forms', () => {
    const claims = fc
      .dictionary(fc.string(), fc.string({ unit: 'binary' }))
      .map((value) => JSON.stringify(value));
    // The text that a header can hold unchanged: no control characters, one byte each.
    const plain = (text: string): string =>
      text.replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    fc.assert(
      fc.property(claims, (text) => {
        expect(claimsOf(`Bearer claims="${base64(text.toWellFormed())}"`)).toBe(text.toWellFormed());
        expect(claimsOf(`Bearer claims=${base64url(text.toWellFormed())}, a="b"`)).toBe(text.toWellFormed());
        expect(claimsOf(`Bearer a="b", claims=${quoted(plain(text))}`)).toBe(plain(text));
      }),
    );
  });

  test.each([
    null,
    'Bearer',
    'Bearer claims=""',
    'Bearer claims="%%%"',
    `Bearer claims="${btoa('no json')}"`,
    `Bearer claims="${btoa('7')}"`,
    `Bearer claims="${btoa('["a"]')}"`,
    // The decoded bytes are not UTF-8.
    `Bearer claims="${btoa('{"a":"\xff"}')}"`,
    'Bearer claims="{a}"',
    `Bearer x-claims="${CLAIMS}"`,
    `Bearer xclaims="${CLAIMS}"`,
    `Bearer claimset="${btoa(CLAIMS)}"`,
    `Bearer x-claims=${quoted(CLAIMS)}`,
    `Bearer reason=${quoted(`claims="${btoa(CLAIMS)}"`)}`,
  ])('none in %j', (header) => {
    expect(claimsOf(header)).toBeNull();
  });
});

test.each([
  ['7', 7],
  [' 120 ', 120],
  ['Sun, 22 Nov 2026 10:00:30 GMT', 30],
  ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
  ['-5', null],
  ['7 s', null],
  ['in 7', null],
  ['2026-11-22T10:00:30Z', null],
  ['soon', null],
  ['', null],
  [null, null],
])('Retry-After %j is %j seconds', (header, seconds) => {
  expect(retryAfterSeconds(header, NOW)).toBe(seconds);
});

test('a wait until a date is never too short by a part of a second', () => {
  expect(retryAfterSeconds('Sun, 22 Nov 2026 10:00:30 GMT', NOW + 400)).toBe(30);
});

test('each id is that of the response where it has one, else the one that was sent', () => {
  expect(idsOf(new Headers({ 'MS-RequestId': 'r' }), SENT)).toEqual({ ...SENT, requestId: 'r' });
  expect(idsOf(new Headers({ 'MS-CorrelationId': 'c' }), SENT)).toEqual({ ...SENT, correlationId: 'c' });
});
