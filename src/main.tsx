import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { NuqsAdapter } from 'nuqs/adapters/react';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { App, Frame } from '#app/app.tsx';
import { tellCaught } from '#app/caught.ts';
import { ConfigProblem, loadConfig, type AppConfig } from '#app/config.ts';
import { localizationInForce, prepareLanguage } from '#app/localization.ts';
import '#app/page.css';
import { hearPolicy } from '#app/policy.ts';
import { SessionProvider } from '#app/session.ts';
import { startPages } from '#app/start-part.ts';
import { prepareTheme } from '#app/theme.ts';
import { trustOwnFiles } from '#app/trust-own-files.ts';
import { openSession, type Session } from '#auth/session.ts';
import { createServiceEngine } from '#engine/service/engine.ts';
import { findSnapshot, type Snapshot } from '#partner-center/reading/snapshot.ts';
import { createPartnerCenterClient } from '#partner-center/client.ts';
import { systemClock } from '#partner-center/clock.ts';
import { askFirst } from '#query/ask-first.ts';
import { unfinished, watchBusy, watchLoading } from '#query/busy.ts';
import { createQueryClient } from '#query/client.ts';
import { snapshotMissed } from '#query/find-anew.ts';
import { createKeeping, forgetKept, forgetKeptByOthers, mayKeepRows } from '#query/keeping.ts';
import { loadLimit } from '#query/load-limit.ts';
import { createLoading } from '#query/loading.ts';
import { createPart, prefetch } from '#query/part.ts';
import { SourceProvider, type DeploymentSource } from '#query/source.ts';
import { keepFocus } from '#ui/keep-focus.ts';
import { startKeepingPlaces } from '#ui/kept-place.ts';
import { FetchedPart } from '#ui/fetched-part.tsx';
import { inCanonicalOrder, parseView } from '#view/address.ts';
import { isKeptByConsent, leadToStart } from '#view/saved-views-entry.ts';

/** The code that loads whole snapshots. The first figures do not need it. */
const loader = createPart(() =>
  Promise.all([
    import('#engine/snapshot/loader.ts'),
    import('#engine/snapshot/worker/start-worker.ts'),
    import('#query/input-rest.ts'),
  ]),
);

function sourceOf(config: AppConfig, session: Session, queryClient: QueryClient): DeploymentSource {
  const client = createPartnerCenterClient({
    tokens: session.tokens,
    baseUrl: config.apiBaseUrl,
    applicationName: config.applicationName,
    locale: () => localizationInForce().locale,
  });
  const account = session.account?.id ?? '';
  const keeping = createKeeping(account, () => loading.keep());
  const engine = createServiceEngine(client);
  const loading = createLoading({
    open: async () => {
      const [{ createSnapshotLoader }, { startWorker }, { createInputRest }] = await loader.fetch();
      const untilRested = createInputRest(document, systemClock);
      const storeIdOf = ({ processedDateTime }: Snapshot) => ({
        account,
        key: JSON.stringify([config.apiBaseUrl, processedDateTime]),
      });
      return createSnapshotLoader({ client, startWorker, limit: loadLimit, storeIdOf, untilRested });
    },
    mayKeep: mayKeepRows,
    limit: loadLimit,
    // The service is not asked any more, and its kept answers only take memory.
    onLoaded: engine.forget,
    onMissed: ({ processedDateTime }) => snapshotMissed(queryClient, processedDateTime),
  });
  return {
    engine,
    loading,
    keeping,
    async findSnapshot(date, options) {
      const snapshot = await findSnapshot(client, date, options);
      if (snapshot !== null) await loading.restore(snapshot);
      return snapshot;
    },
    requests: client,
    askToo: new Set(),
    activity: client.activity,
    secondFactor: client.secondFactor,
    accountId: account,
  };
}

async function start(root: Root): Promise<void> {
  const queryClient = createQueryClient();
  watchBusy(queryClient);
  try {
    const [config] = await Promise.all([unfinished(loadConfig()), prepareTheme(), prepareLanguage()]);
    const { errorReports } = config;
    if (errorReports !== undefined) {
      // The page works without them, and nobody waits for them.
      prefetch(
        createPart(() =>
          import('#app/error-reports.ts').then((part) => part.startErrorReports(errorReports, queryClient)),
        ),
      );
    }
    const session = await unfinished(
      openSession(config.signIn, { forget: forgetKept, isKept: isKeptByConsent }),
    );
    if (session.account !== null) {
      void forgetKeptByOthers(session.account.id);
      leadToStart(session.account.id);
    }
    const source = sourceOf(config, session, queryClient);
    watchLoading(source.loading);
    // The first request leaves before anything is drawn.
    if (session.account !== null) void askFirst(queryClient, source, parseView(location.search).view);
    root.render(
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <NuqsAdapter processUrlSearchParams={inCanonicalOrder}>
            <SessionProvider value={session}>
              <SourceProvider value={source}>
                <App isDemo={config.isDemo} />
              </SourceProvider>
            </SessionProvider>
          </NuqsAdapter>
        </QueryClientProvider>
      </StrictMode>,
    );
  } catch (error) {
    root.render(
      <Frame>
        {() => (
          <FetchedPart part={startPages}>
            {({ ConfigProblemPage, StartFailedPage }) =>
              error instanceof ConfigProblem ? (
                <ConfigProblemPage problem={error} />
              ) : (
                <StartFailedPage error={error} />
              )
            }
          </FetchedPart>
        )}
      </Frame>,
    );
  }
}

hearPolicy();
trustOwnFiles();
startKeepingPlaces();
keepFocus();

const container = document.getElementById('root');
if (container !== null) void start(createRoot(container, { onCaughtError: tellCaught }));
