import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { workbookOf } from './workbook.ts';

const COLUMNS = [
  { header: 'Snapshot', kind: 'day' },
  { header: 'Customer', kind: 'text' },
  { header: 'Sold', kind: 'count' },
  { header: 'Utilization', kind: 'share' },
] as const;

test('days are dates, figures numbers, and what looks like a formula is a text', async () => {
  const bytes = await workbookOf(
    {
      sheet: 'License deployment',
      columns: COLUMNS,
      aboutSheet: 'About',
      about: [
        ['Link', 'https://license-lens.example/?search=a'],
        ['Snapshot', '=1+1'],
      ],
    },
    [
      ['2026-11-26', '=HYPERLINK("x")', 1_234, 0.5],
      ['2026-11-26', 'a\n"b" <&> שלום', -5, null],
    ],
  );
  const { sheets } = await readXlsx(bytes);
  expect(sheets.map(({ name }) => name)).toEqual(['License deployment', 'About']);
  expect(sheets[0]?.rows).toEqual([
    ['Snapshot', 'Customer', 'Sold', 'Utilization'],
    [new Date('2026-11-26T00:00:00Z'), '=HYPERLINK("x")', 1_234, 0.5],
    [new Date('2026-11-26T00:00:00Z'), 'a\n"b" <&> שלום', -5, null],
  ]);
  expect(sheets[0]).toMatchObject({ freezePane: { rows: 1 }, autoFilter: { range: 'A1:D3' } });
  expect(sheets[1]?.rows).toEqual([
    ['Link', 'https://license-lens.example/?search=a'],
    ['Snapshot', '=1+1'],
  ]);
});

test('a text that Excel would read as another one, or not at all, is written so that it is read', async () => {
  const names = ['_x000D_', 'a_X0041_b', '\r', '\u0007', '\uFFFE\uD800', '007', 'x'.repeat(40_000)];
  const bytes = await workbookOf(
    { sheet: 'Rows', columns: COLUMNS, aboutSheet: 'About', about: [] },
    names.map((name) => ['2026-11-26', name, 1, null]),
  );
  const { sheets } = await readXlsx(bytes);
  expect(sheets[0]?.rows.slice(1).map(([, name]) => name)).toEqual([
    ...names.slice(0, 4),
    '\uFFFD\uFFFD',
    '007',
    'x'.repeat(32_767),
  ]);
});
