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
  // Not before it is needed: a build and the unit tests load this plugin as well.
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
 * Mounts the local endpoint, the sign-in and `/config.json` on Vite's development and preview servers.
 * Settings come from the environment, and from `options` where they say otherwise. Leaves the build alone.
 */
export function licenseLensServices(options: ServicesOptions = {}): Plugin {
  const settings = (): ServicesOptions => ({ ...settingsFromEnvironment(process.env), ...options });
  return {
    name: 'license-lens-services',
    // As any host of the app should be: nothing stands at other addresses, and no other origin may read what does.
    config: () => ({ appType: 'mpa', server: { cors: false }, preview: { cors: false } }),
    configureServer: (server) => mount(server, settings()),
    configurePreviewServer: (server) => {
      // Only here: the development server needs scripts within its pages.
      server.middlewares.use((_request, response, next) => {
        for (const [name, value] of securityHeaders()) response.setHeader(name, value);
        next();
      });
      server.middlewares.use('/healthz', (request, response, next) => {
        // What is left of the path: another one that only begins so is another one.
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
