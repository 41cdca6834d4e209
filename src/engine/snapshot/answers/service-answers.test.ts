import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field } from '#partner-center/fields.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { fakeService, testRow, type TestRow } from '#partner-center/reading/fake-service.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { PageQuestion, Rows } from '#engine/engine.ts';
import { createServiceEngine } from '#engine/service/engine.ts';
import { anyRows } from '#engine/snapshot/columns/rows.arbitrary.ts';
import { MEASURES, ROW_MEASURES, ROW_SORT_FIELDS } from '#view/view.ts';
import { anyBy, anyLabel, anyLimit, anyPrices, anySpare, anyThresholds } from './answers.arbitrary.ts';
import { createPlainAnswers } from './answers.oracle.ts';

// The service engine knows nothing of these plain loops, so its test stands beside them.

const SNAPSHOT: Snapshot = { processedDateTime: '2026-11-22T00:00:00', date: '2026-11-22', totalCount: null };

/** Rows of one snapshot, which has at least one. */
const anySnapshot = (): fc.Arbitrary<readonly TestRow[]> =>
  anyRows(40).map((rows) =>
    [...rows, {}].map((row) => testRow({ ...row, processedDateTime: SNAPSHOT.processedDateTime })),
  );

const scope = (filter: Filter | null = null): Rows => ({ filter, search: '' });
const anyScope = (): fc.Arbitrary<Rows> =>
  fc
    .constantFrom(null, 'Office E3', 'none')
    .map((value) =>
      scope(value === null ? null : { kind: 'comparison', field: 'productName', operator: 'ne', value }),
    );

/** An answer without what it rests on. */
function bare(answer: object): object {
  return Object.fromEntries(
    Object.entries(answer).filter(([name]) => name !== 'coverage' && name !== 'rowsRead'),
  );
}

const anyPage = (): fc.Arbitrary<PageQuestion> =>
  fc.tuple(fc.oneof(fc.constant<readonly Field[]>([]), anyBy()), anySpare()).chain(([groupby, spare]) =>
    fc.record({
      groupby: fc.constant(groupby),
      sort: fc.array(
        fc.record({
          field: fc.constantFrom(
            ...(groupby.length === 0 ? ROW_SORT_FIELDS : groupby),
            ...(groupby.length === 0 || spare === null ? ROW_MEASURES : MEASURES),
          ),
          descending: fc.boolean(),
        }),
        // Without an order the groups come in the service's own.
        { minLength: groupby.length === 0 ? 0 : 1, maxLength: 2 },
      ),
      offset: anyLimit(),
      limit: anyLimit(),
      readAll: fc.constant(true),
      spare: fc.constant(groupby.length === 0 ? null : spare),
      prices: groupby.length === 0 ? fc.constant(null) : anyPrices(),
      thresholds:
        groupby.length === 0 ? fc.constant(undefined) : fc.option(anyThresholds(), { nil: undefined }),
    }),
  );

/** Few groups or rows a response, or as many as there are. */
const anyResponse = () => fc.constantFrom(1, 7, 100);

describe('what is read to its end is answered as by plain loops over plain rows', () => {
  test('totals, with idle licenses or without', async () => {
    await fc.assert(
      fc.asyncProperty(
        anySnapshot(),
        anyScope(),
        anyResponse(),
        anySpare(),
        anyPrices(),
        async (rows, of, size, spare, prices) => {
          const engine = createServiceEngine(fakeService(rows, size).client);
          const question = { spare, prices };
          expect(bare(await engine.totals(of, SNAPSHOT, question))).toEqual(
            bare(createPlainAnswers(rows).totals(of, question)),
          );
        },
      ),
    );
  });

  test('groups', async () => {
    const anyGroups = anyBy().chain((by) =>
      fc.record({
        by: fc.constant(by),
        label: anyLabel(by),
        rankBy: fc.constantFrom(...MEASURES),
        top: anyLimit(),
        spare: anySpare(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        anySnapshot(),
        anyScope(),
        anyResponse(),
        anyGroups,
        async (rows, of, size, question) => {
          const engine = createServiceEngine(fakeService(rows, size).client);
          expect(bare(await engine.groups(of, SNAPSHOT, question))).toEqual(
            bare(createPlainAnswers(rows).groups(of, question)),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test('pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        anySnapshot(),
        anyScope(),
        anyResponse(),
        anyPage(),
        async (rows, of, size, question) => {
          const engine = createServiceEngine(fakeService(rows, size).client);
          expect(bare(await engine.page(of, SNAPSHOT, question))).toEqual(
            bare(createPlainAnswers(rows).page(of, question)),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test('members', async () => {
    const anyMembers = fc.constantFrom<Field>('customerTenantId', 'productName').chain((field) =>
      fc.record({
        field: fc.constant(field),
        label: anyLabel([field]),
        containing: fc.constantFrom('', 'o', 'aero ltd'),
        limit: anyLimit(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(anySnapshot(), anyResponse(), anyMembers, async (rows, size, question) => {
        const engine = createServiceEngine(fakeService(rows, size).client);
        expect(bare(await engine.members(scope(), SNAPSHOT, question))).toEqual(
          bare(createPlainAnswers(rows).members(scope(), question)),
        );
      }),
    );
  });
});
