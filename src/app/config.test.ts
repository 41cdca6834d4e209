import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textsIn } from '#ui/catalogue.ts';
import { ENGLISH } from '#ui/language.ts';
import { ConfigProblem, FIELD_RULES, readConfig } from './config.ts';
import { configProblemSaid } from './config-rules.ts';
import { startTexts } from './start-texts.ts';

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

test('a cloud brings its authority and its Partner Center, unless others are named', () => {
  expect(readConfig({ clientId: 'id', cloud: 'china' }).signIn).toMatchObject({
    authority: 'https://login.partner.microsoftonline.cn/organizations',
    scopes: ['https://partner.partnercenterapi.microsoftonline.cn/user_impersonation'],
  });
  expect(readConfig({ clientId: 'id', cloud: 'usGovernment' }).signIn).toMatchObject({
    authority: 'https://login.microsoftonline.us/organizations',
    scopes: ['https://api.partnercenter.microsoft.com/user_impersonation'],
  });
  const authority = 'https://login.microsoftonline.us/contoso.example';
  expect(readConfig({ clientId: 'id', cloud: 'usGovernment', authority }).signIn.authority).toBe(authority);
});

const METADATA = {
  issuer: 'https://identity.localhost',
  authorization_endpoint: 'http://localhost:5173/identity/auth?p=a',
  token_endpoint: 'http://127.0.0.1:5173/identity/token',
  jwks_uri: 'https://identity.example/jwks',
};

test('an OpenID configuration is taken as object or as text', () => {
  const metadata = { ...METADATA, end_session_endpoint: 'https://identity.example/end', more: [1] };
  for (const authorityMetadata of [metadata, JSON.stringify(metadata, null, 2)]) {
    const { signIn } = readConfig({ clientId: 'id', authorityMetadata });
    expect(JSON.parse(signIn.authorityMetadata ?? '')).toEqual(metadata);
  }
});

test('the example is taken', async () => {
  const example = JSON.parse(await readFile('deploy/config.example.json', 'utf8')) as unknown;
  expect(() => readConfig(example)).not.toThrow();
});

test.each([
  { apiBaseUrl: '' },
  { apiBaseUrl: 'https://partner.partnercenterapi.microsoftonline.cn/' },
  { apiBaseUrl: 'https://gateway.example:8443/partner-center' },
  { apiBaseUrl: 'http://localhost:8080' },
  { apiBaseUrl: 'http://[::1]:8080' },
  { authority: 'https://contoso.ciamlogin.com' },
  { authority: 'https://identity.example', protocolMode: 'OIDC' },
  { knownAuthorities: ['login.contoso.com', 'Identity.localhost:8443'] },
  { scopes: ['api://5f3e7c1a/read.all'] },
  { applicationName: 'Lizenzen über alles' },
  { demoData: true },
])('taken: %j', (fields) => {
  expect(() => readConfig({ clientId: 'any text', ...fields })).not.toThrow();
});

