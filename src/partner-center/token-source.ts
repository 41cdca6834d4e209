/** What a caller of the endpoint may ask of a token. */
export type TokenRequest = {
  /** Do not take a token from the cache: the service has just refused that one (401). */
  readonly forceRefresh?: boolean;
  /** The token that was refused: where another one is there already, that one is enough. */
  readonly refused?: string;
  /** The service had accepted the refused token before. */
  readonly hadPassed?: boolean;
  /** The claims that a step-up challenge asked for, as the decoded JSON of `WWW-Authenticate: … claims="…"`. */
  readonly claims?: string;
};

/**
 * Gives access tokens of the signed-in person, renewed silently where possible. Rejects with a `SignInNeeded` where the
 * person is needed.
 */
export type TokenSource = {
  readonly getToken: (request?: TokenRequest) => Promise<string>;
};

/** The sign-in has ended or more is asked for: a new token takes an interaction of the person. */
export class SignInNeeded extends Error {
  override readonly name = 'SignInNeeded';
  /** The claims to ask for in the interaction, where the service named some (step-up). */
  readonly claims: string | undefined;
  /**
   * The person has just taken that step, and the token that it gave was refused as well: another step would not help.
   */
  readonly isInVain: boolean;

  constructor(
    message: string,
    options?: { claims?: string | undefined; isInVain?: boolean; cause?: unknown },
  ) {
    super(message, { cause: options?.cause });
    this.claims = options?.claims;
    this.isInVain = options?.isInVain ?? false;
  }
}
