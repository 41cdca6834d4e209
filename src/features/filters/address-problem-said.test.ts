import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterErrorSaid } from '#partner-center/filter/english.ts';
import { parseFilter } from '#partner-center/filter/parse.ts';
import { addressProblemSaid, type AddressWords } from '#ui/address-problem.ts';
import { addressProblemTexts } from '#ui/address-problem-texts.ts';
import { textsIn } from '#ui/catalogue.ts';
import { filterProblemTexts } from '#ui/filter-problem-texts.ts';
import { formatFor } from '#ui/format.ts';
import { ENGLISH } from '#ui/language.ts';
import { parseView } from '#view/address.ts';

const words: AddressWords = {
  t: textsIn(addressProblemTexts, ENGLISH),
  ofFilter: textsIn(filterProblemTexts, ENGLISH),
  format: formatFor(ENGLISH),
};
const saidOf = (search: string | URLSearchParams): readonly string[] =>
  parseView(search).problems.map((problem) => addressProblemSaid(problem, words));

test.each([
  ['page', '0', 'a whole number from 1 to 999999999'],
  ['page', '-1', 'a whole number'],
  ['page', '1e3', 'a whole number'],
  ['page', '9'.repeat(30), 'a whole number'],
  ['minIdle', '-1', 'a whole number from 0 to 999999999'],
  ['spare', '1.5', 'a whole number from 0 to 999999999'],
  ['days', '0', 'a whole number from 1 to 400'],
  ['days', '401', 'a whole number from 1 to 400'],
  ['maxUtilization', '-1', 'a number of percent from 0 to 1000000, with at most three decimals,'],
  ['maxUtilization', '1e2', 'a number of percent'],
  ['minUtilization', '97,5', 'a number of percent'],
  ['minUtilization', '0.0001', 'a number of percent'],
  ['minUtilization', '1000001', 'a number of percent'],
  ['minUtilization', '∞', 'a number of percent'],
  ['opportunity', 'full', 'idle or nearlyFull'],
  ['without', 'leap', 'a comma-separated list of overDeployed, nothingSold'],
  ['from', '2026-13-01', 'a day as YYYY-MM-DD'],
  ['to', 'today', 'a day as YYYY-MM-DD'],
  ['sort', 'idle', 'comma-separated list of serviceCode'],
  ['sort', 'change desc', 'comma-separated list of serviceCode'],
  ['pageSize', '1001', 'a whole number from 1 to 1000'],
  ['processedDateTime', '2019-02-29', 'a day as YYYY-MM-DD'],
  ['compare', 'yesterday', 'a day as YYYY-MM-DD'],
  ['chart', 'constructor', 'serviceCode, serviceName'],
  [
    'measure',
    '__proto__',
    'licensesSold, licensesDeployed, licensesNotDeployed, utilization, idle, or short',
  ],
  ['view', 'toString', 'overview, opportunities, anomalies, trend, or customer'],
  ['sort', 'colour', 'comma-separated list of serviceCode'],
  ['sort', 'channel down', 'comma-separated list of serviceCode'],
  ['sort', 'by channel', 'comma-separated list of serviceCode'],
  ['groupby', 'hasOwnProperty', 'comma-separated list of serviceCode'],
  ['filter', 'channel is x', 'Found “is” where “eq” or “ne” is expected.'],
  ['filter', 'colour', "The link's filter cannot be read. Found “colour” where "],
])('what is expected where %s=%s is found', (parameter, text, expected) => {
  const [said = ''] = saidOf(new URLSearchParams({ [parameter]: text }));
  expect(said).toContain(expected);
  // The sentence quotes the text once: the alert shows the sentence alone.
  expect(said.split(`“${text}”`)).toHaveLength(2);
  expect(said).toContain(`The link's ${parameter} `);
});

test.each([
  ['?view=customer', 'no customerTenantId names the customer'],
  ['?from=2026-11-28&to=2026-11-27', 'a day as YYYY-MM-DD that is not before 2026-11-28'],
  ['?groupby=channel,productId,Channel', '“Channel” more than once'],
  ['?groupby=channel&sort=customerName', 'channel, licensesSold, licensesDeployed, licensesNotDeployed'],
  ['?page=2&page=3', '“3”'],
  [
    `?view=customer&customerTenantId=a&filter=${encodeURIComponent("customerName eq 'b'")}`,
    'the view is of one customer alone',
  ],
])('%s is told', (search, expected) => {
  expect(saidOf(search)).toEqual([expect.stringContaining(expected)]);
});

test('the page says in English what the library says about a filter, whatever is in it', () => {
  const pieces = [
    'channel ',
    'eq ',
    "'a' ",
    "'",
    '"',
    '(',
    ')',
    'and ',
    'or ',
    'x',
    '{',
    '}',
    '#',
    '|',
    '<b>',
  ];
  const filter = fc.array(fc.constantFrom(...pieces)).map((some) => some.join(''));
  fc.assert(
    fc.property(filter, (text) => {
      const result = parseFilter(text);
      const [said = ''] = saidOf(new URLSearchParams({ filter: text }));
      expect(said.endsWith(result.ok ? '' : filterErrorSaid(result.error))).toBe(true);
    }),
  );
});
