import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noticeOf, noticesText, packageFolderOf } from './notices.ts';

let root: string;
let folder: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'notices-'));
  folder = join(root, 'node_modules', '@scope', 'part');
  mkdirSync(join(folder, 'esm', 'deep'), { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    '{ "name": "@scope/part", "version": "1.2.3", "license": "MIT" }',
  );
  writeFileSync(join(folder, 'esm', 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'LICENSE.md'), 'Copyright <someone>\n');
  writeFileSync(join(folder, 'NOTICE'), 'Made with another.');
  writeFileSync(join(folder, 'licenses.js'), 'export {};');
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

test('a module’s package is the nearest that has a version, whatever the bundler adds to the address', () => {
  for (const id of [
    join(folder, 'index.js'),
    `\0${join(folder, 'esm', 'deep', 'index.js')}`,
    `${join(folder, 'index.cjs')}?commonjs-module`,
  ]) {
    expect(packageFolderOf(id)).toBe(folder);
  }
  expect(packageFolderOf('/repository/src/main.tsx')).toBeNull();
  expect(packageFolderOf('\0vite/preload-helper.js')).toBeNull();
  expect(packageFolderOf(join(root, 'node_modules', 'missing', 'index.js'))).toBeNull();
});

test('a notice has the texts of the license and of the notices', () => {
  expect(noticeOf(folder)).toEqual({
    name: '@scope/part',
    version: '1.2.3',
    license: 'MIT',
    text: 'Copyright <someone>\n\nMade with another.',
  });
});

test('a package that names no license stops the build', () => {
  const bare = join(root, 'node_modules', 'bare');
  mkdirSync(bare);
  writeFileSync(join(bare, 'package.json'), '{ "name": "bare", "version": "1.0.0" }');
  expect(() => noticeOf(bare)).toThrow('The package bare 1.0.0 names no license.');
});

test('where a package has no text of its license, that of MIT stands there, and no other is made up', () => {
  const silent = join(root, 'node_modules', 'silent');
  mkdirSync(silent);
  const naming = (license: string): void =>
    writeFileSync(
      join(silent, 'package.json'),
      JSON.stringify({ name: 'silent', version: '1.0.0', license, author: 'A Person <a@example.com>' }),
    );
  naming('MIT');
  const { text } = noticeOf(silent);
  expect(text).toMatch(
    /^The package names the MIT license, .* Its author: A Person\. The license:\n\nPermission is hereby/u,
  );
  expect(text).not.toContain('License Lens');
  naming('Apache-2.0');
  expect(() => noticeOf(silent)).toThrow('The package silent 1.0.0 comes without the text of its license.');
});

test('the text names every package, and has a shared license once', () => {
  const one = noticeOf(folder);
  const text = noticesText([one, { ...one, name: 'other' }, { ...one, name: 'third', text: 'Another.' }]);
  expect(text).toContain('\n@scope/part 1.2.3 (MIT)\nother 1.2.3 (MIT)\n\nCopyright <someone>\n');
  expect(text.split('Copyright <someone>')).toHaveLength(2);
  expect(text).toContain('\nthird 1.2.3 (MIT)\n\nAnother.\n');
  expect(text).toContain('these 3 packages');
});
