import { SignInNeeded, type TokenSource } from '#partner-center/token-source.ts';
import { EXIT, ScriptProblem } from './exit-code.ts';

/** The places where a token may come from. */
export type TokenInput = {
  /** The variable `PARTNER_CENTER_TOKEN`; undefined where it is not set. */
  readonly fromEnvironment: string | undefined;
  /** Standard input, to its end; null where a person types into it. */
  readonly standardInput: AsyncIterable<Uint8Array | string> | null;
};

/**
 * The access token: from the environment, otherwise from standard input.
 *
 * @throws ScriptProblem where there is none
 */
export async function readToken({ fromEnvironment, standardInput }: TokenInput): Promise<string> {
  let token = (fromEnvironment ?? '').trim();
  if (token === '' && standardInput !== null) {
    const pieces: Uint8Array[] = [];
    for await (const piece of standardInput) pieces.push(Buffer.from(piece));
    token = Buffer.concat(pieces).toString('utf8').trim();
  }
  if (token === '') {
    throw new ScriptProblem(
      EXIT.signIn,
      'There is no access token: it is read from PARTNER_CENTER_TOKEN, or from standard input.',
    );
  }
  return token;
}

/** Gives one token. The script cannot sign in again: where the token is refused, there is no other. */
export function oneToken(token: string): TokenSource {
  return {
    getToken: ({ forceRefresh = false, claims } = {}) =>
      forceRefresh
        ? Promise.reject(new SignInNeeded('The access token was refused.', { claims }))
        : Promise.resolve(token),
  };
}
