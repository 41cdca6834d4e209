import {
  CHANNEL,
  COLUMNS,
  LEFT_OUT_SERVICE,
  PAGE_SIZE,
  priceOf,
  SEARCHED,
  TOP,
  type ChangedGroup,
  type Group,
  type IdleGroup,
  type KindCount,
  type Row,
  type ValueGroup,
} from './peers/engine.ts';

// Computes the answers once more, only with loops over parsed rows: the answers of every engine are compared with
// these.

type Sums = { licensesSold: number; licensesDeployed: number };
type Groups = Map<string, Sums>;

/** The questions that are answered with groups. */
export type GroupQuestion =
  'topCustomers' | 'filteredProducts' | 'customersAndServices' | 'members' | 'searchedProducts';

/** The questions about two snapshots. */
export type ChangeQuestion = 'changedCustomers' | 'changedProducts';

/** The questions about anomalies. */
export type AnomalyQuestion = 'anomalies' | 'anomaliesSince';

/** Checks answers about some pages. Each check throws where an answer is wrong, and says how. */
export type Expected = {
  readonly checkGroups: (question: GroupQuestion, answer: readonly Group[]) => void;
  /** Checks a page from `offset` of all rows sorted by utilization. Rows with the same one may come in any order. */
  readonly checkPage: (offset: number, answer: readonly Row[]) => void;
  readonly checkIdleCustomers: (answer: readonly IdleGroup[]) => void;
  readonly checkValueCustomers: (answer: readonly ValueGroup[]) => void;
  /** Checks a page from `offset` of all pairs sorted by idle. Pairs with the same number may come in any order. */
  readonly checkIdlePage: (offset: number, answer: readonly IdleGroup[]) => void;
  readonly checkChanges: (question: ChangeQuestion, answer: readonly ChangedGroup[]) => void;
  readonly checkAnomalies: (question: AnomalyQuestion, answer: readonly KindCount[]) => void;
  /** The number of pairs of a customer and a product. */
  readonly pairs: number;
  /** Checks that each row is one of the snapshot's, in every field. It reads all pages, so ask it once. */
  readonly checkRows: (rows: readonly Row[]) => void;
};

const keyOf = (values: readonly (string | null)[]): string => JSON.stringify(values);

const contains = (name: string | null): boolean => name?.toLowerCase().includes(SEARCHED) ?? false;

/** An undefined utilization comes last: none is below 0. */
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

const soldIn = (groups: Groups, key: string): number => groups.get(key)?.licensesSold ?? 0;

/** The idle licenses of a customer's product. */
const idleOf = ({ licensesSold, licensesDeployed }: Sums): number =>
  Math.max(0, licensesSold - licensesDeployed);

type IdleSums = Sums & { idle: number; value: number };

/** The sums of the customers, with the idle licenses of their products, and the cost of these. */
function idleByCustomer(pairs: Groups): ReadonlyMap<string, IdleSums> {
  const customers = new Map<string, IdleSums>();
  for (const [text, sums] of pairs) {
    const [customer = null, product = null] = JSON.parse(text) as readonly (string | null)[];
    const none = { licensesSold: 0, licensesDeployed: 0, idle: 0, value: 0 };
    const own = customers.get(keyOf([customer])) ?? none;
    customers.set(keyOf([customer]), {
      licensesSold: own.licensesSold + sums.licensesSold,
      licensesDeployed: own.licensesDeployed + sums.licensesDeployed,
      idle: own.idle + idleOf(sums),
      value: own.value + idleOf(sums) * priceOf(product),
    });
  }
  return customers;
}

/** @throws Error where the number of groups differs, or a group comes twice */
function checkLength(answer: readonly { readonly key: Group['key'] }[], length: number): void {
  const named = new Set(answer.map(({ key }) => keyOf(key)));
  if (answer.length !== length || named.size !== length) {
    throw new Error(`${named.size} groups of ${answer.length}, not ${length}`);
  }
}

