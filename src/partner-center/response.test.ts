import { expect, test } from 'vitest';
import { DOCUMENTED_ROW as ROW } from './documented-row.ts';
import { readResponseBody, readResponsePieces, UnreadableBody } from './response.ts';

const upperCased = (row: object): object =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name.toUpperCase(), value as unknown]));

test("reads the page's own example", () => {
  const body = { Value: [ROW], '@nextLink': null, TotalCount: 1 };
  expect(readResponseBody(body, [])).toEqual({ rows: [ROW], nextLink: null, totalCount: 1 });
});

test.each([
  { value: [ROW], nextLink: '/next', totalCount: 5 },
  { items: [upperCased(ROW)], '@odata.nextLink': '/next', TOTALCOUNT: 5 },
])('reads the names of its siblings, in any letter case', (body) => {
  expect(readResponseBody(body, [])).toEqual({ rows: [ROW], nextLink: '/next', totalCount: 5 });
});

test('keeps the difference between no link and a null link', () => {
  expect(readResponseBody({ Value: [] }, ['channel'])).toEqual({
    rows: [],
    nextLink: undefined,
    totalCount: null,
  });
});

test('takes null and missing values, and drops what it does not know', () => {
  const body = { Value: [{ customerName: null, licensesDeployed: 1, licensesSold: 2, extra: {} }] };
  expect(readResponseBody(body, ['customerName']).rows).toEqual([
    { customerName: null, licensesDeployed: 1, licensesSold: 2 },
  ]);
});

test('a grouped field that no row has is named; one row with its name, in any case, is enough', async () => {
  const sums = { licensesDeployed: 1, licensesSold: 2 };
  const groupby = ['channel', 'customerTenantId'] as const;
  const message = /^The response, customerTenantId: expected in the rows/u;
  const body = (...rows: readonly object[]) => ({ Value: rows.map((row) => ({ ...sums, ...row })) });
  const without = body({ channel: null }, { channel: 'reseller', customerName: 'x' });
  expect(() => readResponseBody(without, groupby)).toThrow(message);
  const pieces = [new TextEncoder().encode(JSON.stringify(without))];
  await expect(readResponsePieces(pieces, groupby)).rejects.toThrow(message);
  const named = body({ channel: null }, { CHANNEL: 'x', CUSTOMERTENANTID: null });
  expect(readResponseBody(named, groupby).rows).toHaveLength(2);
  // A page without rows has no names to miss.
  expect(readResponseBody(body(), groupby).rows).toEqual([]);
});

test.each([
  [{ rows: [] }, /value: expected a list of rows/],
  [null, /^The response: Invalid input\.$/],
  [[], /^The response: Invalid input\.$/],
  [{ Value: [], nextLink: 7 }, /^The response, nextLink: expected a link or null\.$/],
  [{ Value: [], TotalCount: 0.5 }, /^The response, totalCount: expected a whole number, 0 or more\.$/],
  [{ Value: [ROW, { ...ROW, licensesSold: undefined }] }, /Row 1 of the response, licensesSold/],
  [
    { Value: [{ ...ROW, licensesSold: '2' }] },
    /Row 0 of the response, licensesSold: expected a whole number/,
  ],
  [{ Value: [{ ...ROW, licensesDeployed: -1 }] }, /Row 0 .*licensesDeployed/],
  [{ Value: [{ ...ROW, licensesDeployed: 1.5 }] }, /Row 0 .*licensesDeployed/],
  [{ Value: [{ ...ROW, licensesDeployed: 2 ** 53 }] }, /Row 0 .*licensesDeployed: expected a whole number/],
  [{ Value: [{ ...ROW, licensesSold: -1, channel: 1 }] }, /Row 0 .*channel/],
  [{ Value: [{ ...ROW, customerName: 7 }] }, /Row 0 .*customerName: expected a text or null/],
  [{ Value: [{ ...ROW, processedDateTime: 'yesterday' }] }, /Row 0 .*processedDateTime: expected a date/],
  [{ Value: ['row'] }, /^Row 0 of the response: Invalid input\.$/],
  [{ Value: [[]] }, /^Row 0 of the response: Invalid input\.$/],
])('names what is missing or wrong in %j', (body, message) => {
  expect(() => readResponseBody(body, [])).toThrow(UnreadableBody);
  expect(() => readResponseBody(body, [])).toThrow(message);
});
