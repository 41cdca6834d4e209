import { expect, test, vi } from 'vitest';
import { exchangeBy, NotReceived, type Head } from './exchange.ts';

const REQUEST = { url: 'https://gateway.example/v1/', headers: { Accept: 'application/json' } };
const aborted = new DOMException('Stopped', 'AbortError');

/** One exchange in which this is sent back or thrown. It keeps how the response began. */
function exchanged(
  answer: Response | Error,
  signal: AbortSignal,
  take?: (answer: Response) => Promise<string>,
) {
  const send = vi.fn<typeof fetch>(() =>
    answer instanceof Response ? Promise.resolve(answer) : Promise.reject(answer),
  );
  const heads: Head[] = [];
  const exchange = exchangeBy(send, take ?? ((response) => response.text()));
  return { send, heads, done: exchange(REQUEST, signal, (head) => heads.push(head)) };
}

const { signal } = new AbortController();

test('it sends what it is given, keeps nothing of the answer and follows nowhere', async () => {
  const { send, done } = exchanged(new Response('x'), signal);
  await done;
  expect(send).toHaveBeenCalledExactlyOnceWith(REQUEST.url, {
    headers: REQUEST.headers,
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    signal,
  });
});

test('an answer has its body as it was taken, and began before that', async () => {
  const response = new Response('rows', { status: 200, headers: { 'MS-RequestId': 'r' } });
  const { heads, done } = exchanged(response, signal, async (answer) => {
    expect(heads).toHaveLength(1);
    return `taken ${await answer.text()}`;
  });
  expect(await done).toEqual({ status: 200, headers: response.headers, ok: true, body: 'taken rows' });
  expect(heads).toEqual([{ status: 200, headers: response.headers }]);
});

test('a refusal has the text of its body; it is never taken for an answer', async () => {
  const take = vi.fn(() => Promise.resolve('taken'));
  const { heads, done } = exchanged(new Response('why', { status: 400 }), signal, take);
  expect(await done).toMatchObject({ status: 400, ok: false, text: 'why' });
  expect(heads).toMatchObject([{ status: 400 }]);
  expect(take).not.toHaveBeenCalled();
});

/** A response whose body breaks off with this error. */
const broken = (error: Error) =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('half'));
      controller.error(error);
    },
  });

test('a refusal whose body breaks off is still one, without words', async () => {
  const { done } = exchanged(new Response(broken(new TypeError('cut')), { status: 503 }), signal);
  expect(await done).toMatchObject({ status: 503, ok: false, text: '' });
});

test('who leaves while the body of a refusal comes hears that, not the refusal', async () => {
  const leaving = AbortSignal.abort(aborted);
  const { done } = exchanged(new Response(broken(aborted), { status: 503 }), leaving);
  await expect(done).rejects.toBe(aborted);
});

test('no response and an answer that ends in the middle are told apart from the words', async () => {
  const cause = new TypeError('Failed to fetch');
  const none = await exchanged(cause, signal).done.catch((error: unknown) => error);
  expect(none).toBeInstanceOf(NotReceived);
  expect(none).toMatchObject({ name: 'NotReceived', message: 'No response came from the service.', cause });
  const cut = exchanged(new Response(broken(cause)), signal);
  await expect(cut.done).rejects.toMatchObject({
    name: 'NotReceived',
    message: 'The answer ended in the middle.',
    cause,
  });
  // The response did begin.
  expect(cut.heads).toHaveLength(1);
});

test('leaving stays leaving, before the response and within it', async () => {
  await expect(exchanged(aborted, signal).done).rejects.toBe(aborted);
  await expect(exchanged(new Response(broken(aborted)), signal).done).rejects.toBe(aborted);
});
