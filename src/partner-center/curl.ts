import type { PlainRequest } from './client.ts';

/** A text as one word for a POSIX shell, whatever is in it. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

// The characters that a terminal and a header read alike. The shell would send others as UTF-8, which the page does not
// do.
const PLAIN = /^[ -~]*$/u;

// The characters that curl reads as a list or a range of addresses, unless an option forbids it.
const PATTERN = /[[\]{}]/u;

/**
 * The command that sends a request, to be pasted into a POSIX shell. The variable `TOKEN` stands in the place of the
 * token, which is never written.
 *
 * @param base the address that a relative one belongs to
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
