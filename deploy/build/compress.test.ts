import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { compress } from './compress.ts';

test('texts of some size stand beside themselves, compressed, and other files are left alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'compress-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const script = 'export const a = 1;\n'.repeat(200);
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets/main.js'), script);
  writeFileSync(join(folder, 'assets/picture.png'), script);
  writeFileSync(join(folder, 'small.html'), 'short');
  expect(await compress(folder)).toEqual([join('assets', 'main.js')]);
  expect(readdirSync(join(folder, 'assets')).toSorted()).toEqual([
    'main.js',
    'main.js.br',
    'main.js.gz',
    'picture.png',
  ]);
  expect(gunzipSync(readFileSync(join(folder, 'assets/main.js.gz'))).toString()).toBe(script);
  expect(brotliDecompressSync(readFileSync(join(folder, 'assets/main.js.br'))).toString()).toBe(script);
});
