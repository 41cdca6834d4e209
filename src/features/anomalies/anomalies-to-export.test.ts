import { expect, test } from 'vitest';
import { toldOf } from './anomalies-to-export.ts';

const DAYS = { snapshot: '2026-11-26', before: '2026-10-27' };

test('an anomaly of one snapshot is compared with nothing', () => {
  expect(
    toldOf(
      {
        kind: 'overDeployed',
        customerTenantId: 't1',
        customerName: 'Contoso',
        productId: 'p1',
        productName: 'Power BI',
        licenses: 5,
        after: { licensesSold: 10, licensesDeployed: 15 },
      },
      DAYS,
    ),
  ).toEqual({
    day: '2026-11-26',
    row: {
      customerTenantId: 't1',
      customerName: 'Contoso',
      productId: 'p1',
      productName: 'Power BI',
      licensesSold: 10,
      licensesDeployed: 15,
    },
    comparedWith: null,
    soldBefore: null,
    deployedBefore: null,
  });
});

test('what is gone has no figures any more, and those that it had', () => {
  expect(
    toldOf(
      {
        kind: 'customerGone',
        customerTenantId: 't1',
        customerName: 'Contoso',
        licenses: 10,
        after: null,
        before: { licensesSold: 10, licensesDeployed: 3 },
      },
      DAYS,
    ),
  ).toEqual({
    day: '2026-11-26',
    row: { customerTenantId: 't1', customerName: 'Contoso', productId: undefined, productName: undefined },
    comparedWith: '2026-10-27',
    soldBefore: 10,
    deployedBefore: 3,
  });
});

test('a jump is of its own days, with the figure that jumped and no other', () => {
  expect(
    toldOf(
      {
        kind: 'jump',
        measure: 'licensesDeployed',
        member: { field: 'channel', value: 'direct', name: 'direct' },
        from: '2026-11-20',
        to: '2026-11-21',
        before: 100,
        after: 900,
        usual: 2,
        score: 9,
        licenses: 800,
      },
      DAYS,
    ),
  ).toEqual({
    day: '2026-11-21',
    row: { channel: 'direct', licensesDeployed: 900 },
    comparedWith: '2026-11-20',
    soldBefore: null,
    deployedBefore: 100,
  });
});
