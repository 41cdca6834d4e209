import * as z from 'zod/mini';
import type { SignInConfig } from '#auth/session.ts';
import { CLOUD_NAMES, CLOUDS, type Cloud } from './clouds.ts';

/** The run-time configuration is a file beside the page, wherever that is served: so one build serves every partner. */
const CONFIG_PATH = 'config.json';

/** The authority for any work account of a cloud. */
export const authorityOf = ({ signIn }: Cloud): string => `${signIn}/organizations`;

// Source: Partner Center authentication, App+User. The name in the scope is the cloud's own address, as in Microsoft's
// PowerShell module for Partner Center; the pages of the documentation name only the global one.
export const scopeOf = ({ partnerCenter }: Cloud): string => `${partnerCenter}/user_impersonation`;

/** The rules for the file as a whole: it is there, and holds an object. */
export type FileRule = 'object' | 'notFetched' | 'notThere' | 'notJson';

/** The rules for the fields. They are told in words where they are shown: `start-texts.ts`, `config-rules.ts`. */
export const FIELD_RULES = [
  'missing',
  'object',
  'text',
  'headerText',
  'permission',
  'permissions',
  'address',
  'host',
  'hosts',
  'openId',
  'cloud',
  'authority',
  'directory',
  'base',
  'protocolMode',
  'trueOrFalse',
  'wrong',
] as const;
export type FieldRule = (typeof FIELD_RULES)[number];

/** A text that passes a test; otherwise the rule is the error. */
function textThat(passes: (text: string) => boolean, rule: FieldRule) {
  return z.string(rule).check(z.refine(passes, rule));
}

/** A list with at least one item. */
function listOf(item: ReturnType<typeof textThat>, rule: FieldRule) {
  return z.array(item, rule).check(z.minLength(1, rule));
}

// Spaces around a text are always a mistake, and neither a header nor the sign-in would say that they are there.
const text = textThat((value) => /^\S(?:.*\S)?$/.test(value), 'text');

// The characters of a header's value that mean the same everywhere: `fetch` refuses others or changes them.
const headerText = textThat(
  (value) => /^[!-~\u00a1-\u00ff](?:[ -~\u00a0-\u00ff]*[!-~\u00a1-\u00ff])?$/.test(value),
  'headerText',
);

// Source: RFC 6749, section 3.3.
const scope = textThat((value) => /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(value), 'permission');

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
}, 'address');

const hostName = textThat(
  (value) => URL.canParse(`https://${value}`) && new URL(`https://${value}`).host === value.toLowerCase(),
  'host',
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
  'openId' satisfies FieldRule,
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
    cloud: z.optional(z.enum(CLOUD_NAMES, 'cloud' satisfies FieldRule)),
    authority: z.optional(
      textThat((value) => isBase(value) && addressOf(value)?.protocol === 'https:', 'authority'),
    ),
    scopes: z.optional(listOf(scope, 'permissions')),
    apiBaseUrl: z.optional(textThat((value) => value === '' || isBase(value), 'base')),
    applicationName: z.optional(headerText),
    errorReports: z.optional(endpoint),
    demoData: z.optional(z.boolean('trueOrFalse' satisfies FieldRule)),
    knownAuthorities: z.optional(z.array(hostName, 'hosts' satisfies FieldRule)),
    protocolMode: z.optional(z.enum(['AAD', 'OIDC'], 'protocolMode' satisfies FieldRule)),
    authorityMetadata: z.optional(z.pipe(z.transform(parsedWhereText), metadataSchema)),
  },
  'object' satisfies FieldRule,
);

/** The complete configuration of this installation. */
export type AppConfig = {
  readonly signIn: SignInConfig;
  /** Empty for the page's own origin. */
  readonly apiBaseUrl: string;
  readonly applicationName: string;
  /** Where reports of errors are sent; undefined: nowhere. */
  readonly errorReports: string | undefined;
  /** The customers and figures are made up, which the page says. */
  readonly isDemo: boolean;
};

/** What is wrong with the configuration: a field and the rule that it breaks, or the file as a whole. */
type Wrong =
  | { readonly field: string; readonly rule: FieldRule }
  | { readonly field: null; readonly rule: FileRule; readonly status?: number };

/** Says what is wrong with the configuration. */
export class ConfigProblem extends Error {
  override readonly name = 'ConfigProblem';
  readonly wrong: Wrong;

  constructor(wrong: Wrong) {
    super(`${wrong.field ?? 'config.json'}: ${wrong.rule}`);
    this.wrong = wrong;
  }
}

/** What an issue says: its place in the file as a path of names and numbers, and the rule that is its message. */
function wrongOf(issue: { path: readonly PropertyKey[]; message: string; input?: unknown }): Wrong {
  const field = issue.path.map(String).join('.');
  if (field === '') return { field: null, rule: 'object' };
  if (issue.input === undefined) return { field, rule: 'missing' };
  return { field, rule: FIELD_RULES.find((rule) => rule === issue.message) ?? 'wrong' };
}

/** @throws ConfigProblem that names the field and the rule that it breaks */
export function readConfig(value: unknown): AppConfig {
  const result = z.safeParse(configSchema, value, { reportInput: true });
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new ConfigProblem(wrongOf(issue ?? { path: [], message: '' }));
  }
  const { data } = result;
  const cloud = CLOUDS[data.cloud ?? 'global'];
  const authority = data.authority ?? authorityOf(cloud);
  if (data.protocolMode !== 'OIDC' && namesNoDirectory(new URL(authority))) {
    throw new ConfigProblem({ field: 'authority', rule: 'directory' });
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
    isDemo: data.demoData ?? false,
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
    throw new ConfigProblem({ field: null, rule: 'notFetched' });
  }
  if (!response.ok) throw new ConfigProblem({ field: null, rule: 'notThere', status: response.status });
  let value: unknown;
  try {
    value = await response.json();
  } catch {
    throw new ConfigProblem({ field: null, rule: 'notJson' });
  }
  return readConfig(value);
}
