import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Thresholds } from '#engine/engine.ts';
import { reaches } from '#engine/pairs.ts';
import { listedGroups } from './listed-groups.ts';

const few = () => fc.nat(3);
const anyGroups = fc.array(fc.record({ licensesSold: few(), licensesDeployed: few(), idle: few() }), {
  maxLength: 20,
});
// Shares that groups of so few licenses have, so that they are met exactly.
const share = () => fc.option(fc.constantFrom(0, 1 / 3, 0.5, 2 / 3, 1, 1.5, 2), { nil: undefined });
const anyThresholds = fc.record({
  minIdle: fc.option(few(), { nil: undefined }),
  maxUtilization: share(),
  minUtilization: share(),
});

test('the groups that reach some thresholds are those that do as objects', () => {
  fc.assert(
    fc.property(anyGroups, anyThresholds, fc.boolean(), (groups, thresholds, arePairsKnown) => {
      // What is not asked for is not there at all.
      const asked: Thresholds = Object.fromEntries(
        Object.entries(thresholds).filter(([, value]) => value !== undefined),
      );
      const column = (name: 'licensesSold' | 'licensesDeployed' | 'idle') =>
        Uint32Array.from(groups, (group) => group[name]);
      const listed = listedGroups(
        {
          fields: [],
          count: groups.length,
          keys: [],
          licensesSold: column('licensesSold'),
          licensesDeployed: column('licensesDeployed'),
          ...(arePairsKnown
            ? { pairs: { idle: column('idle'), short: new Uint32Array(groups.length) } }
            : {}),
        },
        asked,
      );
      const expected = groups.flatMap(({ idle, ...sums }, at) =>
        reaches(arePairsKnown ? { ...sums, idle } : sums, asked) ? [at] : [],
      );
      expect([...listed]).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
