import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bomOf, type Lock } from './sbom.ts';

const lock: Lock = {
  packages: {
    '': { name: 'ours', version: '1.0.0', license: 'MIT', dependencies: { a: '^1', '@s/b': '^1' } },
    'node_modules/a': {
      version: '1.1.0',
      license: 'MIT',
      integrity: 'sha512-AAEC',
      dependencies: { c: '^2' },
    },
    'node_modules/a/node_modules/c': { version: '2.0.0', license: 'MIT OR ISC' },
    'node_modules/@s/b': {
      version: '1.2.0',
      license: 'ISC',
      dependencies: { c: '^1' },
      peerDependencies: { a: '*', maybe: '*' },
      peerDependenciesMeta: { maybe: { optional: true } },
    },
    'node_modules/c': { version: '1.0.0', license: 'MIT', dependencies: { a: '*', missing: '*' } },
    'node_modules/maybe': { version: '1.0.0', license: 'MIT' },
    'node_modules/of-tests': { version: '1.0.0', license: 'MIT' },
  },
};
const known = { lock, commit: 'abc', committed: '2026-11-28T08:00:00+00:00' };

test('the bill has what our dependencies need, each found where Node finds it, and nothing else', () => {
  const { components, dependencies } = bomOf({ ...known, bundled: new Set(['a@1.1.0']) });
  expect(components.map(({ 'bom-ref': ref, scope }) => `${ref} ${scope}`)).toEqual([
    '@s/b@1.2.0 optional',
    'a@1.1.0 required',
    'c@1.0.0 optional',
    'c@2.0.0 optional',
  ]);
  expect(dependencies).toEqual([
    { ref: '@s/b@1.2.0', dependsOn: ['a@1.1.0', 'c@1.0.0'] },
    { ref: 'a@1.1.0', dependsOn: ['c@2.0.0'] },
    { ref: 'c@1.0.0', dependsOn: ['a@1.1.0'] },
    { ref: 'c@2.0.0', dependsOn: [] },
    { ref: 'ours@1.0.0', dependsOn: ['@s/b@1.2.0', 'a@1.1.0'] },
  ]);
});

test('a component says whose it is, where it is from and what it must hash to', () => {
  const { components, metadata } = bomOf({ ...known, bundled: new Set() });
  expect(components[1]).toEqual({
    type: 'library',
    'bom-ref': 'a@1.1.0',
    name: 'a',
    version: '1.1.0',
    scope: 'optional',
    purl: 'pkg:npm/a@1.1.0',
    hashes: [{ alg: 'SHA-512', content: '000102' }],
    licenses: [{ license: { id: 'MIT' } }],
  });
  expect(components[0]?.purl).toBe('pkg:npm/%40s/b@1.2.0');
  expect(components[3]?.licenses).toEqual([{ expression: 'MIT OR ISC' }]);
  expect(metadata).toMatchObject({
    timestamp: '2026-11-28T08:00:00+00:00',
    component: { type: 'application', name: 'ours', properties: [{ name: 'commit', value: 'abc' }] },
  });
});

test('a package in the page that is no dependency of ours stops it', () => {
  expect(() => bomOf({ ...known, bundled: new Set(['of-tests@1.0.0']) })).toThrow(
    'of-tests@1.0.0 is in the page, but not among the dependencies.',
  );
});

test('of this repository’s own lock file each package has a license and a hash, and needs what is there', () => {
  const own = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  const { components, dependencies } = bomOf({ ...known, lock: own, bundled: new Set() });
  const refs = new Set(components.map(({ 'bom-ref': ref }) => ref));
  expect(components.filter(({ hashes, licenses }) => hashes.length === 0 || licenses.length === 0)).toEqual(
    [],
  );
  expect(dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([]);
  // What a package of the tests has too is not left out for that.
  expect([...refs].map((ref) => ref.replace(/@[^@]+$/u, ''))).toEqual(
    expect.arrayContaining(['zod', 'tslib', 'tsx']),
  );
});
