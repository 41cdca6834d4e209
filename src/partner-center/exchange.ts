import { isAbort } from './error.ts';

/** A request as it is sent: a GET with our headers. */
export type Outgoing = { readonly url: string; readonly headers: Readonly<Record<string, string>> };

/** The beginning of a response. */
export type Head = { readonly status: number; readonly headers: Headers };

/** A response that has come in full. */
export type Incoming<B> = Head &
  (
    | { readonly ok: true; readonly body: B }
    /** A status other than 2xx. `text` is the body, or empty where the body broke off. */
    | { readonly ok: false; readonly text: string }
  );

/**
 * Sends a request and receives the response, on the page or in a worker. `B` stands for the body, wherever it is then.
 * `onHead` is called when a response begins, so that the caller knows about it whatever happens to its body. Rejects
 * with `NotReceived`, or the signal's reason.
 */
export type Exchange<B> = (
  request: Outgoing,
  signal: AbortSignal,
  onHead: (head: Head) => void,
) => Promise<Incoming<B>>;

/** No response came, or a response with status 2xx ended before its end. */
export class NotReceived extends Error {
  override readonly name = 'NotReceived';
}

/** An exchange by means of `send`. `take` reads the body of a response with status 2xx. */
export function exchangeBy<B>(send: typeof fetch, take: (response: Response) => Promise<B>): Exchange<B> {
  return async ({ url, headers: sent }, signal, onHead) => {
    let response: Response;
    try {
      response = await send(url, {
        headers: sent,
        // A list of customers must not be in the browser's cache.
        cache: 'no-store',
        credentials: 'omit',
        // A redirect could send the token to another host.
        redirect: 'error',
        signal,
      });
    } catch (cause) {
      if (isAbort(cause)) throw cause;
      throw new NotReceived('No response came from the service.', { cause });
    }
    const { status, headers } = response;
    onHead({ status, headers });
    if (!response.ok) {
      const text = await response.text().catch(() => '');
      signal.throwIfAborted();
      return { status, headers, ok: false, text };
    }
    try {
      return { status, headers, ok: true, body: await take(response) };
    } catch (cause) {
      if (isAbort(cause)) throw cause;
      throw new NotReceived('The answer ended in the middle.', { cause });
    }
  };
}
