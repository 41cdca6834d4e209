import { expect, test } from 'vitest';
import type { ShownRow } from '#query/comparison.ts';
import { BASE_COLUMNS } from '#query/exported.ts';
import { furtherColumns, valuesOf, type FurtherColumns } from './columns.ts';

const NOTHING: FurtherColumns = { before: null, hasPairs: false, isPriced: false, remedy: null };

/** The values of a row, by the ids of their columns. */
function told(row: ShownRow, shape: Partial<FurtherColumns>): Readonly<Record<string, unknown>> {
  const further = furtherColumns({ ...NOTHING, ...shape });
  const ids = [...BASE_COLUMNS, ...further].map(({ id }) => id);
  const values = valuesOf(row, '2026-11-26', further);
  expect(values).toHaveLength(ids.length);
  return Object.fromEntries(ids.map((id, at) => [id, values[at]]));
}

const SOLD = { licensesSold: 30, licensesDeployed: 12 };
const BEFORE = { licensesSold: 20, licensesDeployed: 15 };

test('a row of one snapshot has its fields and figures, and no value where it is not grouped by a field', () => {
  expect(told({ productName: 'Power BI', ...SOLD }, {})).toEqual({
    processedDateTime: '2026-11-26',
    customerName: null,
    customerTenantId: null,
    productName: 'Power BI',
    productId: null,
    serviceName: null,
    serviceCode: null,
    channel: null,
    licensesDeployed: 12,
    licensesSold: 30,
    licensesNotDeployed: 18,
    utilization: 0.4,
  });
});

test('a row of two snapshots also has what was, and what changed', () => {
  const row = { channel: 'direct', ...SOLD, before: BEFORE, after: SOLD };
  expect(told(row, { before: '2026-10-26' })).toMatchObject({
    licensesSold: 30,
    comparedWith: '2026-10-26',
    before: 20,
    change: 10,
    changePercent: 0.5,
    deployedBefore: 15,
    changeDeployed: -3,
  });
});

test('what a snapshot has no row of has no figures there, and the change tells all the same', () => {
  const isNew = { channel: 'direct', ...SOLD, before: null, after: SOLD };
  expect(told(isNew, { before: '2026-10-26' })).toMatchObject({
    before: null,
    change: 30,
    changePercent: null,
    deployedBefore: null,
    changeDeployed: 12,
  });
  const isGone = {
    channel: 'direct',
    licensesSold: 0,
    licensesDeployed: 0,
    before: BEFORE,
    after: null,
  };
  expect(told(isGone, { before: '2026-10-26' })).toMatchObject({
    channel: 'direct',
    licensesSold: null,
    licensesDeployed: null,
    licensesNotDeployed: null,
    utilization: null,
    before: 20,
    change: -20,
    changePercent: -1,
    changeDeployed: -15,
  });
});

test('an opportunity has what is idle and short, and what that is worth', () => {
  const row = { ...SOLD, idle: 18, short: 0, idlePriced: 10, idleValue: 1_234_500 };
  const shape = { hasPairs: true, isPriced: true };
  expect(told(row, shape)).toMatchObject({
    idle: 18,
    short: 0,
    idlePriced: 10,
    idleValue: 123.45,
  });
});

test('an opportunity has how many licenses to assign, or to drop, until it reaches the threshold', () => {
  const row = { licensesSold: 30, licensesDeployed: 12, idle: 18 };
  expect(told(row, { remedy: { minIdle: 1, maxUtilization: 80 } })).toMatchObject({ assign: 12, drop: 15 });
  expect(told(row, { remedy: { minIdle: 10, maxUtilization: 100 } })).toMatchObject({ assign: 9, drop: 9 });
  const reached = { licensesSold: 30, licensesDeployed: 24, idle: 6 };
  expect(told(reached, { remedy: { minIdle: 1, maxUtilization: 80 } })).toMatchObject({
    assign: null,
    drop: null,
  });
});
