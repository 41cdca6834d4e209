import { describe, expect, test } from 'vitest';
import { SignInNeeded } from '#partner-center/token-source.ts';
import { createTokens, type Acquired } from './tokens.ts';

const MFA = '{"access_token":{"amr":{"essential":true,"values":["mfa"]}}}';
const ACRS = '{"access_token":{"acrs":{"value":"c1"}}}';
const HOUR = 3_600_000;

/** The tokens of a directory that numbers them: `plain 1`, `claims 2`. */
function tokensOf(
  options: { readonly granted?: string; readonly lifetime?: number; readonly refuses?: boolean } = {},
) {
  let remembered = options.granted ?? null;
  let now = 1_000_000;
  let given = 0;
  const asked: { readonly forceRefresh: boolean; readonly claims: string | null }[] = [];
  /** The token with this name, as the directory gives it. */
  const give = (name: string): Acquired => {
    given += 1;
    return { accessToken: `${name} ${given}`, expiresOn: new Date(now + (options.lifetime ?? HOUR)) };
  };
  const tokens = createTokens({
    acquire: async (request) => {
      asked.push(request);
      if (options.refuses === true && request.claims !== null) {
        throw new SignInNeeded('Interaction needed', { claims: request.claims });
      }
      return give(request.claims === null ? 'plain' : 'claims');
    },
    memory: {
      read: () => remembered,
      write: (claims) => {
        remembered = claims;
      },
    },
    now: () => now,
  });
  return {
    tokens,
    asked,
    give,
    remembered: () => remembered,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

const challenge = (refused: string, hadPassed = false) => ({
  forceRefresh: true,
  refused,
  hadPassed,
  claims: MFA,
});

test('without claims each token is asked for, for the cache is MSAL’s', async () => {
  const { tokens, asked, remembered } = tokensOf();
  expect(await tokens.getToken()).toBe('plain 1');
  expect(await tokens.getToken({ forceRefresh: true, refused: 'plain 1' })).toBe('plain 2');
  expect(asked).toEqual([
    { forceRefresh: false, claims: null },
    { forceRefresh: true, claims: null },
  ]);
  expect(remembered()).toBeNull();
});

describe('once a token with claims was given', () => {
  test('every later request carries it, with no word to the directory', async () => {
    const { tokens, asked, remembered } = tokensOf();
    await tokens.getToken();
    expect(await tokens.getToken(challenge('plain 1'))).toBe('claims 2');
    expect(await tokens.getToken()).toBe('claims 2');
    expect(await tokens.getToken({})).toBe('claims 2');
    expect(asked).toHaveLength(2);
    expect(remembered()).toBe(MFA);
  });

  test('questions that were refused with the token before get it as well', async () => {
    const { tokens, asked } = tokensOf();
    await tokens.getToken();
    await tokens.getToken(challenge('plain 1'));
    expect(await tokens.getToken(challenge('plain 1'))).toBe('claims 2');
    expect(await tokens.getToken({ forceRefresh: true, refused: 'plain 1' })).toBe('claims 2');
    expect(asked).toHaveLength(2);
  });

  test('the next one is asked for with the claims, five minutes ahead', async () => {
    const { tokens, asked, pass } = tokensOf({ granted: MFA });
    expect(await tokens.getToken()).toBe('claims 1');
    pass(HOUR - 300_001);
    expect(await tokens.getToken()).toBe('claims 1');
    pass(1);
    expect(await tokens.getToken()).toBe('claims 2');
    expect(asked.map(({ claims }) => claims)).toEqual([MFA, MFA]);
  });

  test('one for a few minutes is good for half of them', async () => {
    const { tokens, pass } = tokensOf({ granted: MFA, lifetime: 60_000 });
    expect(await tokens.getToken()).toBe('claims 1');
    pass(29_999);
    expect(await tokens.getToken()).toBe('claims 1');
    pass(1);
    expect(await tokens.getToken()).toBe('claims 2');
  });

  test('one that ended is renewed with them', async () => {
    const { tokens, asked } = tokensOf({ granted: MFA });
    await tokens.getToken();
    expect(await tokens.getToken({ forceRefresh: true, refused: 'claims 1' })).toBe('claims 2');
    expect(await tokens.getToken({ forceRefresh: true })).toBe('claims 3');
    expect(asked.at(-1)).toEqual({ forceRefresh: true, claims: MFA });
  });

  test('other claims are asked for on top', async () => {
    const { tokens, asked, remembered } = tokensOf({ granted: MFA });
    await tokens.getToken({ forceRefresh: true, refused: 'x', claims: ACRS });
    const both = { access_token: { amr: { essential: true, values: ['mfa'] }, acrs: { value: 'c1' } } };
    expect(JSON.parse(asked[0]?.claims ?? '')).toEqual(both);
    expect(JSON.parse(remembered() ?? '')).toEqual(both);
    expect(JSON.parse(tokens.claimsToAsk(MFA) ?? '')).toEqual(both);
  });

  test('a reload asks with them at once', async () => {
    const { tokens, asked } = tokensOf({ granted: MFA });
    expect(tokens.claimsToAsk(null)).toBe(MFA);
    await tokens.getToken();
    expect(asked).toEqual([{ forceRefresh: true, claims: MFA }]);
  });
});

test('questions that need the claims at once ask the directory together', async () => {
  const { tokens, asked } = tokensOf();
  const both = await Promise.all([
    tokens.getToken(challenge('old')),
    tokens.getToken(challenge('old')),
    tokens.getToken({ forceRefresh: true, refused: 'old', claims: ACRS }),
  ]);
  expect(both).toEqual(['claims 1', 'claims 1', 'claims 2']);
  expect(asked).toHaveLength(2);
});

test('what the directory gives to the person alone is not remembered as given', async () => {
  const { tokens, asked, remembered } = tokensOf({ refuses: true });
  for (let time = 0; time < 2; time += 1) {
    await expect(tokens.getToken(challenge('old'))).rejects.toMatchObject({
      name: 'SignInNeeded',
      claims: MFA,
      isInVain: false,
    });
  }
  expect(asked, 'another tab may have taken the step meanwhile').toHaveLength(2);
  expect(remembered()).toBeNull();
  expect(await tokens.getToken()).toBe('plain 1');
});

describe('the person’s own step', () => {
  test('gives the token of every later request', async () => {
    const { tokens, asked, give, remembered } = tokensOf({ refuses: true });
    tokens.take(give('stepped'), MFA);
    expect(await tokens.getToken()).toBe('stepped 1');
    expect(await tokens.getToken(challenge('old'))).toBe('stepped 1');
    expect(asked).toHaveLength(0);
    expect(remembered()).toBe(MFA);
  });

  test('is in vain where what it gave is refused for the same', async () => {
    const { tokens, asked, give } = tokensOf();
    tokens.take(give('stepped'), MFA);
    await expect(tokens.getToken(challenge('stepped 1'))).rejects.toMatchObject({
      name: 'SignInNeeded',
      claims: MFA,
      isInVain: true,
    });
    expect(asked, 'and nobody is asked again').toHaveLength(0);
  });

  test('is not in vain where it had been taken before, has ended, or more is asked for', async () => {
    const { tokens, give } = tokensOf();
    tokens.take(give('stepped'), MFA);
    expect(await tokens.getToken(challenge('stepped 1', true))).toBe('claims 2');
    tokens.take(give('stepped'), MFA);
    expect(await tokens.getToken({ forceRefresh: true, refused: 'stepped 3' })).toBe('claims 4');
    tokens.take(give('stepped'), MFA);
    expect(await tokens.getToken({ forceRefresh: true, refused: 'stepped 5', claims: ACRS })).toBe(
      'claims 6',
    );
  });

  test('that ends while a silent one is under way counts', async () => {
    const { tokens, give } = tokensOf({ granted: MFA });
    const silent = tokens.getToken();
    tokens.take(give('stepped'), MFA);
    expect(await silent).toMatch(/^stepped/);
    expect(await tokens.getToken()).toMatch(/^stepped/);
  });

  test('for no claims leaves the tokens to MSAL', async () => {
    const { tokens, give, remembered } = tokensOf();
    tokens.take(give('again'), null);
    expect(await tokens.getToken()).toBe('plain 2');
    expect(remembered()).toBeNull();
  });
});
