import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LicenseDeploymentPage, PartnerCenterClient } from '#partner-center/client.ts';
import type { Field } from '#partner-center/fields.ts';
import type { Scope } from '#engine/engine.ts';
import { collect, datesOf, watchDates, type Collected } from './collect.ts';
import { fakeService, testRow } from './fake-service.ts';
import { createPinCheck } from './pin-check.ts';

const SCOPE: Scope = {
  filter: null,
  search: '',
  snapshot: { processedDateTime: '2026-11-22T00:00:00', date: '2026-11-22', totalCount: null },
};

/** Reads with checks of its own. */
const read = (
  client: PartnerCenterClient,
  groupby: readonly Field[],
  options: { readonly all: boolean; readonly from?: Collected },
) => collect(client, SCOPE, groupby, { pins: createPinCheck(client), ...options });

const LATER = '2026-11-22T06:00:00';

const ROWS = Array.from({ length: 25 }, (_, index) => testRow({ productName: `p${index}` }));

function dated(page: LicenseDeploymentPage, processedDateTime: string): LicenseDeploymentPage {
  return { ...page, rows: page.rows.map((row) => ({ ...row, processedDateTime })) };
}

/** A service whose rows from the eleventh on are of another snapshot of the day, so many times. */
function tornService(times: number): PartnerCenterClient {
  const { client } = fakeService(ROWS, 10);
  let left = times;
  return {
    ...client,
    licenseDeployment: async (query, options) => {
      const page = await client.licenseDeployment(query, options);
      if (options?.continuation === undefined || left === 0) return page;
      left -= 1;
      return dated(page, LATER);
    },
  };
}

test('rows of two snapshots of a day are never mixed', async () => {
  const { rows } = await read(tornService(1), [], { all: true });
  expect(rows).toEqual(ROWS);
  await expect(read(tornService(99), [], { all: true })).rejects.toMatchObject({
    kind: 'snapshotChanged',
  });
});

test('nor are they where a reading goes on from an earlier one', async () => {
  const from = await read(tornService(0), [], { all: false });
  const { rows } = await read(tornService(1), [], { all: true, from });
  expect(rows).toEqual(ROWS);
});

test('nor in one page', async () => {
  const page = await tornService(0).licenseDeployment({
    filter: null,
    groupby: [],
    processedDateTime: null,
    top: 10,
    skip: 0,
  });
  const watched = (rows: LicenseDeploymentPage['rows']) => () => watchDates(SCOPE.snapshot)(datesOf(rows));
  const [first, ...others] = dated(page, LATER).rows;
  expect(watched(dated(page, LATER).rows)).not.toThrow();
  expect(watched([...(first ? [first] : []), ...page.rows, ...others])).toThrow(
    /rows of 2026-11-22T00:00:00/u,
  );
});

test('a page that comes twice is known by all that its rows say, and no other is taken for it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(199),
      fc.constantFrom('productName', 'channel', 'licensesSold', 'licensesDeployed', null),
      async (at, changed) => {
        const page = Array.from({ length: 200 }, (_, index) =>
          testRow({ productName: `p${index}`, channel: 'x' }),
        );
        const other = page.map((row, index) =>
          index !== at || changed === null
            ? row
            : { ...row, [changed]: changed.startsWith('licenses') ? 2 ** 32 : null },
        );
        const reading = read(fakeService([...page, ...other], 200).client, [], { all: true });
        if (changed === null) await expect(reading).rejects.toMatchObject({ kind: 'pagesOverlap' });
        else expect((await reading).rows).toHaveLength(400);
      },
    ),
  );
});
