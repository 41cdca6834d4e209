import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** One import into each room, and into the parts of rooms that are open to others. */
const IMPORTS = [
  '#app/frame.tsx',
  '#auth/sign-in.ts',
  '#emulator/rows.ts',
  '#engine/engine.ts',
  '#engine/snapshot/answers/group/group-rows.ts',
  '#engine/snapshot/columns/table.ts',
  '#engine/snapshot/download/download.ts',
  '#engine/snapshot/load/scan/scan-page.ts',
  '#engine/snapshot/store/table-store.ts',
  '#engine/snapshot/worker/serve.ts',
  '#engine/totals.ts',
  '#features/charts/chart.tsx',
  '#partner-center/client.ts',
  '#partner-center/error.ts',
  '#partner-center/fields.ts',
  '#partner-center/filter/parse.ts',
  '#partner-center/reading/day.ts',
  '#partner-center/reading/progress.ts',
  '#partner-center/token-source.ts',
  '#query/use-summary.ts',
  '#ui/number.ts',
  '#view/view.ts',
];

/** What the engine's rooms may import, except the rooms of the snapshot engine. */
const BESIDE_SNAPSHOT = ['#engine/engine.ts', '#engine/totals.ts', '#partner-center', '#view'];

/**
 * The arrows: for each beginning of a file's name, which of the above it may import. Every other import must be
 * reported.
 */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'src/main.tsx': ['#app', '#auth', '#engine', '#features', '#partner-center', '#query', '#ui', '#view'],
  'src/new-room/a.ts': [],
  'src/app/a.tsx': ['#app', '#auth', '#features', '#query', '#ui', '#view', '#partner-center/error.ts'],
  'src/auth/a.ts': ['#auth', '#partner-center/token-source.ts'],
  'src/partner-center/a.ts': ['#partner-center'],
  'src/partner-center/filter/a.ts': ['#partner-center'],
  'src/view/a.ts': [
    '#view',
    '#partner-center/fields.ts',
    '#partner-center/filter/',
    '#partner-center/reading/day.ts',
  ],
  'src/engine/a.ts': BESIDE_SNAPSHOT,
  'src/engine/service/a.ts': BESIDE_SNAPSHOT,
  'src/engine/snapshot/a.ts': ['#engine', '#partner-center', '#view'],
  'src/engine/snapshot/columns/a.ts': [...BESIDE_SNAPSHOT, '#engine/snapshot/columns/'],
  'src/engine/snapshot/load/scan/a.ts': [
    ...BESIDE_SNAPSHOT,
    '#engine/snapshot/columns/',
    '#engine/snapshot/load/',
  ],
  'src/engine/snapshot/answers/group/a.ts': [
    ...BESIDE_SNAPSHOT,
    '#engine/snapshot/answers/',
    '#engine/snapshot/columns/',
  ],
  'src/engine/snapshot/store/a.ts': [
    ...BESIDE_SNAPSHOT,
    '#engine/snapshot/columns/',
    '#engine/snapshot/store/',
  ],
  'src/engine/snapshot/worker/a.ts': [
    ...BESIDE_SNAPSHOT,
    '#engine/snapshot/answers/',
    '#engine/snapshot/columns/',
    '#engine/snapshot/load/',
    '#engine/snapshot/store/',
    '#engine/snapshot/worker/',
  ],
  'src/engine/snapshot/download/a.ts': [
    ...BESIDE_SNAPSHOT,
    '#engine/snapshot/download/',
    '#engine/snapshot/load/',
    '#engine/snapshot/worker/',
  ],
  'src/query/a.ts': ['#query', '#engine', '#partner-center', '#view'],
  'src/features/rows/a.tsx': [
    '#query',
    '#ui',
    '#view',
    '#engine/engine.ts',
    '#engine/totals.ts',
    '#partner-center/error.ts',
    '#partner-center/fields.ts',
    '#partner-center/filter/',
    '#partner-center/reading/progress.ts',
  ],
  'src/script/a.ts': ['#partner-center'],
  'src/ui/a.ts': ['#ui'],
  'emulator/a.ts': ['#emulator', '#partner-center/fields.ts', '#partner-center/filter/'],
};

/** The ways a module can be imported. */
const FORMS = [
  `import '#auth/sign-in.ts';`,
  `import { a } from '#auth/sign-in.ts';`,
  `import type { b } from '#auth/sign-in.ts';`,
  `export { c } from '#auth/sign-in.ts';`,
  `export * from '#auth/sign-in.ts';`,
  `export const d = () => import('#auth/sign-in.ts');`,
];

let folder: string;
/** `file: rule: line` of each finding. */
let reported: ReadonlySet<string>;

