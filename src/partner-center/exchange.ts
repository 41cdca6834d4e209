import { isAbort } from './error.ts';

/** A request as it goes out: a GET, with headers of ours. */
export type Outgoing = { readonly url: string; readonly headers: Readonly<Record<string, string>> };

/** A response that has come in full. */
export type Incoming<B> = {
  readonly status: number;
  readonly headers: Headers;
} & (
  | { readonly ok: true; readonly body: B }
  /** A status other than 2xx. `text`: its body; empty where that broke off. */
  | { readonly ok: false; readonly text: string }
);

/**
 * Sends a request and takes in what comes, on the page or in a worker. `B`: the body, wherever it then is.
 * Rejects with `NoResponse`, `BrokenOff`, or the signal's reason.
 */
export type Exchange<B> = (request: Outgoing, signal: AbortSignal) => Promise<Incoming<B>>;

/** Nothing came. */
export class NoResponse extends Error {
  override readonly name = 'NoResponse';
}

/** A response with status 2xx ended in the middle. */
export class BrokenOff extends Error {
  override readonly name = 'BrokenOff';
  readonly status: number;
  readonly headers: Headers;

  constructor(status: number, headers: Headers, options?: ErrorOptions) {
    super('The answer ended in the middle.', options);
    this.status = status;
    this.headers = headers;
  }
}

/** An exchange by means of `send`. `take` reads the body of a response with status 2xx. */
export function exchangeBy<B>(send: typeof fetch, take: (response: Response) => Promise<B>): Exchange<B> {
  return async ({ url, headers: sent }, signal) => {
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
      throw new NoResponse('No response came from the service.', { cause });
    }
    const { status, headers } = response;
    if (!response.ok) {
      const text = await response.text().catch(() => '');
      signal.throwIfAborted();
      return { status, headers, ok: false, text };
    }
    try {
      return { status, headers, ok: true, body: await take(response) };
    } catch (cause) {
      if (isAbort(cause)) throw cause;
      throw new BrokenOff(status, headers, { cause });
    }
  };
}
