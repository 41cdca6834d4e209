/**
 * The claims that a client asks the directory for where a token shows no second factor.
 *
 * Source: Partner Center's requirement of multi-factor sign-in: the `amr` of a delegated token has to hold `mfa`.
 */
export const SECOND_FACTOR_CLAIMS = '{"access_token":{"amr":{"essential":true,"values":["mfa"]}}}';

// The code is 900421 since June 2026; before, and in some places still, it is 10001 ("MFA required").
const CODES: ReadonlySet<string> = new Set(['900421', '10001']);

const IN_WORDS = /\bmfa\b|multi-?\s?factor|(?:two|second)-?\s?factor/i;

/** Does a 401 say, by its code or in its description, that the token shows no second factor? */
export function wantsSecondFactor(code: string | null, description: string | null): boolean {
  return (code !== null && CODES.has(code)) || (description !== null && IN_WORDS.test(description));
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' ? { ...value } : {};
}

function parsed(claims: string | null): Readonly<Record<string, unknown>> {
  return objectOf(JSON.parse(claims ?? '{}'));
}

/** The claims of a challenge (null where it named none) with the second factor added, as JSON text. */
export function withSecondFactor(claims: string | null): string {
  const asked = parsed(claims);
  const added = parsed(SECOND_FACTOR_CLAIMS);
  return JSON.stringify({
    ...asked,
    access_token: { ...objectOf(asked['access_token']), ...objectOf(added['access_token']) },
  });
}

/** Is a second factor among the claims that a new token has to carry? `claims` is JSON text. */
export function asksForSecondFactor(claims: string | null): boolean {
  const { amr } = objectOf(parsed(claims)['access_token']) as { readonly amr?: unknown };
  const { value, values } = objectOf(amr);
  return value === 'mfa' || (Array.isArray(values) && values.includes('mfa'));
}

/** Whether the service has said that it will refuse tokens that it still accepts. */
export type SecondFactorNotice = {
  readonly isDue: () => boolean;
  readonly subscribe: (onChange: () => void) => () => void;
};

/** The notice, and the function that is given the headers of each answer. The last answer counts. */
export function createSecondFactorNotice(): SecondFactorNotice & {
  readonly hear: (headers: Headers) => void;
} {
  let due = false;
  const listeners = new Set<() => void>();
  return {
    isDue: () => due,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    hear(headers) {
      const said = headers.get('isMfaCompliant')?.trim().toLowerCase() === 'false';
      if (said === due) return;
      due = said;
      for (const listener of listeners) listener();
    },
  };
}
