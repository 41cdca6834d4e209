import {
  MAX_TOP,
  type LicenseDeploymentPage,
  type LicenseDeploymentQuery,
  type PageOptions,
  type PartnerCenterClient,
} from '#partner-center/client.ts';
import { FIELDS, type Field } from '#partner-center/fields.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import type { Row } from '#partner-center/response.ts';

/** A row of the tests: every field has a value or null. */
export type TestRow = Record<Field, string | null> & {
  readonly processedDateTime: string;
  readonly licensesSold: number;
  readonly licensesDeployed: number;
};

/** A row with the given fields and null in the others. */
export function testRow(given: Partial<TestRow>): TestRow {
  const fields = Object.fromEntries(FIELDS.map((field) => [field, null])) as Record<Field, null>;
  return {
    processedDateTime: '2026-11-22T00:00:00',
    licensesSold: 0,
    licensesDeployed: 0,
    ...fields,
    ...given,
  };
}

/** Evaluates a filter plainly, by the endpoint's description alone. */
export function passes(filter: Filter | null, row: TestRow): boolean {
  if (filter === null) return true;
  if (filter.kind !== 'comparison') {
    const outcomes = filter.operands.map((operand) => passes(operand, row));
    return filter.kind === 'and' ? !outcomes.includes(false) : outcomes.includes(true);
  }
  const value = row[filter.field];
  const equal = value !== null && value.toLowerCase() === filter.value.toLowerCase();
  return filter.operator === 'eq' ? equal : !equal;
}

/** Groups plainly: one row for each distinct combination of values. */
export function grouped(rows: readonly TestRow[], groupby: readonly Field[]): Row[] {
  const groups = new Map<string, Row>();
  for (const row of rows) {
    const key = JSON.stringify(groupby.map((field) => row[field]));
    const sofar = groups.get(key);
    groups.set(key, {
      ...Object.fromEntries(groupby.map((field) => [field, row[field]])),
      licensesSold: (sofar?.licensesSold ?? 0) + row.licensesSold,
      licensesDeployed: (sofar?.licensesDeployed ?? 0) + row.licensesDeployed,
    });
  }
  return [...groups.values()];
}

export type Asked = { readonly groupby: readonly Field[]; readonly top: number; readonly skip: number };

/**
 * A service over some rows, which answers as fast as a promise. `rowsPerResponse` stands for its 10,000, so that little
 * data has pages.
 */
export function fakeService(
  rows: readonly TestRow[],
  rowsPerResponse: number = MAX_TOP,
  longestFilter: number = Number.POSITIVE_INFINITY,
): { readonly client: PartnerCenterClient; readonly asked: readonly Asked[] } {
  const asked: Asked[] = [];

  async function pageOf(
    query: LicenseDeploymentQuery,
    { continuation, signal }: PageOptions = {},
  ): Promise<LicenseDeploymentPage> {
    if (printFilter(query.filter).length > longestFilter) throw new Error('414: the address is too long');
    const skip = continuation?.skip ?? query.skip;
    const top = Math.min(query.top, rowsPerResponse);
    asked.push({ groupby: query.groupby, top, skip });
    await Promise.resolve();
    signal?.throwIfAborted();
    const inSnapshot = rows.filter(
      (row) => query.processedDateTime === null || row.processedDateTime === query.processedDateTime,
    );
    const passing = inSnapshot.filter((row) => passes(query.filter, row));
    const answer = query.groupby.length === 0 ? passing : grouped(passing, query.groupby);
    const page = answer.slice(skip, skip + top);
    const end = skip + page.length;
    return {
      rows: page,
      totalCount: answer.length,
      next: end < answer.length ? { paging: `skip=${end}`, skip: end } : null,
    };
  }

  return {
    asked,
    client: {
      secondFactor: { isDue: () => false, subscribe: () => () => undefined },
      requestOf: ({ groupby }) => ({ url: `/?groupby=${groupby.join()}`, headers: {} }),
      fits: ({ filter }) => printFilter(filter).length <= longestFilter,
      activity: {
        waits: () => [],
        subscribe: () => () => undefined,
        tryNow: () => undefined,
        giveUp: () => undefined,
      },
      licenseDeployment: pageOf,
      async read(query, reader, options) {
        const { rows, totalCount, next } = await pageOf(query, options);
        const body = { Value: rows, '@nextLink': next && `?skip=${next.skip}`, TotalCount: totalCount };
        // This address contains its own answer, so that a reader can fetch it wherever it runs.
        const url = `data:application/json,${encodeURIComponent(JSON.stringify(body))}`;
        const response = await reader.exchange(
          { url, headers: {} },
          options?.signal ?? new AbortController().signal,
          () => undefined,
        );
        if (!response.ok) throw new Error(response.text);
        const { value } = await reader.readBody(response.body);
        return { value, rowCount: rows.length, totalCount, next };
      },
    },
  };
}
