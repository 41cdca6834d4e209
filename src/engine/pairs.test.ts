import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELDS, type Field } from '#partner-center/fields.ts';
import { foldKey } from '#partner-center/filter/fold-case.ts';
import type { DeploymentRow, Totals } from './engine.ts';
import { mergeGroups } from '#partner-center/reading/merge-groups.ts';
import { arePairs, pairTotals, reaches, withPairFields, withPairs } from './pairs.ts';
import { add, NO_LICENSES, notDeployed } from './totals.ts';

const text = fc.option(fc.constantFrom('a', 'A', 'b', ''), { nil: null });
const anyRow: fc.Arbitrary<DeploymentRow> = fc.record({
  serviceCode: text,
  serviceName: text,
  channel: text,
  customerTenantId: text,
  customerName: text,
  productId: text,
  productName: text,
  licensesSold: fc.nat(9),
  licensesDeployed: fc.nat(9),
});
const anyGrouping = fc.shuffledSubarray([...FIELDS]);

function groupsOf(rows: readonly DeploymentRow[], by: readonly Field[]): readonly DeploymentRow[] {
  return mergeGroups(
    rows.map((row) => ({
      ...Object.fromEntries(by.map((field) => [field, row[field] ?? null])),
      licensesSold: row.licensesSold,
      licensesDeployed: row.licensesDeployed,
    })),
    by,
  );
}

const idleOf = (rows: readonly DeploymentRow[], spare: number): number =>
  groupsOf(rows, ['customerTenantId', 'productId'])
    .map(notDeployed)
    .filter((left) => left > spare)
    .reduce((sum, left) => sum + left - spare, 0);

test('with spare 0, not deployed is idle less short, for each group and for the whole', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 30 }), anyGrouping, (rows, by) => {
      const parts = groupsOf(rows, withPairFields(by));
      for (const group of withPairs(groupsOf(rows, by), parts, by, { spare: 0, prices: null })) {
        expect(notDeployed(group)).toBe((group.idle ?? Number.NaN) - (group.short ?? Number.NaN));
      }
      const { idle, short } = pairTotals(parts, { spare: 0, prices: null });
      expect(notDeployed(rows.reduce<Totals>(add, NO_LICENSES))).toBe(idle - short);
    }),
  );
});

test('a group has idle what its own rows have, whatever the letter case, and the whole what whole pairs have', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 30 }), anyGrouping, fc.nat(4), (rows, by, spare) => {
      const parts = groupsOf(rows, withPairFields(by));
      const keyOf = (row: DeploymentRow): string => foldKey(by.map((field) => row[field] ?? null));
      const groups = withPairs(groupsOf(rows, by), parts, by, { spare, prices: null });
      for (const group of groups) {
        const own = rows.filter((row) => keyOf(row) === keyOf(group));
        expect(group.idle).toBe(idleOf(own, spare));
      }
      const whole = pairTotals(parts, { spare, prices: null }).idle;
      expect(whole).toBe(idleOf(rows, spare));
      const addedUp = groups.reduce((sum, { idle = 0 }) => sum + idle, 0);
      if (spare === 0) expect(addedUp).toBeGreaterThanOrEqual(whole);
      if (arePairs(by) && spare === 0 && by.length === 2) expect(addedUp).toBe(whole);
    }),
  );
});

test.for([
  [{ licensesSold: 10, licensesDeployed: 4, idle: 6, short: 0 }, { minIdle: 6 }, true],
  [{ licensesSold: 10, licensesDeployed: 4, idle: 6, short: 0 }, { minIdle: 7 }, false],
  [{ licensesSold: 10, licensesDeployed: 4 }, { maxUtilization: 0.4 }, true],
  [{ licensesSold: 10, licensesDeployed: 4 }, { maxUtilization: 0.39 }, false],
  [{ licensesSold: 0, licensesDeployed: 0 }, { maxUtilization: 0 }, true],
  [{ licensesSold: 10, licensesDeployed: 4 }, { minUtilization: 0.4 }, true],
  [{ licensesSold: 10, licensesDeployed: 4 }, { minUtilization: 0.41 }, false],
  [{ licensesSold: 0, licensesDeployed: 1 }, { minUtilization: 0.95 }, true],
  [{ licensesSold: 0, licensesDeployed: 0 }, { minUtilization: 0 }, false],
  [{ licensesSold: 0, licensesDeployed: 0 }, {}, true],
] as const)('%j with %j is listed: %s', ([group, thresholds, isListed]) => {
  expect(reaches(group, thresholds)).toBe(isListed);
});
