import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPartnerCenterClient } from './client.ts';
import { curlOf, shellWord } from './curl.ts';
import { FIELDS } from './fields.ts';
import { anyFilter, anyText } from './filter/filter.arbitrary.ts';

// A function that replaces curl: it writes the arguments that the shell gives it, each with a NUL after it, and a
// second NUL at the end.
const FAKE_CURL = `curl() { printf '%s\\0' "$@"; printf '\\0'; }`;

/** The arguments that a shell gives to curl, a list for each command. */
function handedOver(shell: string, commands: readonly string[]): string[][] {
  const { status, stdout, stderr } = spawnSync(shell, ['-s'], {
    input: [FAKE_CURL, ...commands].join('\n'),
    encoding: 'utf8',
    env: { TOKEN: 'secret' },
    maxBuffer: 100_000_000,
  });
  expect([status, stderr]).toEqual([0, '']);
  return stdout
    .split('\0\0')
    .slice(0, -1)
    .map((each) => each.split('\0'));
}

const anyQuery = fc.record({
  filter: fc.option(anyFilter(anyText())),
  groupby: fc.uniqueArray(fc.constantFrom(...FIELDS), { maxLength: 3 }),
  processedDateTime: fc.option(fc.oneof(fc.constant('2026-11-26T00:00:00'), anyText())),
  top: fc.integer({ min: 1, max: 10_000 }),
  skip: fc.nat(100),
});

test.each(['bash', 'sh'])('%s hands curl exactly the address and headers that the client sends', (shell) => {
  const applicationName = `O'Neil "$HOME" \`id\` \\ $(id)!`;
  const client = createPartnerCenterClient({
    tokens: { getToken: () => Promise.reject(new Error('No token is needed.')) },
    applicationName,
  });
  const queries = fc.sample(anyQuery, 300);
  const base = 'http://localhost:5173';
  const requests = queries.map(client.requestOf);
  const handed = handedOver(
    shell,
    requests.map((request) => curlOf(request, base)),
  );
  expect(handed).toEqual(
    requests.map(({ url }) => [
      '-H',
      'Authorization: Bearer secret',
      '-H',
      'Accept: application/json',
      '-H',
      'MS-Contract-Version: v1',
      '-H',
      'X-Locale: en-US',
      '-H',
      `MS-PartnerCenter-Application: ${applicationName}`,
      `${base}${url}`,
    ]),
  );
});

test('any text is one word', () => {
  const texts = fc.sample(fc.string({ unit: 'grapheme' }), 300).filter((text) => !text.includes('\0'));
  expect(
    handedOver(
      'bash',
      texts.map((text) => `curl ${shellWord(text)}`),
    ),
  ).toEqual(texts.map((text) => [text]));
});

test('an absolute address stays, and one with brackets is no pattern', () => {
  const command = curlOf({ url: 'https://[::1]/v1', headers: {} }, 'https://page.example');
  expect(handedOver('bash', [command])).toEqual([
    ['--globoff', '-H', 'Authorization: Bearer secret', 'https://[::1]/v1'],
  ]);
});

test('a header that a shell would write otherwise is left out', () => {
  expect(curlOf({ url: '/v1', headers: { 'X-Name': 'Müller' } }, '')).not.toContain('X-Name');
});
