import { compareKeys, type GroupKey } from '#partner-center/reading/group-key.ts';
import { ANOMALY_KINDS } from '#view/view.ts';
import {
  NAMED_MEMBERS,
  type Anomalies,
  type AnomaliesQuestion,
  type Anomaly,
  type FoundKind,
  type FoundOfKind,
  type Totals,
} from './engine.ts';
import { NO_LICENSES } from './totals.ts';

// Anomalies are found among groups of numbers, which both engines have: equal texts share a number, and a missing value
// has 0. So one place says what an anomaly is, and a million groups are gone through without looking at a text.

/** Numbers, one for each group. */
type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Groups by two fields. Equal groups are one. */
export type NumberedGroups = {
  readonly count: number;
  /**
   * For each group, the number of its value in the first field. The same value has the same number in both snapshots.
   */
  readonly firsts: Column;
  readonly seconds: Column;
  readonly licensesSold: Column;
  readonly licensesDeployed: Column;
  /** The key of a group as it is written. */
  readonly keyAt: (group: number) => GroupKey;
};

/** The groups of a snapshot in which anomalies are found. */
export type NumberedSnapshot = {
  /** The groups by customer tenant and product id. */
  readonly pairs: NumberedGroups;
  /** The groups by customer tenant and customer name. */
  readonly customers: NumberedGroups;
  /** The groups by product id and product name. */
  readonly products: NumberedGroups;
};

/** All numbers are below these, in both snapshots. */
export type Places = {
  readonly tenants: number;
  readonly customerNames: number;
  readonly products: number;
  readonly productNames: number;
};

/** The kinds that need an earlier snapshot. */
const COMPARED_KINDS: readonly FoundKind[] = ['renamedProduct', 'customerGone', 'droppedToNothing'];

export const FOUND_KINDS: readonly FoundKind[] = ANOMALY_KINDS.filter((kind) => kind !== 'jump');

/** What an anomaly is about: a pair by its place among the pairs of a snapshot, otherwise a value by its number. */
type About = 'pair' | 'pairBefore' | 'tenant' | 'name' | 'product';

/** Anomalies of one kind that are about the same sort of thing. */
type Finds = {
  readonly kind: FoundKind;
  readonly about: About;
  /** The place of a pair, or the number of a value. */
  readonly subjects: number[];
  readonly licenses: number[];
};

/** Values of the first field of some groups. */
type Values = {
  /**
   * For each number, how its value is written, as the place of a group; −1 where no group has the value. See `label` of
   * `GroupsQuestion`.
   */
  readonly written: Int32Array;
  readonly licensesSold: Float64Array;
  readonly licensesDeployed: Float64Array;
  /** For each number, how many different values of the second field it has. */
  readonly others: Uint32Array;
};

const NOBODY = -1;

/** Whether one group, and not another, decides how their common value is written. */
function isWrittenBefore({ seconds, licensesSold, keyAt }: NumberedGroups, a: number, b: number): boolean {
  const isWithout = (group: number): boolean => seconds[group] === 0;
  if (isWithout(a) !== isWithout(b)) return isWithout(b);
  const difference = licensesSold[b]! - licensesSold[a]!;
  return difference === 0 ? compareKeys(keyAt(a), keyAt(b)) < 0 : difference < 0;
}

function valuesOf(groups: NumberedGroups, places: number): Values {
  const { count, firsts, seconds, licensesSold, licensesDeployed } = groups;
  const written = new Int32Array(places).fill(NOBODY);
  const sold = new Float64Array(places);
  const deployed = new Float64Array(places);
  const others = new Uint32Array(places);
  for (let group = 0; group < count; group += 1) {
    const value = firsts[group]!;
    sold[value]! += licensesSold[group]!;
    deployed[value]! += licensesDeployed[group]!;
    if (seconds[group] !== 0) others[value]! += 1;
    const shown = written[value]!;
    if (shown === NOBODY || isWrittenBefore(groups, group, shown)) written[value] = group;
  }
  return { written, licensesSold: sold, licensesDeployed: deployed, others };
}

/** The counts of groups, or 0 for a group without a value in the first field. */
function ofThoseWithFirst({ count, firsts }: NumberedGroups, counts: Column): Float64Array {
  const result = new Float64Array(count);
  for (let group = 0; group < count; group += 1) if (firsts[group] !== 0) result[group] = counts[group]!;
  return result;
}

