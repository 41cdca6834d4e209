import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELDS, type Field } from '#partner-center/fields.ts';
import type { DeploymentRow, Totals } from '#engine/engine.ts';
import { add, NO_LICENSES } from '#engine/totals.ts';
import { createColumnIndex } from '#engine/snapshot/columns/column-index.ts';
import { runsOf, type Runs } from '#engine/snapshot/columns/column-runs.ts';
import { bitmapWords, type Selection, selectionOfBitmap } from '#engine/snapshot/columns/selection.ts';
import type { Table } from '#engine/snapshot/columns/table.ts';
import { anyRows } from '#engine/snapshot/columns/rows.arbitrary.ts';
import { tableOfRows } from '#engine/snapshot/columns/table.fixture.ts';
import { groupByPlace } from './group-by-place.ts';
import { visitGroupsByRuns } from './group-by-runs.ts';
import { groupBySplitting } from './group-by-splitting.ts';
import { groupEachRun } from './group-by-runs-alone.ts';
import { byRunsOf, groupChunks, groupRows } from './group-rows.ts';
import { type GroupSums, joinGroups } from './group-sums.ts';
import { packsOf, type Pack } from './pack-fields.ts';

const MANY = Number.MAX_SAFE_INTEGER;

/** Groups by their key, whatever order they came in. */
function byKey(table: Table, groups: GroupSums): ReadonlyMap<string, Totals> {
  return new Map(
    Array.from({ length: groups.count }, (_, at) => {
      const key = groups.fields.map(
        (field, nth) => table.texts[field].dictionary[groups.keys[nth]?.[at] ?? 0],
      );
      const [licensesSold = -1, licensesDeployed = -1] = [
        groups.licensesSold[at],
        groups.licensesDeployed[at],
      ];
      return [JSON.stringify(key), { licensesSold, licensesDeployed }];
    }),
  );
}

function expected(rows: readonly DeploymentRow[], fields: readonly Field[]): ReadonlyMap<string, Totals> {
  const groups = new Map<string, Totals>();
  for (const row of rows) {
    const key = JSON.stringify(fields.map((field) => row[field] ?? null));
    groups.set(key, add(groups.get(key) ?? NO_LICENSES, row));
  }
  return groups;
}

/** All rows, most of them, or few. */
function selected(rows: number, every: number): Selection {
  const words = new Uint32Array(bitmapWords(rows));
  for (let row = 0; row < rows; row += 1) {
    if (every === 0 || row % every !== 0) words[row >>> 5] = (words[row >>> 5] ?? 0) | (1 << (row & 31));
  }
  return selectionOfBitmap(rows, words);
}

/** One pack of all the fields, however many places that takes. */
function packOf(table: Table, fields: readonly Field[]): Pack {
  const [pack, ...more] = packsOf(table, fields, 2 ** 31);
  if (pack === undefined || more.length > 0) throw new Error('The fields do not fit one pack.');
  return pack;
}

function runsOfField({ rows, texts }: Table, field: Field): Runs {
  const { codes, dictionary } = texts[field];
  const runs = runsOf(codes, dictionary.length, rows);
  if (runs === null) throw new Error('More runs than rows.');
  return runs;
}

