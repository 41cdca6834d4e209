import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Behaviour } from './behaviour.ts';
import { createAnswered } from './answered.ts';
import { localConfig } from './config.ts';
import { createDemoData } from './demo-data.ts';
import { documentedError } from './documented-error.ts';
import { createFaults, type Faults } from './faults.ts';
import { createForward } from './forward.ts';
import { createIdentity, type Identity } from './identity.ts';
import { createLicenseDeployment } from './license-deployment.ts';
import { IDENTITY_PATH, pathOf } from './served-paths.ts';

export type ServicesOptions = {
  /** Rows of the latest snapshot; 20,000 by default. */
  readonly rows?: number | undefined;
  readonly seed?: string | undefined;
  /** The latest snapshot is that of the day before this moment. */
  readonly now?: Date | undefined;
  /** `off`: no sign-in, everyone may read. */
  readonly auth?: 'on' | 'off' | undefined;
  /** The form of `@nextLink`. */
  readonly nextLink?: 'relative' | 'absolute' | undefined;
  /** The endpoint's choices where its page leaves them open; lenient by default. */
  readonly behaviour?: Behaviour | undefined;
  /** The seconds for which an access token is valid; an hour by default. */
  readonly accessTokenLifetime?: number | undefined;
  /** The report's path is forwarded to this URL; then there is no local endpoint. */
  readonly partnerCenterUrl?: string | undefined;
};

/** The local endpoint, the sign-in and the app's configuration, as one listener for a server of any kind. */
export type Services = {
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
};

type Listener = Services['listener'];
type Routes = Hono<{ Bindings: HttpBindings }>;

function listenerOf(app: Hono<{ Bindings: HttpBindings }>): Listener {
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  return (request, response) => void listener(request, response);
}

/** What answers under `/v1/*`: the local endpoint (whose switches are under `/emulator/*`), or another one. */
function endpoint(
  options: ServicesOptions,
  identity: Identity | null,
  faults: Faults,
  routes: Routes,
): Listener {
  if (options.partnerCenterUrl !== undefined) return createForward(options.partnerCenterUrl);
  const { rows = 20_000, seed = 'license-lens', now = new Date(), nextLink = 'relative' } = options;
  const answered = createAnswered();
  routes.route('/emulator/faults', faults.routes);
  routes.route('/emulator/answers', answered.routes);
  if (identity !== null) {
    routes.post('/emulator/expire-tokens', (c) => {
      identity.expireTokens();
      return c.body(null, 204);
    });
  }
  const data = createDemoData({ rows, seed, now });
  const authorize = identity?.authorize ?? null;
  const { behaviour } = options;
  const { strike } = faults;
  const answer = listenerOf(createLicenseDeployment({ data, authorize, strike, nextLink, behaviour }));
  return (request, response) => {
    answered.count(response);
    answer(request, response);
  };
}

/** Starts the services. Rejects where the options cannot be met. */
export async function createServices(options: ServicesOptions = {}): Promise<Services> {
  const { auth = 'on', accessTokenLifetime = 3_600 } = options;
  const faults = createFaults();
  const passesSecondFactorOn = (): boolean => !faults.isSet('noSecondFactor');
  const identity = auth === 'on' ? await createIdentity({ accessTokenLifetime, passesSecondFactorOn }) : null;

  const routes: Routes = new Hono();
  if (identity !== null) {
    routes.get('/config.json', (c) =>
      c.json(localConfig(new URL(c.req.url).origin, options.partnerCenterUrl === undefined), 200, {
        'Cache-Control': 'no-store',
      }),
    );
    routes.route(`${IDENTITY_PATH}/interaction`, identity.routes);
  }
  const answerData = endpoint(options, identity, faults, routes);
  routes.notFound((c) => c.json(documentedError('NotFound', `There is nothing at ${c.req.path}.`), 404));
  const answer = listenerOf(routes);

  return {
    listener: (request, response) => {
      const path = pathOf(request.url);
      if (path.startsWith('/v1/')) answerData(request, response);
      else if (identity?.handles(path) === true) identity.handle(request, response);
      else answer(request, response);
    },
  };
}