/** @throws Error where the groups are not those from `offset`, most idle first */
function checkIdle(
  expected: ReadonlyMap<string, Omit<IdleSums, 'value'>>,
  offset: number,
  most: number,
  answer: readonly IdleGroup[],
): void {
  const idle = Float64Array.from(expected.values(), (sums) => sums.idle)
    .toSorted()
    .toReversed();
  checkLength(answer, Math.min(most, expected.size - offset));
  answer.forEach((group, index) => {
    const sums = expected.get(keyOf(group.key));
    const isRight =
      sums !== undefined &&
      sums.licensesSold === group.licensesSold &&
      sums.licensesDeployed === group.licensesDeployed &&
      sums.idle === group.idle &&
      sums.idle === idle[offset + index];
    if (!isRight) {
      throw new Error(
        `group ${index}, ${JSON.stringify(group)}, has ${JSON.stringify(sums)}; there ${idle[offset + index]} are idle`,
      );
    }
  });
}

/** @throws Error where the groups are not those whose idle licenses cost most */
function checkValue(expected: ReadonlyMap<string, IdleSums>, answer: readonly ValueGroup[]): void {
  const values = Float64Array.from(expected.values(), ({ value }) => value)
    .toSorted()
    .toReversed();
  checkLength(answer, Math.min(TOP, expected.size));
  answer.forEach(({ key, value, idle }, index) => {
    const sums = expected.get(keyOf(key));
    if (sums?.value !== value || sums.idle !== idle || value !== values[index]) {
      throw new Error(
        `group ${index}, ${keyOf(key)}, has ${idle} of ${value}, not ${JSON.stringify(sums)}; there ${values[index]} is next`,
      );
    }
  });
}

/** @throws Error where the groups are not those whose licenses sold grew most */
function checkGrowth(before: Groups, after: Groups, answer: readonly ChangedGroup[]): void {
  const all = new Set([...before.keys(), ...after.keys()]);
  const growth = Float64Array.from(all, (key) => soldIn(after, key) - soldIn(before, key))
    .toSorted()
    .toReversed();
  checkLength(answer, Math.min(TOP, all.size));
  answer.forEach(({ key, soldBefore, soldAfter }, index) => {
    const text = keyOf(key);
    const isRight =
      all.has(text) &&
      soldIn(before, text) === soldBefore &&
      soldIn(after, text) === soldAfter &&
      soldAfter - soldBefore === growth[index];
    if (!isRight) {
      throw new Error(
        `group ${text} had ${soldBefore} and has ${soldAfter}, not ${soldIn(before, text)} and ${soldIn(after, text)}; there ${growth[index]} more are sold`,
      );
    }
  });
}

/** For each value of one field, the values of another in the same rows. */
type Values = Map<string, Set<string>>;

function note(values: Values, of: string | null, value: string | null): void {
  if (of !== null && value !== null) values.set(of, (values.get(of) ?? new Set()).add(value));
}

function severalIn(kind: string, values: Values, groups: Groups): KindCount {
  const several = [...values].filter(([, own]) => own.size > 1).map(([of]) => of);
  const licenses = several.reduce((sum, of) => sum + soldIn(groups, keyOf([of])), 0);
  return { kind, count: several.length, licenses };
}

/** The number of groups of a kind, and their sum of licenses. */
function countOf(kind: string, licenses: readonly number[]): KindCount {
  return { kind, count: licenses.length, licenses: licenses.reduce((sum, own) => sum + own, 0) };
}

function beyondSold(pairs: Groups, isSold: boolean): readonly number[] {
  return [...pairs.values()]
    .filter(({ licensesSold }) => licensesSold > 0 === isSold)
    .map(({ licensesSold, licensesDeployed }) => licensesDeployed - licensesSold)
    .filter((beyond) => beyond > 0);
}

