import {
  CHANNEL,
  COLUMNS,
  LEFT_OUT_SERVICE,
  PAGE_SIZE,
  SEARCHED,
  TOP,
  type Group,
  type Row,
} from './peers/engine.ts';

// The answers once more, by nothing but loops over parsed rows: what every engine's are held against.

type Sums = { licensesSold: number; licensesDeployed: number };
type Groups = Map<string, Sums>;

/** The questions that are answered with groups. */
export type GroupQuestion =
  'topCustomers' | 'filteredProducts' | 'customersAndServices' | 'members' | 'searchedProducts';

/** Checks answers about some pages. Each throws where an answer is wrong, and says how. */
export type Expected = {
  readonly checkGroups: (question: GroupQuestion, answer: readonly Group[]) => void;
  /** A page from `offset` of all rows sorted by utilization. Rows equal in that may come in any order. */
  readonly checkPage: (offset: number, answer: readonly Row[]) => void;
  /** Is each of these rows one of the snapshot's, in every field? Reads all pages: ask once. */
  readonly checkRows: (rows: readonly Row[]) => void;
};

const keyOf = (values: readonly (string | null)[]): string => JSON.stringify(values);

const contains = (name: string | null): boolean => name?.toLowerCase().includes(SEARCHED) ?? false;

/** Undefined comes last: no utilization is below 0. */
const utilization = (row: Row): number =>
  row.licensesSold === 0 ? -1 : row.licensesDeployed / row.licensesSold;

const identityOf = (row: Row): string => JSON.stringify(COLUMNS.map((name) => row[name]));

function add(groups: Groups, key: readonly (string | null)[], row: Row): void {
  const text = keyOf(key);
  const sums = groups.get(text);
  if (sums === undefined) {
    groups.set(text, { licensesSold: row.licensesSold, licensesDeployed: row.licensesDeployed });
  } else {
    sums.licensesSold += row.licensesSold;
    sums.licensesDeployed += row.licensesDeployed;
  }
}

function* rowsOf(pages: readonly Uint8Array[]): Generator<Row> {
  const decoder = new TextDecoder();
  for (const page of pages) {
    const { Value } = JSON.parse(decoder.decode(page)) as { readonly Value: readonly Row[] };
    yield* Value;
  }
}

/** Sums up the rows of some pages. */
export function expectedOf(pages: readonly Uint8Array[]): Expected {
  const groups: Readonly<Record<GroupQuestion, Groups>> = {
    topCustomers: new Map(),
    filteredProducts: new Map(),
    customersAndServices: new Map(),
    members: new Map(),
    searchedProducts: new Map(),
  };
  const utilizations: number[] = [];
  for (const row of rowsOf(pages)) {
    add(groups.topCustomers, [row.customerTenantId], row);
    add(groups.customersAndServices, [row.customerTenantId, row.serviceCode], row);
    if (row.customerName !== null) add(groups.members, [row.customerName], row);
    if (row.channel === CHANNEL && row.serviceCode !== LEFT_OUT_SERVICE) {
      add(groups.filteredProducts, [row.productName], row);
    }
    if (contains(row.customerName) || contains(row.productName)) {
      add(groups.searchedProducts, [row.productName], row);
    }
    utilizations.push(utilization(row));
  }
  const sorted = Float64Array.from(utilizations).toSorted().toReversed();

  return {
    checkGroups: (question, answer) => {
      const expected = groups[question];
      const sold = [...expected.values()].map((sums) => sums.licensesSold).toSorted((a, b) => b - a);
      const named = new Set(answer.map((group) => keyOf(group.key)));
      const length = Math.min(TOP, expected.size);
      if (answer.length !== length || named.size !== length) {
        throw new Error(`${named.size} groups of ${answer.length}, not ${length}`);
      }
      answer.forEach((group, index) => {
        const sums = expected.get(keyOf(group.key));
        const isRight =
          sums !== undefined &&
          sums.licensesSold === group.licensesSold &&
          sums.licensesDeployed === group.licensesDeployed &&
          // Groups that sold equally may stand in any order.
          sums.licensesSold === sold[index];
        if (!isRight) {
          throw new Error(
            `group ${index}, ${JSON.stringify(group)}, has ${JSON.stringify(sums)}; there ${sold[index]} are sold`,
          );
        }
      });
    },
    checkPage: (offset, answer) => {
      const length = Math.min(PAGE_SIZE, sorted.length - offset);
      const distinct = new Set(answer.map(identityOf));
      if (answer.length !== length || distinct.size !== length) {
        throw new Error(`${distinct.size} rows of ${answer.length}, not ${length}`);
      }
      answer.forEach((row, index) => {
        if (utilization(row) !== sorted[offset + index]) {
          throw new Error(
            `row ${index} has the utilization ${utilization(row)}, not ${sorted[offset + index]}`,
          );
        }
      });
    },
    checkRows: (rows) => {
      const unseen = new Map(rows.map((row) => [identityOf(row), row]));
      for (const row of rowsOf(pages)) unseen.delete(identityOf(row));
      for (const row of unseen.values()) throw new Error(`${JSON.stringify(row)} is no row of the snapshot`);
    },
  };
}
