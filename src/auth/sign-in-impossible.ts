import type { SignInConfig } from './session.ts';

/** Why nobody can sign in as things stand. */
export type Obstacle =
  /** `authority` names a host that is neither Microsoft's nor in `knownAuthorities`. */
  | 'authorityUnknown'
  /** Nothing at `authority` says where people sign in. */
  | 'authoritySilent'
  | 'other';

/** The way to the directory is not open: mostly something in the configuration, which only its owner can mend. */
export class SignInImpossible extends Error {
  override readonly name = 'SignInImpossible';
  readonly obstacle: Obstacle;
  /** What it is about: the value of the field, or an error's own words. */
  readonly detail: string;

  constructor(obstacle: Obstacle, detail: string, options?: ErrorOptions) {
    super(`${obstacle}: ${detail}`, options);
    this.obstacle = obstacle;
    this.detail = detail;
  }
}

// MSAL's codes: its messages are addresses of a page about them.
const OBSTACLES: Readonly<Record<string, Obstacle>> = {
  untrusted_authority: 'authorityUnknown',
  endpoints_resolution_error: 'authoritySilent',
  openid_config_error: 'authoritySilent',
  issuer_validation_failed: 'authoritySilent',
};

/** What an error on the way to the directory means. */
export function obstacleOf(error: unknown, { authority }: Pick<SignInConfig, 'authority'>): SignInImpossible {
  const code = error instanceof Error && 'errorCode' in error ? String(error.errorCode) : '';
  const obstacle = OBSTACLES[code] ?? 'other';
  const said = error instanceof Error ? error.message : String(error);
  return new SignInImpossible(obstacle, obstacle === 'other' ? said : authority, { cause: error });
}
