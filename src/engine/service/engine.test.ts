import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LicenseDeploymentPage, PartnerCenterClient } from '#partner-center/client.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import { FIELDS, type Field } from '#partner-center/fields.ts';
import { and, or } from '#partner-center/filter/canonical.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { DeploymentRow, Engine, Page, PageQuestion, Rows } from '#engine/engine.ts';
import { utilization } from '#engine/totals.ts';
import { MEASURES, ROW_SORT_FIELDS, type Measure } from '#view/view.ts';
import { FOUND_KINDS } from '#engine/anomalies.ts';
import { createServiceEngine } from './engine.ts';
import {
  fakeService,
  grouped,
  passes,
  testRow,
  type Asked,
  type TestRow,
} from '#partner-center/reading/fake-service.ts';

const SNAPSHOT: Snapshot = { processedDateTime: '2026-11-22T00:00:00', date: '2026-11-22', totalCount: null };
const sinceNothing = (filter: Filter | null): readonly [Rows, null, Snapshot] => [
  { filter, search: '' },
  null,
  SNAPSHOT,
];
const scopeOf = (filter: Filter | null): readonly [Rows, Snapshot] => [{ filter, search: '' }, SNAPSHOT];

// There are few values, so that groups have several rows and filters let some through; some values differ only in
// letter case.
const value = fc.constantFrom('a', 'A', 'b', 'c', 'D', 'Ä', 'ä', "o'x", "O'X", '<b>', '=1', '');
const row: fc.Arbitrary<TestRow> = fc
  .record({
    customerTenantId: fc.option(fc.constantFrom('t1', 'T1', 't2', 't3', 't4', 't5')),
    customerName: fc.option(value),
    productName: value,
    channel: fc.constantFrom('reseller', 'Reseller', 'direct'),
    licensesSold: fc.nat(50),
    licensesDeployed: fc.nat(50),
  })
  .map(testRow);
// A snapshot is found by one of its rows, so it has at least one.
const snapshotRows = fc.array(row, { minLength: 1 });
const comparison: fc.Arbitrary<Filter> = fc.record({
  kind: fc.constant('comparison' as const),
  field: fc.constantFrom<Field>('customerName', 'productName', 'channel'),
  operator: fc.constantFrom('eq' as const, 'ne' as const),
  value: fc.oneof(value, fc.constantFrom('RESELLER', 'A', 'd')),
});
const filter: fc.Arbitrary<Filter | null> = fc.option(
  fc.oneof(
    comparison,
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      operands: fc.array(comparison, { minLength: 2, maxLength: 3 }),
    }),
  ),
);
/** A page without its coverage. */
const bareOf = (page: Page) => ({ ...page, coverage: null });
/** The requests without the checks of what came. */
const groupedOnly = (asked: readonly Asked[]) => asked.filter(({ groupby }) => groupby.length > 0);
const sold = (rows: readonly { licensesSold: number }[]) => rows.reduce((sum, r) => sum + r.licensesSold, 0);
const deployed = (rows: readonly { licensesDeployed: number }[]) =>
  rows.reduce((sum, r) => sum + r.licensesDeployed, 0);

/** The sums of groups, where keys are equal if they differ only in letter case; plain sums without anything else. */
function sumsByFolded(
  rows: readonly TestRow[],
  fields: readonly Field[],
): ReadonlyMap<string, readonly number[]> {
  const sums = new Map<string, readonly [number, number]>();
  for (const each of rows) {
    const key = foldedKeyOf(each, fields);
    const [soldSofar, deployedSofar] = sums.get(key) ?? [0, 0];
    sums.set(key, [soldSofar + each.licensesSold, deployedSofar + each.licensesDeployed]);
  }
  return sums;
}
const foldedKeyOf = (each: DeploymentRow, fields: readonly Field[]) =>
  JSON.stringify(fields.map((field) => each[field]?.toLowerCase() ?? null));

