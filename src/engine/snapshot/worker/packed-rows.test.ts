import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyRows } from '#engine/snapshot/columns/rows.arbitrary.ts';
import { packRows, unpackRows } from './packed-rows.ts';

test('rows come out of a message as they went into it', () => {
  const anyPairs = fc.record({ idle: fc.nat(), short: fc.nat(), idleValue: fc.nat(), idlePriced: fc.nat() });
  fc.assert(
    fc.property(anyRows(40), fc.option(anyPairs, { nil: {} }), (rows, pairs) => {
      const sent = rows.map((row) => ({ ...row, ...pairs }));
      expect(unpackRows(structuredClone(packRows(sent)))).toEqual(sent);
    }),
  );
});

test('each value is in the message once', () => {
  const row = { customerName: 'Fabrikam', licensesSold: 2, licensesDeployed: 1 };
  const { count, members } = packRows([row, row, { ...row, licensesSold: 1 }]);
  expect(count).toBe(3);
  expect(members).toEqual([
    { name: 'customerName', values: ['Fabrikam'], codes: Uint32Array.of(0, 0, 0) },
    { name: 'licensesDeployed', values: [1], codes: Uint32Array.of(0, 0, 0) },
    { name: 'licensesSold', values: [2, 1], codes: Uint32Array.of(0, 0, 1) },
  ]);
});