/** The licenses sold before of customers and pairs to which nothing is sold any more. */
function lostIn(
  before: { readonly customers: Groups; readonly pairs: Groups },
  after: { readonly customers: Groups; readonly pairs: Groups },
): readonly KindCount[] {
  const gone: number[] = [];
  const dropped: number[] = [];
  for (const [customer, { licensesSold }] of before.customers) {
    if (customer === keyOf([null])) continue;
    const now = after.customers.get(customer);
    if (now === undefined) gone.push(licensesSold);
    else if (now.licensesSold === 0 && licensesSold > 0) dropped.push(licensesSold);
  }
  for (const [pair, { licensesSold }] of before.pairs) {
    const [customer = null] = JSON.parse(pair) as readonly (string | null)[];
    const isServed = customer !== null && soldIn(after.customers, keyOf([customer])) > 0;
    if (licensesSold > 0 && isServed && soldIn(after.pairs, pair) === 0) dropped.push(licensesSold);
  }
  return [countOf('customerGone', gone), countOf('droppedToNothing', dropped)];
}

/** Sums up the rows of some pages, and of an earlier snapshot's. */
export function expectedOf(pages: readonly Uint8Array[], earlierPages: readonly Uint8Array[] = []): Expected {
  const pairs: Groups = new Map();
  const products: Groups = new Map();
  const earlierCustomers: Groups = new Map();
  const earlierProducts: Groups = new Map();
  const earlierPairs: Groups = new Map();
  const namesOf: Values = new Map();
  const tenantsOf: Values = new Map();
  const named: Groups = new Map();
  for (const row of rowsOf(earlierPages)) {
    add(earlierCustomers, [row.customerTenantId], row);
    add(earlierProducts, [row.productId], row);
    add(earlierPairs, [row.customerTenantId, row.productId], row);
  }
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
    add(pairs, [row.customerTenantId, row.productId], row);
    add(products, [row.productId], row);
    note(namesOf, row.customerTenantId, row.customerName);
    note(tenantsOf, row.customerName, row.customerTenantId);
    if (row.customerTenantId !== null) add(named, [row.customerName], row);
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
  const idleCustomers = idleByCustomer(pairs);
  const idlePairs = new Map([...pairs].map(([key, sums]) => [key, { ...sums, idle: idleOf(sums) }]));
  const sorted = Float64Array.from(utilizations).toSorted().toReversed();

  return {
    checkGroups: (question, answer) => {
      const expected = groups[question];
      const sold = [...expected.values()].map((sums) => sums.licensesSold).toSorted((a, b) => b - a);
      checkLength(answer, Math.min(TOP, expected.size));
      answer.forEach((group, index) => {
        const sums = expected.get(keyOf(group.key));
        const isRight =
          sums !== undefined &&
          sums.licensesSold === group.licensesSold &&
          sums.licensesDeployed === group.licensesDeployed &&
          // Groups with the same number sold may stand in any order.
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
    pairs: pairs.size,
    checkIdleCustomers: (answer) => checkIdle(idleCustomers, 0, TOP, answer),
    checkValueCustomers: (answer) => checkValue(idleCustomers, answer),
    checkIdlePage: (offset, answer) => checkIdle(idlePairs, offset, PAGE_SIZE, answer),
    checkChanges: (question, answer) =>
      question === 'changedCustomers'
        ? checkGrowth(earlierCustomers, groups.topCustomers, answer)
        : checkGrowth(earlierProducts, products, answer),
    checkAnomalies: (question, answer) => {
      const expected =
        question === 'anomalies'
          ? [
              countOf('overDeployed', beyondSold(pairs, true)),
              countOf('nothingSold', beyondSold(pairs, false)),
              severalIn('sharedName', tenantsOf, named),
              severalIn('severalNames', namesOf, groups.topCustomers),
            ]
          : lostIn(
              { customers: earlierCustomers, pairs: earlierPairs },
              { customers: groups.topCustomers, pairs },
            );
      for (const { kind, count, licenses } of expected) {
        const told = answer.find((own) => own.kind === kind);
        if (told?.count === count && told.licenses === licenses) continue;
        throw new Error(`${kind}: ${JSON.stringify(told)}, not ${count} of ${licenses} licenses`);
      }
    },
    checkRows: (rows) => {
      const unseen = new Map(rows.map((row) => [identityOf(row), row]));
      for (const row of rowsOf(pages)) unseen.delete(identityOf(row));
      for (const row of unseen.values()) throw new Error(`${JSON.stringify(row)} is no row of the snapshot`);
    },
  };
}
