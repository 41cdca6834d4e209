import { existsSync, readFileSync } from 'node:fs';
import type { Manifest } from 'vite';

/** Kilobytes are 1000 bytes, gzip. */
const FIRST_FIGURES = '250 kB';
const EVERYTHING = '650 kB';

/** Chunks the first figures need although they are imported dynamically: their keys in the manifest. */
const LOADED_BEFORE_FIRST_FIGURES: readonly string[] = [];

/** The JavaScript of some chunks and of all that they import statically, which Vite's page preloads. */
function withStaticImports(manifest: Manifest, keys: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const visit = (key: string): void => {
    if (seen.has(key)) return;
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`The build's manifest has no ${key}.`);
    seen.add(key);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const key of keys) visit(key);
  return [...seen].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith('.js'));
}

const MANIFEST = 'dist/.vite/manifest.json';
if (!existsSync(MANIFEST)) throw new Error(`No ${MANIFEST}: build the app first.`);
const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;

export default [
  {
    name: 'First figures',
    path: withStaticImports(manifest, ['index.html', ...LOADED_BEFORE_FIRST_FIGURES]).map(
      (file) => `dist/${file}`,
    ),
    gzip: true,
    limit: FIRST_FIGURES,
  },
  { name: 'Everything', path: 'dist/**/*.js', gzip: true, limit: EVERYTHING },
];
