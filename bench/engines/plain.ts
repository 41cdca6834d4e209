import {
  CHANNEL,
  LEFT_OUT_SERVICE,
  PAGE_SIZE,
  SEARCHED,
  TOP,
  type Engine,
  type Group,
  type Row,
} from '#bench/peers/engine.ts';

type MutableGroup = { -readonly [Name in keyof Group]: Group[Name] };

const mostSoldFirst = (a: Group, b: Group): number => b.licensesSold - a.licensesSold;

/** Undefined comes last: no utilization is below 0. */
const utilization = (row: Row): number =>
  row.licensesSold === 0 ? -1 : row.licensesDeployed / row.licensesSold;

/** What someone writes without any library: an array of the parsed rows, loops, a Map, `sort`. */
export function createEngine(): Engine {
  const decoder = new TextDecoder();
  let rows: Row[] = [];
  let sorted: readonly Row[] = [];

  function groupsBy(
    keyOf: (row: Row) => string | null,
    fieldsOf: (row: Row) => readonly (string | null)[],
    isIn: ((row: Row) => boolean) | null,
  ): readonly Group[] {
    const groups = new Map<string | null, MutableGroup>();
    for (const row of rows) {
      if (isIn !== null && !isIn(row)) continue;
      const key = keyOf(row);
      const group = groups.get(key);
      if (group === undefined) {
        const { licensesSold, licensesDeployed } = row;
        groups.set(key, { key: fieldsOf(row), licensesSold, licensesDeployed });
      } else {
        group.licensesSold += row.licensesSold;
        group.licensesDeployed += row.licensesDeployed;
      }
    }
    return [...groups.values()].toSorted(mostSoldFirst).slice(0, TOP);
  }

  const byProduct = (isIn: (row: Row) => boolean): readonly Group[] =>
    groupsBy(
      (row) => row.productName,
      (row) => [row.productName],
      isIn,
    );

  return {
    load: (pages) => {
      for (const page of pages) {
        const { Value } = JSON.parse(decoder.decode(page)) as { readonly Value: readonly Row[] };
        for (const row of Value) rows.push(row);
      }
    },
    unload: () => {
      rows = [];
      sorted = [];
    },
    forget: () => {
      sorted = [];
    },
    topCustomers: () =>
      groupsBy(
        (row) => row.customerTenantId,
        (row) => [row.customerTenantId],
        null,
      ),
    filteredProducts: () =>
      byProduct((row) => row.channel === CHANNEL && row.serviceCode !== LEFT_OUT_SERVICE),
    customersAndServices: () =>
      groupsBy(
        (row) => `${row.customerTenantId} ${row.serviceCode}`,
        (row) => [row.customerTenantId, row.serviceCode],
        null,
      ),
    members: () =>
      groupsBy(
        (row) => row.customerName,
        (row) => [row.customerName],
        (row) => row.customerName !== null,
      ),
    searchedProducts: () =>
      byProduct(
        (row) =>
          (row.customerName?.toLowerCase().includes(SEARCHED) ?? false) ||
          (row.productName?.toLowerCase().includes(SEARCHED) ?? false),
      ),
    sortedPage: (offset) => {
      sorted = rows.toSorted((a, b) => utilization(b) - utilization(a));
      return sorted.slice(offset, offset + PAGE_SIZE);
    },
    furtherPage: (offset) => sorted.slice(offset, offset + PAGE_SIZE),
  };
}
