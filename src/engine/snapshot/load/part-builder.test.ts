import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DOCUMENTED_ROW as ROW } from '#partner-center/documented-row.ts';
import { NotJson, readResponseBody, UnreadableBody, type Row } from '#partner-center/response.ts';
import { recordOf } from '#engine/snapshot/columns/record-of.ts';
import { COUNT_COLUMNS, TEXT_COLUMNS, type Table } from '#engine/snapshot/columns/table.ts';
import { mergeParts } from './merge-parts.ts';
import {
  createPartBuilder,
  transferablesOf,
  type Part,
  type PartBuilder,
  type ScannedPage,
} from './part-builder.ts';
import { mutated, mutations, page } from './scan/page.arbitrary.ts';

type Values = Readonly<Record<string, string | number | null>>;

/** A row as columns have it: null for what it lacks, and no -0. */
const wholeRow = (row: Row): Values => ({
  ...recordOf(TEXT_COLUMNS, (name) => row[name] ?? null),
  ...recordOf(COUNT_COLUMNS, (name) => row[name] + 0),
});

const rowsOf = (table: Table): Values[] =>
  Array.from({ length: table.rows }, (_, row) => ({
    ...recordOf(TEXT_COLUMNS, (name) => {
      const text = table.texts[name].dictionary[table.texts[name].codes[row] ?? -1];
      return text === undefined ? 'no such code' : text;
    }),
    ...recordOf(COUNT_COLUMNS, (name) => table.counts[name][row] ?? Number.NaN),
  }));

type Outcome =
  | {
      readonly rows: readonly Values[];
      readonly nextLink: unknown;
      readonly totalCount: unknown;
    }
  | { readonly error: string; readonly isWebPage?: boolean };

/** What `JSON.parse` and the reader of responses make of a page: the definition. */
function parsed(bytes: Uint8Array): Outcome {
  const text = new TextDecoder().decode(bytes);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { error: 'NotJson', isWebPage: /^\s*</.test(text) };
  }
  try {
    const { rows, nextLink, totalCount } = readResponseBody(body, []);
    return { rows: rows.map(wholeRow), nextLink, totalCount };
  } catch (error) {
    if (!(error instanceof UnreadableBody)) throw error;
    return { error: error.message };
  }
}

function tryToScan(builder: PartBuilder, place: number, bytes: Uint8Array): ScannedPage | Outcome {
  try {
    return builder.scan(place, bytes);
  } catch (error) {
    if (error instanceof NotJson) return { error: 'NotJson', isWebPage: error.isWebPage };
    if (error instanceof UnreadableBody) return { error: error.message };
    throw error;
  }
}

function scanned(builder: PartBuilder, bytes: Uint8Array): Outcome {
  const result = tryToScan(builder, 1, bytes);
  if (!('digest' in result)) return result;
  const { rows, nextLink, totalCount } = result;
  return { rows: rowsOf(mergeParts([builder.build()])).slice(-rows || Infinity), nextLink, totalCount };
}

/** A builder that has read a page; it expects the next one to be like it. */
function builderAfter(bytes: Uint8Array): PartBuilder {
  const builder = createPartBuilder();
  tryToScan(builder, 0, bytes);
  return builder;
}

const copied = (part: Part): Part => structuredClone(part);

// Thousands of pages take seconds, and more of them where other work has the processor.
const LONG = { timeout: 60_000 };

test('a page reads as JSON.parse and the reader of responses read it', LONG, () => {
  fc.assert(
    fc.property(page, (bytes) => {
      expect(scanned(createPartBuilder(), bytes)).toEqual(parsed(bytes));
    }),
    { numRuns: 400 },
  );
});

test('a page after another reads the same', LONG, () => {
  fc.assert(
    fc.property(page, page, (first, second) => {
      expect(scanned(builderAfter(first), second)).toEqual(parsed(second));
    }),
    { numRuns: 200 },
  );
});

test('any bytes changed, after the page they came from or at first, read the same', LONG, () => {
  fc.assert(
    fc.property(page, mutations, fc.boolean(), (bytes, changes, after) => {
      const changed = mutated(bytes, changes);
      expect(scanned(after ? builderAfter(bytes) : createPartBuilder(), changed)).toEqual(parsed(changed));
    }),
    { numRuns: 800 },
  );
});

test('of a page that fails nothing is kept', LONG, () => {
  fc.assert(
    fc.property(page, page, mutations, (first, second, changes) => {
      const failing = mutated(second, changes);
      fc.pre('error' in parsed(failing));
      const builder = builderAfter(first);
      tryToScan(builder, 7, failing);
      expect(builder.build()).toEqual(builderAfter(first).build());
    }),
    { numRuns: 100 },
  );
});

