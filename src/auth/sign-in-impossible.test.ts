import { expect, test } from 'vitest';
import { checkMetadata, obstacleOf, SignInImpossible } from './sign-in-impossible.ts';

const METADATA = {
  issuer: 'https://identity.example',
  authorization_endpoint: 'https://identity.example/auth',
  token_endpoint: 'http://localhost:5173/token',
};

test.each([undefined, '', JSON.stringify(METADATA)])('%s is no obstacle', (authorityMetadata) => {
  expect(() => checkMetadata({ authorityMetadata })).not.toThrow();
});

test.each([
  ['{', 'metadataUnreadable', /JSON/],
  ['[]', 'metadataUnreadable', /^\[\]$/],
  ['null', 'metadataUnreadable', /^null$/],
  ['"text"', 'metadataUnreadable', /^"text"$/],
  ['{}', 'metadataIncomplete', /^issuer, authorization_endpoint, token_endpoint$/],
  [JSON.stringify({ ...METADATA, token_endpoint: 7 }), 'metadataIncomplete', /^token_endpoint$/],
  [JSON.stringify({ ...METADATA, token_endpoint: '/token' }), 'metadataIncomplete', /^token_endpoint$/],
  [JSON.stringify({ ...METADATA, issuer: 'https://' }), 'metadataIncomplete', /^issuer$/],
  [
    JSON.stringify({ ...METADATA, authorization_endpoint: 'javascript:alert(1)' }),
    'metadataIncomplete',
    /^authorization_endpoint$/,
  ],
])('%s is %s', (authorityMetadata, obstacle, detail) => {
  expect(() => checkMetadata({ authorityMetadata })).toThrow(
    expect.objectContaining({ obstacle, detail: expect.stringMatching(detail) as string }),
  );
});

const CONFIG = { authority: 'https://identity.example/tenant' };
const failing = (errorCode: string): Error => Object.assign(new Error('its words'), { errorCode });

test.each([
  [failing('untrusted_authority'), 'authorityUnknown', CONFIG.authority],
  [failing('endpoints_resolution_error'), 'authoritySilent', CONFIG.authority],
  [failing('openid_config_error'), 'authoritySilent', CONFIG.authority],
  [failing('issuer_validation_failed'), 'authoritySilent', CONFIG.authority],
  [failing('interaction_in_progress'), 'other', 'its words'],
  [new Error('its words'), 'other', 'its words'],
  ['a text', 'other', 'a text'],
])('%s: %s', (error, obstacle, detail) => {
  expect(obstacleOf(error, CONFIG)).toMatchObject({ obstacle, detail, cause: error });
});

test('an obstacle that is known stays what it is', () => {
  const known = new SignInImpossible('metadataIncomplete', 'issuer');
  expect(obstacleOf(known, CONFIG)).toBe(known);
});
