import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Certified } from './certificate.ts';

/** A request as it came. */
export type Asked = {
  readonly method: string;
  readonly url: string;
  /** The headers as they were written, also repeated ones. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The part of its body that has come so far. */
  readonly body: string;
};

/** A service that replaces Partner Center and keeps the requests that it gets. */
export type Service = {
  readonly port: number;
  /** The requests that have come since this was last called. */
  readonly takeAsked: () => readonly Asked[];
  /** Sets how requests are answered from now on; at first with 200 and `{}`. */
  readonly answerWith: (listener: RequestListener) => void;
  readonly stop: () => void;
};

/** The headers of a message in pairs, as they were written. */
export function headersOf({ rawHeaders }: IncomingMessage): [name: string, value: string][] {
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as [string, string]] : [],
  );
}

/** Starts a service at 127.0.0.1, over TLS. */
export async function startService(certified: Certified): Promise<Service> {
  let asked: Asked[] = [];
  let answer: RequestListener = (_request, response) => response.end('{}');
  const server = createServer({ ...certified }, (request, response) => {
    let body = '';
    const { method = '', url = '' } = request;
    asked.push({
      method,
      url,
      headers: headersOf(request),
      get body() {
        return body;
      },
    });
    request.on('data', (chunk: Buffer) => (body += chunk.toString('latin1')));
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    takeAsked: () => {
      const taken = asked;
      asked = [];
      return taken;
    },
    answerWith: (listener) => {
      answer = listener;
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
