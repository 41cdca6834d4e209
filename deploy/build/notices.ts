import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** A package of which something is in the build, and the texts that its license asks to come along. */
export type Notice = {
  readonly name: string;
  readonly version: string;
  /** As its `package.json` says it, such as `MIT`. */
  readonly license: string;
  /** What its files of licenses and notices say. */
  readonly text: string;
};

const NOTICE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-](?:md|txt|mit|apache))?$/iu;

/** The folder of the package that a module belongs to; null for one of this repository, or of the bundler itself. */
export function packageFolderOf(moduleId: string): string | null {
  const file = moduleId.replace(/^\0+/u, '').replace(/[?#].*$/su, '');
  if (!/[\\/]node_modules[\\/]/u.test(file)) return null;
  for (let folder = dirname(file); dirname(folder) !== folder; folder = dirname(folder)) {
    if (/[\\/]node_modules(?:[\\/]@[^\\/]+)?$/u.test(folder)) return null;
    const manifest = join(folder, 'package.json');
    // Some packages have further ones within, which only say how their modules are written.
    if (existsSync(manifest) && 'version' in JSON.parse(readFileSync(manifest, 'utf8'))) return folder;
  }
  return null;
}

type PackageFile = {
  readonly name: string;
  readonly version: string;
  readonly license?: unknown;
  readonly author?: string | { readonly name: string };
};

/** The MIT license without whose it is: what this repository's own says below its copyright. */
function mitTerms(): string {
  const own = readFileSync('LICENSE', 'utf8');
  return own.slice(own.indexOf('Permission is hereby granted')).trim();
}

/** The text of a license that a package names but leaves out. @throws for another license than MIT */
function textInPlace({ name, version, license, author }: PackageFile): string {
  if (license !== 'MIT')
    throw new Error(`The package ${name} ${version} comes without the text of its license.`);
  const person = typeof author === 'string' ? author.replace(/\s*<.*$/su, '') : author?.name;
  const by = person === undefined ? '' : ` Its author: ${person}.`;
  return `The package names the MIT license, and comes without its text and without a copyright.${by} The license:\n\n${mitTerms()}`;
}

/** What a package has to say. @throws where it says nothing of a license */
export function noticeOf(folder: string): Notice {
  const packageFile = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile;
  const { name, version, license } = packageFile;
  if (typeof license !== 'string') throw new Error(`The package ${name} ${version} names no license.`);
  const texts = readdirSync(folder)
    .filter((file) => NOTICE_FILE.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return { name, version, license, text: texts.length === 0 ? textInPlace(packageFile) : texts.join('\n\n') };
}

const LINE = '-'.repeat(32);

/** All notices as a text: a license that several packages share stands once, below the names of all of them. */
export function noticesText(notices: readonly Notice[]): string {
  const byText = new Map<string, Notice[]>();
  for (const notice of notices) {
    byText.set(notice.text, [...(byText.get(notice.text) ?? []), notice]);
  }
  const sections = [...byText].map(([text, sharing]) => {
    const names = sharing.map(({ name, version, license }) => `${name} ${version} (${license})`).join('\n');
    return `${LINE}\n${names}\n\n${text}\n`;
  });
  return `License Lens is built with parts of these ${notices.length} packages.\n\n${sections.join('\n')}`;
}

export type NoticesPlugins = {
  /** For the page's build: it writes the file. */
  readonly page: () => Plugin;
  /** For the builds of workers, each of which is one of its own. */
  readonly worker: () => Plugin;
};

/** Where the packages are listed for `npm run sbom`, each as `name@version`. */
export const PACKAGES = '.cache/build/packages.json';

/** The file's name in the build, beside the page. */
const NOTICES_FILE = 'third-party-notices.txt';

/**
 * Writes `third-party-notices.txt` into the build: the licenses of all packages of which a module is in it, in the page
 * or in a worker. Vite's own `build.license` leaves the workers out.
 */
export function thirdPartyNotices(): NoticesPlugins {
  const folders = new Set<string>();
  type Bundle = Readonly<Record<string, { readonly type: string; readonly moduleIds?: readonly string[] }>>;
  const gather = (bundle: Bundle): void => {
    for (const moduleId of Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds)) {
      const folder = packageFolderOf(moduleId);
      if (folder !== null) folders.add(folder);
    }
  };
  return {
    page: () => ({
      name: 'third-party-notices',
      apply: 'build',
      // Workers are bundled while the modules are read, so all of theirs are known by now.
      generateBundle(_, bundle) {
        gather(bundle);
        // The same version may lie in several folders.
        const notices = new Map(
          [...folders].map(noticeOf).map((notice) => [`${notice.name}@${notice.version}`, notice]),
        );
        const inOrder = [...notices.values()].toSorted(
          (a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'),
        );
        this.emitFile({ type: 'asset', fileName: NOTICES_FILE, source: noticesText(inOrder) });
        mkdirSync(dirname(PACKAGES), { recursive: true });
        writeFileSync(PACKAGES, JSON.stringify([...notices.keys()]));
      },
    }),
    worker: () => ({
      name: 'third-party-notices-of-worker',
      generateBundle(_, bundle) {
        gather(bundle);
      },
    }),
  };
}
