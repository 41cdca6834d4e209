import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Locked = {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
};
type Lock = { readonly packages: Readonly<Record<string, Locked>> };

const locked = ['package-lock.json', 'bench/peers/package-lock.json'].flatMap((file) =>
  Object.entries((JSON.parse(readFileSync(file, 'utf8')) as Lock).packages).filter(
    ([folder]) => folder !== '',
  ),
);
const foldersWhere = (holds: (one: Locked) => boolean): readonly string[] =>
  locked.filter(([, one]) => holds(one)).map(([folder]) => folder);

test('every package is locked by its hash, and by no registry', () => {
  expect(locked.length).toBeGreaterThan(500);
  expect(foldersWhere(({ integrity }) => integrity?.startsWith('sha512-') !== true)).toEqual([]);
  expect(foldersWhere(({ resolved }) => resolved !== undefined)).toEqual([]);
});

test.for(['.npmrc', 'bench/peers/.npmrc'])('%s lets no package run a script when it is installed', (file) => {
  expect(readFileSync(file, 'utf8').split('\n')).toContain('ignore-scripts=true');
});

test('only a package that is known to work without its install script has one', () => {
  // esbuild's makes its start faster: its launcher finds the same program by itself.
  expect(foldersWhere(({ hasInstallScript }) => hasInstallScript === true)).toEqual(['node_modules/esbuild']);
});