test('the page says in English what the command line says', () => {
  const t = textsIn(startTexts, ENGLISH).configField;
  for (const rule of FIELD_RULES) {
    const problem = new ConfigProblem({ field: 'some.field', rule });
    expect(t[rule]({ field: 'some.field' })).toBe(`In config.json, ${configProblemSaid(problem)}.`);
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
    [[], null, 'must be a JSON object'],
    ['text', null, 'must be a JSON object'],
    [{}, 'clientId', 'is missing'],
    [{ clientId: '' }, 'clientId', 'must be a text that is not empty'],
    [{ clientId: ' id' }, 'clientId', 'no blanks around it'],
    [{ clientId: 7 }, 'clientId', 'must be a text'],
    [{ clientId: null }, 'clientId', 'must be a text'],
  ])('%j', (value, field, message) => {
    const problem = problemOf(value);
    expect(problem.wrong.field).toBe(field);
    expect(configProblemSaid(problem)).toContain(message);
  });

  test.each([
    [{ cloud: 'moon' }, 'cloud', 'must be "global", "china" or "usGovernment"'],
    [{ authority: 'http://plain.example/a' }, 'authority', 'must be an https address'],
    [{ authority: 'http://localhost/a' }, 'authority', 'must be an https address'],
    [{ authority: 'login.microsoftonline.com/contoso.com' }, 'authority', 'must be an https address'],
    [{ authority: 'https://' }, 'authority', 'must be an https address'],
    [{ authority: 'https:///contoso.com' }, 'authority', 'must be an https address'],
    [{ authority: 'https://me:secret@login.example/a' }, 'authority', 'without user name'],
    [{ authority: 'https://login.example/a?b=c' }, 'authority', '"?"'],
    [{ authority: 'https://login.example/a#b' }, 'authority', '"#"'],
    [{ authority: 'https://login.example/a b' }, 'authority', 'must be an https address'],
    [{ authority: 'https://login.example/a\n' }, 'authority', 'must be an https address'],
    [{ authority: 'https://login.microsoftonline.com/' }, 'authority', 'must name a directory'],
    [{ scopes: [] }, 'scopes', 'at least one permission'],
    [{ scopes: 'a' }, 'scopes', 'must be a list'],
    [{ scopes: ['a', ''] }, 'scopes.1', 'must be one permission'],
    [{ scopes: ['openid profile'] }, 'scopes.0', 'without blanks'],
    [{ apiBaseUrl: 'javascript:alert(1)' }, 'apiBaseUrl', 'must be an https address'],
    [{ apiBaseUrl: '/api' }, 'apiBaseUrl', 'must be an https address'],
    [{ apiBaseUrl: 'http://gateway.example' }, 'apiBaseUrl', 'http only for localhost'],
    [{ apiBaseUrl: 'http://localhost.example' }, 'apiBaseUrl', 'http only for localhost'],
    [{ apiBaseUrl: 'http://127.0.0.1.example' }, 'apiBaseUrl', 'http only for localhost'],
    [{ apiBaseUrl: 'https://gateway.example/?' }, 'apiBaseUrl', '"?"'],
    [{ apiBaseUrl: 'https://gateway.example/#' }, 'apiBaseUrl', '"#"'],
    [{ apiBaseUrl: 'https://a:b@gateway.example' }, 'apiBaseUrl', 'without user name'],
    [{ apiBaseUrl: ' https://gateway.example' }, 'apiBaseUrl', 'must be an https address'],
    [{ apiBaseUrl: 'https://gateway.example:99999' }, 'apiBaseUrl', 'must be an https address'],
    [{ demoData: 'yes' }, 'demoData', 'must be true or false'],
    [{ applicationName: '' }, 'applicationName', 'must be a text'],
    [{ applicationName: 'License 📊' }, 'applicationName', 'sent in a header'],
    [{ applicationName: 'ライセンス' }, 'applicationName', 'sent in a header'],
    [{ applicationName: 'a\nb' }, 'applicationName', 'sent in a header'],
    [{ knownAuthorities: 'login.contoso.com' }, 'knownAuthorities', 'must be a list'],
    [{ knownAuthorities: ['https://login.contoso.com'] }, 'knownAuthorities.0', 'must be the name of a host'],
    [{ knownAuthorities: ['login.contoso.com/a'] }, 'knownAuthorities.0', 'must be the name of a host'],
    [{ knownAuthorities: [''] }, 'knownAuthorities.0', 'must be the name of a host'],
    [{ protocolMode: 'SAML' }, 'protocolMode', 'must be "AAD" or "OIDC"'],
    [{ authorityMetadata: 'no JSON' }, 'authorityMetadata', 'must be an OpenID configuration'],
    [{ authorityMetadata: '[]' }, 'authorityMetadata', 'must be an OpenID configuration'],
    [{ authorityMetadata: null }, 'authorityMetadata', 'must be an OpenID configuration'],
    [
      { authorityMetadata: { ...METADATA, token_endpoint: undefined } },
      'authorityMetadata.token_endpoint',
      'is missing',
    ],
    [
      { authorityMetadata: JSON.stringify({ ...METADATA, jwks_uri: 'http://identity.example/jwks' }) },
      'authorityMetadata.jwks_uri',
      'must be an https address',
    ],
    [
      { authorityMetadata: { ...METADATA, end_session_endpoint: '' } },
      'authorityMetadata.end_session_endpoint',
      'must be an https address',
    ],
  ])('%j', (fields, field, message) => {
    const problem = problemOf({ clientId: 'id', ...fields });
    expect(problem.wrong.field).toBe(field);
    expect(configProblemSaid(problem)).toContain(message);
  });

  test('an application name that is taken is what a header carries, and any that a header can’t carry is not', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.integer({ max: 0x120 }).map((unit) => String.fromCharCode(unit)) }),
    );
    const isTaken = (applicationName: string): boolean => {
      try {
        return readConfig({ clientId: 'id', applicationName }).applicationName === applicationName;
      } catch (error) {
        if (error instanceof ConfigProblem) return false;
        throw error;
      }
    };
    const isCarried = (applicationName: string): boolean => {
      try {
        return new Headers({ name: applicationName }).get('name') === applicationName;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(name, (applicationName) => {
        const isPlain = applicationName !== '' && !/\p{Cc}|^\u00a0|\u00a0$/u.test(applicationName);
        expect(isTaken(applicationName)).toBe(isPlain && isCarried(applicationName));
      }),
    );
  });
});
