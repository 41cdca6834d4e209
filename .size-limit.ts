import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Manifest } from 'vite';

/** Kilobytes are 1000 bytes, gzip. */
const FIRST_FIGURES = '250 kB';
const OVERVIEW = '650 kB';
const FURTHER_VIEW = '60 kB';

/** Chunks the first figures need although they are imported dynamically: their keys in the manifest. */
const LOADED_BEFORE_FIRST_FIGURES: readonly string[] = [];

/** What each view beyond the overview has of its own, which is fetched where that view is looked at. */
const FURTHER_VIEWS: Readonly<Record<string, readonly string[]>> = {
  Opportunities: [
    'src/features/opportunities/opportunities.tsx',
    'src/features/opportunities/no-opportunities.tsx',
  ],
};

/**
 * The JavaScript of some chunks and of all that they import: statically, which Vite's page preloads, or also, where that is
 * asked for, dynamically, but for what is `leftOut`.
 */
function withImports(
  manifest: Manifest,
  keys: readonly string[],
  { dynamic = false, leftOut = [] }: { dynamic?: boolean; leftOut?: readonly string[] } = {},
): readonly string[] {
  const seen = new Set<string>();
  const visit = (key: string): void => {
    if (seen.has(key) || leftOut.includes(key)) return;
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`The build's manifest has no ${key}.`);
    seen.add(key);
    for (const imported of chunk.imports ?? []) visit(imported);
    for (const imported of dynamic ? (chunk.dynamicImports ?? []) : []) visit(imported);
  };
  for (const key of keys) visit(key);
  return [...seen].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith('.js'));
}

const MANIFEST = 'dist/.vite/manifest.json';
if (!existsSync(MANIFEST)) throw new Error(`No ${MANIFEST}: build the app first.`);
const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;

const leftOut = Object.values(FURTHER_VIEWS).flat();
const overview = new Set(withImports(manifest, ['index.html', 'redirect.html'], { dynamic: true, leftOut }));
const ofViews = Object.entries(FURTHER_VIEWS).map(([name, keys]) => ({
  name,
  files: withImports(manifest, keys, { dynamic: true }).filter((file) => !overview.has(file)),
}));
const built = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.js'))
  .map((file) => `dist/${file}`);
const ofViewsAlone = new Set(ofViews.flatMap(({ files }) => files.map((file) => `dist/${file}`)));

export default [
  {
    name: 'First figures',
    path: withImports(manifest, ['index.html', ...LOADED_BEFORE_FIRST_FIGURES]).map((file) => `dist/${file}`),
    gzip: true,
    limit: FIRST_FIGURES,
  },
  {
    // Workers and what the page loads beside its modules are in no manifest: they count here.
    name: 'The whole overview',
    path: built.filter((file) => !ofViewsAlone.has(file)),
    gzip: true,
    limit: OVERVIEW,
  },
  ...ofViews.map(({ name, files }) => ({
    name: `${name}, beyond the overview`,
    path: files.map((file) => `dist/${file}`),
    gzip: true,
    limit: FURTHER_VIEW,
  })),
];
