import type { PlainRequest } from './client.ts';

/** A text as one word for a POSIX shell, whatever is in it. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

// What a terminal and a header read alike: others a shell would hand on as UTF-8, which the page does not send.
const PLAIN = /^[ -~]*$/u;

// What curl takes for a list or a range of addresses, unless it is told not to.
const PATTERN = /[[\]{}]/u;

/**
 * The command that sends a request, to be pasted into a POSIX shell. The token's place has the variable `TOKEN`: a token
 * is never written.
 *
 * @param base where a relative address begins
 */
export function curlOf({ url, headers }: PlainRequest, base: string): string {
  const address = `${/^https?:/iu.test(url) ? '' : base}${url}`;
  const written = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [
    PATTERN.test(address) ? 'curl --globoff' : 'curl',
    '  -H "Authorization: Bearer $TOKEN"',
    ...written.filter((header) => PLAIN.test(header)).map((header) => `  -H ${shellWord(header)}`),
    `  ${shellWord(address)}`,
  ].join(' \\\n');
}
