import {
  request as httpRequest,
  Agent as HttpAgent,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { request as httpsRequest, Agent as HttpsAgent } from 'node:https';
import { pipeline } from 'node:stream';
import { documentedError } from './documented-error.ts';

// Headers that speak about one connection and not about the message (RFC 9110, 7.6.1).
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** The end-to-end headers of a message, in its own order and letter case, repeated ones too. */
function endToEnd(
  message: IncomingMessage,
  ...others: string[]
): readonly (readonly [name: string, value: string])[] {
  const named = (message.headers.connection ?? '').toLowerCase().split(/\s*,\s*/);
  const left = new Set([...HOP_BY_HOP, ...named, ...others]);
  const headers: [string, string][] = [];
  for (let index = 0; index + 1 < message.rawHeaders.length; index += 2) {
    const name = message.rawHeaders[index] ?? '';
    if (!left.has(name.toLowerCase())) headers.push([name, message.rawHeaders[index + 1] ?? '']);
  }
  return headers;
}

/**
 * Forwards requests to the same path and query at another base URL, streaming both ways.
 * Headers are kept but for those of the connection and `Host`. Where the other side cannot be reached: 502.
 */
export function createForward(baseUrl: string): (request: IncomingMessage, response: ServerResponse) => void {
  const target = new URL(baseUrl);
  const isHttps = target.protocol === 'https:';
  const open = isHttps ? httpsRequest : httpRequest;
  // A new connection each: a kept one that the service has just closed would look like trouble.
  const agent = isHttps ? new HttpsAgent() : new HttpAgent();
  const basePath = target.pathname.replace(/\/$/, '');

  return (request, response) => {
    const headers = endToEnd(request, 'host').flat();
    const upstream = open({
      agent,
      protocol: target.protocol,
      hostname: target.hostname.replaceAll(/^\[|\]$/g, ''),
      port: target.port,
      method: request.method,
      path: basePath + (request.url ?? ''),
      headers: ['Host', target.host, ...headers],
    });

    upstream.on('response', (answer) => {
      const grouped = new Map<string, [name: string, values: string[]]>();
      for (const [name, value] of endToEnd(answer)) {
        const [, values] = grouped.get(name.toLowerCase()) ?? [name, []];
        values.push(value);
        grouped.set(name.toLowerCase(), [name, values]);
      }
      for (const [name, values] of grouped.values()) {
        response.setHeader(name, values.length === 1 ? (values[0] ?? '') : values);
      }
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage);
      response.flushHeaders();
      // An end in the middle on either side ends the other as well.
      pipeline(answer, response, () => undefined);
    });

    upstream.on('error', (error) => {
      if (response.headersSent || response.destroyed) {
        response.destroy();
        return;
      }
      const sentence = `The service at ${target.origin} did not answer: ${error.message}.`;
      response.writeHead(502, { 'Content-Type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify(documentedError('BadGateway', sentence)));
    });

    // Someone who has gone away wants no answer.
    response.on('close', () => upstream.destroy());
    pipeline(request, upstream, () => undefined);
  };
}
