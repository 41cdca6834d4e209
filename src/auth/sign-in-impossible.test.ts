import { expect, test } from 'vitest';
import { obstacleOf } from './sign-in-impossible.ts';

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
