import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeClaims } from './claims.ts';

const MFA = '{"access_token":{"amr":{"essential":true,"values":["mfa"]}}}';

test('claims of several requests are asked for together', () => {
  const acrs = '{"access_token":{"acrs":{"value":"c1"}},"id_token":{"acr":null}}';
  expect(JSON.parse(mergeClaims(MFA, acrs))).toEqual({
    access_token: { amr: { essential: true, values: ['mfa'] }, acrs: { value: 'c1' } },
    id_token: { acr: null },
  });
});

test('of one claim the later request counts', () => {
  const c1 = '{"access_token":{"acrs":{"value":"c1"}}}';
  const c2 = '{"access_token":{"acrs":{"value":"c2"}}}';
  expect(mergeClaims(c1, c2)).toBe(c2);
});

test.each(['[1]', '7', 'null', '"text"'])('%s asks for nothing', (claims) => {
  expect(mergeClaims(MFA, claims)).toBe(MFA);
});

const request = fc
  .dictionary(
    fc.constantFrom('access_token', 'id_token'),
    fc.dictionary(fc.constantFrom('amr', 'acrs', 'nbf'), fc.jsonValue()),
  )
  .map((claims) => JSON.stringify(claims));

test('what has been asked for is not changed by being asked for again', () => {
  fc.assert(
    fc.property(request, request, (first, second) => {
      const both = mergeClaims(mergeClaims(null, first), second);
      expect(mergeClaims(both, second)).toBe(both);
    }),
  );
});
