import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { PartnerCenterError } from '#partner-center/error.ts';
import { CAUGHT } from './caught.ts';
import { startErrorReports } from './error-reports.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A page that reports errors; `sent` has the requests. */
function reportingPage() {
  const sent: {
    readonly address: string;
    readonly init: RequestInit & { readonly body: string };
    readonly report: Record<string, unknown>;
  }[] = [];
  const target = new EventTarget();
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
  vi.stubGlobal('location', new URL("https://licenses.example/?filter=customerName+eq+'Contoso'"));
  vi.stubGlobal(
    'ErrorEvent',
    class extends Event {
      readonly error: unknown;
      constructor(type: string, { error }: { readonly error: unknown }) {
        super(type);
        this.error = error;
      }
    },
  );
  vi.stubGlobal('fetch', (address: string, init: RequestInit & { readonly body: string }) => {
    sent.push({ address, init, report: JSON.parse(init.body) as Record<string, unknown> });
    return Promise.reject(new TypeError('Failed to fetch'));
  });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  startErrorReports('https://errors.example/in', queryClient);
  const happen = (type: string, error: unknown) => target.dispatchEvent(new ErrorEvent(type, { error }));
  return { sent, happen, target, queryClient };
}

test('what leaves a script, a promise, a part of the page or a question is sent, once, and without credentials', async () => {
  const { sent, happen, target, queryClient } = reportingPage();
  for (let times = 0; times < 3; times += 1) happen('error', new TypeError('Contoso is not a function'));
  happen('error', null);
  happen(CAUGHT, new RangeError('Contoso'));
  target.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: 'Contoso' }));
  for (const correlationId of [
    '0f8fad5b-d9cb-469f-a165-70867728950e',
    '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  ]) {
    const asked = queryClient.query({
      queryKey: [correlationId],
      queryFn: () =>
        Promise.reject(new PartnerCenterError({ kind: 'emptyPages', description: 'Contoso', correlationId })),
    });
    await expect(asked).rejects.toThrow('Contoso');
  }
  expect(sent.map(({ report: { as, name, said, kind } }) => [as, name, said, kind])).toEqual([
    ['thrown', 'TypeError', 'is not a function', null],
    ['notDrawn', 'RangeError', null, null],
    ['rejected', 'Error', null, null],
    ['notAnswered', 'PartnerCenterError', null, 'emptyPages'],
  ]);
  for (const { address, init } of sent) {
    expect(address).toBe('https://errors.example/in');
    expect(init).toMatchObject({
      method: 'POST',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    });
    expect(init.headers).toBeUndefined();
    expect(init.body).not.toContain('Contoso');
  }
});

test('a page sends twenty reports at most', () => {
  const { sent, happen } = reportingPage();
  for (let number = 0; number < 30; number += 1)
    happen('error', new Error(`Minified React error #${number}; Contoso`));
  expect(sent).toHaveLength(20);
});
