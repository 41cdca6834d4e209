import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPartnerCenterClient } from '#partner-center/client.ts';
import { FIELDS } from '#partner-center/fields.ts';
import { anyFilter } from '#partner-center/filter/filter.arbitrary.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { partsOf } from '#partner-center/reading/parts-of-filter.ts';
import { queryOf } from '#partner-center/reading/read-pages.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { PageQuestion } from '#engine/engine.ts';
import { MEASURES, ROW_SORT_FIELDS } from '#view/view.ts';
import { createServiceEngine } from './engine.ts';
import { queriesOf, type ServiceQuestion } from './queries.ts';

const SNAPSHOT: Snapshot = { processedDateTime: '2026-11-22T00:00:00', date: '2026-11-22', totalCount: null };

/** A service with one row, and the questions that it was asked. */
function oneRow() {
  const sent: string[] = [];
  const client = createPartnerCenterClient({
    tokens: { getToken: () => Promise.resolve('token') },
    fetch: (input) => {
      const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
      sent.push(url);
      const skip = Number(new URLSearchParams(url.split('?')[1]).get('skip') ?? 0);
      const row = {
        processedDateTime: SNAPSHOT.processedDateTime,
        licensesSold: 3,
        licensesDeployed: 1,
        ...Object.fromEntries(FIELDS.map((field) => [field, 'a'])),
      };
      return Promise.resolve(
        Response.json({ Value: skip === 0 ? [row] : [], '@nextLink': null, TotalCount: 1 }),
      );
    },
  });
  return { client, sent };
}

const fields = fc.uniqueArray(fc.constantFrom(...FIELDS), { minLength: 1, maxLength: 3 });
const spare = fc.option(fc.nat(3));
const pageQuestion: fc.Arbitrary<PageQuestion> = fc.oneof(
  fc.record({
    groupby: fc.constant([]),
    sort: fc.array(fc.record({ field: fc.constantFrom(...ROW_SORT_FIELDS), descending: fc.boolean() }), {
      maxLength: 1,
    }),
    offset: fc.constant(0),
    limit: fc.integer({ min: 1, max: 100 }),
    readAll: fc.boolean(),
  }),
  fc
    .record({
      groupby: fields,
      spare,
      sort: fc.array(fc.record({ field: fc.constantFrom(...MEASURES), descending: fc.boolean() }), {
        maxLength: 1,
      }),
      offset: fc.constant(0),
      limit: fc.integer({ min: 1, max: 100 }),
      readAll: fc.boolean(),
    })
    .map((question) => (question.spare === null ? { ...question, sort: [] } : question)),
);
const asked: fc.Arbitrary<Exclude<ServiceQuestion, { readonly about: 'everything' }>> = fc.oneof(
  fc.constant({ about: 'summary' as const }),
  spare.map((seats) => ({ about: 'totals' as const, question: { spare: seats } })),
  fc
    .record({ by: fields, label: fc.option(fc.constantFrom(...FIELDS)), spare })
    .map(({ by, label, spare }) => ({
      about: 'groups' as const,
      question: { by, spare, ...(label === null || by.includes(label) ? {} : { label }) },
    })),
  pageQuestion.map((question) => ({ about: 'page' as const, question })),
);

// The filter is just long enough to need parts.
const longFilter: Filter = {
  kind: 'or',
  operands: Array.from({ length: 400 }, (_, index) => ({
    kind: 'comparison',
    field: 'customerName',
    operator: 'eq',
    value: `A customer with a long name, number ${index}`,
  })),
};

test('what is said to be sent is what the engine sends, but for the checks of the snapshot', async () => {
  const anyRows = fc.oneof(fc.option(anyFilter()), fc.constant(longFilter));
  await fc.assert(
    fc.asyncProperty(anyRows, asked, async (filter, question) => {
      const { client, sent } = oneRow();
      const engine = createServiceEngine(client);
      const rows = { filter, search: '' };
      const whole = { rankBy: 'licensesSold', top: 3 } as const;
      switch (question.about) {
        case 'summary':
          await engine.summary(rows, SNAPSHOT);
          break;
        case 'totals':
          await engine.totals(rows, SNAPSHOT, question.question);
          break;
        case 'groups':
          await engine.groups(rows, SNAPSHOT, { ...whole, ...question.question });
          break;
        case 'page':
          await engine.page(rows, SNAPSHOT, question.question);
          break;
      }
      const check = client.requestOf({
        ...queryOf({ snapshot: SNAPSHOT, filter: null, groupby: [] }),
        top: 1,
      });
      const said = queriesOf(client, { snapshot: SNAPSHOT, filter }, question).map(
        (query) => client.requestOf(query).url,
      );
      expect(sent.filter((url) => url !== check.url)).toEqual(said.filter((url) => url !== check.url));
    }),
    { numRuns: 200 },
  );
});

test('rows that the first response does not reach are asked for apart', () => {
  const { client } = oneRow();
  const question = { groupby: [], sort: [{ field: 'channel', descending: false }], readAll: false } as const;
  const askedFor = (offset: number) =>
    queriesOf(
      client,
      { snapshot: SNAPSHOT, filter: null },
      { about: 'page', question: { ...question, offset, limit: 100 } },
    ).map(({ top, skip }) => [top, skip]);
  expect(askedFor(10_000)).toEqual([
    [10_000, 0],
    [100, 10_000],
  ]);
  expect(askedFor(9_901)).toHaveLength(2);
  expect(askedFor(9_900)).toEqual([[10_000, 0]]);
});

test('everything is asked for as a download asks', () => {
  const { client } = oneRow();
  const said = queriesOf(client, { snapshot: SNAPSHOT, filter: null }, { about: 'everything' });
  expect(said).toEqual([queryOf({ snapshot: SNAPSHOT, filter: null, groupby: [] })]);
});

test('a filter that is too long for one address is asked in parts', () => {
  const { client } = oneRow();
  const said = queriesOf(client, { snapshot: SNAPSHOT, filter: longFilter }, { about: 'summary' });
  const query = queryOf({ snapshot: SNAPSHOT, filter: longFilter, groupby: ['customerTenantId'] });
  expect(said.length).toBeGreaterThan(1);
  expect(said.map(({ filter }) => filter)).toEqual(partsOf(client, query));
});
