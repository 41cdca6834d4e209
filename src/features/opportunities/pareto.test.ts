import { expect, test } from 'vitest';
import { parseFilter } from '#partner-center/filter/parse.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { narrowedTo } from './narrow.ts';
import { namesOf, paretoBars } from './pareto.ts';

const row = (idle: number, fields: object = {}) => ({
  licensesSold: idle,
  licensesDeployed: 0,
  idle,
  ...fields,
});

test('each bar has the share of the whole that those up to it hold together', () => {
  const rows = [row(50), row(30), row(10)];
  const idleOf = ({ idle = 0 }: { readonly idle?: number | undefined }): number => idle;
  const bars = paretoBars(rows, ['A', 'B', 'C'], idleOf, 200);
  expect(bars.map(({ name, amount, share }) => [name, amount, share])).toEqual([
    ['A', 50, 0.25],
    ['B', 30, 0.4],
    ['C', 10, 0.45],
  ]);
  expect(paretoBars(rows, [], idleOf, null).map(({ share }) => share)).toEqual([null, null, null]);
});

test('bars are called by what a person knows, customers of one name apart', () => {
  const rows = [
    row(3, { customerTenantId: 'T1', customerName: 'Contoso', productId: 'P1', productName: 'Visio' }),
    row(2, { customerTenantId: 'T2', customerName: 'Contoso', productId: 'P1', productName: 'Visio' }),
    row(1, { customerTenantId: 'T3', customerName: null, productId: 'P2', productName: null }),
  ];
  const pair = ['customerTenantId', 'customerName', 'productId', 'productName'] as const;
  expect(namesOf(rows, pair, '(no value)')).toEqual([
    'Contoso (T1) · Visio',
    'Contoso (T2) · Visio',
    'T3 · (no value)',
  ]);
  expect(namesOf(rows, ['productId'], '(no value)')).toEqual(['P1', 'P1', 'P2']);
});

function filterOf(text: string): Filter | null {
  const result = parseFilter(text);
  if (!result.ok) throw new Error(text);
  return result.filter;
}

test('a click leads to the rows of one group alone, and the next one back', () => {
  const pair = ['customerTenantId', 'customerName', 'productId', 'productName'] as const;
  const of = row(3, {
    customerTenantId: 'T1',
    customerName: 'Contoso',
    productId: 'P1',
    productName: 'Visio',
  });
  const before = filterOf("channel eq 'direct' and (productName eq 'Visio' or productName eq 'Project')");
  const there = narrowedTo(before, pair, of);
  expect(printFilter(there?.filter ?? null)).toBe(
    "channel eq 'direct' and customerTenantId eq 'T1' and productName eq 'Visio'",
  );
  expect(there?.isChosen).toBe(false);
  const back = narrowedTo(there?.filter ?? null, pair, of);
  expect(back?.isChosen).toBe(true);
  expect(printFilter(back?.filter ?? null)).toBe("channel eq 'direct'");
  expect(narrowedTo(null, pair, row(3, { ...of, customerTenantId: null }))).toBeNull();
  expect(printFilter(narrowedTo(null, ['customerName'], of)?.filter ?? null)).toBe(
    "customerName eq 'Contoso'",
  );
});
