import * as z from 'zod/mini';
import type { SignInConfig } from '#auth/session.ts';

/** Where the run-time configuration is served; one build then serves every partner. */
const CONFIG_PATH = '/config.json';

// Sign-in authorities by cloud, any work account. Source: Microsoft's list of national clouds.
const AUTHORITIES = {
  global: 'https://login.microsoftonline.com/organizations',
  china: 'https://login.partner.microsoftonline.cn/organizations',
  usGovernment: 'https://login.microsoftonline.us/organizations',
} as const;

// Source: Partner Center authentication, App+User.
const DEFAULT_SCOPES = ['https://api.partnercenter.microsoft.com/user_impersonation'];

const text = z.string('expected a text').check(z.minLength(1, 'must not be empty'));

const addressExpected =
  'expected an address such as https://api.partnercenter.microsoft.com, or "" for the one this page comes from';

const configSchema = z.object({
  clientId: text,
  cloud: z.optional(
    z.enum(['global', 'china', 'usGovernment'], 'expected "global", "china" or "usGovernment"'),
  ),
  authority: z.optional(
    z.url({
      protocol: /^https$/,
      error: 'expected an https address such as https://login.microsoftonline.com/contoso.com',
    }),
  ),
  scopes: z.optional(
    z.array(text, 'expected a list of texts').check(z.minLength(1, 'must name at least one scope')),
  ),
  apiBaseUrl: z.optional(
    z.union([z.literal(''), z.url({ protocol: /^https?$/, error: addressExpected })], addressExpected),
  ),
  applicationName: z.optional(text),
  knownAuthorities: z.optional(z.array(text, 'expected a list of host names')),
  protocolMode: z.optional(z.enum(['AAD', 'OIDC'], 'expected "AAD" or "OIDC"')),
  authorityMetadata: z.optional(
    z.union([z.string(), z.record(z.string(), z.unknown())], 'expected an OpenID configuration'),
  ),
});

/** The configuration of this installation, complete. */
export type AppConfig = {
  readonly signIn: SignInConfig;
  /** Empty: the page's own origin. */
  readonly apiBaseUrl: string;
  readonly applicationName: string;
};

/** What is wrong with the configuration: which field, and what it should be. */
export class ConfigProblem extends Error {
  override readonly name = 'ConfigProblem';
  /** null: the file as a whole. */
  readonly field: string | null;

  constructor(field: string | null, message: string) {
    super(message);
    this.field = field;
  }
}

/** @throws ConfigProblem naming the field and the fix */
export function readConfig(value: unknown): AppConfig {
  const result = z.safeParse(configSchema, value);
  if (!result.success) {
    const issue = result.error.issues[0];
    const field = issue?.path.map(String).join('.') ?? '';
    const missing =
      field !== '' && typeof value === 'object' && value !== null && !Object.hasOwn(value, field);
    throw new ConfigProblem(
      field === '' ? null : field,
      field === '' ? 'expected a JSON object' : missing ? 'is missing' : (issue?.message ?? 'is wrong'),
    );
  }
  const { data } = result;
  const metadata = data.authorityMetadata;
  return {
    signIn: {
      clientId: data.clientId,
      authority: data.authority ?? AUTHORITIES[data.cloud ?? 'global'],
      scopes: data.scopes ?? DEFAULT_SCOPES,
      knownAuthorities: data.knownAuthorities,
      authorityMetadata: typeof metadata === 'object' ? JSON.stringify(metadata) : metadata,
      protocolMode: data.protocolMode,
    },
    apiBaseUrl: data.apiBaseUrl ?? '',
    applicationName: data.applicationName ?? 'License Lens',
  };
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
