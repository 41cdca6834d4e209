import { Buffer } from 'node:buffer';

/** What `package-lock.json` says of one installed package; the key is its folder, '' of this repository. */
export type LockedPackage = {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  /** Such as `sha512-…`, the digest in base64. */
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
};

/** The part of `package-lock.json` that is read. */
export type Lock = { readonly packages: Readonly<Record<string, LockedPackage>> };

export type Component = {
  readonly type: 'library';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  /** `required`: a part of the page. `optional`: what only the scripts run with. */
  readonly scope: 'required' | 'optional';
  readonly purl: string;
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses: readonly (
    { readonly license: { readonly id: string } } | { readonly expression: string }
  )[];
};

/** A bill of materials as CycloneDX 1.6 has it, as far as it is used here. */
export type Bom = {
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: '1.6';
  readonly version: 1;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
};

export type BomOf = {
  readonly lock: Lock;
  /** The packages with a module in the page, each as `name@version`. */
  readonly bundled: ReadonlySet<string>;
  /** The commit and its time, ISO 8601; empty where they are not known. */
  readonly commit: string;
  readonly committed: string;
};

/** The folder in which Node finds a package that another one asks for; null: it is not installed. */
function folderOf(name: string, askedIn: string, { packages }: Lock): string | null {
  const folder = `${askedIn}/node_modules/${name}`.replace(/^\//u, '');
  if (folder in packages) return folder;
  return askedIn === ''
    ? null
    : folderOf(name, askedIn.replace(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/u, ''), { packages });
}

/** The folders of all packages that one needs when it runs. */
function needsOf(folder: string, lock: Lock): readonly string[] {
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } =
    lock.packages[folder] ?? {};
  const peers = Object.keys(peerDependencies ?? {}).filter(
    (name) => peerDependenciesMeta?.[name]?.optional !== true,
  );
  return [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers].flatMap(
    (name) => folderOf(name, folder, lock) ?? [],
  );
}

const nameIn = (folder: string): string =>
  folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);

function refOf(folder: string, lock: Lock): string {
  const { name, version } = lock.packages[folder] ?? {};
  return `${name ?? nameIn(folder)}@${version}`;
}

function componentOf(folder: string, { lock, bundled }: BomOf): Component {
  const { name = nameIn(folder), version = '', license, integrity = '' } = lock.packages[folder] ?? {};
  const ref = refOf(folder, lock);
  return {
    type: 'library',
    'bom-ref': ref,
    name,
    version,
    scope: bundled.has(ref) ? 'required' : 'optional',
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    hashes: [...integrity.matchAll(/sha(\d+)-(\S+)/gu)].map(([, bits = '', digest = '']) => ({
      alg: `SHA-${bits}`,
      content: Buffer.from(digest, 'base64').toString('hex'),
    })),
    licenses:
      license === undefined
        ? []
        : [/[\s(]/u.test(license) ? { expression: license } : { license: { id: license } }],
  };
}

/**
 * The bill of materials of what this repository's users run: what is in the page, and what the scripts run with. It is
 * read from the lock file, so it needs no network; the same commit gives the same file.
 *
 * @throws where the page has a package that is not among those that the lock file has for users
 */
export function bomOf(of: BomOf): Bom {
  const { lock, bundled, commit, committed } = of;
  const needs = new Map<string, readonly string[]>();
  const visit = (folder: string): void => {
    if (needs.has(folder)) return;
    const needed = needsOf(folder, lock);
    needs.set(folder, needed);
    for (const next of needed) visit(next);
  };
  visit('');
  const folders = [...needs.keys()].filter((folder) => folder !== '');
  // The same version may lie in several folders, with others beside each.
  const components = new Map(folders.map((folder) => [refOf(folder, lock), componentOf(folder, of)]));
  for (const ref of bundled) {
    if (!components.has(ref)) throw new Error(`${ref} is in the page, but not among the dependencies.`);
  }
  const dependsOn = new Map<string, ReadonlySet<string>>();
  for (const [folder, needed] of needs) {
    const ref = refOf(folder, lock);
    dependsOn.set(ref, new Set([...(dependsOn.get(ref) ?? []), ...needed.map((next) => refOf(next, lock))]));
  }
  const { name = '', version = '', license = '' } = lock.packages[''] ?? {};
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      ...(committed === '' ? {} : { timestamp: committed }),
      lifecycles: [{ phase: 'build' }],
      component: {
        type: 'application',
        'bom-ref': refOf('', lock),
        name,
        version,
        licenses: [{ license: { id: license } }],
        ...(commit === '' ? {} : { properties: [{ name: 'commit', value: commit }] }),
      },
    },
    components: [...components.values()].toSorted((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1)),
    dependencies: [...dependsOn]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([ref, on]) => ({ ref, dependsOn: [...on].toSorted() })),
  };
}
