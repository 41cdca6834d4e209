import { isAbort } from './error.ts';

/** A request as it goes out: a GET, with headers of ours. */
export type Outgoing = { readonly url: string; readonly headers: Readonly<Record<string, string>> };

/** How a response begins. */
export type Head = { readonly status: number; readonly headers: Headers };

/** A response that has come in full. */
export type Incoming<B> = Head &
  (
    | { readonly ok: true; readonly body: B }
    /** A status other than 2xx. `text`: its body; empty where that broke off. */
    | { readonly ok: false; readonly text: string }
  );

/**
 * Sends a request and takes in what comes, on the page or in a worker. `B`: the body, wherever it then is.
 * `onHead` is called when a response begins, so that the caller knows about it whatever becomes of its body.
 * Rejects with `NotReceived`, or the signal's reason.
 */
export type Exchange<B> = (
  request: Outgoing,
  signal: AbortSignal,
  onHead: (head: Head) => void,
) => Promise<Incoming<B>>;

/** No response came, or one with status 2xx ended in the middle. */
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
        // A customer list has no place in the browser's cache.
        cache: 'no-store',
        credentials: 'omit',
        // A redirect could take the token to another host.
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
