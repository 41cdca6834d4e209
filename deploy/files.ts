import { caddyfile } from './caddyfile.ts';
import { nginxConf } from './nginx.ts';
import type { Site } from './site.ts';

/** The files of a site by their names. */
export const filesOf = (site: Site): Readonly<Record<'Caddyfile' | 'nginx.conf', string>> => ({
  Caddyfile: caddyfile(site),
  'nginx.conf': nginxConf(site),
});
