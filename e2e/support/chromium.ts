import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** Names of a Chromium in the system's path, the plain builds before the branded ones. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** Where systems that do not put browsers into the path keep them. */
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const TEN_MINUTES = 600_000;

/**
 * The path of a Chromium that is already there: `CHROMIUM_PATH`, else Playwright's own, else the system's;
 * undefined where there is none. Throws where `CHROMIUM_PATH` names one that does not start: a person who
 * chose a browser must not silently get another.
 */
export function findChromium(): string | undefined {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (!starts(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}, which does not start as a browser.`);
    return chosen;
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const system = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [chromium.executablePath(), ...system, ...PLACES].find(starts);
}

/**
 * Like `findChromium`, and where there is none gets one: Playwright's download, else on Debian as root the
 * system's package. Neither asks anything. `say` hears in short lines what is being tried.
 * Throws with one line on what to do where neither worked.
 */
export function findOrGetChromium(say: (line: string) => void): string {
  const found = findChromium();
  if (found !== undefined) return found;

  for (const { name, get } of [
    { name: 'Playwright’s Chromium', get: download },
    { name: 'Debian’s Chromium', get: installPackage },
  ]) {
    say(`No Chromium found: getting ${name}`);
    const trouble = get();
    const got = findChromium();
    if (got !== undefined) return got;
    say(`${name}: ${trouble ?? 'installed, but does not start'}`);
  }
  throw new Error(
    'No Chromium: install one (Debian: `apt-get install chromium`; elsewhere: `npx playwright install --with-deps chromium`) or set CHROMIUM_PATH to one.',
  );
}

/** Gets Playwright's own build. Undefined where it worked, else why it did not. */
function download(): string | undefined {
  return run('npx', ['--no-install', 'playwright', 'install', 'chromium'], {
    // A closed network often drops packets instead of refusing: do not wait the default half minute for each mirror.
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
  });
}

/** Gets the system's package where that is possible without asking anyone. Undefined where it worked, else why not. */
function installPackage(): string | undefined {
  if (!existsSync('/etc/debian_version')) return 'this is no Debian';
  if (process.getuid?.() !== 0) return 'only root may install packages';
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  return (
    run('apt-get', ['update', '-qq'], environment) ??
    // With the fonts: without any, a page has no text to measure or to take a picture of.
    run(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'],
      environment,
    )
  );
}

/** Is there a browser at this path, with every library it needs? */
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0;
}

/** Runs a command to its end, with no input. Undefined where it succeeded, else the last line it said. */
function run(command: string, args: readonly string[], environment: NodeJS.ProcessEnv): string | undefined {
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