/** The same groups by their second field. A group without a value in the first field adds nothing there. */
function turned(groups: NumberedGroups): NumberedGroups {
  const { count, firsts, seconds, licensesSold, licensesDeployed, keyAt } = groups;
  return {
    count,
    firsts: seconds,
    seconds: firsts,
    licensesSold: ofThoseWithFirst(groups, licensesSold),
    licensesDeployed: ofThoseWithFirst(groups, licensesDeployed),
    keyAt: (group) => keyAt(group).toReversed(),
  };
}

/** A set of pairs of numbers. */
type PairSet = {
  readonly add: (first: number, second: number) => void;
  readonly has: (first: number, second: number) => boolean;
};

/** With so many pairs or fewer, each pair has a bit: 32 MB. */
const MOST_BITS = 2 ** 28;

function createPairSet(firsts: number, seconds: number): PairSet {
  if (firsts * seconds > MOST_BITS) {
    const set = new Set<number>();
    return {
      add: (first, second) => void set.add(first * seconds + second),
      has: (first, second) => set.has(first * seconds + second),
    };
  }
  const bits = new Uint8Array(Math.ceil((firsts * seconds) / 8));
  return {
    add(first, second) {
      const at = first * seconds + second;
      bits[at >>> 3]! |= 1 << (at & 7);
    },
    has(first, second) {
      const at = first * seconds + second;
      return (bits[at >>> 3]! & (1 << (at & 7))) !== 0;
    },
  };
}

function overDeployed({ pairs }: NumberedSnapshot): readonly Finds[] {
  const over: Finds = { kind: 'overDeployed', about: 'pair', subjects: [], licenses: [] };
  const unsold: Finds = { kind: 'nothingSold', about: 'pair', subjects: [], licenses: [] };
  const { count, licensesSold, licensesDeployed } = pairs;
  for (let pair = 0; pair < count; pair += 1) {
    const sold = licensesSold[pair]!;
    const beyond = licensesDeployed[pair]! - sold;
    if (beyond <= 0) continue;
    const finds = sold === 0 ? unsold : over;
    finds.subjects.push(pair);
    finds.licenses.push(beyond);
  }
  return [over, unsold];
}

/** The values that have several values of the other field. */
function withSeveral(kind: FoundKind, about: About, { others, licensesSold }: Values): Finds {
  const finds: Finds = { kind, about, subjects: [], licenses: [] };
  for (let value = 1; value < others.length; value += 1) {
    if (others[value]! < 2) continue;
    finds.subjects.push(value);
    finds.licenses.push(licensesSold[value]!);
  }
  return finds;
}

function renamedProducts(
  before: NumberedSnapshot,
  after: NumberedSnapshot,
  [was, is]: readonly [Values, Values],
  places: Places,
): Finds {
  const names = createPairSet(places.products, places.productNames);
  const had = before.products;
  for (let group = 0; group < had.count; group += 1) {
    if (had.seconds[group] !== 0) names.add(had.firsts[group]!, had.seconds[group]!);
  }
  const kept = new Uint8Array(places.products);
  const has = after.products;
  for (let group = 0; group < has.count; group += 1) {
    const product = has.firsts[group]!;
    if (names.has(product, has.seconds[group]!)) kept[product] = 1;
  }
  const finds: Finds = { kind: 'renamedProduct', about: 'product', subjects: [], licenses: [] };
  for (let product = 1; product < places.products; product += 1) {
    if (kept[product] === 1 || was.others[product] === 0 || is.others[product] === 0) continue;
    finds.subjects.push(product);
    finds.licenses.push(is.licensesSold[product]!);
  }
  return finds;
}

