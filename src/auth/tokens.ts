import { mergeClaims } from './claims.ts';
import { SignInNeeded, type TokenRequest, type TokenSource } from '#partner-center/token-source.ts';

/** An access token as the directory gave it. `expiresOn` is null where the directory did not say when it expires. */
export type Acquired = { readonly accessToken: string; readonly expiresOn: Date | null };

/** Remembers which claims this account has been given, across a reload. */
export type ClaimsMemory = {
  readonly read: () => string | null;
  readonly write: (claims: string) => void;
};

export type TokensOptions = {
  /**
   * Gets a token without the person: from MSAL's cache, where neither `claims` nor `forceRefresh` is asked for,
   * otherwise from the directory. Rejects with a `SignInNeeded` where the person is needed.
   */
  readonly acquire: (request: {
    readonly forceRefresh: boolean;
    readonly claims: string | null;
  }) => Promise<Acquired>;
  readonly memory: ClaimsMemory;
  /** In milliseconds since the epoch. */
  readonly now: () => number;
};

export type Tokens = TokenSource & {
  /** All claims to ask for in an interaction that was begun because of `claims`; null where there are none. */
  readonly claimsToAsk: (claims: string | null | undefined) => string | null;
  /** Takes up the token that the directory gave in an interaction for these claims. */
  readonly take: (acquired: Acquired, claims: string | null) => void;
};

type Held = {
  readonly claims: string;
  readonly token: string;
  /** In milliseconds since the epoch. */
  readonly renewAt: number;
  /** The token came from a step that the person has taken. */
  readonly isByPerson: boolean;
};

// In milliseconds. MSAL renews its own tokens so early, too.
const RENEWED_AHEAD = 5 * 60_000;

/**
 * The tokens of one account.
 *
 * MSAL's cache does not know which token has which claims. When it is asked without claims, it gives the token that
 * came last; when it is asked with claims, it goes to the directory each time. So once a token with claims was given,
 * tokens are held here, and every later one is asked for with those claims.
 */
export function createTokens({ acquire, memory, now }: TokensOptions): Tokens {
  let granted = memory.read();
  let held: Held | null = null;
  let renewal: { readonly claims: string; readonly done: Promise<string> } | null = null;

  const claimsToAsk: Tokens['claimsToAsk'] = (claims) => (claims ? mergeClaims(granted, claims) : granted);

  function hold({ accessToken, expiresOn }: Acquired, claims: string, isByPerson: boolean): void {
    const left = (expiresOn?.getTime() ?? 0) - now();
    // A token that is valid for a few minutes is used for half of them.
    const renewAt = now() + Math.max(left - RENEWED_AHEAD, left / 2);
    held = { claims, token: accessToken, renewAt, isByPerson };
    granted = claims;
    memory.write(claims);
  }

  async function renew(claims: string): Promise<string> {
    const before = held;
    const acquired = await acquire({ forceRefresh: true, claims });
    // A step of the person that ended meanwhile has given the better token.
    if (held !== before && held?.claims === claims) return held.token;
    hold(acquired, claims, false);
    return acquired.accessToken;
  }

  /** Requests for the same claims at the same time ask the directory once. */
  function renewTogether(claims: string): Promise<string> {
    if (renewal?.claims !== claims) {
      const done = renew(claims).finally(() => {
        if (renewal?.done === done) renewal = null;
      });
      renewal = { claims, done };
    }
    return renewal.done;
  }

  return {
    claimsToAsk,
    take(acquired, claims) {
      if (claims !== null) hold(acquired, claims, true);
    },
    async getToken({ forceRefresh = false, refused, hadPassed = false, claims: asked }: TokenRequest = {}) {
      const claims = claimsToAsk(asked);
      if (claims === null) return (await acquire({ forceRefresh, claims })).accessToken;
      if (held?.claims === claims) {
        const isRefused = forceRefresh && (refused === undefined || refused === held.token);
        if (!isRefused && now() < held.renewAt) return held.token;
        if (isRefused && asked !== undefined && held.isByPerson && !hadPassed) {
          throw new SignInNeeded('The service refused what your new sign-in gave.', {
            claims,
            isInVain: true,
          });
        }
      }
      return renewTogether(claims);
    },
  };
}
