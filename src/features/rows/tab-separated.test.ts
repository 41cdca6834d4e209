import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeploymentRow } from '#engine/engine.ts';
import { valueIn, type ValueOf } from './columns.ts';
import { tabSeparated } from './tab-separated.ts';

const valueOf: ValueOf = (row, id) => (id === 'remedy' || id === 'idleValue' ? null : valueIn(row, id));

const ROW: DeploymentRow = {
  customerName: 'Contoso',
  productName: 'Visio Plan 2',
  processedDateTime: '2026-11-26T03:00:00',
  licensesSold: 1_600_000,
  licensesDeployed: 2_000_000,
};

/** Takes such a text apart in the same way as spreadsheets. */
function cellsOf(text: string): string[][] {
  const cells = /("(?:[^"]|"")*"|[^\t\n]*)(\t|\n|$)/gu;
  const rows: string[][] = [[]];
  for (const [, cell = '', end = ''] of text.matchAll(cells)) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '') break;
    if (end === '\n') rows.push([]);
  }
  return rows;
}

test('numbers are bare, days are days, and what is undefined is empty', () => {
  const columns = [
    'customerName',
    'licensesSold',
    'licensesNotDeployed',
    'utilization',
    'processedDateTime',
    'channel',
  ] as const;
  const none = { ...ROW, licensesSold: 0, licensesDeployed: 0 };
  expect(tabSeparated([ROW, none], columns, valueOf, 'en-US')).toBe(
    'Contoso\t1600000\t-400000\t1.25\t2026-11-26\t\nContoso\t0\t0\t\t2026-11-26\t',
  );
  expect(tabSeparated([{ ...ROW, licensesDeployed: 800_000 }], ['utilization'], valueOf, 'en-ZA')).toBe(
    '0,5',
  );
});

test('texts with tabs, line ends and quotes come apart as they were', () => {
  const name = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', "'", ' ', 'é') });
  fc.assert(
    fc.property(fc.array(fc.tuple(name, name), { minLength: 1 }), (names) => {
      const rows = names.map(([customerName, productName]) => ({ ...ROW, customerName, productName }));
      expect(cellsOf(tabSeparated(rows, ['customerName', 'productName'], valueOf, 'en-US'))).toEqual(names);
    }),
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)'])('a name is never worked out: %s', (customerName) => {
  expect(tabSeparated([{ ...ROW, customerName }], ['customerName'], valueOf, 'en-US')).toBe(
    `'${customerName}`,
  );
});
