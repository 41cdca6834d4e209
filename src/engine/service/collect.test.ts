import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LicenseDeploymentPage, PartnerCenterClient } from '#partner-center/client.ts';
import { PartnerCenterError, type ErrorKind } from '#partner-center/error.ts';
import type { Field } from '#partner-center/fields.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { datesOf, watchDates } from '#partner-center/reading/page-watch.ts';
import { createPinCheck } from '#partner-center/reading/pin-check.ts';
import { unmixed } from '#partner-center/reading/unmixed.ts';
import { collect, coverageOf, type Collected, type Scope } from './collect.ts';
import { fakeService, testRow } from '#partner-center/reading/fake-service.ts';

const SCOPE: Scope = {
  filter: null,
  search: '',
  snapshot: { processedDateTime: '2026-11-22T00:00:00', date: '2026-11-22', totalCount: null },
};

/** Reads with a check of its own. */
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

/** A service whose rows from the eleventh on are, so many times, of another snapshot of the day. */
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
    'Asked for the snapshot of 2026-11-22T06:00:00, the service sent rows of 2026-11-22T00:00:00.',
  );
  expect(watched(dated(page, '2026-11-21T00:00:00').rows)).toThrow(
    'Asked for the snapshot of 2026-11-22, the service sent rows of 2026-11-21T00:00:00.',
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

/** The service with answers that are changed, by the number of the request (from 0). */
function changedService(
  rows: Parameters<typeof fakeService>[0],
  perResponse: number,
  change: (page: LicenseDeploymentPage, request: number) => LicenseDeploymentPage,
): PartnerCenterClient {
  const { client } = fakeService(rows, perResponse);
  let request = -1;
  return {
    ...client,
    licenseDeployment: async (query, options) => {
      request += 1;
      return change(await client.licenseDeployment(query, options), request);
    },
  };
}

test('what is read on for goes behind what the person looks at', async () => {
  const { client } = fakeService(ROWS, 10);
  const priorities: unknown[] = [];
  const watched: PartnerCenterClient = {
    ...client,
    licenseDeployment: (query, options) => {
      priorities.push(options?.priority);
      return client.licenseDeployment(query, options);
    },
  };
  await read(watched, [], { all: true });
  expect(priorities).toEqual(['visible', 'background', 'background']);
});

test('pages alike are no repetition where they have few rows, or none', async () => {
  const alike = Array.from({ length: 30 }, () => testRow({ productName: 'p' }));
  expect((await read(fakeService(alike, 10).client, [], { all: true })).rows).toEqual(alike);
  // A page without rows may lead to itself for some time.
  const next = { paging: 'token', skip: 0 };
  const slow = changedService(ROWS, 30, (page, request) =>
    request < 3 ? { rows: [], totalCount: 25, next } : page,
  );
  expect((await read(slow, [], { all: true })).rows).toEqual(ROWS);
});

test('a first response has rows, where there are any', async () => {
  const next = { paging: 'token', skip: 0 };
  const slow = changedService(ROWS, 10, (page, request) =>
    request < 3 ? { rows: [], totalCount: 25, next } : page,
  );
  expect((await read(slow, [], { all: false })).rows).toEqual(ROWS.slice(0, 10));
});

test('what is wrong with pages is told in words', async () => {
  const next = { paging: 'skip=10', skip: 10 };
  const round = changedService(ROWS, 10, (page) => ({ ...page, next }));
  await expect(read(round, [], { all: true })).rejects.toThrow('round in a circle');
  const twice = changedService(ROWS, 30, (page) => ({ ...page, rows: [...page.rows, ...page.rows] }));
  await expect(read(twice, ['productName'], { all: true })).rejects.toThrow(/group twice: .*p0/u);
  const many = Array.from({ length: 100 }, () => testRow({ productName: 'p' }));
  await expect(read(fakeService([...many, ...many], 100).client, [], { all: true })).rejects.toThrow(
    'a page twice',
  );
});

test('pages of before and after something was forgotten are not put together', async () => {
  let generation = 0;
  const { client } = fakeService(ROWS, 10);
  const forgetting: PartnerCenterClient = {
    ...client,
    licenseDeployment: (query, options) => {
      generation += 1;
      return client.licenseDeployment(query, options);
    },
  };
  const options = { pins: createPinCheck(client), generation: () => generation };
  const reading = collect(forgetting, SCOPE, [], { ...options, all: true });
  await expect(reading).rejects.toMatchObject({ kind: 'snapshotChanged' });
  await expect(reading).rejects.toThrow('has been forgotten');
  // A first page alone is not joined with any other.
  expect((await collect(forgetting, SCOPE, [], { ...options, all: false })).rows).toHaveLength(10);
});

test('how far a reading is is told without a count that says no more than what has come', async () => {
  for (const [count, totals] of [
    [10, [null, null, 10]],
    [11, [11, null, 11]],
    [null, [null, null, null]],
  ] as const) {
    const seen: unknown[] = [];
    const client = changedService(ROWS, 10, (page) => ({ ...page, totalCount: count }));
    await collect(client, SCOPE, [], {
      pins: createPinCheck(client),
      all: true,
      onProgress: ({ total }) => seen.push(total),
    });
    expect(seen).toEqual(totals);
  }
});

describe('a page behind the last row', () => {
  /** The first pages lead on to a page that the service refuses with this kind of error. */
  const refusing = (kind: ErrorKind, rows: typeof ROWS, totalCount: number | null) =>
    changedService(rows, 10, (page, request) => {
      if (request > 0 && page.rows.length === 0) {
        throw new PartnerCenterError({ kind, description: 'no' });
      }
      const skip = (request + 1) * 10;
      return { ...page, totalCount, next: { paging: `skip=${skip}`, skip } };
    });
  const TWENTY = ROWS.slice(0, 20);

  test.each(['invalidRequest', 'notServed', 'unavailable', 'unreadableResponse'] as const)(
    'may be refused as %s',
    async (kind) => {
      const collected = await read(refusing(kind, TWENTY, 20), [], { all: true });
      expect(collected).toMatchObject({ rows: TWENTY, totalCount: 20, next: null, isDated: true });
    },
  );

  test('may not be refused where the count says otherwise, or where there was none before it', async () => {
    for (const count of [19, 21, null]) {
      const reading = read(refusing('invalidRequest', TWENTY, count), [], { all: true });
      await expect(reading).rejects.toMatchObject({ kind: 'invalidRequest' });
    }
    // A filter may let no rows through.
    const filter: Filter = { kind: 'comparison', field: 'channel', operator: 'eq', value: 'x' };
    const client = refusing('invalidRequest', [], 0);
    const reading = collect(client, { ...SCOPE, filter }, [], { pins: createPinCheck(client), all: true });
    await expect(reading).rejects.toMatchObject({ kind: 'invalidRequest' });
  });

  test('is not meant by an error of another kind', async () => {
    await expect(read(refusing('network', TWENTY, 20), [], { all: true })).rejects.toMatchObject({
      kind: 'network',
    });
  });
});

describe('a filter that is too long for one address', () => {
  const filterOf = (operator: 'eq' | 'ne', count: number): Filter => ({
    kind: operator === 'eq' ? 'or' : 'and',
    operands: ROWS.slice(0, count).map(({ productName }) => ({
      kind: 'comparison',
      field: 'productName',
      operator,
      value: productName ?? '',
    })),
  });
  const readWith = (filter: Filter, longest: number, groupby: readonly Field[] = []) => {
    const { client } = fakeService(ROWS, 10, longest);
    return collect(client, { ...SCOPE, filter }, groupby, { pins: createPinCheck(client), all: true });
  };

  test('is read in parts, whose counts do not add up', async () => {
    const filter = filterOf('eq', 6);
    const inParts = await readWith(filter, 60);
    expect(inParts.rows).toEqual(ROWS.slice(0, 6));
    expect(inParts).toMatchObject({ rowsRead: 6, totalCount: null, next: null });
    expect(coverageOf({ ...SCOPE, filter }, inParts).countDisagrees).toBe(false);
    // A group that is in several parts is one.
    expect(await readWith(filter, 60, ['channel'])).toMatchObject({ rows: [{ channel: null }], rowsRead: 1 });
  });

  test('is an error that says why, where it can’t be', async () => {
    const whole = readWith(filterOf('ne', 6), 60);
    await expect(whole).rejects.toMatchObject({ kind: 'filterTooLong' });
    await expect(whole).rejects.toThrow('can’t be asked in parts');
    const many: Filter = {
      kind: 'or',
      operands: Array.from({ length: 300 }, (_, index) => ({
        kind: 'comparison',
        field: 'productName',
        operator: 'eq',
        value: `product ${index}`,
      })),
    };
    const tooMany = readWith(many, 40);
    await expect(tooMany).rejects.toMatchObject({ kind: 'tooManyParts' });
    await expect(tooMany).rejects.toThrow('more parts than is sensible');
  });
});

test('groups that are equal stay as the service has them until all are read', async () => {
  const spelt = ['a', 'A', 'b', 'B'].map((channel) => testRow({ channel, licensesSold: 1 }));
  const { client } = fakeService(spelt, 3);
  const from = await read(client, ['channel'], { all: false });
  expect(from).toMatchObject({ rowsRead: 3, totalCount: 4 });
  expect(from.rows.map(({ channel }) => channel)).toEqual(['a', 'A', 'b']);
  expect(coverageOf(SCOPE, from).countDisagrees).toBe(false);
  const all = await read(client, ['channel'], { all: true, from });
  expect(all.rows.map(({ channel, licensesSold }) => [channel, licensesSold])).toEqual([
    ['A', 2],
    ['B', 2],
  ]);
  expect(all).toMatchObject({ rowsRead: 4, totalCount: 4 });
  expect(coverageOf(SCOPE, all).countDisagrees).toBe(false);
  expect(coverageOf(SCOPE, { ...all, totalCount: 5 }).countDisagrees).toBe(true);
});

test('what is no trouble of pages is not read again', async () => {
  let reads = 0;
  const error = new PartnerCenterError({ kind: 'network', description: 'no' });
  await expect(
    unmixed(() => {
      reads += 1;
      return Promise.reject(error);
    }),
  ).rejects.toBe(error);
  expect(reads).toBe(1);
});
