import {
  CHANNEL,
  LEFT_OUT_SERVICE,
  PAGE_SIZE,
  priceOf,
  SEARCHED,
  TOP,
  type ChangedGroup,
  type Engine,
  type Group,
  type IdleGroup,
  type KindCount,
  type Row,
  type ValueGroup,
} from '#bench/peers/engine.ts';

type MutableGroup = { -readonly [Name in keyof Group]: Group[Name] };

const mostSoldFirst = (a: Group, b: Group): number => b.licensesSold - a.licensesSold;

/** An undefined utilization comes last: none is below 0. */
const utilization = (row: Row): number =>
  row.licensesSold === 0 ? -1 : row.licensesDeployed / row.licensesSold;

const mostIdleFirst = (a: IdleGroup, b: IdleGroup): number => b.idle - a.idle;

/** The code that a person writes without any library: an array of the parsed rows, loops, a Map, `sort`. */
export function createEngine(): Engine {
  const decoder = new TextDecoder();
  let rows: Row[] = [];
  let earlier: Row[] = [];
  let sorted: readonly Row[] = [];
  let prices = new Map<string | null, number>();

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

  function readInto(list: Row[], pages: readonly ArrayBuffer[]): void {
    for (const page of pages) {
      const { Value } = JSON.parse(decoder.decode(page)) as { readonly Value: readonly Row[] };
      for (const row of Value) list.push(row);
    }
  }

  /** The sums by customer, and for each customer by product. */
  function pairs(
    list: readonly Row[] = rows,
  ): ReadonlyMap<string | null, ReadonlyMap<string | null, MutableGroup>> {
    const customers = new Map<string | null, Map<string | null, MutableGroup>>();
    for (const row of list) {
      const { customerTenantId, productId, licensesSold, licensesDeployed } = row;
      let products = customers.get(customerTenantId);
      if (products === undefined) {
        products = new Map();
        customers.set(customerTenantId, products);
      }
      const pair = products.get(productId);
      if (pair === undefined) {
        products.set(productId, { key: [customerTenantId, productId], licensesSold, licensesDeployed });
      } else {
        pair.licensesSold += licensesSold;
        pair.licensesDeployed += licensesDeployed;
      }
    }
    return customers;
  }

  function priceList(): ReadonlyMap<string | null, number> {
    if (prices.size === 0) for (const { productId } of rows) prices.set(productId, priceOf(productId));
    return prices;
  }

  const idleOf = ({ licensesSold, licensesDeployed }: Group): number =>
    Math.max(0, licensesSold - licensesDeployed);

  function soldBy(list: readonly Row[], keyOf: (row: Row) => string | null): Map<string | null, number> {
    const sold = new Map<string | null, number>();
    for (const row of list) {
      const key = keyOf(row);
      sold.set(key, (sold.get(key) ?? 0) + row.licensesSold);
    }
    return sold;
  }

  function changes(keyOf: (row: Row) => string | null): readonly ChangedGroup[] {
    const before = soldBy(earlier, keyOf);
    const after = soldBy(rows, keyOf);
    const changed: ChangedGroup[] = [];
    for (const [key, soldAfter] of after) {
      changed.push({ key: [key], soldBefore: before.get(key) ?? 0, soldAfter });
    }
    for (const [key, soldBefore] of before) {
      if (!after.has(key)) changed.push({ key: [key], soldBefore, soldAfter: 0 });
    }
    const growth = ({ soldBefore, soldAfter }: ChangedGroup): number => soldAfter - soldBefore;
    return changed.toSorted((a, b) => growth(b) - growth(a)).slice(0, TOP);
  }

  /** The values of one field that have several values of another, and what is sold in the rows that have both. */
  function withSeveral(
    kind: string,
    of: (row: Row) => string | null,
    other: (row: Row) => string | null,
  ): KindCount {
    const values = new Map<string, { others: Set<string>; sold: number }>();
    for (const row of rows) {
      const [value, its] = [of(row), other(row)];
      if (value === null) continue;
      const own = values.get(value) ?? { others: new Set(), sold: 0 };
      values.set(value, own);
      if (its !== null) own.others.add(its);
      own.sold += row.licensesSold;
    }
    const several = [...values.values()].filter(({ others }) => others.size > 1);
    return { kind, count: several.length, licenses: several.reduce((sum, { sold }) => sum + sold, 0) };
  }

  function anomalies(): readonly KindCount[] {
    const over = { kind: 'overDeployed', count: 0, licenses: 0 };
    const unsold = { kind: 'nothingSold', count: 0, licenses: 0 };
    for (const products of pairs().values()) {
      for (const { licensesSold, licensesDeployed } of products.values()) {
        if (licensesDeployed <= licensesSold) continue;
        const kind = licensesSold === 0 ? unsold : over;
        kind.count += 1;
        kind.licenses += licensesDeployed - licensesSold;
      }
    }
    const name = (row: Row): string | null => row.customerName;
    const tenant = (row: Row): string | null => row.customerTenantId;
    return [over, unsold, withSeveral('sharedName', name, tenant), withSeveral('severalNames', tenant, name)];
  }

  function anomaliesSince(): readonly KindCount[] {
    const gone = { kind: 'customerGone', count: 0, licenses: 0 };
    const dropped = { kind: 'droppedToNothing', count: 0, licenses: 0 };
    const now = pairs();
    const soldTo = (products: Iterable<Group>): number => {
      let sold = 0;
      for (const { licensesSold } of products) sold += licensesSold;
      return sold;
    };
    const count = (kind: typeof gone, licenses: number): void => {
      kind.count += 1;
      kind.licenses += licenses;
    };
    for (const [customer, products] of pairs(earlier)) {
      if (customer === null) continue;
      const own = now.get(customer);
      const sold = soldTo(products.values());
      if (own === undefined) count(gone, sold);
      else if (soldTo(own.values()) > 0) {
        for (const [product, { licensesSold }] of products) {
          if (licensesSold > 0 && (own.get(product)?.licensesSold ?? 0) === 0) count(dropped, licensesSold);
        }
      } else if (sold > 0) count(dropped, sold);
    }
    return [gone, dropped];
  }

  const byProduct = (isIn: (row: Row) => boolean): readonly Group[] =>
    groupsBy(
      (row) => row.productName,
      (row) => [row.productName],
      isIn,
    );

  return {
    load: (pages) => readInto(rows, pages),
    loadEarlier: (pages) => readInto(earlier, pages),
    unload: () => {
      rows = [];
      earlier = [];
      sorted = [];
      prices = new Map();
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
    idleCustomers: () => {
      const customers: IdleGroup[] = [];
      for (const [customer, products] of pairs()) {
        const sums = { licensesSold: 0, licensesDeployed: 0, idle: 0 };
        for (const pair of products.values()) {
          sums.licensesSold += pair.licensesSold;
          sums.licensesDeployed += pair.licensesDeployed;
          sums.idle += idleOf(pair);
        }
        customers.push({ key: [customer], ...sums });
      }
      return customers.toSorted(mostIdleFirst).slice(0, TOP);
    },
    valueCustomers: () => {
      const costs = priceList();
      const customers: ValueGroup[] = [];
      for (const [customer, products] of pairs()) {
        const sums = { licensesSold: 0, licensesDeployed: 0, idle: 0, value: 0 };
        for (const [product, pair] of products) {
          const idle = idleOf(pair);
          sums.licensesSold += pair.licensesSold;
          sums.licensesDeployed += pair.licensesDeployed;
          sums.idle += idle;
          sums.value += idle * (costs.get(product) ?? 0);
        }
        customers.push({ key: [customer], ...sums });
      }
      return customers.toSorted((a, b) => b.value - a.value).slice(0, TOP);
    },
    idlePage: (offset) => {
      const groups: IdleGroup[] = [];
      for (const products of pairs().values()) {
        for (const pair of products.values()) groups.push({ ...pair, idle: idleOf(pair) });
      }
      return groups.toSorted(mostIdleFirst).slice(offset, offset + PAGE_SIZE);
    },
    anomalies,
    anomaliesSince,
    changedCustomers: () => changes((row) => row.customerTenantId),
    changedProducts: () => changes((row) => row.productId),
  };
}
