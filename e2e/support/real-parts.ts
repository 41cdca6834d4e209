import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inPath, installPackages } from './install.ts';

/** Programs that tests run for real, besides the browser. Without one, its tests are skipped. */
export const REAL_PARTS = {
  Caddy: { variable: 'CADDY_PATH', program: 'caddy', packages: ['caddy'], version: 'version' },
  Firefox: {
    variable: 'FIREFOX_PATH',
    program: 'firefox-esr',
    packages: ['firefox-esr'],
    version: '--version',
  },
  // It draws into a screen, and there may be none: one in memory does.
  WebKit: {
    variable: 'WEBKIT_DRIVER_PATH',
    program: 'WebKitWebDriver',
    packages: ['webkit2gtk-driver', 'xvfb'],
    version: '--help',
    beside: 'Xvfb',
  },
  nginx: { variable: 'NGINX_PATH', program: 'nginx', packages: ['nginx'], version: '-v' },
  LibreOffice: {
    variable: 'SOFFICE_PATH',
    program: 'soffice',
    packages: ['libreoffice-calc-nogui'],
    version: '--version',
  },
} as const;

export type RealPart = keyof typeof REAL_PARTS;

/** What the page can stand behind. */
export type GatewayPart = Extract<RealPart, 'Caddy' | 'nginx'>;

/**
 * The path of a part that is already there: the one that its variable names, else the system's; undefined where there
 * is none. Throws where the variable names one that does not start.
 */
export function findRealPart(part: RealPart): string | undefined {
  const { variable, program, version, ...more } = REAL_PARTS[part];
  if ('beside' in more && !inPath(more.beside).some(existsSync)) return undefined;
  const starts = (path: string): boolean =>
    existsSync(path) && spawnSync(path, [version], { stdio: 'ignore', timeout: 60_000 }).status === 0;
  const chosen = process.env[variable] ?? '';
  if (chosen === '') return inPath(program).find(starts);
  if (!starts(chosen)) throw new Error(`${variable} is ${chosen}, which does not start.`);
  return chosen;
}

/** Gets a part that is not there: Debian's packages. Undefined where it worked, else why it did not. */
export function getRealPart(part: RealPart): string | undefined {
  const trouble = installPackages(...REAL_PARTS[part].packages);
  return trouble ?? (findRealPart(part) === undefined ? 'installed, but does not start' : undefined);
}

/** Why a test is skipped that needs the part. */
export const couldNotBeHad = (part: RealPart): string => `${part} could not be had`;
