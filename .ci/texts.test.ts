import { readFileSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isMessage, type Catalogue } from '#ui/catalogue.ts';
import { LANGUAGES, type CompiledTree } from '#ui/language.ts';

const sources = import.meta.glob<Readonly<Record<string, unknown>>>('../src/**/*texts.ts', { eager: true });
const translations = import.meta.glob<CompiledTree>('../src/**/*texts.*.ts', {
  eager: true,
  import: 'messages',
});

const isCatalogue = (value: unknown): value is Catalogue =>
  typeof value === 'object' && value !== null && 'name' in value && 'english' in value;

/** Every catalogue, with the path of its file. */
const catalogues = Object.entries(sources).flatMap(([file, exports]) =>
  Object.values(exports)
    .filter(isCatalogue)
    .map((catalogue) => ({ file, catalogue })),
);

/** The messages of a tree by their path in it, such as `themes.dark`. */
function messagesOf(tree: CompiledTree, path = ''): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(tree).flatMap(([name, node]): (readonly [string, unknown])[] =>
      isMessage(node) ? [[path + name, node]] : [...messagesOf(node, `${path}${name}.`)],
    ),
  );
}

/** An argument of a compiled message; with its kind and choices where it has some. */
type CompiledNode = readonly [string, number?, Readonly<Record<string, unknown>>?];

type Found = { readonly names: Set<string>; readonly plurals: string[][]; text: string };

const nothingFound = (): Found => ({ names: new Set(), plurals: [], text: '' });

/** What a compiled message is made of: the names of its arguments, the choices of its plurals, its plain text. */
function look(part: unknown, found = nothingFound()): Found {
  if (typeof part === 'string') found.text += part;
  if (!Array.isArray(part)) return found;
  for (const node of part as readonly unknown[]) {
    if (!Array.isArray(node)) {
      look(node, found);
      continue;
    }
    const [name, kind, choices] = node as unknown as CompiledNode;
    found.names.add(name);
    if (kind === PLURAL) found.plurals.push(Object.keys(choices ?? {}));
    for (const choice of Object.values(choices ?? {})) look(choice, found);
  }
  return found;
}

/** How a compiled message of `icu-minify` marks a plural. */
const PLURAL = 2;

const categoriesOf = (language: string): readonly string[] =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/u.test(file) && !/texts(?:\.\w+)?\.ts$/u.test(file) && !/\.test\.tsx?$/u.test(file),
);
const textOfFile = new Map(files.map((file) => [file, readFileSync(`src/${file}`, 'utf8')]));

test('there are catalogues', () => {
  expect(catalogues.length).toBeGreaterThan(0);
});

test.each(catalogues)('$file is named as it is', ({ file, catalogue }) => {
  expect(`../src/${catalogue.name}.ts`).toBe(file);
});

test.each(catalogues)('every message of $file is shown somewhere', ({ catalogue }) => {
  const folder = dirname(catalogue.name);
  const module = catalogue.name.slice(catalogue.name.lastIndexOf('/') + 1);
  const near = [...textOfFile].filter(
    ([file, text]) => file.startsWith(`${folder}/`) || text.includes(`/${module}.ts'`),
  );
  const all = near.map(([, text]) => text).join('\n');
  const unused = Object.keys(catalogue.english).filter(
    // A catalogue whose names are data, such as the fields, is read by index.
    (name) =>
      !new RegExp(`\\b${name}\\b`, 'u').test(all) && !/\b(?:t|texts|\w*[nN]ames|refused)\[/u.test(all),
  );
  expect(unused).toEqual([]);
});

describe.each(LANGUAGES)('%s', (language) => {
  const treeOf = ({ name, english }: Catalogue): CompiledTree =>
    language === 'en' ? english : (translations[`../src/${name}.${language}.ts`] ?? {});

  test.each(catalogues)('$file has every message, with the same arguments', ({ catalogue }) => {
    const own = messagesOf(treeOf(catalogue));
    const english = messagesOf(catalogue.english);
    expect([...own.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    for (const [name, message] of english) {
      expect([name, ...look(own.get(name)).names].toSorted()).toEqual(
        [name, ...look(message).names].toSorted(),
      );
    }
  });

  test.each(catalogues)('$file has every form of its plurals', ({ catalogue }) => {
    const incomplete = [...messagesOf(treeOf(catalogue))].flatMap(([name, message]) =>
      look(message).plurals.flatMap((forms) =>
        categoriesOf(language).flatMap((category) =>
          forms.includes(category) ? [] : [`${name}: ${category}`],
        ),
      ),
    );
    expect(incomplete).toEqual([]);
  });

  test.each(language === 'en' ? [] : catalogues)('$file is translated', ({ catalogue }) => {
    const english = messagesOf(catalogue.english);
    const same = [...messagesOf(treeOf(catalogue))].filter(([name, message]) => {
      const { text } = look(message);
      // Short names, such as Excel or Service, can be the same word in two languages.
      return (
        text.split(/\s+/u).filter((word) => /\p{L}{2}/u.test(word)).length > 2 &&
        JSON.stringify(english.get(name)) === JSON.stringify(message)
      );
    });
    expect(same.map(([name]) => name)).toEqual([]);
  });
});
