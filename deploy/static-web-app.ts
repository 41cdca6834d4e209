import type { Site } from './site.ts';

/**
 * `staticwebapp.config.json` of Azure Static Web Apps: the same headers, for the files alone. The report's path is not
 * its to forward: `docs/azure.md` has what does.
 */
export function staticWebApp({ folder, headers }: Site): string {
  const config = {
    globalHeaders: { ...Object.fromEntries(headers), 'Cache-Control': 'no-cache' },
    routes: [
      {
        route: `${folder}assets/*`,
        headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
      },
    ],
    mimeTypes: { '.json': 'application/json', '.svg': 'image/svg+xml' },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
