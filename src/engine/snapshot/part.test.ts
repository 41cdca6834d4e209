import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NotJson, readResponseBody, UnreadableBody, type Row } from '#partner-center/response.ts';
import { mergeParts } from './merge.ts';
import { createPartBuilder, type Part, type PartBuilder, type ScannedPage } from './part.ts';
import { mutated, mutations, page } from './scan/page.arbitrary.ts';
import { COUNT_COLUMNS, TEXT_COLUMNS, type Table } from './table.ts';

const encoder = new TextEncoder();

/** A row as columns have it: null for what it lacks, and no -0. */
const wholeRow = (row: Partial<Row>): Record<string, unknown> =>
  Object.fromEntries([
    ...TEXT_COLUMNS.map((name) => [name, row[name] ?? null]),
    ...COUNT_COLUMNS.map((name) => [name, (row[name] ?? Number.NaN) + 0]),
  ]);

const rowsOf = (table: Table): Record<string, unknown>[] =>
  Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries([
      ...TEXT_COLUMNS.map((name) => {
        const { codes, dictionary } = table.texts[name];
        return [name, dictionary[codes[row] ?? -1]];
      }),
      ...COUNT_COLUMNS.map((name) => [name, table.counts[name][row]]),
    ]),
  );

type Outcome =
  | {
      readonly rows: readonly Record<string, unknown>[];
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
    const { rows, nextLink, totalCount } = readResponseBody(body, false);
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

test('a page reads as JSON.parse and the reader of responses read it', () => {
  fc.assert(
    fc.property(page, (bytes) => {
      expect(scanned(createPartBuilder(), bytes)).toEqual(parsed(bytes));
    }),
    { numRuns: 600 },
  );
});

test('a page after another reads the same', () => {
  fc.assert(
    fc.property(page, page, (first, second) => {
      expect(scanned(builderAfter(first), second)).toEqual(parsed(second));
    }),
    { numRuns: 300 },
  );
});

test('any bytes changed, after the page they came from or at first, read the same', () => {
  fc.assert(
    fc.property(page, mutations, fc.boolean(), (bytes, changes, after) => {
      const changed = mutated(bytes, changes);
      expect(scanned(after ? builderAfter(bytes) : createPartBuilder(), changed)).toEqual(parsed(changed));
    }),
    { numRuns: 1500 },
  );
});

test('of a page that fails nothing is kept', () => {
  fc.assert(
    fc.property(page, page, mutations, (first, second, changes) => {
      const failing = mutated(second, changes);
      fc.pre('error' in parsed(failing));
      const builder = builderAfter(first);
      tryToScan(builder, 7, failing);
      expect(builder.build()).toEqual(builderAfter(first).build());
    }),
    { numRuns: 200 },
  );
});

test('pages spread over several builders, in any order, are merged in the order of their places', () => {
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
    { numRuns: 150 },
  );
});