function lostSales(
  before: NumberedSnapshot,
  after: NumberedSnapshot,
  [was, is]: readonly [Values, Values],
  places: Places,
): readonly Finds[] {
  const gone: Finds = { kind: 'customerGone', about: 'tenant', subjects: [], licenses: [] };
  const dropped: Finds = { kind: 'droppedToNothing', about: 'tenant', subjects: [], licenses: [] };
  for (let tenant = 1; tenant < places.tenants; tenant += 1) {
    if (was.written[tenant] === NOBODY) continue;
    const sold = was.licensesSold[tenant]!;
    const isGone = is.written[tenant] === NOBODY;
    if (!isGone && (sold === 0 || is.licensesSold[tenant]! > 0)) continue;
    const finds = isGone ? gone : dropped;
    finds.subjects.push(tenant);
    finds.licenses.push(sold);
  }
  const stillSold = createPairSet(places.tenants, places.products);
  const now = after.pairs;
  for (let pair = 0; pair < now.count; pair += 1) {
    if (now.licensesSold[pair]! > 0) stillSold.add(now.firsts[pair]!, now.seconds[pair]!);
  }
  const products: Finds = { kind: 'droppedToNothing', about: 'pairBefore', subjects: [], licenses: [] };
  const then = before.pairs;
  for (let pair = 0; pair < then.count; pair += 1) {
    const sold = then.licensesSold[pair]!;
    const tenant = then.firsts[pair]!;
    // A tenant with nothing sold any more is one anomaly, not one for each of its products.
    if (sold === 0 || tenant === 0 || is.licensesSold[tenant] === 0) continue;
    if (stillSold.has(tenant, then.seconds[pair]!)) continue;
    products.subjects.push(pair);
    products.licenses.push(sold);
  }
  return [gone, dropped, products];
}

/** What is known of two snapshots, for each value of their fields. */
type Known = {
  readonly before: NumberedSnapshot | null;
  readonly after: NumberedSnapshot;
  readonly tenants: Values;
  readonly tenantsBefore: Values | null;
  readonly products: Values;
  readonly productsBefore: Values | null;
  /** The customers by their names. */
  readonly named: NumberedGroups;
  readonly names: Values;
};

function findsIn(known: Known, places: Places): readonly Finds[] {
  const { before, after, tenants, tenantsBefore, products, productsBefore, names } = known;
  return [
    ...overDeployed(after),
    withSeveral('sharedName', 'name', names),
    withSeveral('severalNames', 'tenant', tenants),
    ...(before === null || tenantsBefore === null || productsBefore === null
      ? []
      : [
          renamedProducts(before, after, [productsBefore, products], places),
          ...lostSales(before, after, [tenantsBefore, tenants], places),
        ]),
  ];
}

type Written = readonly [id: string | null, name: string | null];

/** How a value of the first field is written, and its name. A missing value has no name. */
function writtenOf(value: number, groups: NumberedGroups, { written }: Values): Written | null {
  const group = written[value] ?? NOBODY;
  if (group === NOBODY) return null;
  const [id = null, name = null] = groups.keyAt(group);
  return [id, value === 0 ? null : name];
}

function tenantOf({ before, after, tenants, tenantsBefore }: Known, tenant: number): Written {
  const now = writtenOf(tenant, after.customers, tenants);
  if (now !== null || before === null || tenantsBefore === null) return now ?? [null, null];
  return writtenOf(tenant, before.customers, tenantsBefore) ?? [null, null];
}

function productOf({ before, after, products, productsBefore }: Known, product: number): Written {
  const now = writtenOf(product, after.products, products);
  if (now !== null || before === null || productsBefore === null) return now ?? [null, null];
  return writtenOf(product, before.products, productsBefore) ?? [null, null];
}

/** What orders anomalies of one kind that are about the same number of licenses: tenant, product, name. */
function keyOf(known: Known, about: About, subject: number): GroupKey {
  switch (about) {
    case 'tenant':
      return [tenantOf(known, subject)[0], null, null];
    case 'product':
      return [null, productOf(known, subject)[0], null];
    case 'name':
      return [null, null, writtenOf(subject, known.named, known.names)?.[0] ?? null];
    case 'pair':
    case 'pairBefore': {
      const { firsts, seconds } = pairsOf(known, about);
      return [tenantOf(known, firsts[subject]!)[0], productOf(known, seconds[subject]!)[0], null];
    }
  }
}

function pairsOf({ before, after }: Known, about: 'pair' | 'pairBefore'): NumberedGroups {
  return about === 'pair' || before === null ? after.pairs : before.pairs;
}

/** An anomaly that is listed. */
type Listed = { readonly finds: Finds; readonly at: number };

/**
 * The anomalies that begin at one place of their order. Only as many are sorted as the page needs: those before and
 * behind it are skipped by their number of licenses.
 */
