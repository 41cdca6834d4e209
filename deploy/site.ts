import { CLOUDS, type CloudName } from '#app/clouds.ts';
import { readConfig, type AppConfig } from '#app/config.ts';
import { securityHeaders } from '#emulator/security-headers.ts';

/** Where an installation stands. */
export type Place = {
  /** The name that people type. */
  readonly host: string;
  /** The folder of that host which the app is served from: `/`, or one such as `/licenses/`. */
  readonly folder: string;
  /** The folder of the server's disk that stands for the whole host. The built files lie in `folder` below it. */
  readonly root: string;
};

/** All that the files of a web server say about one installation. */
export type Site = Place & {
  /** The origin of Partner Center, to which the report's path is forwarded; null: the page asks another host for it. */
  readonly service: string | null;
  /** The headers of every answer, as name and value. */
  readonly headers: readonly (readonly [name: string, value: string])[];
};

export const EXAMPLE_PLACE: Place = {
  host: 'licenses.contoso.example',
  folder: '/',
  root: '/srv/license-lens',
};

/** How each part of a place is written: none of it may mean anything else in a web server's file. */
const WRITTEN: Readonly<Record<keyof Place, readonly [pattern: RegExp, example: string]>> = {
  host: [/^[\w-]+(?:\.[\w-]+)*$/u, EXAMPLE_PLACE.host],
  folder: [/^\/(?:[\w~-][\w.~-]*\/)*$/u, '/ or /licenses/'],
  root: [/^(?:\/[\w.~-]+)+$/u, EXAMPLE_PLACE.root],
};

/** A part of a place is written in a way that cannot be put into a web server's file. */
export class PlaceProblem extends Error {
  override readonly name = 'PlaceProblem';
}

const originOf = (address: string): string => new URL(address).origin;

/** The origins where people sign in. */
function signInOrigins({ signIn }: AppConfig, cloud: CloudName): readonly string[] {
  const { authority, authorityMetadata, knownAuthorities = [] } = signIn;
  if (authorityMetadata !== undefined) {
    const metadata = JSON.parse(authorityMetadata) as Readonly<Record<string, unknown>>;
    // Those that the page asks or goes to; the keys and the name of the issuer it only compares.
    return ['authorization_endpoint', 'token_endpoint', 'end_session_endpoint'].flatMap((name) => {
      const address = metadata[name];
      return typeof address === 'string' ? [originOf(address)] : [];
    });
  }
  // Whether a host that is not named is a sign-in, MSAL asks that of the cloud.
  const isKnown = knownAuthorities.some((host) => host.toLowerCase() === new URL(authority).host);
  return [originOf(authority), ...(isKnown ? [] : [CLOUDS[cloud].signIn])];
}

/**
 * What follows from a `config.json` and a place.
 *
 * @throws ConfigProblem naming the field and the fix
 * @throws PlaceProblem naming what cannot be written so
 */
export function siteOf(config: unknown, place: Place): Site {
  const read = readConfig(config);
  for (const part of ['host', 'folder', 'root'] as const) {
    const [pattern, example] = WRITTEN[part];
    if (!pattern.test(place[part])) {
      throw new PlaceProblem(`The ${part} is ${JSON.stringify(place[part])}; it must be as ${example} is.`);
    }
  }
  if (place.folder.startsWith('/v1/'))
    throw new PlaceProblem('The folder cannot be /v1/: the report is there.');
  const { cloud = 'global' } = config as { readonly cloud?: CloudName };
  const base = read.apiBaseUrl.replace(/\/+$/u, '');
  const isForwarded = base === '' || base === `https://${place.host}`;
  return {
    ...place,
    service: isForwarded ? CLOUDS[cloud].partnerCenter : null,
    headers: [
      ...securityHeaders({
        signIn: signInOrigins(read, cloud),
        report: isForwarded ? [] : [originOf(base)],
        errorReports: read.errorReports === undefined ? [] : [originOf(read.errorReports)],
      }),
      ['Strict-Transport-Security', 'max-age=31536000'],
    ],
  };
}
