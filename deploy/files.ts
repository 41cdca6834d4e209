import { caddyfile } from './caddyfile.ts';
import { nginxConf } from './nginx.ts';
import type { Site } from './site.ts';
import { staticWebApp } from './static-web-app.ts';

/** The files of a site by their names. */
export const filesOf = (
  site: Site,
): Readonly<Record<'Caddyfile' | 'nginx.conf' | 'staticwebapp.config.json', string>> => ({
  Caddyfile: caddyfile(site),
  'nginx.conf': nginxConf(site),
  'staticwebapp.config.json': staticWebApp(site),
});
