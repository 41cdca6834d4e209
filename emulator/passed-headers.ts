// What a gateway lets through: the local server's, Caddy's and nginx's files of `deploy/` are made from these lists.

/**
 * The headers of a request that are passed on: those that the app sends. The others are between the browser and the
 * gateway.
 */
export const ASKED_HEADERS = [
  'Accept',
  'Accept-Encoding',
  'Authorization',
  'MS-Contract-Version',
  'MS-CorrelationId',
  'MS-PartnerCenter-Application',
  'MS-RequestId',
  'User-Agent',
  'X-Locale',
] as const;

/**
 * The headers of an answer that are passed on: those that the app reads, those about its body, and the service's ids.
 */
export const ANSWERED_HEADERS = [
  'Content-Encoding',
  'Content-Length',
  'Content-Type',
  'Date',
  'isMfaCompliant',
  'MS-CorrelationId',
  'MS-CV',
  'MS-RequestId',
  'MS-ServerId',
  'Retry-After',
  'Vary',
  'WWW-Authenticate',
] as const;