function listedPage(
  all: readonly Finds[],
  known: Known,
  { offset, limit }: Pick<AnomaliesQuestion, 'offset' | 'limit'>,
): readonly Listed[] {
  const count = all.reduce((sum, { licenses }) => sum + licenses.length, 0);
  const end = Math.min(count, offset + limit);
  if (offset >= end) return [];
  const licenses = new Float64Array(count);
  let filled = 0;
  for (const finds of all) {
    licenses.set(finds.licenses, filled);
    filled += finds.licenses.length;
  }
  // The numbers ascend, so the anomaly about most licenses is the last one.
  licenses.sort();
  const most = licenses[count - 1 - offset]!;
  const least = licenses[count - end]!;
  // So many anomalies are about more licenses than any on the page.
  const ahead = count - endOf(licenses, most);
  const near: Listed[] = [];
  for (const finds of all) {
    for (let at = 0; at < finds.licenses.length; at += 1) {
      const own = finds.licenses[at]!;
      if (own >= least && own <= most) near.push({ finds, at });
    }
  }
  const keys = new Map(near.map((one) => [one, keyOf(known, one.finds.about, one.finds.subjects[one.at]!)]));
  const inOrder = near.toSorted(
    (a, b) =>
      b.finds.licenses[b.at]! - a.finds.licenses[a.at]! ||
      FOUND_KINDS.indexOf(a.finds.kind) - FOUND_KINDS.indexOf(b.finds.kind) ||
      compareKeys(keys.get(a) ?? [], keys.get(b) ?? []),
  );
  return inOrder.slice(offset - ahead, end - ahead);
}

/** The place behind the last of some ascending numbers that is not above a given one. */
function endOf(ascending: Float64Array, number: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (ascending[middle]! <= number) from = middle + 1;
    else to = middle;
  }
  return from;
}

function totalsOf(
  { licensesSold, licensesDeployed }: Pick<NumberedGroups, 'licensesSold' | 'licensesDeployed'>,
  at: number,
): Totals {
  return { licensesSold: licensesSold[at] ?? 0, licensesDeployed: licensesDeployed[at] ?? 0 };
}

/** For some values, their values in the second field of the groups, most sold first. */
function membersOf(
  groups: NumberedGroups,
  values: readonly number[],
): ReadonlyMap<number, readonly string[]> {
  const own = new Map(values.map((value): [number, number[]] => [value, []]));
  for (let group = 0; own.size > 0 && group < groups.count; group += 1) {
    if (groups.seconds[group] !== 0) own.get(groups.firsts[group]!)?.push(group);
  }
  return new Map(
    [...own].map(([value, of]) => [
      value,
      of
        .toSorted((a, b) => (isWrittenBefore(groups, a, b) ? -1 : 1))
        .slice(0, NAMED_MEMBERS)
        .flatMap((group) => groups.keyAt(group)[1] ?? []),
    ]),
  );
}

/** What a page tells of an anomaly besides what was found. */
type Details = {
  /** The present sums of a pair of the earlier snapshot; null where there are none. */
  readonly pairNow: (pair: number) => Totals | null;
  readonly namesOf: ReadonlyMap<number, readonly string[]>;
  readonly tenantsOf: ReadonlyMap<number, readonly string[]>;
};

function detailsOf(known: Known, page: readonly Listed[], places: Places): Details {
  const subjectsOf = (kind: FoundKind): readonly number[] =>
    page.flatMap(({ finds, at }) => (finds.kind === kind ? [finds.subjects[at]!] : []));
  return {
    pairNow: pairsNow(known, page, places),
    namesOf: membersOf(known.after.customers, subjectsOf('severalNames')),
    tenantsOf: membersOf(known.named, subjectsOf('sharedName')),
  };
}

function anomalyOf(known: Known, details: Details, { finds, at }: Listed): Anomaly {
  const { kind, about } = finds;
  const subject = finds.subjects[at]!;
  const licenses = finds.licenses[at]!;
  const { tenants, tenantsBefore, products, productsBefore, named, names } = known;
  switch (about) {
    case 'pair':
    case 'pairBefore': {
      const pairs = pairsOf(known, about);
      const [customerTenantId, customerName] = tenantOf(known, pairs.firsts[subject]!);
      const [productId, productName] = productOf(known, pairs.seconds[subject]!);
      const whose = { kind, customerTenantId, customerName, productId, productName, licenses };
      const totals = totalsOf(pairs, subject);
      return about === 'pair'
        ? { ...whose, after: totals }
        : { ...whose, after: details.pairNow(subject), before: totals };
    }
    case 'tenant': {
      const [customerTenantId, customerName] = tenantOf(known, subject);
      const isThere = tenants.written[subject] !== NOBODY;
      const whose = {
        kind,
        customerTenantId,
        customerName,
        licenses,
        after: isThere ? totalsOf(tenants, subject) : null,
      };
      return kind === 'severalNames'
        ? { ...whose, count: tenants.others[subject]!, members: details.namesOf.get(subject) }
        : { ...whose, before: tenantsBefore === null ? NO_LICENSES : totalsOf(tenantsBefore, subject) };
    }
    case 'name':
      return {
        kind,
        customerName: writtenOf(subject, named, names)?.[0] ?? null,
        licenses,
        after: totalsOf(names, subject),
        count: names.others[subject]!,
        members: details.tenantsOf.get(subject),
      };
    case 'product': {
      const [productId, productName] = productOf(known, subject);
      const earlier =
        known.before === null || productsBefore === null
          ? null
          : writtenOf(subject, known.before.products, productsBefore);
      return {
        kind,
        productId,
        productName,
        nameBefore: earlier?.[1] ?? null,
        licenses,
        after: totalsOf(products, subject),
        before: productsBefore === null ? NO_LICENSES : totalsOf(productsBefore, subject),
      };
    }
  }
}

