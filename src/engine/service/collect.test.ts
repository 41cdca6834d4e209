import { expect, test } from 'vitest';
import type { LicenseDeploymentPage, PartnerCenterClient } from '#partner-center/client.ts';
import type { Scope } from '#engine/engine.ts';
import { collect, datesOf, watchDates } from './collect.ts';
import { fakeService, testRow } from './fake-service.ts';

const SCOPE: Scope = {
  filter: null,
  search: '',
  snapshot: { processedDateTime: '2026-11-22T00:00:00', date: '2026-11-22', totalCount: null },
};

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
  const { rows } = await collect(tornService(1), SCOPE, [], { all: true });
  expect(rows).toEqual(ROWS);
  await expect(collect(tornService(99), SCOPE, [], { all: true })).rejects.toMatchObject({
    kind: 'snapshotChanged',
  });
});

test('nor are they where a reading goes on from an earlier one', async () => {
  const from = await collect(tornService(0), SCOPE, [], { all: false });
  const { rows } = await collect(tornService(1), SCOPE, [], { all: true, from });
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
