import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Manifest } from 'vite';
import { MANIFEST } from './deploy/build/manifest-aside.ts';

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
  Anomalies: ['src/features/anomalies/anomalies.tsx', 'src/engine/service/anomalies.ts'],
  Trend: ['src/features/trend/trend.tsx'],
  Customer: ['src/app/customer-content.tsx', 'src/engine/service/standing.ts'],
  Comparing: [
    'src/features/compare/compare-loading.tsx',
    'src/features/compare/compare-note.tsx',
    'src/features/compare/movers.tsx',
    'src/features/figures/figure-change.tsx',
    'src/features/figures/about-compared.tsx',
    'src/engine/changes.ts',
  ],
};

/** What a press opens, and is fetched for it: looking at the overview fetches none of these. */
const OPENED: Readonly<Record<string, readonly string[]>> = {
  Menus: [
    'src/app/account-menu.tsx',
    'src/features/grouping/order-menu.tsx',
    'src/features/rows/opened-column-menu.tsx',
    'src/ui/picture/picture-menu.tsx',
  ],
  Lists: ['src/ui/select.tsx'],
  Commands: ['src/features/commands/palette.tsx', 'src/features/commands/shortcuts.tsx'],
  Dialogs: [
    'src/app/explanation.tsx',
    'src/app/help.tsx',
    'src/app/view-options.tsx',
    'src/features/commands/about.tsx',
    'src/features/filters/condition-dialog.tsx',
    // The lists of members in it.
    'src/engine/members-of-rows.ts',
    'src/features/loading/browser-rows-dialog.tsx',
    'src/features/prices/prices-dialog.tsx',
    'src/features/saved-views/saved-views-dialog.tsx',
  ],
};

/** With what the lists of all views are read with. Its menu is the one that `Menus` counts. */
const EXPORT = ['src/app/export-menu.tsx'];

/** What is fetched where something is missing or wrong, or by a configuration: an overview that has rows fetches none of these. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  'Start pages and notices': [
    'src/app/start-pages.tsx',
    'src/app/notices.tsx',
    'src/app/error-reports.ts',
    'src/features/filters/nothing-found.tsx',
  ],
};

/** The texts of a language other than English, fetched whole where it is the person's. */
const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  German: ['src/app/languages/de.ts'],
  Japanese: ['src/app/languages/ja.ts'],
  Arabic: ['src/app/languages/ar.ts'],
  'The pseudo-language': ['src/app/languages/pseudo.ts'],
};

/** Writes Excel files, fetched when one is exported. Workers are in no manifest. */
const EXCEL_WORKER = /^assets\/excel-worker-.*\.js$/u;

/** Reads a price list, fetched when one is chosen. */
const PRICE_LIST_WORKER = /^assets\/price-list-worker-.*\.js$/u;

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

if (!existsSync(MANIFEST)) throw new Error(`No ${MANIFEST}: build the app first.`);
const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;

const parts = { ...FURTHER_VIEWS, ...OPENED, ...INSTEAD, ...LANGUAGES };
const leftOut = [...Object.values(parts).flat(), ...EXPORT];
const overview = new Set(withImports(manifest, ['index.html', 'redirect.html'], { dynamic: true, leftOut }));
const menus = new Set(withImports(manifest, OPENED['Menus'] ?? []));
const lists = new Set(withImports(manifest, OPENED['Lists'] ?? []));
const built = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.js'),
);
const beyond: readonly { readonly name: string; readonly files: readonly string[] }[] = [
  ...Object.entries(parts).map(([name, keys]) => ({
    name,
    // The library of the lists is in dialogs too, but counts once.
    files: withImports(manifest, keys).filter(
      (file) => !overview.has(file) && (name === 'Lists' || !lists.has(file)),
    ),
  })),
  {
    name: 'Export',
    files: withImports(manifest, EXPORT).filter((file) => !overview.has(file) && !menus.has(file)),
  },
  { name: 'Excel files', files: built.filter((file) => EXCEL_WORKER.test(file)) },
  { name: 'Price lists', files: built.filter((file) => PRICE_LIST_WORKER.test(file)) },
];
const beyondOverview = new Set(beyond.flatMap(({ files }) => files));
const inDist = (files: readonly string[]): readonly string[] => files.map((file) => `dist/${file}`);

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
    path: inDist(built.filter((file) => !beyondOverview.has(file))),
    gzip: true,
    limit: OVERVIEW,
  },
  ...beyond.map(({ name, files }) => ({
    name: `${name}, beyond the overview`,
    path: inDist(files),
    gzip: true,
    limit: FURTHER_VIEW,
  })),
];
