import { preview, type PreviewServer } from 'vite';

export type PageServer = {
  readonly origin: string;
  /** Sets the bodies of responses that are served from now on, instead of those before. */
  readonly offer: (pages: readonly Uint8Array[]) => void;
  readonly stop: () => Promise<void>;
};

const ROWS_PATH = /^\/rows\/(?<page>\d+)$/;

/** Serves the benchmark's built page, and the bodies of responses under `/rows/` and their number. */
export async function startPageServer(): Promise<PageServer> {
  let offered: readonly Uint8Array[] = [];
  const server: PreviewServer = await preview({
    configFile: 'bench/vite.config.ts',
    preview: {
      port: 0,
      // With these headers timers have a hundredth of a millisecond, and shared memory is allowed.
      headers: {
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
      },
    },
    plugins: [
      {
        name: 'rows',
        configurePreviewServer: ({ middlewares }) => {
          middlewares.use((request, response, next) => {
            const number = ROWS_PATH.exec(request.url ?? '')?.groups?.['page'];
            const page = number === undefined ? undefined : offered[Number(number)];
            if (page === undefined) {
              next();
              return;
            }
            response.setHeader('Content-Type', 'application/json; charset=utf-8');
            response.setHeader('Cache-Control', 'no-store');
            response.end(page);
          });
        },
      },
    ],
  });
  const origin = server.resolvedUrls?.local[0];
  if (origin === undefined) throw new Error('The server has no address.');
  return {
    origin,
    offer: (pages) => {
      offered = pages;
    },
    stop: () => server.close(),
  };
}
