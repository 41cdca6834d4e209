import { expect, test } from 'vitest';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { textsIn } from '#ui/catalogue.ts';
import { groupingNames } from '#ui/field-names.ts';
import { fieldTexts } from '#ui/field-texts.ts';
import { formatFor } from '#ui/format.ts';
import { ENGLISH } from '#ui/language.ts';
import { DEFAULT_VIEW, type View } from '#view/view.ts';
import { texts } from './texts.ts';
import { viewTitle, type TitleWords } from './view-title.ts';

const words: TitleWords = {
  t: textsIn(texts, ENGLISH),
  fieldNames: textsIn(fieldTexts, ENGLISH),
  groupingNames: groupingNames(textsIn(fieldTexts, ENGLISH)),
  format: formatFor(ENGLISH),
  customerName: (tenantId) => (tenantId === 'T1' ? 'Contoso' : null),
};
const titleOf = (view: Partial<View>) => viewTitle({ ...DEFAULT_VIEW, ...view }, words);

const product = (value: string, operator: 'eq' | 'ne' = 'eq'): Filter => ({
  kind: 'comparison',
  field: 'productName',
  operator,
  value,
});
const channel: Filter = { kind: 'comparison', field: 'channel', operator: 'ne', value: 'direct' };

test('everything there is has no title of its own', () => {
  expect(titleOf({ page: 3, pageSize: 50, sort: [{ field: 'licensesSold', descending: false }] })).toBe('');
});

test.for<[Partial<View>, string]>([
  [{ filter: product('Visio Plan 2') }, 'Visio Plan 2'],
  [{ filter: product('') }, '(blank)'],
  [{ filter: product('Visio Plan 2', 'ne') }, 'Product is not Visio Plan 2'],
  [{ filter: { kind: 'or', operands: [product('A'), product('B')] } }, 'Product is A or B'],
  [{ filter: { kind: 'and', operands: [product('A'), channel] } }, 'A · Channel is not direct'],
  [{ filter: { kind: 'comparison', field: 'customerTenantId', operator: 'eq', value: 'T1' } }, 'Contoso'],
  [{ groupby: ['customerTenantId', 'customerName', 'channel'] }, 'by Customer, Channel'],
  [{ search: 'ltd' }, '“ltd”'],
  [{ groupby: ['productName', 'channel'] }, 'by Product, Channel'],
  [{ processedDateTime: '2026-11-19' }, 'Nov 19, 2026'],
  [{ compare: '2026-10-31' }, 'compared with Oct 31, 2026'],
  [
    { filter: product('A'), search: 'ltd', groupby: ['channel'], processedDateTime: '2026-11-19' },
    'A · “ltd” · by Channel · Nov 19, 2026',
  ],
])('%j is called %s', ([view, title]) => {
  expect(titleOf(view)).toBe(title);
});

test('of many conditions and long names it says a part', () => {
  const operands: Filter[] = [
    product('A'.repeat(500)),
    channel,
    { kind: 'comparison', field: 'serviceName', operator: 'ne', value: 'Exchange' },
    { kind: 'comparison', field: 'serviceCode', operator: 'ne', value: 'X' },
  ];
  const title = titleOf({ filter: { kind: 'and', operands } });
  expect(title).toMatch(/^A{40}… · /u);
  expect(title).toMatch(/ · 2 more$/u);
});

test('nothing in it changes the direction of the rest', () => {
  expect(titleOf({ filter: product('\u202eoisiV') })).toBe('[U+202E]oisiV');
});