/** The present sums of pairs of the earlier snapshot; null where the later snapshot does not have the pair. */
function pairsNow(known: Known, listed: readonly Listed[], places: Places): (pair: number) => Totals | null {
  const { before, after } = known;
  if (before === null) return () => null;
  const nameOf = ({ firsts, seconds }: NumberedGroups, pair: number): number =>
    firsts[pair]! * places.products + seconds[pair]!;
  const asked = new Set<number>();
  // Mostly a tenant is not among those asked for, which is seen here without looking for the pair.
  const isAsked = new Uint8Array(places.tenants);
  for (const { finds, at } of listed) {
    if (finds.about !== 'pairBefore') continue;
    const pair = finds.subjects[at]!;
    asked.add(nameOf(before.pairs, pair));
    isAsked[before.pairs.firsts[pair]!] = 1;
  }
  const now = new Map<number, Totals>();
  const { count, firsts } = after.pairs;
  for (let pair = 0; asked.size > 0 && pair < count; pair += 1) {
    if (isAsked[firsts[pair]!] === 0) continue;
    const name = nameOf(after.pairs, pair);
    if (asked.has(name)) now.set(name, totalsOf(after.pairs, pair));
  }
  return (pair) => now.get(nameOf(before.pairs, pair)) ?? null;
}

function countedOf(
  all: readonly Finds[],
  hasBefore: boolean,
): Readonly<Record<FoundKind, FoundOfKind | null>> {
  const counted = FOUND_KINDS.map((kind): readonly [FoundKind, FoundOfKind | null] => {
    if (!hasBefore && COMPARED_KINDS.includes(kind)) return [kind, null];
    const own = all.filter((finds) => finds.kind === kind).map(({ licenses }) => licenses);
    return [
      kind,
      {
        count: own.reduce((sum, each) => sum + each.length, 0),
        licenses: own.reduce((sum, each) => sum + each.reduce((part, licenses) => part + licenses, 0), 0),
      },
    ];
  });
  // The type of `fromEntries` does not keep which keys it was given.
  return Object.fromEntries(counted) as Readonly<Record<FoundKind, FoundOfKind | null>>;
}

/**
 * The anomalies among the rows of a snapshot and, where there is an earlier one, those that have come since then: see
 * `Anomaly`.
 *
 * @param before null where there is no snapshot to compare with
 */
export function anomaliesOf(
  before: NumberedSnapshot | null,
  after: NumberedSnapshot,
  places: Places,
  question: Pick<AnomaliesQuestion, 'kinds' | 'offset' | 'limit'>,
): Omit<Extract<Anomalies, { readonly toRead: null }>, 'coverage'> {
  const named = turned(after.customers);
  const known: Known = {
    before,
    after,
    tenants: valuesOf(after.customers, places.tenants),
    tenantsBefore: before && valuesOf(before.customers, places.tenants),
    products: valuesOf(after.products, places.products),
    productsBefore: before && valuesOf(before.products, places.products),
    named,
    names: valuesOf(named, places.customerNames),
  };
  const all = findsIn(known, places);
  const listed = all.filter(({ kind }) => question.kinds.includes(kind));
  const page = listedPage(listed, known, question);
  const details = detailsOf(known, page, places);
  return {
    toRead: null,
    rows: page.map((one) => anomalyOf(known, details, one)),
    total: listed.reduce((sum, { subjects }) => sum + subjects.length, 0),
    found: countedOf(all, before !== null),
  };
}
