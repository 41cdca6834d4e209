import { describe, expect, test } from 'vitest';
import { ConfigProblem, readConfig } from './config.ts';

test('a client id is enough: the rest is the global cloud', () => {
  expect(readConfig({ clientId: 'id' })).toMatchObject({
    signIn: {
      clientId: 'id',
      authority: 'https://login.microsoftonline.com/organizations',
      scopes: ['https://api.partnercenter.microsoft.com/user_impersonation'],
    },
    apiBaseUrl: '',
    applicationName: 'License Lens',
  });
});

test('a cloud brings its authority, unless one is named', () => {
  expect(readConfig({ clientId: 'id', cloud: 'china' }).signIn.authority).toBe(
    'https://login.partner.microsoftonline.cn/organizations',
  );
  const authority = 'https://login.microsoftonline.us/contoso.example';
  expect(readConfig({ clientId: 'id', cloud: 'usGovernment', authority }).signIn.authority).toBe(authority);
});

test('an OpenID configuration is taken as object or as text', () => {
  const metadata = { issuer: 'https://identity.localhost' };
  const asText = JSON.stringify(metadata);
  for (const authorityMetadata of [metadata, asText]) {
    expect(readConfig({ clientId: 'id', authorityMetadata }).signIn.authorityMetadata).toBe(asText);
  }
});

describe('what is wrong is named with the fix', () => {
  const problemOf = (value: unknown): ConfigProblem => {
    try {
      readConfig(value);
    } catch (error) {
      if (error instanceof ConfigProblem) return error;
    }
    throw new Error('nothing was wrong');
  };
  test.each([
    [[], null, 'expected a JSON object'],
    ['text', null, 'expected a JSON object'],
    [{}, 'clientId', 'is missing'],
    [{ clientId: '' }, 'clientId', 'must not be empty'],
    [{ clientId: 7 }, 'clientId', 'expected a text'],
    [{ clientId: 'id', cloud: 'moon' }, 'cloud', 'expected "global", "china" or "usGovernment"'],
    [{ clientId: 'id', authority: 'http://plain.example' }, 'authority', 'expected an https address'],
    [{ clientId: 'id', scopes: [] }, 'scopes', 'must name at least one scope'],
    [{ clientId: 'id', apiBaseUrl: 'javascript:alert(1)' }, 'apiBaseUrl', 'expected an address'],
    [{ clientId: 'id', protocolMode: 'SAML' }, 'protocolMode', 'expected "AAD" or "OIDC"'],
  ])('%j', (value, field, message) => {
    const problem = problemOf(value);
    expect(problem.field).toBe(field);
    expect(problem.message).toContain(message);
  });
});
