import { expect, test } from 'vitest';
import { TEXT_COLUMNS } from '#engine/snapshot/columns/table.ts';
import { createMembers, forgetMembers, limitMembers, type Members } from './json-members.ts';
import { scanPage } from './scan-page.ts';
import { codesIn, createScratch } from './scratch.ts';
import { createTokenDictionary, textOf } from './token-dictionary.ts';

const encoder = new TextEncoder();
const row = (channel: string, sold = '2', more = ''): string =>
  `{"processedDateTime":"2018-10-02T00:00:00","channel":${channel},"licensesDeployed":1,"licensesSold":${sold}${more}}`;
const body = (rows: readonly string[]): string => `{"Value":[${rows.join(',')}],"TotalCount":2}`;
const newMembers = (): Members => createMembers(TEXT_COLUMNS.map(createTokenDictionary));

/** How many rows are scanned, by someone who has seen some rows before; null: left to `JSON.parse`. */
function scannedRows(written: string): number | null {
  const members = newMembers();
  const scratch = createScratch();
  scanPage(encoder.encode(body([row('"a"'), row('"b"'), row('"a"')])), members, scratch);
  return scanPage(encoder.encode(written), members, scratch)?.rows ?? null;
}

// Whether the fast way is taken cannot be seen in what it gives, so a slip there would only cost time.
test.each([
  ['as the service writes it', body([row('"a"'), row('"b"')])],
  ['no rows', body([])],
  ['white space', `\r\n${body([row('"a"'), row('"b"')]).replaceAll(/([{}[\],:])(?!\d\d)/g, '\t$1 \n')} `],
  ['escapes', body([row('"a\\"\\u00e9\\\\"'), row('"\\\\"')])],
  ['UTF-8 of every length', body([row('"é東😀"'), row('"\ufeff"')])],
  ['null', body([row('null'), row('"a"'), row('null')])],
  ['missing texts', body([row('"a"'), row('"a"').replace('"channel":"a",', '')])],
  [
    'another order',
    body([row('"a"'), '{"licensesSold":1,"licensesDeployed":2,"processedDateTime":"2018-10-02"}']),
  ],
  ['another letter case', body([row('"a"').toUpperCase().replace('"VALUE"', '"Value"')])],
  ['further names', body([row('"a"', '2', ',"percent":-98.5e-1,"x":"\\n","y":true,"z":null'), row('"a"')])],
  [
    'links with escapes',
    body([row('"a"')])
      .replace('}', '}')
      .replace('"TotalCount"', '"nextLink":"a\\u0026b","TotalCount"'),
  ],
  ['large counts', body([row('"a"', '999999999999999')])],
])('scans %s', (_, written) => {
  expect(scannedRows(written)).toBe((JSON.parse(written) as { Value: unknown[] }).Value.length);
});

test.each([
  ['a member instead of the first row', body([row('"a"')]).replace('[{', '[,')],
  ['a first member instead of a further one', body([row('"a"')]).replace(',"channel"', '{"channel"')],
  ['a first member twice', body([row('"a"')]).replace('[{', '[{"processedDateTime":"2018-10-02T00:00:00"{')],
  ['a row that begins twice', body([row('"a"')]).replace(',"licensesSold"', '},{"licensesSold"')],
  ['a name twice', body([row('"a"', '2', ',"licensesSold":3')])],
  ['a name in two spellings', body([row('"a"', '2', ',"CHANNEL":"b"')])],
  ['a list of rows twice', body([row('"a"')]).replace('"TotalCount"', '"items":[],"TotalCount"')],
  ['a count with a leading zero', body([row('"a"', '02')])],
  ['a count without digits', body([row('"a"', '')])],
  ['a control character', body([row('"a\u0001"')])],
  ['a row without counts', body(['{"processedDateTime":"2018-10-02"}'])],
  ['no date', body([row('"a"').replace('2018', 'year')])],
  ['something after the end', `${body([row('"a"')])}]`],
])('leaves to JSON.parse: %s', (_, written) => {
  expect(scannedRows(written)).toBeNull();
});

test('does not take a further member for the first of a page, though it is known by its value', () => {
  const counts = '"licensesDeployed":1,"licensesSold":2';
  const date = '"processedDateTime":"2018-10-02T00:00:00"';
  const seen = [
    `{"channel":"a",${counts},${date}}`,
    ...['b', 'c', 'd'].map((channel) => `{${date},"channel":"${channel}",${counts}}`),
  ];
  const members = newMembers();
  const scratch = createScratch();
  expect(scanPage(encoder.encode(body(seen)), members, scratch)?.rows).toBe(4);
  expect(scanPage(encoder.encode(body([`,"channel":"d",${counts},${date}}`])), members, scratch)).toBeNull();
});

/** The channels of a page that is scanned; null: left to `JSON.parse`. */
function scannedChannels(written: string, members: Members): readonly (string | null)[] | null {
  const scratch = createScratch();
  const column = TEXT_COLUMNS.indexOf('channel');
  const dictionary = members.dictionaries[column];
  const page = scanPage(encoder.encode(written), members, scratch);
  if (page === null || dictionary === undefined) return null;
  return Array.from(codesIn(scratch, column, page.rows), (code) => textOf(dictionary, code));
}

const channelsOf = (names: readonly string[]): string => body(names.map((name) => row(JSON.stringify(name))));

/** Do the first bytes of any value lead to a member? */
const hasWindows = ({ windows }: Members): boolean => windows.some((entry) => entry !== 0);

test('nothing of a cache that was emptied is taken for known', () => {
  const members = newMembers();
  const names = ['reseller', 'direct', 'an indirect reseller', 'reseller'];
  // The same values at other places among the members, and more of them.
  const others = ['direct', 'an indirect provider', 'an indirect reseller', 'reseller', 'direct'];
  for (const channels of [names, others, names, others.toReversed()]) {
    expect(scannedChannels(channelsOf(channels), members)).toEqual(channels);
    forgetMembers(members);
    expect(hasWindows(members)).toBe(false);
  }
});

test('the cache is emptied where more ways to write a row came than a service has, and pages are read on', () => {
  const members = newMembers();
  const names = ['reseller', 'direct', 'reseller'];
  for (let blanks = 0; blanks < 12; blanks += 1) {
    const written = channelsOf(names).replaceAll(',"', `,${' '.repeat(blanks)}"`);
    expect(scannedChannels(written, members)).toEqual(names);
    limitMembers(members);
    const wasEmptied = members.prefixes.length === 0;
    expect(wasEmptied && hasWindows(members)).toBe(false);
    expect(members.prefixes.length).toBeLessThanOrEqual(32);
  }
});
