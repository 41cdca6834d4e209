import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const FOLDER = 'bench/peers';

type PackageFile = { readonly version?: string; readonly dependencies?: Readonly<Record<string, string>> };

const read = (path: string): PackageFile => JSON.parse(readFileSync(path, 'utf8')) as PackageFile;

function installed(name: string): string | undefined {
  const path = `${FOLDER}/node_modules/${name}/package.json`;
  return existsSync(path) ? read(path).version : undefined;
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed in ${cwd}.`);
}

/**
 * Installs the peers where they are missing or have other versions than the locked ones, and checks the types of the
 * code that uses them, since the checks of the app run without them. Gives their versions by package.
 */
export function installPeers(): Readonly<Record<string, string>> {
  const versions = read(`${FOLDER}/package.json`).dependencies ?? {};
  if (!Object.entries(versions).every(([name, version]) => installed(name) === version)) {
    run('npm', ['ci'], FOLDER);
  }
  run('npx', ['--no-install', 'tsc', '-p', FOLDER], '.');
  return versions;
}
