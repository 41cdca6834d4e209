import { afterEach, describe, expect, test, vi } from 'vitest';
import { DOCUMENTED_ROW as ROW } from './documented-row.ts';
import {
  NotJson,
  parseJson,
  parsePieces,
  readResponseBody,
  readResponsePieces,
  UnreadableBody,
} from './response.ts';

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
  // A page without rows cannot miss a name.
  expect(readResponseBody(body(), groupby).rows).toEqual([]);
});

test.each([
  [{ rows: [] }, /value: expected a list of rows/],
  [null, /^The response: Invalid input\.$/],
  [[], /^The response: Invalid input\.$/],
  [{ Value: [], nextLink: 7 }, /^The response, nextLink: expected a link or null\.$/],
  [{ Value: [], TotalCount: 0.5 }, /^The response, totalCount: expected a whole number, 0 or more\.$/],
  [{ Value: [], TotalCount: '5' }, /^The response, totalCount: expected a whole number, 0 or more\.$/],
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
  [{ Value: [{ ...ROW, processedDateTime: undefined }] }, /Row 0 .*processedDateTime: expected a date/],
  [{ Value: [{ ...ROW, processedDateTime: 'on 2018-10-02' }] }, /Row 0 .*processedDateTime: expected a date/],
  [{ Value: [{ ...ROW, processedDateTime: '2018-10-2' }] }, /Row 0 .*processedDateTime: expected a date/],
  [{ Value: [{ ...ROW, processedDateTime: ['2018-10-02'] }] }, /Row 0 .*processedDateTime: expected a date/],
  [{ Value: ['row'] }, /^Row 0 of the response: Invalid input\.$/],
  [{ Value: [[]] }, /^Row 0 of the response: Invalid input\.$/],
])('names what is missing or wrong in %j', (body, message) => {
  expect(() => readResponseBody(body, [])).toThrow(UnreadableBody);
  expect(() => readResponseBody(body, [])).toThrow(message);
});

test('takes sums and counts of 0 as they are', () => {
  const row = { ...ROW, licensesDeployed: 0, licensesSold: 0 };
  expect(readResponseBody({ Value: [row], TotalCount: 0 }, [])).toMatchObject({ rows: [row], totalCount: 0 });
});

test('of two spellings of one name the first counts', () => {
  const body = {
    '@nextLink': '/a',
    nextLink: '/b',
    items: [],
    Value: [ROW],
    totalCount: null,
    TotalCount: 7,
  };
  expect(readResponseBody(body, [])).toEqual({ rows: [], nextLink: '/a', totalCount: null });
});

test('a body that is not what is documented has a name of its own', () => {
  expect(() => readResponseBody(null, [])).toThrow(expect.objectContaining({ name: 'UnreadableBody' }));
});

describe('long answers', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test.each([
    [0, 0],
    [500, 0],
    [501, 1],
    [1_000, 1],
    [1_001, 2],
  ])('%i rows are read with %i pauses, and are all there', async (count, pauses) => {
    const pause = vi.fn(() => Promise.resolve());
    vi.stubGlobal('scheduler', { yield: pause });
    const rows = Array.from({ length: count }, (_, index) => ({ ...ROW, licensesSold: index }));
    const body = { Value: rows, '@nextLink': null, TotalCount: count };
    const pieces = [new TextEncoder().encode(JSON.stringify(body))];
    const read = { rows, nextLink: null, totalCount: count };
    expect(await readResponsePieces(pieces, [])).toEqual(read);
    expect(pause).toHaveBeenCalledTimes(pauses);
    expect(readResponseBody(body, [])).toEqual(read);
  });
});

describe('what is no JSON', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  test.each([
    ['<!doctype html><title>Proxy</title>', true],
    ['\r\n  <html>', true],
    ['{"Value": [{"channel": "<res', false],
    ['x<html>', false],
    ['', false],
  ])('%j is told: a web page: %j', (text, isWebPage) => {
    for (const parse of [() => parseJson(bytes(text)), () => parsePieces([bytes(text)])]) {
      expect(parse).toThrow(NotJson);
      expect(parse).toThrow(
        expect.objectContaining({
          name: 'NotJson',
          isWebPage,
          message: expect.stringMatching(isWebPage ? /web page/ : /ends in the middle/) as string,
          cause: expect.any(SyntaxError) as SyntaxError,
        }),
      );
    }
  });

  test('half a letter behind the JSON is not dropped without a word', () => {
    expect(() => parsePieces([bytes('{}'), bytes('é').slice(0, 1)])).toThrow(NotJson);
  });
});
