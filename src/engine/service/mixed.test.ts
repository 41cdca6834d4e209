import { expect, test } from 'vitest';
import type { LicenseDeploymentPage, PartnerCenterClient } from '#partner-center/client.ts';
import { collect, type Collected, type Scope } from './collect.ts';
import { createServiceEngine } from './engine.ts';
import { fakeService, testRow, type TestRow } from '#partner-center/reading/fake-service.ts';
import { createPinCheck } from '#partner-center/reading/pin-check.ts';

const MORNING = '2026-11-22T00:00:00';
const EVENING = '2026-11-22T18:00:00';

function scopeOf(processedDateTime: string): Scope {
  return { filter: null, search: '', snapshot: { processedDateTime, date: '2026-11-22', totalCount: null } };
}

/** Rows of a snapshot. Each has `sold` licenses sold and a customer of its own. */
function rowsOf(processedDateTime: string, count: number, sold: number): TestRow[] {
  return Array.from({ length: count }, (_, index) =>
    testRow({ processedDateTime, customerTenantId: `c${index}`, licensesSold: sold }),
  );
}

/** Reads the rows of the morning with a check of its own. */
const read = (
  client: PartnerCenterClient,
  options: { readonly all: boolean; readonly from?: Collected },
): Promise<Collected> => collect(client, scopeOf(MORNING), [], { pins: createPinCheck(client), ...options });

/** A client whose pages are changed on their way. */
function clientWith(
  client: PartnerCenterClient,
  change: (page: LicenseDeploymentPage, isFirst: boolean) => LicenseDeploymentPage,
): PartnerCenterClient {
  return {
    ...client,
    licenseDeployment: async (query, options) =>
      change(await client.licenseDeployment(query, options), options?.continuation === undefined),
  };
}

test('what is kept of one snapshot is no answer about another of the same day', async () => {
  const { client } = fakeService([...rowsOf(MORNING, 3, 1), ...rowsOf(EVENING, 3, 5)]);
  const engine = createServiceEngine(client);
  for (const [snapshot, sold] of [
    [MORNING, 3],
    [EVENING, 15],
    [MORNING, 3],
  ] as const) {
    expect((await engine.summary(scopeOf(snapshot), scopeOf(snapshot).snapshot)).totals.licensesSold).toBe(
      sold,
    );
  }
});

test('a reading that goes on in another snapshot of the day keeps nothing of the one before', async () => {
  const { client } = fakeService(rowsOf(MORNING, 25, 1), 10);
  const from = await read(client, { all: false });
  expect(from.rows).toHaveLength(10);
  const replaced = clientWith(client, (page) => ({
    ...page,
    rows: page.rows.map((row) => ({ ...row, processedDateTime: EVENING })),
  }));
  const { rows } = await read(replaced, { all: true, from });
  expect(rows).toEqual(rowsOf(EVENING, 25, 1));
});

test('a page of rows that comes twice is never counted twice', async () => {
  const all = rowsOf(MORNING, 250, 1);
  const repeating = (times: number): PartnerCenterClient => {
    let left = times;
    let first: LicenseDeploymentPage['rows'] = [];
    return clientWith(fakeService(all, 100).client, (page, isFirst) => {
      if (isFirst) first = page.rows;
      if (isFirst || left === 0) return page;
      left -= 1;
      return { ...page, rows: first };
    });
  };
  expect((await read(repeating(1), { all: true })).rows).toEqual(all);
  await expect(read(repeating(99), { all: true })).rejects.toMatchObject({
    kind: 'pagesOverlap',
  });
  // The same holds where a reading goes on from the page that comes once more.
  const from = await read(repeating(0), { all: false });
  let isFirstCall = true;
  const again = clientWith(fakeService(all, 100).client, (page) => {
    if (!isFirstCall) return page;
    isFirstCall = false;
    return { ...page, rows: from.rows };
  });
  expect((await read(again, { all: true, from })).rows).toEqual(all);
});
