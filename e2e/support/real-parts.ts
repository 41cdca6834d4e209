import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inPath, installPackages } from './install.ts';

/** The programs that tests run for real, besides the browser. Where one is missing, its tests are skipped. */
export const REAL_PARTS = {
  Caddy: { variable: 'CADDY_PATH', program: 'caddy', packages: ['caddy'], version: 'version' },
  Firefox: {
    variable: 'FIREFOX_PATH',
    program: 'firefox-esr',
    packages: ['firefox-esr'],
    version: '--version',
  },
  // It draws into a screen, and there may be none: then it uses one in memory.
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

/** The gateways that the page can stand behind. */
export type GatewayPart = Extract<RealPart, 'Caddy' | 'nginx'>;

/**
 * The path of a part that is already there: the one that its variable names, otherwise the system's; undefined where
 * there is none. Throws where the variable names one that does not start.
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

/**
 * Gets a part that is not there from Debian's packages. Gives undefined where that worked, otherwise the reason why it
 * did not.
 */
export function getRealPart(part: RealPart): string | undefined {
  const trouble = installPackages(...REAL_PARTS[part].packages);
  return trouble ?? (findRealPart(part) === undefined ? 'installed, but does not start' : undefined);
}

/** The reason why a test that needs the part is skipped. */
export const couldNotBeHad = (part: RealPart): string => `${part} could not be had`;