// The linter runs once over everything, because starting it takes most of the time.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'architecture-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  // The arrows need no types, and there are none here to read.
  write(
    '.oxlintrc.json',
    readFileSync('.oxlintrc.json', 'utf8').replace('"typeAware": true', '"typeAware": false'),
  );
  for (const file of Object.keys(ARROWS)) write(file, IMPORTS.map((name) => `import '${name}';\n`).join(''));
  write('src/ui/forms.ts', FORMS.join('\n'));
  write('src/view/parent.ts', `import { a } from '../ui/number.ts';\n`);

  const linter = join(process.cwd(), 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [linter, '--format=unix'], {
    cwd: folder,
    encoding: 'utf8',
  });
  reported = new Set(
    [...stdout.matchAll(/^(?<file>[^:\n]+):(?<line>\d+):\d+: .*\[\w+\/(?<rule>.+)\]$/gmu)].map(
      ({ groups }) => `${groups?.['file']}: ${groups?.['rule']}: ${groups?.['line']}`,
    ),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.for(Object.entries(ARROWS))('%s imports only what its room may', ([file, open]) => {
  const accepted = IMPORTS.filter(
    (_, index) => !reported.has(`${file}: eslint(no-restricted-imports): ${index + 1}`),
  );
  expect(accepted).toEqual(IMPORTS.filter((name) => open.some((start) => name.startsWith(start))));
});

test.for(FORMS)('a closed room is closed to %s', (form) => {
  expect(reported).toContain(`src/ui/forms.ts: eslint(no-restricted-imports): ${FORMS.indexOf(form) + 1}`);
});

/** A file of the own folder or below, which needs no arrow. The linter does not know this for such an import. */
const OWN_FILE = /new URL\(\s*'\.\/(?![^']*\.\.)[^']*',\s*import\.meta\.url,?\s*\)/g;

/** A text or a flag that the build writes in place of it: no file. */
const WRITTEN_BY_THE_BUILD = /import\.meta\.env\.[A-Z]\w*/g;

/** Whether a file may reach into another room by `import.meta`, where the linter sees no import. */
const reachesOut = (text: string): boolean =>
  text.replaceAll(OWN_FILE, '').replaceAll(WRITTEN_BY_THE_BUILD, '').includes('import.meta');

test.for([
  `new Worker(new URL('../auth/worker.ts', import.meta.url));`,
  `new Worker(new URL('./../auth/worker.ts', import.meta.url));`,
  `new Worker(new URL('#auth/worker.ts', import.meta.url));`,
  `new Worker(new URL(name, import.meta.url));`,
  `import.meta.glob('./*.ts');`,
  `import.meta.resolve('#auth/sign-in.ts');`,
  `const { url } = import.meta;`,
])('a room is closed to %s', (form) => {
  expect(reachesOut(form)).toBe(true);
});

test('a file names files of its own folder', () => {
  expect(reachesOut(`new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });`)).toBe(false);
});

test('what the build writes into a file is no other file', () => {
  expect(reachesOut('const version = import.meta.env.LICENSE_LENS_VERSION;')).toBe(false);
  expect(reachesOut('const all = import.meta.env;')).toBe(true);
});

test('no room reaches into another by import.meta', () => {
  const files = ['src', 'emulator'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
  );
  // A language is made of the texts of every room, and of nothing else.
  const language = /import\.meta\.glob<\w+>\('\/src\/\*\*\/\*texts\.\w+\.ts', /;
  const isLanguage = (name: string): boolean =>
    name.startsWith('src/app/languages/') && language.test(readFileSync(name, 'utf8'));
  const sources = files.filter((name) => /\.tsx?$/.test(name) && !isLanguage(name));
  expect(sources.filter((name) => reachesOut(readFileSync(name, 'utf8')))).toEqual([]);
});

test('no import leaves its folder upwards', () => {
  expect(reported).toContain('src/view/parent.ts: import(no-relative-parent-imports): 1');
});

/** The assertions (`!`) in some code that something is there, except those about an array's element. */
const otherAssertions = (text: string): readonly string[] =>
  text.replaceAll(/\/\*[^]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|`[^`]*`/g, '').match(/[\w)}]!(?![=\w]).*/g) ?? [];

test.for([
  ['sums[at]! += sold[row]!;', false],
  ['if (!isThere || !(a !== b)) return;', false],
  [`const said = 'Gone!'; // Really!`, false],
  ['names.get(name)!.length', true],
  ['known!.code', true],
] as const)('%s: asserts more than an element: %s', ([code, isOther]) => {
  expect(otherAssertions(code).length > 0).toBe(isOther);
});

test('only that an index is within an array is asserted', () => {
  const files = readdirSync('src/engine/snapshot', { recursive: true, encoding: 'utf8' });
  const found = files
    .filter((name) => /(?<!\.test)\.ts$/.test(name))
    .flatMap((name) => otherAssertions(readFileSync(join('src/engine/snapshot', name), 'utf8')));
  expect(found).toEqual([]);
});
