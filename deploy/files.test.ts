import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigProblem } from '#app/config.ts';
import { filesOf } from './files.ts';
import { EXAMPLE_PLACE, PlaceProblem, siteOf, type Place } from './site.ts';

const example: unknown = JSON.parse(readFileSync('deploy/config.example.json', 'utf8'));

/** The files for a configuration, and a place. */
const written = (config: object, place: Partial<Place> = {}) =>
  filesOf(siteOf({ clientId: 'id', ...config }, { ...EXAMPLE_PLACE, ...place }));

/** The sources of a directive, by the file of a server. */
function sources(file: string, directive: string): readonly string[] {
  const [, list = ''] = new RegExp(`[;"] ?${directive} ([^;"]*)`, 'u').exec(file) ?? expect.fail(directive);
  return list.split(' ');
}

test.each(Object.entries(filesOf(siteOf(example, EXAMPLE_PLACE))))(
  'deploy/%s is what `npm run deploy:files` writes for the example',
  (name, text) => {
    expect(readFileSync(`deploy/${name}`, 'utf8')).toBe(text);
  },
);

const METADATA = {
  issuer: 'https://issuer.example',
  authorization_endpoint: 'https://login.example/auth',
  token_endpoint: 'https://token.example/token',
  jwks_uri: 'https://keys.example/jwks',
};

test.each<[config: object, signIn: readonly string[], report: readonly string[]]>([
  [{}, ['https://login.microsoftonline.com'], []],
  [{ cloud: 'china' }, ['https://login.partner.microsoftonline.cn'], []],
  [{ cloud: 'usGovernment' }, ['https://login.microsoftonline.us'], []],
  // MSAL asks the cloud whether the older name is one of its own.
  [
    { cloud: 'china', authority: 'https://login.chinacloudapi.cn/contoso.example' },
    ['https://login.chinacloudapi.cn', 'https://login.partner.microsoftonline.cn'],
    [],
  ],
  [
    { authority: 'https://contoso.ciamlogin.com', knownAuthorities: ['Contoso.ciamlogin.com'] },
    ['https://contoso.ciamlogin.com'],
    [],
  ],
  [
    { authority: 'https://issuer.example', protocolMode: 'OIDC', authorityMetadata: METADATA },
    ['https://login.example', 'https://token.example'],
    [],
  ],
  [
    { apiBaseUrl: 'https://gateway.example:8443/base/' },
    ['https://login.microsoftonline.com'],
    ['https://gateway.example:8443'],
  ],
  [{ apiBaseUrl: `https://${EXAMPLE_PLACE.host}/` }, ['https://login.microsoftonline.com'], []],
])('the policy lets the page of %j reach what it names, and nothing else', (config, signIn, report) => {
  for (const text of Object.values(written(config))) {
    expect(sources(text, 'connect-src')).toEqual(["'self'", ...signIn, ...report]);
    expect(sources(text, 'frame-src')).toEqual(["'self'", ...signIn]);
    expect(sources(text, 'form-action')).toEqual(["'self'", ...signIn]);
    if (text.startsWith('{')) continue;
    // What another host answers is not forwarded here.
    expect(text.includes('analytics')).toBe(report.length === 0);
  }
});

test('the policy lets the page send errors where the configuration says, and only asks there', () => {
  for (const text of Object.values(written({ errorReports: 'https://errors.example:8443/in?key=1' }))) {
    expect(sources(text, 'connect-src').at(-1)).toBe('https://errors.example:8443');
    expect(text.split('errors.example')).toHaveLength(2);
    expect(text).not.toContain('key=1');
  }
});

test('a cloud brings its Partner Center', () => {
  const { Caddyfile, 'nginx.conf': nginx } = written({ cloud: 'china' });
  for (const text of [Caddyfile, nginx]) {
    expect(text).toContain('partner.partnercenterapi.microsoftonline.cn');
    expect(text).not.toContain('api.partnercenter.microsoft.com');
  }
});

test('a configuration that the page would refuse is refused', () => {
  expect(() => written({ cloud: 'moon' })).toThrow(ConfigProblem);
});

test.each<Partial<Place>>([
  { host: 'a.example;' },
  { host: 'a.example/x' },
  { host: '' },
  { folder: 'licenses' },
  { folder: '/licenses' },
  { folder: '/../' },
  { folder: '/.git/' },
  { folder: '/a b/' },
  { folder: '/v1/' },
  { folder: '/v1/x/' },
  { root: 'dist' },
  { root: '/srv/{$HOME}' },
  { root: '/srv/"; return 200' },
])('a place is refused that would mean something else in a file: %j', (place) => {
  expect(() => written({}, place)).toThrow(PlaceProblem);
});
