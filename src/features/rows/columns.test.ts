import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS } from '#partner-center/fields.ts';
import { fieldTexts } from '#ui/field-texts.ts';
import { DEFAULT_VIEW, ROW_SORT_FIELDS, sortFieldsOf, type SortKey } from '#view/view.ts';
import { columnsFor, columnsOf, directionsOf, sortAfterClick, valueIn } from './columns.ts';

describe('columns', () => {
  test('of ungrouped rows are all twelve, whatever the room', () => {
    const headers = Object.values(fieldTexts.en).toSorted();
    for (const isNarrow of [false, true]) {
      const columns = columnsFor({ groupby: [] }, isNarrow);
      expect(columns.map(({ id }) => fieldTexts.en[id]).toSorted()).toEqual(headers);
    }
  });

  test('that name a row and its figures fit a window of 1440 pixels', () => {
    const columns = columnsFor({ groupby: [] }, false);
    const throughUtilization = columns.slice(0, columns.findIndex(({ id }) => id === 'utilization') + 1);
    expect(throughUtilization).toHaveLength(8);
    const width = throughUtilization.reduce((sum, column) => sum + column.width, 0);
    // Left and right of the grid: the page's margins, two scroll bars, two borders.
    expect(width).toBeLessThanOrEqual(1440 - 2 * 24 - 2 * 15 - 2);
  });

  test('of groups are the grouped fields in their order, then the figures', () => {
    const columns = columnsFor({ groupby: ['productName', 'channel'] }, false);
    expect(columns.map(({ id }) => fieldTexts.en[id])).toEqual([
      'Product',
      'Channel',
      'Deployed',
      'Sold',
      'Not deployed',
      'Utilization',
    ]);
  });

  test('of customers are their names, then their tenants, in little room behind the figures', () => {
    const namesOf = (isNarrow: boolean) =>
      columnsFor({ groupby: ['channel', 'customerTenantId', 'customerName'] }, isNarrow).map(
        ({ id }) => fieldTexts.en[id],
      );
    const figures = ['Deployed', 'Sold', 'Not deployed', 'Utilization'];
    expect(namesOf(false)).toEqual(['Channel', 'Customer', 'Customer tenant ID', ...figures]);
    expect(namesOf(true)).toEqual(['Channel', 'Customer', ...figures, 'Customer tenant ID']);
  });

  test('of groups share the room that is left, those of rows keep their width', () => {
    expect(columnsFor({ groupby: ['channel'] }, false).every(({ grow }) => grow > 0)).toBe(true);
    expect(columnsFor({ groupby: [] }, false).every(({ grow }) => grow === 0)).toBe(true);
  });

  test('are known by what they show', () => {
    expect(columnsOf(['count', 'notDeployed', 'share'])).toEqual(
      ROW_SORT_FIELDS.filter((field) => /^(licenses|utilization)/u.test(field)),
    );
    expect(columnsOf(['count']).toSorted()).toEqual(['licensesDeployed', 'licensesSold']);
    expect(columnsOf(['share'])).toEqual(['utilization']);
    expect(columnsOf(['day'])).toEqual(['processedDateTime']);
    expect(columnsOf(['text']).toSorted()).toEqual(FIELDS.toSorted());
  });

  test('are exactly what the view can be sorted by and is computed', () => {
    for (const groupby of [
      [],
      ['customerTenantId'],
      ['customerTenantId', 'customerName'],
      ['serviceCode', 'productId'],
    ] as const) {
      for (const isNarrow of [false, true]) {
        const ids = columnsFor({ groupby }, isNarrow).map(({ id }) => id);
        const fields = sortFieldsOf({ ...DEFAULT_VIEW, groupby }).filter((field) =>
          ROW_SORT_FIELDS.some((known) => known === field),
        );
        expect(ids.toSorted()).toEqual(fields.toSorted());
      }
    }
  });
});

test('a row has a signed figure where more is deployed than sold, and none where nothing is sold', () => {
  const row = { customerName: 'Contoso', productName: null, licensesSold: 0, licensesDeployed: 3 };
  expect(valueIn(row, 'licensesNotDeployed')).toBe(-3);
  expect(valueIn(row, 'utilization')).toBeNull();
  expect(valueIn({ ...row, licensesSold: 4 }, 'utilization')).toBe(0.75);
  expect(valueIn(row, 'customerName')).toBe('Contoso');
  expect(valueIn(row, 'productName')).toBeNull();
  expect(valueIn(row, 'channel')).toBeNull();
});

test('clicks sort figures from the largest, texts from A, and end at the default order', () => {
  expect(directionsOf('licensesNotDeployed')).toEqual(['desc', 'asc', null]);
  expect(directionsOf('customerName')).toEqual(['asc', 'desc', null]);
  expect(directionsOf('processedDateTime')).toEqual(['asc', 'desc', null]);
});

describe('the sort after a click', () => {
  const sold: SortKey = { field: 'licensesSold', descending: true };
  const soldAscending: SortKey = { field: 'licensesSold', descending: false };
  const customer: SortKey = { field: 'customerName', descending: false };
  const product: SortKey = { field: 'productName', descending: false };

  test('alone is the key that was clicked', () => {
    expect(sortAfterClick([sold, product], [customer])).toEqual([customer]);
  });

  test('added to others comes last', () => {
    expect(sortAfterClick([sold], [customer, sold])).toEqual([sold, customer]);
  });

  test('that turns a key around leaves it at its place', () => {
    expect(sortAfterClick([sold, customer], [customer, soldAscending])).toEqual([soldAscending, customer]);
  });

  test('has the keys of the grid, no more and no fewer', () => {
    const keys = fc
      .uniqueArray(fc.constantFrom(...ROW_SORT_FIELDS), { maxLength: 4 })
      .chain((fields) =>
        fc.tuple(
          ...fields.map((field) => fc.record({ field: fc.constant(field), descending: fc.boolean() })),
        ),
      );
    const byField = (a: SortKey, b: SortKey): number => a.field.localeCompare(b.field);
    fc.assert(
      fc.property(keys, keys, (before, after) => {
        const sort = sortAfterClick(before, after);
        expect(sort.toSorted(byField)).toEqual(after.toSorted(byField));
      }),
    );
  });
});
