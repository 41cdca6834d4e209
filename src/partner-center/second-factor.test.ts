import { expect, test, vi } from 'vitest';
import {
  asksForSecondFactor,
  createSecondFactorNotice,
  SECOND_FACTOR_CLAIMS,
  wantsSecondFactor,
  withSecondFactor,
} from './second-factor.ts';

test.each([
  ['900421', null, true],
  ['10001', 'Unauthorized', true],
  [null, 'MFA required', true],
  ['Unauthorized', 'The user must use multi-factor authentication.', true],
  ['1', 'Multifactor sign-in is missing', true],
  ['1', 'A second factor is missing', true],
  ['1', 'Multi factor sign-in is missing', true],
  ['1', 'Use two-factor verification', true],
  ['1', 'Add a secondfactor', true],
  ['1', 'The MFAs', false],
  ['1', 'An xmfa', false],
  ['1', 'One factor is missing', false],
  ['9004210', 'Unauthorized', false],
  [null, 'The token has expired.', false],
  [null, 'Comfactor', false],
  [null, null, false],
])('code %j with %j: a second factor is wanted: %j', (code, description, wanted) => {
  expect(wantsSecondFactor(code, description)).toBe(wanted);
});

test.each([
  [SECOND_FACTOR_CLAIMS, true],
  ['{"access_token":{"amr":{"value":"mfa"}}}', true],
  ['{"access_token":{"amr":{"values":["pwd"]}}}', false],
  ['{"access_token":{"amr":null}}', false],
  ['{"access_token":null}', false],
  ['{"id_token":{"amr":{"values":["mfa"]}}}', false],
  ['7', false],
  [null, false],
])('%s asks for a second factor: %j', (claims, asks) => {
  expect(asksForSecondFactor(claims)).toBe(asks);
});

test('the second factor is added to what a challenge asks for', () => {
  expect(withSecondFactor(null)).toBe(SECOND_FACTOR_CLAIMS);
  expect(withSecondFactor('"text"')).toBe(SECOND_FACTOR_CLAIMS);
  const challenge = '{"id_token":{"a":null},"access_token":{"acrs":{"value":"c1"},"amr":{"value":"pwd"}}}';
  expect(JSON.parse(withSecondFactor(challenge))).toEqual({
    id_token: { a: null },
    access_token: { acrs: { value: 'c1' }, amr: { essential: true, values: ['mfa'] } },
  });
});

test('the notice follows the last answer and tells each change once', () => {
  const notice = createSecondFactorNotice();
  const changed = vi.fn();
  const leave = notice.subscribe(changed);
  const hear = (said: string | null) =>
    notice.hear(new Headers(said === null ? {} : { isMfaCompliant: said }));
  hear(null);
  hear('true');
  expect(notice.isDue()).toBe(false);
  expect(changed).not.toHaveBeenCalled();
  hear('False');
  hear(' false ');
  expect(notice.isDue()).toBe(true);
  expect(changed).toHaveBeenCalledTimes(1);
  hear(null);
  expect(notice.isDue()).toBe(false);
  expect(changed).toHaveBeenCalledTimes(2);
  leave();
  hear('false');
  expect(changed).toHaveBeenCalledTimes(2);
});
