import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELDS, type Field } from '#partner-center/fields.ts';
import { compareKeys, keyOf } from '#partner-center/reading/group-key.ts';
import type { DeploymentRow } from '#engine/engine.ts';
import { createColumnIndex } from '#engine/snapshot/columns/column-index.ts';
import { anyRows } from '#engine/snapshot/columns/rows.arbitrary.ts';
import { tableOfRows } from '#engine/snapshot/columns/table.fixture.ts';
import { decidingFields } from './deciding-fields.ts';

function decidedBy(rows: readonly DeploymentRow[], fields: readonly Field[]) {
  const table = tableOfRows(rows);
  return { table, ...decidingFields(table, createColumnIndex(table), fields) };
}

const row = (texts: Partial<Record<Field, string>>): DeploymentRow => ({
  ...texts,
  licensesSold: 1,
  licensesDeployed: 0,
});

const anyFields = () => fc.shuffledSubarray([...FIELDS], { minLength: 1, maxLength: 4 });

test('rows that are equal in the deciding fields are equal in all, and the ordering ones order them as all do', () => {
  fc.assert(
    fc.property(anyRows(9), anyFields(), (rows, fields) => {
      const { deciding, ordering } = decidedBy(rows, fields);
      expect(fields.filter((field) => deciding.includes(field))).toEqual(deciding);
      for (const a of rows) {
        for (const b of rows) {
          const inAll = compareKeys(keyOf(a, fields), keyOf(b, fields));
          expect(compareKeys(keyOf(a, deciding), keyOf(b, deciding)) === 0).toBe(inAll === 0);
          expect(compareKeys(keyOf(a, ordering), keyOf(b, ordering))).toBe(inAll);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('groups by the deciding fields get back the keys of all', () => {
  fc.assert(
    fc.property(anyRows(9), anyFields(), (rows, fields) => {
      const { table, deciding, withOthers } = decidedBy(rows, fields);
      // Each row a group.
      const groups = {
        fields: deciding,
        count: rows.length,
        keys: deciding.map((field) => table.texts[field].codes),
        licensesSold: table.counts.licensesSold,
        licensesDeployed: table.counts.licensesDeployed,
      };
      const all = withOthers(groups);
      expect(all.fields).toEqual(fields);
      expect(all.keys.map((codes) => [...codes])).toEqual(
        fields.map((field) => [...table.texts[field].codes]),
      );
    }),
    { numRuns: 500 },
  );
});

const CUSTOMERS = [
  row({ customerTenantId: '1', customerName: 'a', productId: 'p', productName: 'P', serviceCode: 's' }),
  row({ customerTenantId: '2', customerName: 'b', productId: 'q', productName: 'Q', serviceCode: 's' }),
  row({ customerTenantId: '3', customerName: 'c', productId: 'r', productName: 'Q', serviceCode: 's' }),
  row({ customerTenantId: '3', customerName: 'c', productId: 'p', productName: 'P', serviceCode: 's' }),
];

test.each<{
  readonly by: readonly Field[];
  readonly deciding: readonly Field[];
  readonly ordering: readonly Field[];
}>([
  // Of fields that follow from each other the ids of a pair stay.
  {
    by: ['customerName', 'customerTenantId'],
    deciding: ['customerTenantId'],
    ordering: ['customerName', 'customerTenantId'],
  },
  {
    by: ['customerTenantId', 'customerName'],
    deciding: ['customerTenantId'],
    ordering: ['customerTenantId'],
  },
  // A field may follow from one that follows itself.
  {
    by: ['serviceCode', 'productName', 'productId'],
    deciding: ['productId'],
    ordering: ['serviceCode', 'productName', 'productId'],
  },
  // Where it can follow from one before it, it does.
  {
    by: ['productName', 'serviceCode', 'productId'],
    deciding: ['productId'],
    ordering: ['productName', 'productId'],
  },
  { by: ['productId', 'serviceCode', 'productName'], deciding: ['productId'], ordering: ['productId'] },
  {
    by: ['customerTenantId', 'productId'],
    deciding: ['customerTenantId', 'productId'],
    ordering: ['customerTenantId', 'productId'],
  },
])('$by are decided by $deciding and ordered by $ordering', ({ by, deciding, ordering }) => {
  expect(decidedBy(CUSTOMERS, by)).toMatchObject({ deciding, ordering });
});
