import * as z from 'zod/mini';
import type { SignInConfig } from '#auth/session.ts';
import { CLOUD_NAMES, CLOUDS, type Cloud } from './clouds.ts';

/** The run-time configuration is a file beside the page, wherever that is served: so one build serves every partner. */
const CONFIG_PATH = 'config.json';

const PARTNER_CENTER = CLOUDS.global.partnerCenter;

/** The authority for any work account of a cloud. */
const authorityOf = ({ signIn }: Cloud): string => `${signIn}/organizations`;

// Source: Partner Center authentication, App+User. The name in the scope is the cloud's own address, as in Microsoft's
// PowerShell module for Partner Center; the pages of the documentation name only the global one.
const scopeOf = ({ partnerCenter }: Cloud): string => `${partnerCenter}/user_impersonation`;

/** A text that passes a test; otherwise the message is the error. */
function textThat(passes: (text: string) => boolean, message: string) {
  return z.string(message).check(z.refine(passes, message));
}

/** A list with at least one item. */
function listOf(item: ReturnType<typeof textThat>, message: string) {
  return z.array(item, message).check(z.minLength(1, message));
}

// Spaces around a text are always a mistake, and neither a header nor the sign-in would say that they are there.
const text = textThat(
  (value) => /^\S(?:.*\S)?$/.test(value),
  'must be a text that is not empty and has no blanks around it',
);

// The characters of a header's value that mean the same everywhere: `fetch` refuses others or changes them.
const headerText = textThat(
  (value) => /^[!-~\u00a1-\u00ff](?:[ -~\u00a0-\u00ff]*[!-~\u00a1-\u00ff])?$/.test(value),
  'must be a text of Latin letters, digits and punctuation, without line breaks and blanks around it: it is sent in a header',
);

// Source: RFC 6749, section 3.3.
const scope = textThat(
  (value) => /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(value),
  `must be one permission such as ${scopeOf(CLOUDS.global)}, without blanks`,
);

/** The address as it is written; null where the text is none, or has other parts than a host, a path and a query. */
function addressOf(written: string): URL | null {
  if (!/^https?:\/\/[^\s/\\]\S*$/i.test(written) || !URL.canParse(written)) return null;
  const url = new URL(written);
  return url.username === '' && url.password === '' && !written.includes('#') ? url : null;
}

/** May a token or a password be sent there? It may where the connection is encrypted or stays on this machine. */
function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

function isBase(written: string): boolean {
  const url = addressOf(written);
  return url !== null && isSafe(url) && !written.includes('?');
}

const endpoint = textThat((value) => {
  const url = addressOf(value);
  return url !== null && isSafe(url);
}, 'must be an https address (http only for localhost) without user name and "#"');

const hostName = textThat(
  (value) => URL.canParse(`https://${value}`) && new URL(`https://${value}`).host === value.toLowerCase(),
  'must be the name of a host such as login.contoso.com, without https://',
);

/**
 * The parts of an OpenID configuration that the sign-in needs; the others are not checked. Source: OpenID Connect
 * Discovery 1.0.
 */
const metadataSchema = z.looseObject(
  {
    issuer: endpoint,
    authorization_endpoint: endpoint,
    token_endpoint: endpoint,
    jwks_uri: endpoint,
    end_session_endpoint: z.optional(endpoint),
  },
  'must be an OpenID configuration, as a JSON object or as its text',
);

function parsedWhereText(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return null;
  }
}

const configSchema = z.object(
  {
    clientId: text,
    cloud: z.optional(z.enum(CLOUD_NAMES, 'must be "global", "china" or "usGovernment"')),
    authority: z.optional(
      textThat(
        (value) => isBase(value) && addressOf(value)?.protocol === 'https:',
        `must be an https address such as ${authorityOf(CLOUDS.global)} without user name, "?" and "#"`,
      ),
    ),
    scopes: z.optional(listOf(scope, 'must be a list of at least one permission')),
    apiBaseUrl: z.optional(
      textThat(
        (value) => value === '' || isBase(value),
        `must be an https address (http only for localhost) such as ${PARTNER_CENTER} without user name, "?" and "#", or "" for the one this page comes from`,
      ),
    ),
    applicationName: z.optional(headerText),
    errorReports: z.optional(endpoint),
    knownAuthorities: z.optional(z.array(hostName, 'must be a list of host names')),
    protocolMode: z.optional(z.enum(['AAD', 'OIDC'], 'must be "AAD" or "OIDC"')),
    authorityMetadata: z.optional(z.pipe(z.transform(parsedWhereText), metadataSchema)),
  },
  'must be a JSON object',
);

/** The complete configuration of this installation. */
export type AppConfig = {
  readonly signIn: SignInConfig;
  /** Empty for the page's own origin. */
  readonly apiBaseUrl: string;
  readonly applicationName: string;
  /** Where reports of errors are sent; undefined: nowhere. */
  readonly errorReports: string | undefined;
};

/** Says what is wrong with the configuration: which field, and what it should be. */
export class ConfigProblem extends Error {
  override readonly name = 'ConfigProblem';
  /** The field; null for the file as a whole. */
  readonly field: string | null;

  constructor(field: string | null, message: string) {
    super(message);
    this.field = field;
  }
}

/** The place of an issue in the file, as a path of names and numbers; null for the file as a whole. */
function fieldOf(path: readonly PropertyKey[]): string | null {
  return path.length === 0 ? null : path.map(String).join('.');
}

/** @throws ConfigProblem that names the field and says what it should be */
export function readConfig(value: unknown): AppConfig {
  const result = z.safeParse(configSchema, value, { reportInput: true });
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new ConfigProblem(
      fieldOf(issue?.path ?? []),
      issue?.input === undefined ? 'is missing' : issue.message,
    );
  }
  const { data } = result;
  const cloud = CLOUDS[data.cloud ?? 'global'];
  const authority = data.authority ?? authorityOf(cloud);
  if (data.protocolMode !== 'OIDC' && namesNoDirectory(new URL(authority))) {
    throw new ConfigProblem('authority', `must name a directory, as ${authorityOf(CLOUDS.global)} does`);
  }
  return {
    signIn: {
      clientId: data.clientId,
      authority,
      scopes: data.scopes ?? [scopeOf(cloud)],
      knownAuthorities: data.knownAuthorities,
      authorityMetadata: data.authorityMetadata && JSON.stringify(data.authorityMetadata),
      protocolMode: data.protocolMode,
    },
    apiBaseUrl: data.apiBaseUrl ?? '',
    applicationName: data.applicationName ?? 'License Lens',
    errorReports: data.errorReports,
  };
}

// Whether hosts of this kind have the directory as the first part of their name. Source: Microsoft Entra External ID.
function namesNoDirectory({ hostname, pathname }: URL): boolean {
  return pathname === '/' && !hostname.endsWith('.ciamlogin.com');
}

/** Fetches and reads the configuration. @throws ConfigProblem */
export async function loadConfig(): Promise<AppConfig> {
  let response: Response;
  try {
    response = await fetch(CONFIG_PATH, { cache: 'no-cache', headers: { Accept: 'application/json' } });
  } catch {
    throw new ConfigProblem(null, 'could not be fetched');
  }
  if (!response.ok) throw new ConfigProblem(null, `is not there (status ${response.status})`);
  let value: unknown;
  try {
    value = await response.json();
  } catch {
    throw new ConfigProblem(null, 'is not JSON');
  }
  return readConfig(value);
}