test('all ways of grouping give the same groups', () => {
  const fields = fc.shuffledSubarray([...FIELDS], { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(anyRows(130), fields, fc.constantFrom(0, 1, 2, 40), (rows, by, every) => {
      const table = tableOfRows(rows);
      const selection = selected(rows.length, every);
      const plain = expected(
        rows.filter((_, row) => every === 0 || row % every !== 0),
        by,
      );
      const [first = 'channel', ...others] = by;
      const mostLicenses = createColumnIndex(table).mostLicenses();

      const ofPlaces = groupByPlace(table, selection, by, packOf(table, by), mostLicenses);
      expect(byKey(table, ofPlaces)).toEqual(plain);

      const packs = [packOf(table, [first]), packOf(table, others)] as const;
      expect(byKey(table, groupBySplitting(table, selection, by, packs, mostLicenses))).toEqual(plain);
      const single = [packs[0], ...others.map((field) => packOf(table, [field]))] as const;
      expect(byKey(table, groupBySplitting(table, selection, by, single, mostLicenses))).toEqual(plain);

      const runs = runsOfField(table, first);
      // Sums of double the width where licenses may be more.
      for (const most of [mostLicenses, MANY]) {
        const chunks: GroupSums[] = [];
        const byRuns = { field: first, runs, others: packs[1] };
        visitGroupsByRuns(table, selection, by, byRuns, most, (chunk) => {
          chunks.push(joinGroups(table, by, most, [chunk]));
        });
        expect(byKey(table, joinGroups(table, by, most, chunks))).toEqual(plain);
      }
    }),
    { numRuns: 300 },
  );
});

test('groups of a field in runs are those of its values, once each', () => {
  fc.assert(
    fc.property(anyRows(), fc.constantFrom(...FIELDS), (rows, field) => {
      const table = tableOfRows(rows);
      const most = createColumnIndex(table).mostLicenses();
      const groups = groupEachRun(table, field, runsOfField(table, field), most);
      expect(groups.count).toBe(new Set(rows.map((row) => row[field] ?? null)).size);
      expect(byKey(table, groups)).toEqual(expected(rows, [field]));
    }),
  );
});

test('a value in runs has a group with each of the others, and one with none of them', () => {
  const rows = [null, 'p', 'q', 'r'].map((productName) => ({
    customerName: 'a',
    productName,
    licensesSold: 1,
    licensesDeployed: 2,
  }));
  const table = tableOfRows(rows);
  const by = ['customerName', 'productName'] as const;
  const byRuns = {
    field: by[0],
    runs: runsOfField(table, by[0]),
    others: packOf(table, [by[1]]),
  };
  visitGroupsByRuns(table, selected(rows.length, 0), by, byRuns, MANY, (chunk) => {
    expect(byKey(table, chunk)).toEqual(expected(rows, by));
  });
});

test('more groups than a chunk holds are each in one chunk', () => {
  const customers = 20_000;
  const table = tableOfRows(
    Array.from({ length: customers * 2 }, (_, row) => ({
      customerName: String(row >>> 1),
      productName: String(row & 1),
      licensesSold: row,
      licensesDeployed: 1,
    })),
  );
  const runs = runsOfField(table, 'customerName');
  const others = packOf(table, ['productName']);
  const seen = new Uint8Array(table.rows);
  let chunks = 0;
  const all = selected(table.rows, 0);
  const fields = ['productName', 'customerName'] as const;
  visitGroupsByRuns(table, all, fields, { field: 'customerName', runs, others }, MANY, (chunk) => {
    chunks += 1;
    // What a group sold is the row that it is.
    for (const sold of chunk.licensesSold) seen[sold] = (seen[sold] ?? 0) + 1;
  });
  expect(chunks).toBe(2);
  expect(seen.every((times) => times === 1)).toBe(true);
});

/** Rows of so many customers, each of whom has every one of some products; `inRuns`: those of a customer are neighbours. */
function manyRows(customers: number, products: number, inRuns: boolean): readonly DeploymentRow[] {
  return Array.from({ length: customers * products }, (_, row) => {
    const customer = inRuns ? Math.floor(row / products) : row % customers;
    const product = (inRuns ? row : row + Math.floor(row / customers)) % products;
    return {
      customerName: `customer ${customer}`,
      productName: `product ${product}`,
      channel: product % 2 === 0 ? 'direct' : 'reseller',
      licensesSold: row,
      licensesDeployed: 2 * product,
    };
  });
}

test.each<{
  readonly of: string;
  readonly rows: readonly DeploymentRow[];
  readonly by: readonly Field[];
  readonly inChunks: boolean;
}>([
  { of: 'nothing', rows: manyRows(3, 4, true), by: [], inChunks: false },
  { of: 'no rows', rows: [], by: ['channel', 'customerName'], inChunks: false },
  {
    of: 'few customers in runs',
    rows: manyRows(100, 9, true),
    by: ['customerName', 'productName'],
    inChunks: false,
  },
  {
    of: 'many customers in runs',
    rows: manyRows(2000, 8, true),
    by: ['productName', 'customerName'],
    inChunks: true,
  },
  {
    of: 'as many customers with more rows each',
    rows: manyRows(2100, 16, true).map((row, at) => ({ ...row, productName: `product ${at % 8}` })),
    by: ['productName', 'customerName'],
    inChunks: true,
  },
  {
    of: 'many customers in runs beside few channels in longer ones',
    rows: manyRows(2000, 8, true).map((row, at) => ({
      ...row,
      channel: Math.floor(at / 1001) % 2 === 0 ? 'direct' : 'reseller',
    })),
    by: ['channel', 'customerName', 'productName'],
    inChunks: true,
  },
  {
    of: 'many customers in no runs',
    rows: manyRows(2000, 8, false),
    by: ['customerName', 'productName', 'channel'],
    inChunks: false,
  },
  {
    of: 'a field that comes in many runs',
    rows: manyRows(17_000, 8, true),
    by: ['customerName'],
    inChunks: false,
  },
  {
    of: 'customers in runs by more others than fit one number',
    rows: manyRows(20, 100, true).map((row, at) => ({ ...row, serviceCode: String((at * 7) % 999) })),
    by: ['customerName', 'productName', 'serviceCode'],
    inChunks: false,
  },
])('groups of $of are those of plain rows, in chunks: $inChunks', ({ rows, by, inChunks }) => {
  const table = tableOfRows(rows);
  const columns = createColumnIndex(table);
  for (const every of [0, 3]) {
    const selection = selected(rows.length, every);
    const plain = expected(
      rows.filter((_, row) => every === 0 || row % every !== 0),
      by,
    );
    const groups = groupRows(table, columns, selection, by);
    expect(groups.count).toBe(plain.size);
    expect(byKey(table, groups)).toEqual(plain);

    const chunks = groupChunks(table, columns, selection, by);
    expect(chunks !== null).toBe(inChunks);
    const copies: GroupSums[] = [];
    chunks?.((chunk) => copies.push(joinGroups(table, by, MANY, [chunk])));
    if (inChunks) expect(byKey(table, joinGroups(table, by, MANY, copies))).toEqual(plain);
  }
});

/** The fields whose runs are looked for where some rows of a table are grouped. */
function runsLookedFor(table: Table, every: number, by: readonly Field[]): readonly Field[] {
  const columns = createColumnIndex(table);
  const asked: Field[] = [];
  const runs: typeof columns.runs = (field) => {
    asked.push(field as Field);
    return columns.runs(field);
  };
  groupRows(table, { ...columns, runs }, selected(table.rows, every), by);
  return asked;
}

test('runs are looked for where there are more groups than stay in the cache', () => {
  // With no value a field has one place more than values.
  const single = (customers: number) => tableOfRows(manyRows(customers, 2, true));
  expect(runsLookedFor(single(2 ** 14 - 1), 0, ['customerName'])).toEqual([]);
  expect(runsLookedFor(single(2 ** 14), 0, ['customerName'])).toEqual(['customerName']);
  // Of some rows only one field of several has use for them.
  expect(runsLookedFor(single(2 ** 14), 3, ['customerName'])).toEqual([]);
  const by = ['customerName', 'productName'] as const;
  // Each customer has two rows of each of 127 products: fewer places than rows.
  const paired = (customers: number) =>
    tableOfRows(
      manyRows(customers, 254, true).map((row, at) => ({ ...row, productName: `product ${at % 127}` })),
    );
  expect(runsLookedFor(paired(2 ** 7 - 1), 0, by)).toEqual([]);
  expect(runsLookedFor(paired(2 ** 7), 0, by)).toEqual(expect.arrayContaining(['customerName']));
});

test('many groups of a field that comes in no runs are those of plain rows', () => {
  const rows = manyRows(17_000, 3, false);
  const table = tableOfRows(rows);
  const groups = groupRows(table, createColumnIndex(table), selected(rows.length, 0), ['customerName']);
  expect(byKey(table, groups)).toEqual(expected(rows, ['customerName']));
});

test('of several fields in runs rows are parted by the one with most values', () => {
  const rows = manyRows(2000, 8, true).map((row, at) => ({
    ...row,
    channel: Math.floor(at / 800) % 2 === 0 ? 'direct' : 'reseller',
  }));
  const table = tableOfRows(rows);
  const columns = createColumnIndex(table);
  const partedBy = (by: readonly Field[]) => {
    const byRuns = byRunsOf(table, columns, selected(rows.length, 0), by);
    return byRuns && [byRuns.field, byRuns.others.fields];
  };
  for (const by of [
    ['channel', 'customerName', 'productName'],
    ['productName', 'customerName', 'channel'],
  ] as const) {
    const [field, others] = partedBy(by) ?? [];
    expect(field).toBe('customerName');
    expect(new Set(others)).toEqual(new Set(['channel', 'productName']));
  }
  expect(partedBy(['customerName'])).toBeNull();
});