describe('every answer equals sums made row by row', () => {
  test('summary', async () => {
    await fc.assert(
      fc.asyncProperty(
        snapshotRows,
        filter,
        fc.integer({ min: 1, max: 4 }),
        async (rows, by, perResponse) => {
          const summary = await createServiceEngine(fakeService(rows, perResponse).client).summary(
            ...scopeOf(by),
          );
          const passing = rows.filter((r) => passes(by, r));
          expect(summary.totals).toEqual({
            licensesSold: sold(passing),
            licensesDeployed: deployed(passing),
          });
          const ids = passing.flatMap(({ customerTenantId: id }) => (id === null ? [] : id.toLowerCase()));
          const tenants = new Set(ids);
          expect(summary.customers).toBe(tenants.size);
          const inBands = summary.bands.reduce((sum, band) => sum + band.customers, 0);
          expect(inBands + summary.customersWithoutSold).toBe(tenants.size);
          const over = [...tenants].filter((tenant) => {
            const own = passing.filter(({ customerTenantId: id }) => id?.toLowerCase() === tenant);
            return deployed(own) > sold(own);
          });
          expect(summary.customersOver).toBe(over.length);
        },
      ),
    );
  });

  test('groups: ranked, the rest summed, nothing lost', async () => {
    await fc.assert(
      fc.asyncProperty(
        snapshotRows,
        filter,
        fc.uniqueArray(fc.constantFrom<Field>('channel', 'productName', 'customerName'), { minLength: 1 }),
        fc.constantFrom(...MEASURES),
        fc.nat(6),
        async (rows, by, fields, rankBy, top) => {
          const engine = createServiceEngine(fakeService(rows, 3).client);
          const answer = await engine.groups(...scopeOf(by), { by: fields, rankBy, top });
          const expected = sumsByFolded(
            rows.filter((r) => passes(by, r)),
            fields,
          );
          const sumOf = (nth: number) =>
            [...expected.values()].reduce((sum, one) => sum + (one[nth] ?? 0), 0);
          expect(answer.total).toEqual({
            groups: expected.size,
            licensesSold: sumOf(0),
            licensesDeployed: sumOf(1),
          });
          expect(answer.top).toHaveLength(Math.min(top, expected.size));
          expect(sold(answer.top) + (answer.other?.licensesSold ?? 0)).toBe(answer.total.licensesSold);
          expect(answer.top.length + (answer.other?.groups ?? 0)).toBe(expected.size);
          expect(answer.coverage.countDisagrees).toBe(false);
          for (const { key, licensesSold, licensesDeployed } of answer.top) {
            const folded = JSON.stringify(key.map((text) => text?.toLowerCase() ?? null));
            expect(expected.get(folded)).toEqual([licensesSold, licensesDeployed]);
          }
          if (rankBy === 'licensesSold') {
            const ranked = answer.top.map((group) => group.licensesSold);
            expect(ranked).toEqual(ranked.toSorted((a, b) => b - a));
            const others = [...expected.values()].map(([each = 0]) => each).toSorted((a, b) => b - a);
            expect(ranked).toEqual(others.slice(0, top));
          }
        },
      ),
    );
  });

  test('pages of an order put together are all rows, each once, in that order', async () => {
    await fc.assert(
      fc.asyncProperty(
        snapshotRows,
        filter,
        fc.constantFrom<readonly Field[]>([], ['customerName'], ['channel', 'productName']),
        fc.array(fc.record({ field: fc.constantFrom(...ROW_SORT_FIELDS), descending: fc.boolean() }), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.integer({ min: 1, max: 7 }),
        async (rows, by, groupby, sort, limit) => {
          const engine = createServiceEngine(fakeService(rows, 3).client);
          const expected = rows.filter((r) => passes(by, r));
          const isGrouped = groupby.length > 0;
          const total = isGrouped ? sumsByFolded(expected, groupby).size : expected.length;
          const pages: DeploymentRow[] = [];
          for (let offset = 0; offset === 0 || offset < total; offset += limit) {
            const page = await engine.page(...scopeOf(by), { groupby, sort, offset, limit, readAll: true });
            expect(page).toMatchObject({
              total,
              order: 'asked',
              totals: { licensesSold: sold(expected), licensesDeployed: deployed(expected) },
              coverage: { countDisagrees: false },
            });
            pages.push(...page.rows);
          }
          const sorted = (texts: readonly string[]) => texts.toSorted((a, b) => (a < b ? -1 : 1));
          const written = (r: DeploymentRow) =>
            isGrouped
              ? JSON.stringify([foldedKeyOf(r, groupby), r.licensesSold, r.licensesDeployed])
              : JSON.stringify(r);
          const truth = isGrouped
            ? Array.from(sumsByFolded(expected, groupby), (entry) => JSON.stringify(entry.flat()))
            : expected.map((r) => JSON.stringify(r));
          expect(sorted(pages.map(written))).toEqual(sorted(truth));
          const first = sort[0];
          if (first?.field === 'utilization') {
            const shares = pages.map(utilization);
            const defined = shares.filter((share) => share !== null);
            expect(shares.slice(defined.length).every((share) => share === null)).toBe(true);
            expect(defined).toEqual(defined.toSorted((a, b) => (first.descending ? b - a : a - b)));
          }
        },
      ),
    );
  });

  test('members: values equal but for letter case are one, most sold first', async () => {
    await fc.assert(
      fc.asyncProperty(snapshotRows, fc.constantFrom(...FIELDS), async (rows, field) => {
        const { members } = await createServiceEngine(fakeService(rows, 3).client).members(...scopeOf(null), {
          field,
          containing: '',
          limit: 100,
        });
        const withValue = rows.filter((r) => r[field] !== null);
        expect(new Set(members.map((m) => m.value.toLowerCase()))).toEqual(
          new Set(withValue.map((r) => r[field]?.toLowerCase())),
        );
        expect(members).toHaveLength(new Set(withValue.map((r) => r[field]?.toLowerCase())).size);
        expect(sold(members)).toBe(sold(withValue));
        expect(members.map((m) => m.licensesSold)).toEqual(
          members.map((m) => m.licensesSold).toSorted((a, b) => b - a),
        );
      }),
    );
  });
});

test('a filter that has to be asked in parts gives the same answers as one that has not', async () => {
  const list = fc
    .tuple(
      fc.constantFrom<Field>('customerName', 'productName'),
      fc.array(value, { minLength: 2, maxLength: 8 }),
    )
    .map(([field, values]) => {
      const [first = '', ...rest] = values;
      const eq = (v: string): Filter => ({ kind: 'comparison', field, operator: 'eq', value: v });
      return or([eq(first), ...rest.map(eq)]);
    });
  const long = fc.oneof(
    list,
    fc.tuple(list, comparison).map((operands) => and(operands)),
    fc.tuple(list, comparison).map(([a, b]) => or([a, b])),
  );
  let split = 0;
  await fc.assert(
    fc.asyncProperty(snapshotRows, long, fc.integer({ min: 4, max: 9 }), async (rows, by, tenths) => {
      const longest = Math.ceil((printFilter(by).length * tenths) / 10);
      const { client, asked } = fakeService(rows, 3, longest);
      const inParts = createServiceEngine(client);
      const whole = createServiceEngine(fakeService(rows, 3).client);
      const scope = scopeOf(by);
      const question = { by: ['customerName', 'channel'], rankBy: 'licensesSold', top: 100 } as const;
      const pageQuestion = { groupby: [], sort: [], offset: 0, limit: 1_000, readAll: false } as const;
      try {
        await inParts.summary(...scope);
      } catch (error) {
        expect(error).toMatchObject({ kind: 'filterTooLong' });
        return;
      }
      if (asked.length > 1) split += 1;
      const figures = async (engine: Engine) => {
        const { totals, customers, bands } = await engine.summary(...scope);
        return { totals, customers, bands };
      };
      expect(await figures(inParts)).toEqual(await figures(whole));
      const sorted = (list_: readonly object[]) => list_.map((item) => JSON.stringify(item)).toSorted();
      const groupsOf = async (engine: Engine) => {
        const { top, other, total } = await engine.groups(...scope, question);
        return { top: sorted(top), other, total };
      };
      expect(await groupsOf(inParts)).toEqual(await groupsOf(whole));
      const pageOf = async (engine: Engine) => {
        const page = await engine.page(...scope, pageQuestion);
        return { rows: sorted(page.rows), total: page.total };
      };
      expect(await pageOf(inParts)).toEqual(await pageOf(whole));
    }),
  );
  expect(split).toBeGreaterThan(10);
});

describe('what the service has in two spellings is one', () => {
  const spelt = [
    testRow({ serviceCode: 'O365', channel: 'reseller', licensesSold: 3, licensesDeployed: 1 }),
    testRow({ serviceCode: 'ems', channel: 'direct', licensesSold: 2 }),
    testRow({ serviceCode: 'o365', channel: 'Reseller', licensesSold: 5, licensesDeployed: 2 }),
    testRow({ serviceCode: 'aad', channel: null, licensesSold: 1 }),
    testRow({ serviceCode: 'AAD', channel: '', licensesSold: 1 }),
  ];
  const by = ['serviceCode', 'channel'] as const;
  const whole = { serviceCode: 'o365', channel: 'Reseller', licensesSold: 8, licensesDeployed: 3 };

  // All groups come in one response, or each response has two.
  test.each([10, 2])('in groups, with %i groups in a response', async (perResponse) => {
    const engine = createServiceEngine(fakeService(spelt, perResponse).client);
    const groups = await engine.groups(...scopeOf(null), { by, rankBy: 'licensesSold', top: 1 });
    expect(groups).toMatchObject({
      top: [{ key: ['o365', 'Reseller'], licensesSold: 8, licensesDeployed: 3 }],
      other: { groups: 3, licensesSold: 4 },
      total: { groups: 4, licensesSold: 12 },
      coverage: { rowsRead: 5, totalCount: 5, countDisagrees: false },
    });
    const sort = [{ field: 'licensesSold', descending: true }] as const;
    const page = await engine.page(...scopeOf(null), {
      groupby: by,
      sort,
      offset: 0,
      limit: 1,
      readAll: true,
    });
    expect(page).toMatchObject({ rows: [whole], total: 4, totals: { licensesSold: 12 } });
  });

  test('in a grouped page without an order, where one response has all groups', async () => {
    const { client, asked } = fakeService(spelt);
    const question = { groupby: by, sort: [], offset: 0, limit: 1, readAll: false } as const;
    const page = await createServiceEngine(client).page(...scopeOf(null), question);
    expect(page).toMatchObject({ rows: [whole], total: 4, order: 'asked' });
    expect(groupedOnly(asked)).toHaveLength(1);
  });

  test('in a grouped page that holds all of them, in however many responses they came', async () => {
    const engine = createServiceEngine(fakeService(spelt, 2).client);
    const question = { groupby: by, sort: [], offset: 0, limit: 5, readAll: false } as const;
    const page = await engine.page(...scopeOf(null), question);
    expect(page).toMatchObject({ total: 4, totals: { licensesSold: 12 }, coverage: { rowsRead: 5 } });
    expect(page.rows).toContainEqual(whole);
    expect(page.rows).toHaveLength(4);
  });

  test('but not in a page as the service cuts it: what is equal may be on another one', async () => {
    const engine = createServiceEngine(fakeService(spelt, 2).client);
    const question = { groupby: by, sort: [], limit: 2, readAll: false } as const;
    const pages = [0, 2, 4].map((offset) => engine.page(...scopeOf(null), { ...question, offset }));
    const rows = (await Promise.all(pages)).flatMap((page) => page.rows);
    expect(rows).toEqual(grouped(spelt, by));
    expect((await Promise.all(pages)).map(({ totals }) => totals)).toEqual([null, null, null]);
  });

  test('where a filter is asked in parts, by what each spelling sold in all of them', async () => {
    const rows = [
      testRow({ productName: 'p1', channel: 'Direct', licensesSold: 4 }),
      testRow({ productName: 'p2', channel: 'Direct', licensesSold: 4 }),
      testRow({ productName: 'p3', channel: 'direct', licensesSold: 6 }),
    ];
    const eq = (text: string): Filter => ({
      kind: 'comparison',
      field: 'productName',
      operator: 'eq',
      value: text,
    });
    const filtered = or([eq('p1'), eq('p2'), eq('p3')]);
    const { client, asked } = fakeService(rows, 10, printFilter(eq('p1')).length);
    const groups = await createServiceEngine(client).groups(...scopeOf(filtered), {
      by: ['channel'],
      rankBy: 'licensesSold',
      top: 5,
    });
    expect(groupedOnly(asked)).toHaveLength(3);
    expect(groups).toMatchObject({ top: [{ key: ['Direct'], licensesSold: 14 }], total: { groups: 1 } });
  });
});

describe('what is asked of the service', () => {
  const rows = Array.from({ length: 25 }, (_, index) =>
    testRow({ customerTenantId: `t${index}`, productName: `p${index % 3}`, licensesSold: index }),
  );
  const question: PageQuestion = { groupby: [], sort: [], offset: 0, limit: 10, readAll: false };
  const bySold = [{ field: 'licensesSold', descending: true }] as const;

  test("a page in the service's order is one small request", async () => {
    const { client, asked } = fakeService(rows);
    const page = await createServiceEngine(client).page(...scopeOf(null), { ...question, offset: 20 });
    expect(page).toMatchObject({ total: 25, order: 'asked' });
    expect(page.rows).toHaveLength(5);
    expect(asked).toEqual([{ groupby: [], top: 10, skip: 20 }]);
  });

  test('what fits one response sorts at once, and every further order asks nothing', async () => {
    const { client, asked } = fakeService(rows);
    const engine = createServiceEngine(client);
    const page = await engine.page(...scopeOf(null), { ...question, sort: bySold });
    expect(page.order).toBe('asked');
    expect(page.rows[0]?.licensesSold).toBe(24);
    await engine.page(...scopeOf(null), { ...question, sort: [{ field: 'productName', descending: false }] });
    await engine.page(...scopeOf(null), { ...question, sort: bySold, offset: 10 });
    expect(asked).toHaveLength(1);
  });

  test("what does not fit comes in the service's order until it may be read, then reads on from there", async () => {
    const { client, asked } = fakeService(rows, 10);
    const engine = createServiceEngine(client);
    const unread = await engine.page(...scopeOf(null), { ...question, sort: bySold });
    expect(unread).toMatchObject({ order: 'service', total: 25 });
    expect(unread.rows.map((r) => r.licensesSold)).toEqual(rows.slice(0, 10).map((r) => r.licensesSold));
    const seen: number[] = [];
    const read = await engine.page(
      ...scopeOf(null),
      { ...question, sort: bySold, readAll: true },
      { onProgress: ({ loaded }) => seen.push(loaded) },
    );
    expect(read.order).toBe('asked');
    expect(read.rows[0]?.licensesSold).toBe(24);
    expect(asked.map(({ skip }) => skip)).toEqual([0, 10, 20]);
    expect(seen).toEqual([10, 20, 25]);
    // All of it is there now, so the permission to read and the order make no difference.
    expect((await engine.page(...scopeOf(null), { ...question, sort: bySold })).order).toBe('asked');
    expect((await engine.page(...scopeOf(null), question)).rows).toEqual(rows.slice(0, 10));
    expect(asked).toHaveLength(3);
  });

  test('a service that gives fewer rows than asked still fills the page, and its count is believed', async () => {
    const engine = createServiceEngine(fakeService(rows, 10).client);
    const beyondFirst = await engine.page(...scopeOf(null), { ...question, sort: bySold, offset: 5 });
    expect(beyondFirst).toMatchObject({ order: 'service', total: 25 });
    expect(beyondFirst.rows).toHaveLength(10);
    // The last response has more rows than the page takes, so the page is not the end.
    const cut = await engine.page(...scopeOf(null), { ...question, limit: 22 });
    expect(cut).toMatchObject({ total: 25, coverage: { countDisagrees: false } });
    expect(cut.rows).toHaveLength(22);
    const behindEnd = await engine.page(...scopeOf(null), { ...question, offset: 40 });
    expect(behindEnd).toMatchObject({ rows: [], total: 25, coverage: { countDisagrees: false } });
  });

  test('a page of several responses has rows of one snapshot, not only of one day', async () => {
    const { client } = fakeService(rows, 10);
    let torn = 1;
    const engine = createServiceEngine({
      ...client,
      licenseDeployment: async (query, options) => {
        const page = await client.licenseDeployment(query, options);
        if (options?.continuation === undefined || torn === 0) return page;
        torn -= 1;
        const later = page.rows.map((one) => ({ ...one, processedDateTime: '2026-11-22T06:00:00' }));
        return { ...page, rows: later };
      },
    });
    const page = await engine.page(...scopeOf(null), { ...question, limit: 22 });
    expect(new Set(page.rows.map(({ processedDateTime }) => processedDateTime)).size).toBe(1);
    expect(torn).toBe(0);
  });

  test('what is forgotten is asked anew', async () => {
    const { client, asked } = fakeService(rows);
    const engine = createServiceEngine(client);
    await engine.summary(...scopeOf(null));
    engine.forget();
    await engine.summary(...scopeOf(null));
    expect(groupedOnly(asked)).toHaveLength(2);
  });

  test('questions that need the same groups are one request', async () => {
    const { client, asked } = fakeService(rows);
    const engine = createServiceEngine(client);
    await Promise.all([
      engine.members(...scopeOf(null), { field: 'productName', containing: '', limit: 100 }),
      engine.groups(...scopeOf(null), { by: ['productName'], rankBy: 'licensesSold', top: 2 }),
      engine.page(...scopeOf(null), { ...question, groupby: ['productName'], sort: bySold }),
    ]);
    expect(groupedOnly(asked)).toHaveLength(1);
    expect(asked).toHaveLength(2);
  });

  test('a count of the service that disagrees with what arrived is told', async () => {
    const { client } = fakeService(rows);
    const wrong: typeof client = {
      ...client,
      licenseDeployment: async (query, options) => ({
        ...(await client.licenseDeployment(query, options)),
        totalCount: 30,
      }),
    };
    const engine = createServiceEngine(wrong);
    expect((await engine.summary(...scopeOf(null))).coverage).toMatchObject({
      rowsRead: 25,
      totalCount: 30,
      countDisagrees: true,
    });
    const last = await engine.page(...scopeOf(null), { ...question, offset: 20 });
    expect(last).toMatchObject({ total: 25, coverage: { countDisagrees: true } });
  });

  /** The service with another count. */
  const counting = (
    client: PartnerCenterClient,
    count: (page: LicenseDeploymentPage) => number | null,
  ): PartnerCenterClient => ({
    ...client,
    licenseDeployment: async (query, options) => {
      const page = await client.licenseDeployment(query, options);
      return { ...page, totalCount: count(page) };
    },
  });

  test('a page costs one request, with or without a count, and its end is known where it was seen', async () => {
    for (const sort of [[], bySold]) {
      const { client, asked } = fakeService(rows, 22);
      const engine = createServiceEngine(counting(client, () => null));
      const first = await engine.page(...scopeOf(null), { ...question, sort });
      expect(first).toMatchObject({ total: sort.length === 0 ? 10 : 22, isEndKnown: false });
      expect(asked).toHaveLength(1);
      const last = await engine.page(...scopeOf(null), { ...question, sort, offset: 20 });
      expect(last).toMatchObject({ total: 25, isEndKnown: true, coverage: { countDisagrees: false } });
      expect(last.rows).toHaveLength(5);
    }
  });

  test('behind the end of rows that are not counted nobody knows whether there are any', async () => {
    const { client } = fakeService(rows);
    const behind = { ...question, offset: 40 };
    for (const count of [null, 0, 41, 1_000]) {
      const page = await createServiceEngine(counting(client, () => count)).page(...scopeOf(null), behind);
      expect(page).toMatchObject({ rows: [], total: 0, isEndKnown: false });
    }
    const counted = await createServiceEngine(client).page(...scopeOf(null), behind);
    expect(counted).toMatchObject({ rows: [], total: 25, isEndKnown: true });
  });

  test('from page to page every row comes once, whatever the service counts and however it cuts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.option(fc.nat(50)), { minLength: 1 }),
        fc.array(fc.boolean(), { minLength: 1 }),
        fc.constantFrom<readonly Field[]>([], ['customerTenantId']),
        async (length, perResponse, limit, counts, empties, groupby) => {
          const all = Array.from({ length }, (_, index) => testRow({ customerTenantId: `t${index}` }));
          const { client } = fakeService(all, perResponse);
          let inARow = 0;
          let answers = 0;
          const wild = counting(client, () => counts[answers % counts.length] ?? null);
          const engine = createServiceEngine({
            ...wild,
            licenseDeployment: async (query, options) => {
              const page = await wild.licenseDeployment(query, options);
              answers += 1;
              inARow = empties[answers % empties.length] && inARow < 5 ? inARow + 1 : 0;
              if (inARow === 0) return page;
              const skip = options?.continuation?.skip ?? query.skip;
              return { ...page, rows: [], next: { paging: `token=${inARow}+${skip}`, skip } };
            },
          });
          const seen: (string | null | undefined)[] = [];
          for (let offset = 0, isMore = true; isMore; offset += limit) {
            const page = await engine.page(...scopeOf(null), { ...question, groupby, offset, limit });
            seen.push(...page.rows.map((one) => one.customerTenantId));
            isMore = page.total > offset + limit || (!page.isEndKnown && page.rows.length > 0);
            if (page.isEndKnown && !isMore && page.rows.length > 0) expect(page.total).toBe(length);
          }
          expect(seen).toEqual(all.map((one) => one.customerTenantId));
        },
      ),
    );
  });

  test('more rows than one response has are several requests', async () => {
    const many = Array.from({ length: 12_000 }, (_, index) => testRow({ productName: `p${index}` }));
    const { client, asked } = fakeService(many);
    const page = await createServiceEngine(client).page(...scopeOf(null), { ...question, limit: 20_000 });
    expect(page.rows).toHaveLength(12_000);
    expect(page).toMatchObject({ total: 12_000, isEndKnown: true });
    expect(asked.map(({ top }) => top)).toEqual([10_000, 10_000]);
  });

  test('an order that a smaller response than the count has no room for is offered', async () => {
    const engine = createServiceEngine(fakeService(rows, 10).client);
    const page = await engine.page(...scopeOf(null), { ...question, sort: bySold });
    expect(page).toMatchObject({ order: 'service', total: 25, isEndKnown: true });
  });

  test('where no page is named, one behind the last row may be refused, if the count says that none is missing', async () => {
    const refused = new PartnerCenterError({ kind: 'invalidRequest', status: 400, description: 'skip' });
    const serviceOf = (count: number): PartnerCenterClient => {
      const { client } = fakeService(rows, 5);
      return counting(
        {
          ...client,
          licenseDeployment: async (query, options) => {
            const skip = options?.continuation?.skip ?? query.skip;
            if (skip >= 25) throw refused;
            const page = await client.licenseDeployment(query, options);
            return { ...page, next: { paging: `skip=${skip + 5}`, skip: skip + 5 } };
          },
        },
        () => count,
      );
    };
    const all = { ...question, readAll: true, limit: 100 };
    const cut = { ...question, offset: 20 };
    // Groups have no dates, so they are checked.
    const cutGroups = { ...cut, groupby: ['customerTenantId'] } as const;
    for (const [asked, checks] of [
      [all, 0],
      [cut, 0],
      [cutGroups, 1],
    ] as const) {
      const tops: number[] = [];
      const client = serviceOf(25);
      const watched: PartnerCenterClient = {
        ...client,
        licenseDeployment: (query, options) => {
          tops.push(query.top);
          return client.licenseDeployment(query, options);
        },
      };
      const page = await createServiceEngine(watched).page(...scopeOf(null), asked);
      expect(page).toMatchObject({ total: 25, isEndKnown: true });
      expect(tops.filter((top) => top === 1)).toHaveLength(checks);
      const missing = createServiceEngine(serviceOf(26)).page(...scopeOf(null), asked);
      await expect(missing).rejects.toBe(refused);
    }
  });

  test('a page of groups from the middle of a longer response is checked, and in the order that was asked for', async () => {
    const groupby = ['customerTenantId'] as const;
    // One page is in the first response, and one is behind it.
    for (const offset of [2, 12]) {
      const { client, asked } = fakeService(rows, 10);
      const cut = { ...question, groupby, offset, limit: 3 };
      const page = await createServiceEngine(client).page(...scopeOf(null), cut);
      expect(page).toMatchObject({ total: 25, isEndKnown: true, order: 'asked' });
      expect(page.rows).toEqual(grouped(rows, groupby).slice(offset, offset + 3));
      expect(page).not.toHaveProperty('toRead');
      expect(asked.filter(({ top }) => top === 1)).toHaveLength(1);
    }
  });

  test('all groups are checked once, however many responses have them', async () => {
    const { client, asked } = fakeService(rows, 10);
    await createServiceEngine(client).summary(...scopeOf(null));
    expect(asked.map(({ top, skip }) => [top, skip])).toEqual([
      [10, 0],
      [10, 10],
      [10, 20],
      [1, 0],
    ]);
  });

  test('totals are asked for by a field that has few groups', async () => {
    const { client, asked } = fakeService(rows);
    const { totals } = await createServiceEngine(client).totals(...scopeOf(null), {});
    expect(totals).toEqual({ licensesSold: 300, licensesDeployed: 0 });
    expect(groupedOnly(asked).map(({ groupby }) => groupby)).toEqual([['channel']]);
  });

  test('no rows of everything are read again: the snapshot was found by one', async () => {
    for (const groupby of [[], ['customerTenantId']] as const) {
      const { client } = fakeService(rows, 10);
      let isEmpty = true;
      const engine = createServiceEngine({
        ...client,
        licenseDeployment: async (query, options) => {
          const page = await client.licenseDeployment(query, options);
          if (!isEmpty) return page;
          isEmpty = false;
          return { rows: [], totalCount: 0, next: null };
        },
      });
      const page = await engine.page(...scopeOf(null), { ...question, groupby, limit: 20 });
      expect(page.rows).toHaveLength(20);
    }
  });

  test('how far a reading is is told without a count that was reached already', async () => {
    const engine = createServiceEngine(counting(fakeService(rows, 10).client, () => 12));
    const seen: (number | null)[] = [];
    await engine.page(
      ...scopeOf(null),
      { ...question, readAll: true },
      { onProgress: ({ total }) => seen.push(total) },
    );
    expect(seen).toEqual([12, null, 12]);
  });

  test('what is asked behind what the person looks at goes behind it, unless they come to look at it', async () => {
    const priorities: (string | undefined)[] = [];
    const { client } = fakeService(rows);
    const watched: PartnerCenterClient = {
      ...client,
      licenseDeployment: (query, options) => {
        priorities.push(options?.priority);
        return client.licenseDeployment(query, options);
      },
    };
    await createServiceEngine(watched).summary(...scopeOf(null), { priority: 'background' });
    await createServiceEngine(watched).page(...scopeOf(null), question, { priority: 'background' });
    expect(priorities.splice(0)).toEqual(['background', 'background', 'background']);
    const engine = createServiceEngine(watched);
    const behind = engine.summary(...scopeOf(null), { priority: 'background' });
    const looked = engine.summary(...scopeOf(null));
    expect(await behind).toEqual(await looked);
    expect(priorities.slice(-2)).toEqual(['visible', 'visible']);
  });

  /** The service with one of its answers changed. */
  const once = (
    client: PartnerCenterClient,
    times: number,
    change: (page: LicenseDeploymentPage) => LicenseDeploymentPage,
  ): PartnerCenterClient => {
    let left = times;
    return {
      ...client,
      licenseDeployment: async (query, options) => {
        const page = await client.licenseDeployment(query, options);
        // This is the second page of a download.
        if (options?.continuation?.skip !== 10 || left === 0) return page;
        left -= 1;
        return change(page);
      },
    };
  };
  const ofYesterday = (page: LicenseDeploymentPage): LicenseDeploymentPage => ({
    ...page,
    rows: page.rows.map((r) => ({ ...r, processedDateTime: '2026-11-21T00:00:00' })),
  });

  test('a download whose pages are of two days begins again, three times, and then fails', async () => {
    const all: PageQuestion = { ...question, sort: bySold, readAll: true, limit: 100 };
    for (const times of [1, 3]) {
      const { client } = fakeService(rows, 10);
      const page = await createServiceEngine(once(client, times, ofYesterday)).page(...scopeOf(null), all);
      expect(page.total).toBe(25);
      expect(sold(page.rows)).toBe(sold(rows));
    }
    const { client } = fakeService(rows, 10);
    await expect(
      createServiceEngine(once(client, 4, ofYesterday)).page(...scopeOf(null), all),
    ).rejects.toMatchObject({
      kind: 'snapshotChanged',
    });
  });

  test('whenever it is forgotten, what was read before is not mixed with what comes after', async () => {
    const later = rows.map((r) => ({ ...r, licensesSold: r.licensesSold + 1_000 }));
    const told = new Set<number>();
    for (let turns = 0; turns < 60; turns += 1) {
      let { client } = fakeService(rows, 10);
      const engine = createServiceEngine({
        ...client,
        licenseDeployment: (query, options) => client.licenseDeployment(query, options),
      });
      // In half of the cases the first response is already there.
      if (turns % 2 === 0) {
        await engine.page(...scopeOf(null), { ...question, groupby: ['customerTenantId'], sort: bySold });
      }
      const summary = engine.summary(...scopeOf(null));
      for (let turn = 0; turn < turns / 2; turn += 1) await Promise.resolve();
      ({ client } = fakeService(later, 10));
      engine.forget();
      told.add((await summary).totals.licensesSold);
    }
    expect(told).toEqual(new Set([sold(rows), sold(later)]));
  });

  test('a group that comes twice is never counted twice', async () => {
    const { client } = fakeService(rows, 10);
    const twice = (page: LicenseDeploymentPage): LicenseDeploymentPage => ({
      ...page,
      rows: [...page.rows, ...page.rows],
    });
    expect(
      (await createServiceEngine(once(client, 1, twice)).summary(...scopeOf(null))).totals.licensesSold,
    ).toBe(sold(rows));
    await expect(createServiceEngine(once(client, 9, twice)).summary(...scopeOf(null))).rejects.toMatchObject(
      {
        kind: 'pagesOverlap',
      },
    );
  });

  test('next links that lead round in a circle end in an error', async () => {
    const { client } = fakeService(rows, 10);
    const round = (page: LicenseDeploymentPage): LicenseDeploymentPage => ({
      ...page,
      next: { paging: 'skip=10', skip: 10 },
    });
    const all: PageQuestion = { ...question, sort: bySold, readAll: true };
    await expect(
      createServiceEngine(once(client, 99, round)).page(...scopeOf(null), all),
    ).rejects.toMatchObject({
      kind: 'pagesOverlap',
    });
  });

  test('a row of another day is an error, never mixed in', async () => {
    const { client } = fakeService(rows);
    const torn: typeof client = {
      ...client,
      licenseDeployment: async (query, options) => {
        const page = await client.licenseDeployment(query, options);
        return {
          ...page,
          rows: page.rows.map((r, index) =>
            index === 3 ? { ...r, processedDateTime: '2026-11-21T00:00:00' } : r,
          ),
        };
      },
    };
    await expect(createServiceEngine(torn).page(...scopeOf(null), question)).rejects.toMatchObject({
      kind: 'snapshotChanged',
    });
  });

  test('groups stand by the measure, those of which it is undefined last, equals by sold and then by key', async () => {
    const figures: readonly (readonly [string, number, number])[] = [
      ['b', 0, 3],
      ['d', 10, 5],
      ['a', 0, 1],
      ['f', 4, 2],
      ['e', 10, 5],
      ['c', 2, 2],
    ];
    const measured = figures.map(([productName, licensesSold, licensesDeployed]) =>
      testRow({ productName, licensesSold, licensesDeployed }),
    );
    const engine = createServiceEngine(fakeService(measured).client);
    const orderBy = async (rankBy: Measure): Promise<string> => {
      const { top } = await engine.groups(...scopeOf(null), { by: ['productName'], rankBy, top: 9 });
      return top.map(({ key }) => key[0]).join('');
    };
    expect(await orderBy('utilization')).toBe('cdefab');
    expect(await orderBy('licensesSold')).toBe('defcab');
    expect(await orderBy('licensesDeployed')).toBe('debfca');
    expect(await orderBy('licensesNotDeployed')).toBe('defcab');
  });

  test('each order, filter and grouping has an answer of its own, whatever is kept of the others', async () => {
    const engine = createServiceEngine(fakeService(rows).client);
    const first = async (
      changes: Partial<PageQuestion>,
      by: Filter | null = null,
    ): Promise<DeploymentRow> => {
      const page = await engine.page(...scopeOf(by), { ...question, ...changes });
      return page.rows[0] ?? testRow({});
    };
    const p1: Filter = { kind: 'comparison', field: 'productName', operator: 'eq', value: 'p1' };
    for (let times = 0; times < 2; times += 1) {
      expect((await first({ sort: bySold })).licensesSold).toBe(24);
      expect((await first({ sort: [{ field: 'licensesSold', descending: false }] })).licensesSold).toBe(0);
      expect((await first({ sort: bySold }, p1)).licensesSold).toBe(22);
      expect((await first({ sort: bySold, groupby: ['productName'] })).licensesSold).toBe(108);
      expect((await first({ sort: bySold, groupby: ['productName'] }, p1)).licensesSold).toBe(92);
      const { members } = await engine.members(...scopeOf(null), {
        field: 'productName',
        containing: 'p2',
        limit: 5,
      });
      expect(members.map(({ value: name, licensesSold }) => [name, licensesSold])).toEqual([['p2', 100]]);
    }
  });

  describe('a page of groups with their idle licenses', () => {
    const byIdle: PageQuestion = {
      ...question,
      groupby: ['customerTenantId'],
      spare: 0,
      sort: [{ field: 'idle', descending: true }],
    };
    const askedOf = async (client: PartnerCenterClient, changes: Partial<PageQuestion> = {}) =>
      createServiceEngine(client).page(...scopeOf(null), { ...byIdle, ...changes });

    test('is whole where one response has all groups and one all pairs', async () => {
      const { client, asked } = fakeService(rows);
      const whole = await askedOf(client);
      expect(whole).toEqual(await askedOf(fakeService(rows, 10).client, { readAll: true }));
      expect(whole.rows[0]).toMatchObject({ customerTenantId: 't24', idle: 24, short: 0 });
      expect(groupedOnly(asked)).toHaveLength(2);
    });

    test('is the service’s own where there is more, and says what there is to read', async () => {
      for (const [changes, toRead] of [
        [{}, { rows: 50, requests: 2 }],
        [{ offset: 5 }, { rows: 50, requests: 2 }],
        // With three channels, one response has all groups, but not all pairs of them.
        [
          { groupby: ['channel'], limit: 1 },
          { rows: 25, requests: 1 },
        ],
        [
          { spare: null, thresholds: { minUtilization: 0 }, sort: [] },
          { rows: 50, requests: 2 },
        ],
      ] satisfies (readonly [Partial<PageQuestion>, object])[]) {
        const page = await askedOf(fakeService(rows, 10).client, changes);
        const [offset, limit] = [changes.offset ?? 0, changes.limit ?? 10];
        expect(page).toMatchObject({ order: 'service', totals: null, toRead });
        const own = grouped(rows, changes.groupby ?? byIdle.groupby);
        expect(page.rows).toEqual(own.slice(offset, offset + limit));
      }
    });

    test('knows the end of its groups where only their pairs are more than a response has', async () => {
      const { client, asked } = fakeService(rows, 10);
      const page = await askedOf(client, { groupby: ['productName'] });
      expect(page).toMatchObject({
        order: 'service',
        total: 3,
        isEndKnown: true,
        toRead: { rows: 25, requests: 1 },
      });
      expect(groupedOnly(asked)).toHaveLength(2);
    });

    test('is there where all of it was read for another question', async () => {
      const { client, asked } = fakeService(rows, 10);
      const engine = createServiceEngine(client);
      await engine.page(...scopeOf(null), { ...byIdle, readAll: true });
      const before = asked.length;
      const page = await engine.page(...scopeOf(null), { ...byIdle, spare: 1 });
      expect(page.order).toBe('asked');
      expect(page.rows[0]).toMatchObject({ customerTenantId: 't24', idle: 23 });
      expect(asked).toHaveLength(before);
    });

    test('is not there where only its pairs were read', async () => {
      const { client } = fakeService(rows, 10);
      const engine = createServiceEngine(client);
      await engine.totals(...scopeOf(null), { spare: 0 });
      const page = await engine.page(...scopeOf(null), byIdle);
      expect(page).toMatchObject({ order: 'service', toRead: { rows: 25, requests: 1 } });
    });

    test('says nothing of what there is to read where the count can’t be right', async () => {
      for (const count of [null, 0, 10]) {
        const page = await askedOf(counting(fakeService(rows, 10).client, () => count));
        expect(page.toRead).toEqual({ rows: null, requests: null });
      }
      const page = await askedOf(counting(fakeService(rows, 10).client, () => 10_001));
      expect(page.toRead).toEqual({ rows: 20_002, requests: 4 });
    });

    test('of a filter in parts is read at once', async () => {
      const names = ['p0', 'p1', 'p2'].map((of): Filter => ({
        kind: 'comparison',
        field: 'productName',
        operator: 'eq',
        value: of,
      }));
      const [first = null, ...others] = names;
      const filtered = first === null ? null : or([first, ...others]);
      const inParts = fakeService(rows, 10, printFilter(first).length).client;
      const [of, snapshot] = scopeOf(filtered);
      const parted = await createServiceEngine(inParts).page(of, snapshot, byIdle);
      const whole = await createServiceEngine(fakeService(rows).client).page(of, snapshot, byIdle);
      expect(bareOf(parted)).toEqual(bareOf(whole));
    });
  });

  test('changes are those between two snapshots, each read for itself', async () => {
    const later: Snapshot = {
      processedDateTime: '2026-11-23T00:00:00',
      date: '2026-11-23',
      totalCount: null,
    };
    const ofLater = [3, 9].map((licensesSold, at) =>
      testRow({ productName: `p${at + 2}`, licensesSold, processedDateTime: later.processedDateTime }),
    );
    const { client } = fakeService([...rows, ...ofLater]);
    const [of, snapshot] = scopeOf(null);
    const changes = await createServiceEngine(client).changes(of, snapshot, later, {
      by: ['productName'],
      rankBy: 'licensesSold',
      movers: 1,
      sort: [],
      offset: 0,
      limit: 9,
    });
    expect(changes).toMatchObject({
      rows: [
        { key: ['p0'], before: { licensesSold: 108 }, after: null },
        { key: ['p1'], before: { licensesSold: 92 }, after: null },
        { key: ['p2'], before: { licensesSold: 100 }, after: { licensesSold: 3 } },
        { key: ['p3'], before: null, after: { licensesSold: 9 } },
      ],
      total: 4,
      appeared: 1,
      vanished: 2,
      before: { licensesSold: 300, licensesDeployed: 0 },
      after: { licensesSold: 12, licensesDeployed: 0 },
      coverage: { before: { snapshot, rowsRead: 3 }, after: { snapshot: later, rowsRead: 2 } },
    });
  });

  test('anomalies are found where one response has all groups, else it is said what there is to read', async () => {
    const question = { kinds: FOUND_KINDS, offset: 0, limit: 9, readAll: false };
    const small = createServiceEngine(fakeService(rows).client);
    const known = await small.anomalies(...sinceNothing(null), question);
    expect(known).toMatchObject({ toRead: null, found: { renamedProduct: null } });
    const large = createServiceEngine(fakeService(rows, 2).client);
    expect(await large.anomalies(...sinceNothing(null), question)).toEqual({
      toRead: { rows: expect.any(Number) as number, requests: expect.any(Number) as number },
    });
    const read = await large.anomalies(...sinceNothing(null), { ...question, readAll: true });
    expect(read).toEqual({ ...known, coverage: expect.anything() as unknown });
  });

  test('an answer says what it rests on', async () => {
    const p1: Filter = { kind: 'comparison', field: 'productName', operator: 'eq', value: 'p1' };
    const told = { engine: 'service', snapshot: SNAPSHOT, filter: p1, search: '', countDisagrees: false };
    const engine = createServiceEngine(fakeService(rows, 3).client);
    // The page is cut by the service, cut from a first response, and cut from all groups.
    const cut = await engine.page(...scopeOf(p1), { ...question, limit: 2 });
    expect(cut.coverage).toEqual({ ...told, rowsRead: 2, totalCount: 8 });
    const sorted = await engine.page(...scopeOf(p1), { ...question, sort: bySold, limit: 2 });
    expect(sorted.coverage).toEqual({ ...told, rowsRead: 3, totalCount: 8 });
    const all = await engine.page(...scopeOf(p1), { ...question, readAll: true });
    expect(all.coverage).toEqual({ ...told, rowsRead: 8, totalCount: 8 });
    const { coverage } = await engine.summary(...scopeOf(p1));
    expect(coverage).toEqual({ ...told, rowsRead: 8, totalCount: 8 });
  });

  // There are 25 rows, ten on a page: the service's count says where they end, or it is wrong.
  test.each<readonly [number, number, Partial<Page>, boolean]>([
    [0, 9, { total: 10, isEndKnown: false }, true],
    [0, 10, { total: 10, isEndKnown: false }, false],
    [0, 11, { total: 11, isEndKnown: true }, false],
    [20, 24, { total: 25, isEndKnown: true }, true],
    [20, 25, { total: 25, isEndKnown: true }, false],
    [40, 39, { total: 39, isEndKnown: true }, false],
    [40, 40, { total: 40, isEndKnown: true }, false],
    [40, 41, { total: 0, isEndKnown: false }, true],
  ])(
    'from row %i on, a count of %i is worth what the rows leave of it',
    async (offset, count, end, disagrees) => {
      const engine = createServiceEngine(counting(fakeService(rows).client, () => count));
      const page = await engine.page(...scopeOf(null), { ...question, offset });
      expect(page).toMatchObject({ ...end, order: 'asked', totals: null });
      expect(page.coverage.countDisagrees).toBe(disagrees);
    },
  );

  test('no rows at all are all there are', async () => {
    const none: Filter = { kind: 'comparison', field: 'productName', operator: 'eq', value: 'none' };
    const { client } = fakeService(rows);
    const engine = createServiceEngine(counting(client, (page) => (page.rows.length === 0 ? 3 : 25)));
    const page = await engine.page(...scopeOf(none), question);
    expect(page).toMatchObject({
      rows: [],
      total: 0,
      isEndKnown: true,
      coverage: { totalCount: 3, countDisagrees: true },
    });
  });
});
