import type { SignInConfig } from './session.ts';

/** Why nobody can sign in as things stand. */
export type Obstacle =
  /** `authorityMetadata` is no JSON object. */
  | 'metadataUnreadable'
  /** `authorityMetadata` lacks addresses that sign-in needs. */
  | 'metadataIncomplete'
  /** `authority` names a host that is neither Microsoft's nor in `knownAuthorities`. */
  | 'authorityUnknown'
  /** Nothing at `authority` says where people sign in. */
  | 'authoritySilent'
  | 'other';

/** The way to the directory is not open: mostly something in the configuration, which only its owner can mend. */
export class SignInImpossible extends Error {
  override readonly name = 'SignInImpossible';
  readonly obstacle: Obstacle;
  /** What it is about: the value of the field, the names that are missing, or an error's own words. */
  readonly detail: string;

  constructor(obstacle: Obstacle, detail: string, options?: ErrorOptions) {
    super(`${obstacle}: ${detail}`, options);
    this.obstacle = obstacle;
    this.detail = detail;
  }
}

// Source: OpenID Connect Discovery 1.0, section 3. What MSAL takes from it for this flow.
const NEEDED = ['issuer', 'authorization_endpoint', 'token_endpoint'] as const;

/** @throws SignInImpossible where the configured metadata can't lead anywhere; MSAL itself fails over it later, or says nothing */
export function checkMetadata({ authorityMetadata }: Pick<SignInConfig, 'authorityMetadata'>): void {
  if (authorityMetadata === undefined || authorityMetadata === '') return;
  let metadata: unknown;
  try {
    metadata = JSON.parse(authorityMetadata);
  } catch (cause) {
    throw new SignInImpossible('metadataUnreadable', cause instanceof Error ? cause.message : '', { cause });
  }
  if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata)) {
    throw new SignInImpossible('metadataUnreadable', authorityMetadata.slice(0, 80));
  }
  const entries = new Map<string, unknown>(Object.entries(metadata));
  const missing = NEEDED.filter((name) => {
    const value = entries.get(name);
    return typeof value !== 'string' || !/^https?:/.test(value) || !URL.canParse(value);
  });
  if (missing.length > 0) throw new SignInImpossible('metadataIncomplete', missing.join(', '));
}

// MSAL's codes: its messages are addresses of a page about them.
const OBSTACLES: Readonly<Record<string, Obstacle>> = {
  untrusted_authority: 'authorityUnknown',
  endpoints_resolution_error: 'authoritySilent',
  openid_config_error: 'authoritySilent',
  issuer_validation_failed: 'authoritySilent',
  invalid_authority_metadata: 'metadataUnreadable',
};

/** What an error on the way to the directory means. */
export function obstacleOf(error: unknown, { authority }: Pick<SignInConfig, 'authority'>): SignInImpossible {
  if (error instanceof SignInImpossible) return error;
  const code = error instanceof Error && 'errorCode' in error ? String(error.errorCode) : '';
  const obstacle = OBSTACLES[code] ?? 'other';
  const said = error instanceof Error ? error.message : String(error);
  return new SignInImpossible(obstacle, obstacle === 'other' ? said : authority, { cause: error });
}
