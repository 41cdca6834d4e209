import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const TEN_MINUTES = 600_000;

/** The paths at which a program may be, by the system's path; this does not check whether it is there. */
export function inPath(name: string): readonly string[] {
  // Programs that only root should start are not in the path of every user.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name));
}

/**
 * Installs Debian's packages where that is possible without asking anyone, which means as root. Gives undefined where
 * that worked, otherwise the reason why it did not.
 */
export function installPackages(...packages: readonly string[]): string | undefined {
  if (!existsSync('/etc/debian_version')) return 'this is no Debian';
  if (process.getuid?.() !== 0) return 'only root may install packages';
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  return (
    run('apt-get', ['update', '-qq'], environment) ??
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], environment)
  );
}

/**
 * Runs a command to its end, with no input. Gives undefined where it succeeded, otherwise the last line of its output.
 */
export function run(
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): string | undefined {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: TEN_MINUTES,
    shell: process.platform === 'win32',
  });
  if (status === 0) return undefined;
  if (error !== undefined) return error.message;
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => /error/iu.test(line)) ?? lines.at(-1) ?? `${command} failed`;
}
