import {
  styleBucketOrdering,
  type CSSBucketEntry,
  type CSSRulesByBucket,
  type StyleBucketName,
} from '@griffel/core';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { normalizePath, parseSync, runnerImport, type Plugin } from 'vite';

/** The functions of Griffel that make CSS of objects, each with the one that takes the names of classes that are made. */
const MAKERS: Readonly<Record<string, string>> = {
  makeStyles: '__css',
  makeResetStyles: '__resetCSS',
};

const GRIFFEL = '@griffel/react';
const ENTRY = 'virtual:all-styles';
const RECORDER = 'virtual:recorder:';

/** What a call made: names of classes, by what Griffel takes them, and the rules of those classes. */
export type Made = {
  readonly names: readonly unknown[];
  readonly rules: CSSRulesByBucket | string[];
};

/** What Griffel says of a rule beside its text. */
type About = { readonly m?: string; readonly x?: string; readonly p?: number };

/**
 * A module with what its calls made in place of them; null where it imports none of Griffel's makers.
 *
 * @throws Error where a call is not the value of a constant of the module: its order, or how often it is made, would not
 *   be known
 */
export function withMade(code: string, made: readonly Made[]): string | null {
  const { body } = parseSync('module.js', code).program;
  const declaration = body.find(
    (statement) => statement.type === 'ImportDeclaration' && statement.source.value === GRIFFEL,
  );
  if (declaration?.type !== 'ImportDeclaration') return null;
  const names = declaration.specifiers.map(({ local }) => local.name);
  const makers = names.filter((name) => name in MAKERS);
  if (makers.length === 0) return null;
  const calls = body
    .map((statement) => (statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement))
    .flatMap((statement) => (statement?.type === 'VariableDeclaration' ? statement.declarations : []))
    .flatMap(({ init }) => {
      if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier') return [];
      const { name } = init.callee;
      return makers.includes(name) ? [{ name, start: init.start, end: init.end }] : [];
    });
  const named = code.match(new RegExp(`\\b(?:${makers.join('|')})\\(`, 'gu'))?.length ?? 0;
  if (named !== calls.length) throw new Error('Styles are made elsewhere than for a constant of the module.');
  if (made.length !== calls.length) throw new Error('Not all styles were made.');
  const imported = [...names.filter((name) => !makers.includes(name)), ...makers.map((name) => MAKERS[name])];
  const changes = calls.map(({ name, start, end }, index) => {
    const values = made[index]?.names.map((value) => JSON.stringify(value)).join(', ');
    return { start, end, text: `${MAKERS[name]}(${values})` };
  });
  const { start, end } = declaration;
  return [
    { start, end, text: `import { ${imported.join(', ')} } from '${GRIFFEL}';` },
    ...changes,
  ].reduceRight(
    (written, change) => written.slice(0, change.start) + change.text + written.slice(change.end),
    code,
  );
}

/** The files of the app that import Griffel's makers. */
function filesWithStyles(): readonly string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.tsx?$/u.test(file))
    .map((file) => normalizePath(resolve('src', file)))
    .filter((file) => {
      const text = readFileSync(file, 'utf8');
      return text.includes(`'${GRIFFEL}'`) && Object.keys(MAKERS).some((maker) => text.includes(`${maker}(`));
    });
}

/** Runs the modules, and gives what their calls made, by file. The pages' own run makes the same. */
async function madeBy(files: readonly string[]): Promise<ReadonlyMap<string, readonly Made[]>> {
  const { module } = await runnerImport<{ readonly recorded: ReadonlyMap<string, readonly Made[]> }>(ENTRY, {
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'record-styles',
        enforce: 'pre',
        resolveId: (source) => (source === ENTRY || source.startsWith(RECORDER) ? `\0${source}` : null),
        // A package is imported past all plugins, so each file imports a recorder of its own in place of it.
        transform: (code, id) =>
          files.includes(id) ? code.replaceAll(`'${GRIFFEL}'`, `'${RECORDER}${files.indexOf(id)}'`) : null,
        load(id) {
          if (id === `\0${ENTRY}`) {
            const imports = files.map((file) => `import ${JSON.stringify(file)};`);
            return [...imports, `export { recorded } from '${RECORDER}';`].join('\n');
          }
          if (id === `\0${RECORDER}`) return 'export const recorded = new Map();';
          if (!id.startsWith(`\0${RECORDER}`)) return null;
          return `
            import { resolveResetStyleRules, resolveStyleRulesForSlots } from '@griffel/core';
            import { recorded } from '${RECORDER}';
            export { mergeClasses } from '${GRIFFEL}';
            const made = [];
            recorded.set(${JSON.stringify(files[Number(id.slice(RECORDER.length + 1))])}, made);
            const record = (resolved) => made.push({ names: resolved.slice(0, -1), rules: resolved.at(-1) });
            export const makeStyles = (styles) => record(resolveStyleRulesForSlots(styles));
            export const makeResetStyles = (styles) => record(resolveResetStyleRules(styles));`;
        },
      },
    ],
  });
  return module.recorded;
}

/** All rules as a style sheet, each once, in the order in which Griffel has its own sheets in a page. */
export function sheetOf(made: Iterable<Made>): string {
  const places = new Map<
    string,
    { readonly bucket: number; readonly query: string; readonly priority: number }
  >();
  const add = (bucket: StyleBucketName, entries: readonly CSSBucketEntry[]): void => {
    for (const entry of entries) {
      const [rule, about]: readonly [string, About?] = typeof entry === 'string' ? [entry] : entry;
      const { m = '', x = m, p = 0 } = about ?? {};
      const order = styleBucketOrdering.indexOf(bucket);
      places.set(rule, { bucket: order, query: x, priority: p });
    }
  };
  for (const { rules } of made) {
    if (Array.isArray(rules)) add('r', rules);
    else for (const [bucket, entries] of Object.entries(rules)) add(bucket as StyleBucketName, entries);
  }
  return [...places]
    .toSorted(
      ([, a], [, b]) =>
        a.bucket - b.bucket ||
        Number(a.query > b.query) - Number(a.query < b.query) ||
        a.priority - b.priority,
    )
    .map(([rule]) => rule)
    .join('\n');
}

/** The style sheet that the rules are added to. */
const SHEET = '/src/app/page.css';

/**
 * Makes the CSS of all components while the app is built. Made in the browser it took nine tenths of the first drawing:
 * Griffel's `makeStyles` prints each object, and parses it, when its component is drawn first. Classes and rules are the
 * same ones, made by the same code of Griffel; the rules are in the page's style sheet.
 */
export function stylesAhead(): readonly Plugin[] {
  let made: ReadonlyMap<string, readonly Made[]> = new Map();
  return [
    {
      name: 'styles-ahead:sheet',
      apply: 'build',
      // The sheet is still one of CSS.
      enforce: 'pre',
      async buildStart() {
        made = await madeBy(filesWithStyles());
      },
      transform: (code, id) =>
        id.endsWith(SHEET) ? { code: `${code}\n${sheetOf([...made.values()].flat())}`, map: null } : null,
    },
    {
      name: 'styles-ahead',
      apply: 'build',
      // The module is JavaScript by now.
      transform(code, id) {
        const own = made.get(id);
        const written = own === undefined ? null : withMade(code, own);
        return written === null ? null : { code: written, map: null };
      },
    },
  ];
}
