import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { inPath, installPackages, run } from './install.ts';

/**
 * Debian's name for the same browser without the parts that only a window needs. With it the browser tests need a
 * quarter less processor time.
 */
const HEADLESS_SHELL = 'chromium-headless-shell';

/** The names of a Chromium in the system's path; plain builds come before branded ones. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** The places of browsers on systems that do not put them into the path. */
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of a Chromium that is already there: `CHROMIUM_PATH`, else Playwright's own, else the system's, of which the
 * one without a window comes first unless it is `inFull`; undefined where there is none. Throws where `CHROMIUM_PATH` names one that does not start: a person who
 * chose a browser must not silently get another.
 */
export function findChromium({ inFull = false } = {}): string | undefined {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (!starts(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}, which does not start as a browser.`);
    return chosen;
  }
  const names = inFull ? NAMES : [HEADLESS_SHELL, ...NAMES];
  return [chromium.executablePath(), ...names.flatMap(inPath), ...PLACES].find(starts);
}

/**
 * Like `findChromium`, and where there is none gets one: Playwright's download, else on Debian as root the
 * system's package. Neither asks anything. `say` hears in short lines what is being tried.
 * Throws with one line on what to do where neither worked.
 */
export function findOrGetChromium(say: (line: string) => void): string {
  const found = findChromium();
  if (found !== undefined) return isDebians(found) ? withoutWindow(found, say) : found;

  for (const { name, get } of [
    { name: 'Playwright’s Chromium', get: download },
    { name: 'Debian’s Chromium', get: installChromium },
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

/** Is it the browser of Debian's package `chromium`? */
const isDebians = (path: string): boolean =>
  path === '/usr/bin/chromium' && process.env['CHROMIUM_PATH'] !== path;

/** The faster browser beside Debian's Chromium, where it can be had; otherwise Debian's Chromium. */
function withoutWindow(found: string, say: (line: string) => void): string {
  const trouble = installPackages(HEADLESS_SHELL);
  if (trouble !== undefined) say(`${HEADLESS_SHELL}: ${trouble}; ${found} does the same, more slowly`);
  return findChromium() ?? found;
}

/** Gets Playwright's own build. Gives undefined where that worked, otherwise the reason why it did not. */
function download(): string | undefined {
  return run('npx', ['--no-install', 'playwright', 'install', 'chromium'], {
    // A closed network often drops packets instead of refusing them: this does not wait the default half minute for
    // each mirror.
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
  });
}

/** Gets Debian's browser. Gives undefined where that worked, otherwise the reason why it did not. */
function installChromium(): string | undefined {
  // The fonts are installed too: without any, a page has no text to measure or to take a picture of.
  return installPackages('chromium', HEADLESS_SHELL, 'fonts-liberation');
}

/** Is there a browser at this path, with every library that it needs? */
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0;
}
