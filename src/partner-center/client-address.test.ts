import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createPartnerCenterClient,
  LICENSE_DEPLOYMENT_PATH,
  nextLinkPaging,
  skipOf,
  type ClientOptions,
  type LicenseDeploymentQuery,
} from './client.ts';

const QUERY: LicenseDeploymentQuery = {
  filter: null,
  groupby: [],
  processedDateTime: null,
  top: 2,
  skip: 0,
};
const tokens = { getToken: () => Promise.resolve('token') };

describe('the row that a page begins with', () => {
  test.each([
    ['top=2&skip=4', 4],
    ['skip=4', 4],
    ['SKIP=4&Top=2', 4],
    ['skip=0', 0],
  ])('is said by %s', (paging, skip) => {
    expect(skipOf({ paging, skip: 9 })).toBe(skip);
  });

  test.each(['top=2', 'skip=4&token=x', 'token=x', 'skip=x', 'skip=1.5'])('is not said by %s', (paging) => {
    expect(skipOf({ paging, skip: 9 })).toBeNull();
  });
});

test.each([
  [`${LICENSE_DEPLOYMENT_PATH}//?skip=2`, 'skip=2'],
  [`${LICENSE_DEPLOYMENT_PATH}?skip=2&`, 'skip=2'],
  [`${LICENSE_DEPLOYMENT_PATH}rows?skip=2`, null],
  [LICENSE_DEPLOYMENT_PATH, null],
])('the paging of the next link %s is %s', (link, paging) => {
  expect(nextLinkPaging(link)).toBe(paging);
});

describe('what is sent by a client with nothing set', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  /** Asks one question, and tells what was sent by the page's own `fetch`. */
  async function sentBy(options: Partial<ClientOptions> = {}) {
    const client = createPartnerCenterClient({ tokens, ...options });
    // A wrapper that is put around `fetch` later is used as well.
    const send = vi.fn<typeof fetch>(() => Promise.resolve(new Response('{"Value": []}')));
    vi.stubGlobal('fetch', send);
    await client.licenseDeployment(QUERY);
    const [address, init] = send.mock.calls[0] ?? [];
    return { address, headers: new Headers(init?.headers) };
  }

  test('goes to the page’s own origin, in the service’s own language and under no name', async () => {
    const { address, headers } = await sentBy();
    expect(address).toBe(`${LICENSE_DEPLOYMENT_PATH}?top=2`);
    expect(headers.get('X-Locale')).toBe('en-US');
    expect(headers.has('MS-PartnerCenter-Application')).toBe(false);
  });

  test('has no empty name either', async () => {
    expect((await sentBy({ applicationName: '' })).headers.has('MS-PartnerCenter-Application')).toBe(false);
  });

  test('leaves no timer behind', async () => {
    await sentBy();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is tried again after up to half a second', async () => {
    const send = vi.fn<typeof fetch>(() => Promise.resolve(new Response('{"Value": []}')));
    send.mockResolvedValueOnce(new Response('', { status: 503 }));
    vi.stubGlobal('fetch', send);
    const answer = createPartnerCenterClient({ tokens }).licenseDeployment(QUERY);
    await vi.advanceTimersByTimeAsync(500);
    expect((await answer).rows).toEqual([]);
    expect(send).toHaveBeenCalledTimes(2);
  });
});

test('an address of 7,000 characters is short enough, one more is too long', () => {
  const { fits } = createPartnerCenterClient({ tokens });
  const fixed = `${LICENSE_DEPLOYMENT_PATH}?processedDateTime=&top=2`.length;
  expect(fits({ ...QUERY, processedDateTime: 'x'.repeat(7_000 - fixed) })).toBe(true);
  expect(fits({ ...QUERY, processedDateTime: 'x'.repeat(7_001 - fixed) })).toBe(false);
});
