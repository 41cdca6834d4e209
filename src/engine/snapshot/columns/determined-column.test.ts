import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELDS } from '#partner-center/fields.ts';
import { determinedColumn } from './determined-column.ts';
import { anyRows } from './rows.arbitrary.ts';
import { tableOfRows } from './table.fixture.ts';

const row = (customerTenantId: string | null, customerName: string | null) => ({
  customerTenantId,
  customerName,
  licensesSold: 1,
  licensesDeployed: 0,
});

test('a tenant with one name determines it, and none does where one of them has two', () => {
  const one = tableOfRows([row('a', 'Contoso'), row('b', 'Contoso'), row('a', 'Contoso'), row(null, null)]);
  const { customerTenantId, customerName } = one.texts;
  expect([...(determinedColumn(customerTenantId, customerName) ?? [])]).toEqual([0, 1, 1]);
  expect(determinedColumn(customerName, customerTenantId)).toBeNull();

  const two = tableOfRows([row('a', 'Contoso'), row('b', 'Fabrikam'), row('a', null)]);
  expect(determinedColumn(two.texts.customerTenantId, two.texts.customerName)).toBeNull();
});

test('what is determined is what each row has', () => {
  fc.assert(
    fc.property(anyRows(12), fc.constantFrom(...FIELDS), fc.constantFrom(...FIELDS), (rows, by, field) => {
      const { texts } = tableOfRows(rows);
      const determined = determinedColumn(texts[by], texts[field]);
      const values = new Map(rows.map((each) => [each[by] ?? null, new Set<string | null>()]));
      for (const each of rows) values.get(each[by] ?? null)?.add(each[field] ?? null);
      const isDetermined = [...values.values()].every((own) => own.size === 1);
      if (determined === null) {
        // No value counts as one, and may have no row.
        expect(isDetermined && texts[field].dictionary.length <= texts[by].dictionary.length).toBe(false);
        return;
      }
      expect(isDetermined).toBe(true);
      expect(Array.from(texts[by].codes, (code) => determined[code])).toEqual([...texts[field].codes]);
    }),
  );
});
