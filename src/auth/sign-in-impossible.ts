import type { SignInConfig } from './session.ts';

/** The reasons why a sign-in is not possible. */
export type Obstacle =
  /** `authority` names a host that is neither Microsoft's nor in `knownAuthorities`. */
  | 'authorityUnknown'
  /** Nothing at `authority` says where people sign in. */
  | 'authoritySilent'
  | 'other';

/**
 * The page cannot get to the directory. Mostly something in the configuration is wrong, which only its owner can
 * change.
 */
export class SignInImpossible extends Error {
  override readonly name = 'SignInImpossible';
  readonly obstacle: Obstacle;
  /** The value of the configuration's field that is wrong, or the words of an error. */
  readonly detail: string;

  constructor(obstacle: Obstacle, detail: string, options?: ErrorOptions) {
    super(`${obstacle}: ${detail}`, options);
    this.obstacle = obstacle;
    this.detail = detail;
  }
}

// MSAL's codes are used, because its messages are only addresses of a page about them.
const OBSTACLES: Readonly<Record<string, Obstacle>> = {
  untrusted_authority: 'authorityUnknown',
  endpoints_resolution_error: 'authoritySilent',
  openid_config_error: 'authoritySilent',
  issuer_validation_failed: 'authoritySilent',
};

/** The reason that an error on the way to the directory stands for. */
export function obstacleOf(error: unknown, { authority }: Pick<SignInConfig, 'authority'>): SignInImpossible {
  const code = error instanceof Error && 'errorCode' in error ? String(error.errorCode) : '';
  const obstacle = OBSTACLES[code] ?? 'other';
  const said = error instanceof Error ? error.message : String(error);
  return new SignInImpossible(obstacle, obstacle === 'other' ? said : authority, { cause: error });
}
