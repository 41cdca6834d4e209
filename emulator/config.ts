import { API_SCOPE, CLIENT_ID, ISSUER } from './identity.ts';
import { IDENTITY_PATH } from './served-paths.ts';

/** What the app reads from `/config.json`, for the local set-up. */
export type LocalConfig = {
  readonly clientId: string;
  readonly authority: string;
  readonly knownAuthorities: readonly string[];
  readonly protocolMode: 'OIDC';
  /** The provider's endpoints, since no server answers at the authority's own address. */
  readonly authorityMetadata: Readonly<Record<string, string>>;
  readonly scopes: readonly string[];
  readonly apiBaseUrl: string;
  readonly applicationName: string;
  /** The page marks the data as demo data. */
  readonly demoData: boolean;
};

/**
 * The app's configuration for the local provider and endpoint, both at `origin` (`http://localhost:5173`).
 *
 * @param demoData the data is the local endpoint's own, and does not come from a service behind it
 */
export function localConfig(origin: string, demoData: boolean): LocalConfig {
  const identity = `${origin}${IDENTITY_PATH}`;
  return {
    clientId: CLIENT_ID,
    authority: ISSUER,
    knownAuthorities: [new URL(ISSUER).host],
    protocolMode: 'OIDC',
    authorityMetadata: {
      issuer: ISSUER,
      authorization_endpoint: `${identity}/auth`,
      token_endpoint: `${identity}/token`,
      jwks_uri: `${identity}/jwks`,
      end_session_endpoint: `${identity}/session/end`,
    },
    scopes: [API_SCOPE],
    apiBaseUrl: '',
    applicationName: 'License Lens',
    demoData,
  };
}
