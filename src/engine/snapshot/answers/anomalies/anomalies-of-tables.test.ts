import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FOUND_KINDS } from '#engine/anomalies.ts';
import { inAnyOrder, plainAnomalies, toldOf } from '#engine/anomalies.oracle.ts';
import type { AnomaliesQuestion, DeploymentRow } from '#engine/engine.ts';
import { tableOfRows } from '#engine/snapshot/columns/table.fixture.ts';
import { createTableAnswers, type TableScope } from '#engine/snapshot/answers/table-answers.ts';
import { anomaliesOfTables } from './anomalies-of-tables.ts';

const text = fc.option(fc.constantFrom('a', 'A', 'b', 'c', ''), { nil: null, freq: 6 });
const anyRows = fc.array(
  fc.record({
    serviceCode: fc.constant('o365'),
    serviceName: fc.constant('Office'),
    channel: fc.constantFrom('direct', 'reseller'),
    customerTenantId: text,
    customerName: text,
    productId: text,
    productName: text,
    processedDateTime: fc.constant('2026-11-22T00:00:00'),
    licensesSold: fc.nat(3),
    licensesDeployed: fc.nat(3),
  }),
  { maxLength: 25 },
);

const EVERYTHING: TableScope = { filter: null, search: '' };
const ALL: AnomaliesQuestion = { kinds: FOUND_KINDS, offset: 0, limit: 10_000, readAll: true };

function asked(
  before: readonly DeploymentRow[] | null,
  after: readonly DeploymentRow[],
  question: Partial<AnomaliesQuestion> = {},
  scope = EVERYTHING,
) {
  return anomaliesOfTables(
    before && createTableAnswers(tableOfRows(before)),
    createTableAnswers(tableOfRows(after)),
    scope,
    { ...ALL, ...question },
  );
}

test('anomalies are those that plain loops find', () => {
  fc.assert(
    fc.property(fc.option(anyRows), anyRows, (before, after) => {
      const { rows, total, found } = asked(before, after);
      expect(inAnyOrder(rows.map(toldOf))).toEqual(inAnyOrder(plainAnomalies(before, after)));
      expect(total).toBe(rows.length);
      for (const kind of FOUND_KINDS) {
        const own = rows.filter((row) => row.kind === kind);
        const licenses = own.reduce((sum, row) => sum + row.licenses, 0);
        if (found[kind] !== null) expect(found[kind]).toEqual({ count: own.length, licenses });
      }
    }),
    { numRuns: 500 },
  );
});

test('pages are parts of one list, most licenses first, without the kinds that are not asked for', () => {
  fc.assert(
    fc.property(
      anyRows,
      anyRows,
      fc.subarray([...FOUND_KINDS]),
      fc.nat(9),
      fc.nat(9),
      (before, after, kinds, offset, limit) => {
        const all = asked(before, after);
        const listed = all.rows.filter(({ kind }) => kinds.includes(kind));
        const page = asked(before, after, { kinds, offset, limit });
        expect(page.rows).toEqual(listed.slice(offset, offset + limit));
        expect(page.total).toBe(listed.length);
        expect(page.found).toEqual(all.found);
        const licenses = all.rows.map((row) => row.licenses);
        expect(licenses).toEqual(licenses.toSorted((a, b) => b - a));
      },
    ),
  );
});

test('what is deployed beyond sold is what is short, and what is gone or dropped is what sold and sells no more', () => {
  fc.assert(
    fc.property(anyRows, anyRows, (before, after) => {
      const { found } = asked(before, after);
      const { totals } = createTableAnswers(tableOfRows(after)).totals(EVERYTHING, { spare: 0 });
      expect((found.overDeployed?.licenses ?? 0) + (found.nothingSold?.licenses ?? 0)).toBe(totals.short);
      const pairs = (rows: readonly DeploymentRow[]) => {
        const sold = new Map<string, number>();
        for (const { customerTenantId, productId, licensesSold } of rows) {
          if (customerTenantId == null) continue;
          const pair = JSON.stringify([customerTenantId.toLowerCase(), productId?.toLowerCase() ?? null]);
          sold.set(pair, (sold.get(pair) ?? 0) + licensesSold);
        }
        return sold;
      };
      const now = pairs(after);
      const lost = [...pairs(before)].filter(([pair]) => (now.get(pair) ?? 0) === 0);
      expect((found.customerGone?.licenses ?? 0) + (found.droppedToNothing?.licenses ?? 0)).toBe(
        lost.reduce((sum, [, sold]) => sum + sold, 0),
      );
    }),
  );
});

const ROW: DeploymentRow = {
  serviceCode: 'o365',
  serviceName: 'Office',
  channel: 'reseller',
  customerTenantId: 't1',
  customerName: 'Contoso',
  productId: 'p1',
  productName: 'Visio',
  processedDateTime: '2026-11-22T00:00:00',
  licensesSold: 10,
  licensesDeployed: 5,
};

test('each says whom it is about, how it was called, and who shares a name', () => {
  const before = [
    ROW,
    { ...ROW, productId: 'p2', productName: 'Project' },
    { ...ROW, customerTenantId: 't9' },
  ];
  const after = [
    { ...ROW, productName: 'Visio Plan 2', licensesDeployed: 12 },
    { ...ROW, customerTenantId: 't2', licensesSold: 30, productName: 'Visio Plan 2' },
    {
      ...ROW,
      customerTenantId: 'T2',
      customerName: 'Fabrikam',
      licensesSold: 1,
      productName: 'Visio Plan 2',
    },
  ];
  const { rows } = asked(before, after);
  expect(rows.map(({ kind, licenses }) => [kind, licenses])).toEqual([
    ['renamedProduct', 41],
    ['sharedName', 40],
    ['severalNames', 31],
    ['customerGone', 10],
    ['droppedToNothing', 10],
    ['overDeployed', 2],
  ]);
  expect(rows[0]).toMatchObject({ productName: 'Visio Plan 2', nameBefore: 'Visio' });
  expect(rows[1]).toMatchObject({ customerName: 'Contoso', count: 2, members: ['t2', 't1'] });
  expect(rows[2]).toMatchObject({ customerTenantId: 't2', count: 2, members: ['Contoso', 'Fabrikam'] });
  expect(rows[3]).toMatchObject({ customerTenantId: 't9', customerName: 'Contoso', after: null });
  expect(rows[4]).toMatchObject({ customerTenantId: 't1', productName: 'Project', after: null });
  expect(rows[5]).toMatchObject({ customerName: 'Contoso', productName: 'Visio Plan 2' });
});

test('without an earlier snapshot nothing is said of what it takes one for', () => {
  const { found } = asked(null, [ROW]);
  expect(found).toMatchObject({ renamedProduct: null, customerGone: null, droppedToNothing: null });
  expect(found.overDeployed).toEqual({ count: 0, licenses: 0 });
});

test('only rows that are found count', () => {
  const shared = [ROW, { ...ROW, customerTenantId: 't2', customerName: 'CONTOSO', productName: 'Project' }];
  expect(asked(null, shared).found.sharedName).toEqual({ count: 1, licenses: 20 });
  const { found } = asked(null, shared, {}, { filter: null, search: 'visio' });
  expect(found.sharedName).toEqual({ count: 0, licenses: 0 });
});