test(
  'pages spread over several builders, in any order, are merged in the order of their places',
  LONG,
  () => {
    const spread = fc.array(fc.record({ bytes: page, builder: fc.nat(2), turn: fc.nat() }), { maxLength: 8 });
    fc.assert(
      fc.property(spread, (pages) => {
        const builders = [createPartBuilder(), createPartBuilder(), createPartBuilder()];
        const turns = pages.map((one, place) => ({ ...one, place })).toSorted((a, b) => a.turn - b.turn);
        for (const { bytes, builder, place } of turns)
          tryToScan(builders[builder] ?? createPartBuilder(), place, bytes);
        const table = mergeParts(builders.map((builder) => copied(builder.build())));

        const expected = pages.flatMap(({ bytes }) => {
          const outcome = parsed(bytes);
          return 'rows' in outcome ? outcome.rows : [];
        });
        expect(rowsOf(table)).toEqual(expected);
        for (const name of TEXT_COLUMNS) {
          const { dictionary } = table.texts[name];
          expect(new Set(dictionary).size).toBe(dictionary.length);
        }
        expect(mergeParts(builders.map((builder) => builder.buildAndRelease()))).toEqual(table);
        expect(mergeParts(builders.map((builder) => builder.build())).rows).toBe(0);
      }),
      { numRuns: 80 },
    );
  },
);

const encoder = new TextEncoder();
const pageOf = (...rows: readonly object[]): Uint8Array =>
  encoder.encode(JSON.stringify({ Value: rows, '@nextLink': null, TotalCount: rows.length }));

test.each([2 ** 31, 2 ** 32 - 1, 2 ** 32, 999_999_999_999_999, Number.MAX_SAFE_INTEGER])(
  'keeps a count of %i exactly',
  (licensesSold) => {
    const builder = createPartBuilder();
    builder.scan(0, pageOf(ROW, { ...ROW, licensesSold }));
    const { licensesSold: column, licensesDeployed } = mergeParts([builder.build()]).counts;
    expect([...column]).toEqual([2, licensesSold]);
    expect(column).toBeInstanceOf(licensesSold < 2 ** 32 ? Uint32Array : Float64Array);
    expect(licensesDeployed).toBeInstanceOf(Uint32Array);
  },
);

test.each([
  [255, Uint8Array],
  [256, Uint16Array],
  [65_535, Uint16Array],
  [65_536, Uint32Array],
])('codes of %i texts and null are as narrow as they can be', LONG, (texts, kind) => {
  const rows = Array.from({ length: texts }, (_, index) => ({ ...ROW, customerName: `Customer ${index}` }));
  const builders = [createPartBuilder(), createPartBuilder()];
  builders[0]?.scan(texts, pageOf(...rows));
  builders[1]?.scan(0, pageOf(...rows.toReversed()));
  const table = mergeParts(builders.map((builder) => builder.buildAndRelease()));
  const { codes, dictionary } = table.texts.customerName;
  expect(codes).toBeInstanceOf(kind);
  expect(dictionary.length).toBe(texts + 1);
  const names = Array.from(codes, (code) => dictionary[code]);
  expect(names).toEqual([...rows.toReversed(), ...rows].map(({ customerName }) => customerName));
});

test('says what a page says besides its rows', () => {
  const other = { ...ROW, processedDateTime: '2018-10-03T00:00:00' };
  expect(createPartBuilder().scan(0, pageOf(ROW, other, ROW))).toMatchObject({
    rows: 3,
    nextLink: null,
    totalCount: 3,
    processedDateTimes: [ROW.processedDateTime, other.processedDateTime],
  });
  expect(createPartBuilder().scan(0, encoder.encode('{"items":[],"nextLink":"a\\u0026b"}'))).toMatchObject({
    rows: 0,
    nextLink: 'a&b',
    totalCount: null,
    processedDateTimes: [],
  });
});

test('the digest is that of the rows, however they are written and whoever reads them', () => {
  const { licensesSold, ...rest } = ROW;
  const digestAfter = (earlier: readonly Uint8Array[], bytes: Uint8Array): string => {
    const builder = createPartBuilder();
    for (const page of earlier) builder.scan(0, page);
    return builder.scan(0, bytes).digest;
  };
  const digest = digestAfter([], pageOf(ROW, ROW));
  expect(digestAfter([pageOf({ ...ROW, channel: 'direct', customerName: null })], pageOf(ROW, ROW))).toBe(
    digest,
  );
  expect(digestAfter([], pageOf({ LICENSESSOLD: licensesSold, extra: [], ...rest }, ROW))).toBe(digest);
  expect(digestAfter([], pageOf(ROW))).not.toBe(digest);
  expect(digestAfter([], pageOf(ROW, { ...ROW, licensesSold: 3 }))).not.toBe(digest);
  expect(digestAfter([], pageOf(ROW, { ...ROW, customerName: null }))).not.toBe(digest);
});

test('after drop a builder is as new', () => {
  const builder = createPartBuilder();
  builder.scan(0, pageOf(ROW));
  builder.drop();
  expect(builder.build()).toEqual(createPartBuilder().build());
});

test('a part can be sent to another thread with all its memory', () => {
  const builder = createPartBuilder();
  builder.scan(0, pageOf(ROW, { ...ROW, customerName: null }));
  const part = builder.buildAndRelease();
  const sent = structuredClone(part, { transfer: transferablesOf(part) });
  for (const { length } of [...part.codes, ...part.counts]) expect(length).toBe(0);
  expect(rowsOf(mergeParts([sent]))).toEqual([wholeRow(ROW), wholeRow({ ...ROW, customerName: null })]);
});
