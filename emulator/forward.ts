import {
  request as httpRequest,
  Agent as HttpAgent,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { request as httpsRequest, Agent as HttpsAgent } from 'node:https';
import { pipeline } from 'node:stream';
import { documentedError, type DocumentedError } from './documented-error.ts';
import { LICENSE_DEPLOYMENT_PATH } from './license-deployment.ts';
import { ANSWERED_HEADERS, ASKED_HEADERS } from './passed-headers.ts';

/** Names of headers as they are compared: their letter case means nothing. */
const lowerCase = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.map((name) => name.toLowerCase()));

const ASKED = lowerCase(ASKED_HEADERS);
const ANSWERED = lowerCase(ANSWERED_HEADERS);

/** The headers of a message that are among `passed`, in its own order and letter case. */
function passedOn(message: IncomingMessage, passed: ReadonlySet<string>): [name: string, value: string][] {
  const headers: [string, string][] = [];
  for (let index = 0; index + 1 < message.rawHeaders.length; index += 2) {
    const name = message.rawHeaders[index] ?? '';
    if (passed.has(name.toLowerCase())) headers.push([name, message.rawHeaders[index + 1] ?? '']);
  }
  return headers;
}

function refuse(
  response: ServerResponse,
  status: 404 | 405 | 502,
  error: DocumentedError,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(JSON.stringify(error));
}

/**
 * Forwards requests for the report to the same path and query at another base URL, and streams the answer, as the
 * gateways of `deploy/` do. It forwards only GET and HEAD, only the one path as the app writes it, without a body, and
 * with a short list of headers in either direction. Everything else gets 404 or 405. Where the other side cannot be
 * reached, the answer is 502.
 */
export function createForward(baseUrl: string): (request: IncomingMessage, response: ServerResponse) => void {
  const target = new URL(baseUrl);
  const isHttps = target.protocol === 'https:';
  const open = isHttps ? httpsRequest : httpRequest;
  // Each request gets a new connection: a kept one that the service has just closed would look like trouble.
  const agent = isHttps ? new HttpsAgent() : new HttpAgent();
  const basePath = target.pathname.replace(/\/$/, '');

  return (request, response) => {
    const url = request.url ?? '';
    // After the path comes the query or nothing: nothing is decoded or normalised here.
    if (
      !url.startsWith(LICENSE_DEPLOYMENT_PATH) ||
      !/^(?:\?[^#]*)?$/.test(url.slice(LICENSE_DEPLOYMENT_PATH.length))
    ) {
      refuse(
        response,
        404,
        documentedError('NotFound', 'Only the report of deployed licenses is forwarded.'),
      );
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const error = documentedError('MethodNotAllowed', 'This report is read with GET.');
      refuse(response, 405, error, { Allow: 'GET, HEAD' });
      return;
    }
    const upstream = open({
      agent,
      protocol: target.protocol,
      hostname: target.hostname.replaceAll(/^\[|\]$/g, ''),
      port: target.port,
      method: request.method,
      path: basePath + url,
      headers: ['Host', target.host, ...passedOn(request, ASKED).flat()],
    });

    upstream.on('response', (answer) => {
      for (const [name, value] of passedOn(answer, ANSWERED)) response.appendHeader(name, value);
      response.setHeader('Cache-Control', 'no-store');
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage);
      response.flushHeaders();
      // When either side ends in the middle, the other side ends as well.
      pipeline(answer, response, () => undefined);
    });

    upstream.on('error', (error) => {
      if (response.headersSent || response.destroyed) {
        response.destroy();
        return;
      }
      const sentence = `The service at ${target.origin} did not answer: ${error.message}.`;
      refuse(response, 502, documentedError('BadGateway', sentence));
    });

    // A client that has gone away needs no answer.
    response.on('close', () => upstream.destroy());
    upstream.end();
  };
}
