import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS } from '#partner-center/fields.ts';
import type { ShownRow } from '#query/comparison.ts';
import { textsIn } from '#ui/catalogue.ts';
import { changeTexts } from '#ui/change-texts.ts';
import { fieldTexts } from '#ui/field-texts.ts';
import { ENGLISH } from '#ui/language.ts';
import { DEFAULT_VIEW, ROW_SORT_FIELDS, sortFieldsOf, type SortKey, type View } from '#view/view.ts';
import {
  columnsFor,
  columnsOf,
  directionsOf,
  sortAfterClick,
  valueIn,
  type ColumnsView,
  type Headers,
} from './columns.ts';

const NAMES: Headers = {
  ...textsIn(fieldTexts, ENGLISH),
  ...textsIn(changeTexts, ENGLISH),
  remedy: 'Remedy',
};

/** The names of the columns that are shown by default. */
function usual(view: ColumnsView, isNarrow = false): readonly string[] {
  return columnsFor(view, isNarrow)
    .filter(({ isOptional }) => !isOptional)
    .map(({ id }) => NAMES[id]);
}

describe('columns', () => {
  test('of ungrouped rows are all twelve, whatever the room', () => {
    const headers = ROW_SORT_FIELDS.map((field) => NAMES[field]).toSorted();
    for (const isNarrow of [false, true]) {
      expect(usual(DEFAULT_VIEW, isNarrow).toSorted()).toEqual(headers);
      expect(columnsFor(DEFAULT_VIEW, isNarrow)).toHaveLength(headers.length);
    }
  });

  test('that name a row and its figures fit a window of 1440 pixels', () => {
    const columns = columnsFor({ ...DEFAULT_VIEW, groupby: [] }, false);
    const throughUtilization = columns.slice(0, columns.findIndex(({ id }) => id === 'utilization') + 1);
    expect(throughUtilization).toHaveLength(8);
    const width = throughUtilization.reduce((sum, column) => sum + column.width, 0);
    // Left and right of the grid are the page's margins, two scroll bars and two borders.
    expect(width).toBeLessThanOrEqual(1440 - 2 * 24 - 2 * 15 - 2);
  });

  test('of groups are the grouped fields in their order, then the figures', () => {
    expect(usual({ ...DEFAULT_VIEW, groupby: ['productName', 'channel'] })).toEqual([
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
      usual({ ...DEFAULT_VIEW, groupby: ['channel', 'customerTenantId', 'customerName'] }, isNarrow);
    const figures = ['Deployed', 'Sold', 'Not deployed', 'Utilization'];
    expect(namesOf(false)).toEqual(['Channel', 'Customer', 'Customer tenant ID', ...figures]);
    expect(namesOf(true)).toEqual(['Channel', 'Customer', ...figures, 'Customer tenant ID']);
  });

  test('of what is idle or short are there where the groups are ordered or measured by it, or it is chosen', () => {
    const view: ColumnsView = { ...DEFAULT_VIEW, groupby: ['channel'] };
    const all = columnsFor(view, false).map(({ id }) => NAMES[id]);
    expect(all).toEqual([...usual(view), 'Idle', 'Short']);
    expect(usual({ ...view, sort: [{ field: 'idle', descending: true }] })).toEqual([...usual(view), 'Idle']);
    expect(usual({ ...view, measure: 'short' })).toEqual([...usual(view), 'Short']);
    expect(usual({ ...DEFAULT_VIEW, measure: 'idle' })).toEqual(usual(DEFAULT_VIEW));
  });

  test('of opportunities are names, figures and what the opportunity is about, then ids; in little room that comes first', () => {
    const idle: ColumnsView = { ...DEFAULT_VIEW, view: 'opportunities' };
    const figures = ['Sold', 'Deployed', 'Utilization'];
    expect(usual(idle)).toEqual(['Customer', ...figures, 'Idle', 'Remedy', 'Customer tenant ID']);
    expect(usual(idle, true)).toEqual(['Customer', 'Idle', 'Remedy', ...figures, 'Customer tenant ID']);
    expect(usual({ ...idle, opportunity: 'nearlyFull' })).toEqual([
      'Customer',
      'Product',
      ...figures,
      'Not deployed',
      'Short',
      'Customer tenant ID',
      'Product ID',
    ]);
    expect(usual({ ...idle, groupby: ['productId'] })).toEqual(['Product ID', ...figures, 'Idle', 'Remedy']);
  });

  test('of groups share the room that is left, those of rows keep their width', () => {
    expect(columnsFor({ ...DEFAULT_VIEW, groupby: ['channel'] }, false).every(({ grow }) => grow > 0)).toBe(
      true,
    );
    expect(columnsFor({ ...DEFAULT_VIEW, groupby: [] }, false).every(({ grow }) => grow === 0)).toBe(true);
  });

  test('of two snapshots have what was beside what is, in either width and grouping', () => {
    const compared = ['Before', 'Sold', 'Change', 'Change %', 'Deployed', 'Change deployed'];
    const figures = [...compared, 'Not deployed', 'Utilization'];
    const namesOf = (groupby: View['groupby'], isNarrow: boolean) =>
      columnsFor({ ...DEFAULT_VIEW, groupby }, isNarrow, true)
        .filter(({ isOptional }) => !isOptional)
        .map(({ id }) => NAMES[id]);
    expect(namesOf(['channel'], false)).toEqual(['Channel', ...figures]);
    expect(namesOf(['customerTenantId', 'customerName'], true)).toEqual([
      'Customer',
      ...figures,
      'Customer tenant ID',
    ]);
    // What lies idle takes every pair of both, so that it is there to be chosen, or where the order is by it.
    const pairs = (sort: View['sort']) =>
      columnsFor({ ...DEFAULT_VIEW, groupby: ['channel'], compare: '2026-01-01', sort }, false, true)
        .slice(-3)
        .map(({ id, isOptional }) => [NAMES[id], isOptional]);
    expect(pairs([])).toEqual([
      ['Idle', true],
      ['Change idle', true],
      ['Short', true],
    ]);
    expect(pairs([{ field: 'changeIdle', descending: true }])[1]).toEqual(['Change idle', false]);
    // Sums by all fields: there is no day of a single row.
    expect(namesOf([], false)).toEqual([
      'Customer',
      'Product',
      'Service',
      'Channel',
      ...figures,
      'Customer tenant ID',
      'Product ID',
      'Service code',
    ]);
  });

  test('are known by what they show', () => {
    expect(columnsOf(['count', 'notDeployed', 'share'])).toEqual(
      [...ROW_SORT_FIELDS, 'idle', 'short'].filter((field) =>
        /^(licenses|utilization|idle|short)/u.test(field),
      ),
    );
    expect(columnsOf(['count']).toSorted()).toEqual(['idle', 'licensesDeployed', 'licensesSold', 'short']);
    expect(columnsOf(['share'])).toEqual(['utilization']);
    expect(columnsOf(['change', 'before', 'changeShare'])).toEqual([
      'before',
      'change',
      'changePercent',
      'changeDeployed',
      'changeIdle',
    ]);
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
        const view: ColumnsView = { ...DEFAULT_VIEW, groupby, prices: { id: 'own', of: [] } };
        const ids = columnsFor(view, isNarrow).map(({ id }) => id);
        expect(ids.toSorted()).toEqual(sortFieldsOf(view).toSorted());
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

test('what changed of idle licenses is known where they are', () => {
  const of = (idle: number | undefined) => ({ licensesSold: 9, licensesDeployed: 1, idle });
  expect(valueIn({ ...of(8), before: of(5), after: of(8) }, 'changeIdle')).toBe(3);
  expect(valueIn({ ...of(8), before: null, after: of(8) }, 'changeIdle')).toBe(8);
  expect(valueIn({ ...of(undefined), before: of(undefined), after: of(undefined) }, 'changeIdle')).toBeNull();
});

test('a row of two snapshots has its changes, and what is new or gone has nothing where it is not', () => {
  const before = { licensesSold: 40, licensesDeployed: 10 };
  const after = { licensesSold: 50, licensesDeployed: 5 };
  const ids = [
    'before',
    'licensesSold',
    'change',
    'changePercent',
    'licensesDeployed',
    'changeDeployed',
  ] as const;
  const valuesOf = (row: ShownRow) => ids.map((id) => valueIn(row, id));
  expect(valuesOf({ ...after, before, after })).toEqual([40, 50, 10, 0.25, 5, -5]);
  expect(valuesOf({ ...after, before: null, after })).toEqual([null, 50, 50, null, 5, 5]);
  expect(valuesOf({ licensesSold: 0, licensesDeployed: 0, before, after: null })).toEqual([
    40,
    null,
    -40,
    -1,
    0,
    -10,
  ]);
});
