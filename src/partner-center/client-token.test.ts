import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import { SignInNeeded, type TokenRequest } from '#partner-center/token-source.ts';
import { createPartnerCenterClient, type CallOptions } from './client.ts';
import { PartnerCenterError } from './error.ts';
import { MAX_TRIES } from './retry.ts';
import { createVirtualClock } from './virtual-clock.ts';

const ANSWER = '{"Value": [], "@nextLink": null}';
const QUERY = { filter: null, groupby: [], processedDateTime: null, top: 2, skip: 0 };

/**
 * Asks one question with the given tokens, and tells how it ended. `statuses` are those of the responses, in order,
 * then 200.
 */
async function asked(
  getToken: (request?: TokenRequest) => Promise<string>,
  { statuses = [], call }: { statuses?: readonly number[]; call?: CallOptions } = {},
) {
  const clock = createVirtualClock(0);
  let tokens = 0;
  let sent = 0;
  const client = createPartnerCenterClient({
    clock,
    random: () => 1,
    tokens: {
      getToken: (request) => {
        tokens += 1;
        return getToken(request);
      },
    },
    fetch: () => {
      const status = statuses[sent] ?? 200;
      sent += 1;
      return Promise.resolve(new Response(ANSWER, { status }));
    },
  });
  const outcome = client.licenseDeployment(QUERY, call).then(
    ({ rows }): unknown => rows,
    (error: unknown) => error,
  );
  return { outcome: await clock.run(outcome), tokens, sent, seconds: clock.now() / 1000 };
}

describe('a token that does not come', () => {
  test.each([
    [new TypeError('Failed to fetch'), 'The sign-in could not be renewed: Failed to fetch'],
    ['no_network', 'The sign-in could not be renewed: no_network'],
  ])('for a reason of the moment is asked for again, and then told: %s', async (reason, description) => {
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- What a library throws need not be an error.
    const { outcome, tokens, sent } = await asked(() => Promise.reject(reason));
    expect(outcome).toMatchObject({ kind: 'network', description, cause: reason });
    expect(tokens).toBe(MAX_TRIES);
    expect(sent).toBe(0);
  });

  test.each([
    new DOMException('Stopped', 'AbortError'),
    new PartnerCenterError({ kind: 'roleMissing', description: 'Told by who gives tokens' }),
  ])('for a reason that is said in our own words keeps those: %s', async (reason) => {
    const { outcome, tokens } = await asked(() => Promise.reject(reason));
    expect(outcome).toBe(reason);
    expect(tokens).toBe(1);
  });

  test('because the directory wants the person is told in its words, and not asked for again', async () => {
    const { outcome, tokens } = await asked(() => Promise.reject(new SignInNeeded('The session has ended')));
    expect(outcome).toMatchObject({
      kind: 'signInNeeded',
      description: 'The session has ended',
      claims: null,
    });
    expect(tokens).toBe(1);
  });

  test('because the directory has claims of its own is a step-up for those', async () => {
    const claims = '{"access_token":{"acrs":{"value":"c2"}}}';
    const { outcome } = await asked(() => Promise.reject(new SignInNeeded('More is needed', { claims })));
    expect(outcome).toMatchObject({ kind: 'stepUpNeeded', claims });
  });
});

test('nothing is left on the signal of who asked, with an answer or with an error', async () => {
  const { signal } = new AbortController();
  await asked(() => Promise.resolve('token'), { call: { signal } });
  await asked(() => Promise.resolve('token'), { call: { signal }, statuses: [503, 400] });
  await asked(() => Promise.reject(new SignInNeeded('Nobody')), { call: { signal } });
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('who has left before asks for nothing', async () => {
  const signal = AbortSignal.abort();
  const { outcome, tokens } = await asked(() => Promise.resolve('token'), { call: { signal } });
  expect(outcome).toBe(signal.reason);
  expect(tokens).toBe(0);
});
