import type { Connect, Plugin, PreviewServer, ViteDevServer } from 'vite';
import { securityHeaders } from './security-headers.ts';
import type { Services, ServicesOptions } from './services.ts';
import { settingsFromEnvironment } from './settings.ts';
import { isServed, pathOf } from './served-paths.ts';

function createMiddleware(services: () => Promise<Services>): Connect.NextHandleFunction {
  return (request, response, next) => {
    if (!isServed(request.url)) {
      next();
      return;
    }
    services().then(({ listener }) => listener(request, response), next);
  };
}

function mount(server: ViteDevServer | PreviewServer, options: ServicesOptions): void {
  let started: Promise<Services> | undefined;
  // The services start only when they are needed: a build and the unit tests load this plugin as well.
  const services = (): Promise<Services> => {
    started ??= import('./services.ts').then(({ createServices }) => createServices(options));
    return started;
  };
  server.middlewares.use(createMiddleware(services));
  const { httpServer } = server;
  httpServer?.once('listening', () => {
    void services().then(() => {
      const address = httpServer.address();
      if (typeof address === 'object' && address !== null) {
        console.log(`License Lens is at http://localhost:${address.port}/`);
      }
    });
  });
}

/**
 * Mounts the local endpoint, the sign-in and `/config.json` on Vite's development and preview servers. The settings
 * come from the environment, and from `options` where those say something else. A build is not affected.
 */
export function licenseLensServices(options: ServicesOptions = {}): Plugin {
  const settings = (): ServicesOptions => ({ ...settingsFromEnvironment(process.env), ...options });
  return {
    name: 'license-lens-services',
    // Any host of the app should do the same: nothing is served at other addresses, and no other origin may read the
    // answers.
    config: () => ({ appType: 'mpa', server: { cors: false }, preview: { cors: false } }),
    configureServer: (server) => mount(server, settings()),
    configurePreviewServer: (server) => {
      // Only the development server has this, because it needs scripts within its pages.
      server.middlewares.use((_request, response, next) => {
        for (const [name, value] of securityHeaders()) response.setHeader(name, value);
        next();
      });
      server.middlewares.use('/healthz', (request, response, next) => {
        // This compares the whole rest of the path: a path that only begins in the same way is another path.
        if (pathOf(request.url) !== '/') next();
        else {
          response.writeHead(200, {
            'Content-Type': 'text/plain; charset=utf-8',
            'Cache-Control': 'no-store',
          });
          response.end('ok');
        }
      });
      mount(server, settings());
    },
  };
}
