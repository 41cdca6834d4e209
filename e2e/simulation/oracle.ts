import type {
  Changes,
  ChangesQuestion,
  Coverage,
  DeploymentRow,
  Groups,
  GroupsQuestion,
  Members,
  MembersQuestion,
  Page,
  PageQuestion,
  PageSortKey,
  Standing,
  StandingQuestion,
  Summary,
  Totals,
  TotalsAnswer,
  TotalsQuestion,
} from '#engine/engine.ts';
import type { Prices } from '#view/prices.ts';
import type { Field } from '#partner-center/fields.ts';
import { foldCase, foldKey } from '#partner-center/filter/fold-case.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import type { Measure } from '#view/view.ts';

/** A row as the service sent it, every field there. */
export type FullRow = Readonly<Record<Field, string | null>> & {
  readonly processedDateTime: string;
  readonly licensesSold: number;
  readonly licensesDeployed: number;
};

/** Plain evaluation of a filter, from the endpoint's description alone. */
export function passes(filter: Filter | null, row: FullRow): boolean {
  if (filter === null) return true;
  if (filter.kind !== 'comparison') {
    return filter.kind === 'and'
      ? filter.operands.every((operand) => passes(operand, row))
      : filter.operands.some((operand) => passes(operand, row));
  }
  const own = row[filter.field];
  const equal = own !== null && foldCase(own) === foldCase(filter.value);
  return filter.operator === 'eq' ? equal : !equal;
}

type Sums = { sold: number; deployed: number };

function sumsBy(rows: readonly FullRow[], keyOf: (row: FullRow) => string): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const row of rows) {
    const key = keyOf(row);
    const entry = sums.get(key) ?? { sold: 0, deployed: 0 };
    entry.sold += row.licensesSold;
    entry.deployed += row.licensesDeployed;
    sums.set(key, entry);
  }
  return sums;
}

function sumOf(rows: Iterable<Sums>): Sums {
  const sum = { sold: 0, deployed: 0 };
  for (const { sold, deployed } of rows) {
    sum.sold += sold;
    sum.deployed += deployed;
  }
  return sum;
}

const sumsOf = (rows: readonly { licensesSold: number; licensesDeployed: number }[]): Sums =>
  sumOf(rows.map((row) => ({ sold: row.licensesSold, deployed: row.licensesDeployed })));

/** What an undefined measure counts as: lower than any. */
const NONE = Number.NEGATIVE_INFINITY;

function measured({ sold, deployed }: Sums, measure: Measure): number {
  if (measure === 'licensesSold') return sold;
  if (measure === 'licensesDeployed') return deployed;
  if (measure === 'licensesNotDeployed') return sold - deployed;
  // The schedules rank by no other.
  return measure !== 'utilization' || sold === 0 ? NONE : deployed / sold;
}

/** An answer that is not the oracle's. */
class Differs extends Error {
  override readonly name = 'Differs';
}

function same(what: string, actual: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Differs(`${what}: ${left.slice(0, 500)} instead of ${right.slice(0, 500)}`);
}

/** @param miscounted did the service send a wrong count? Otherwise nothing may say that a count disagrees. */
function checkCoverage(coverage: Coverage, rows: number, miscounted: boolean): void {
  same('rows read', coverage.rowsRead, rows);
  const disagrees = coverage.totalCount !== null && coverage.totalCount !== rows;
  same('the count disagrees', coverage.countDisagrees, disagrees);
  if (disagrees && !miscounted)
    throw new Differs(`the count disagrees for no reason: ${coverage.totalCount}`);
}

/** What the checks of one answer are given: the rows that pass the filter, and how the service treats them. */
export type Truth = {
  readonly rows: readonly FullRow[];
  /** A wrong count was sent. */
  readonly miscounted: boolean;
  /** A next link led nowhere: also the last page may have had one. */
  readonly mislinked: boolean;
  /** The question's filter is too long for one request. */
  readonly inParts: boolean;
  /** How the service groups values that differ in letter case alone. */
  readonly spellings: 'together' | 'apart';
};

type Key = readonly (string | null)[];

/** A group, and how it is written. */
type SpeltSums = Sums & { readonly key: Key };

/** What the pairs of a customer tenant and a product have idle, and what they are short of. */
function pairsOf(rows: readonly FullRow[], spare: number): { readonly idle: number; readonly short: number } {
  const pairs = sumsBy(rows, ({ customerTenantId, productId }) => foldKey([customerTenantId, productId]));
  const left = Array.from(pairs.values(), ({ sold, deployed }) => sold - deployed);
  return {
    idle: left.reduce((sum, each) => sum + Math.max(0, each - spare), 0),
    short: left.reduce((sum, each) => sum + Math.max(0, -each), 0),
  };
}

/** What the idle licenses of some rows are worth, and how many of them have a price: pair by pair. */
function worthOf(rows: readonly FullRow[], spare: number, { of }: Prices): readonly [number, number] {
  const priceOf = new Map(of.map(([id, price]) => [foldKey([id]), price]));
  const pairs = new Map<string, { left: number; product: string }>();
  for (const { customerTenantId, productId, licensesSold, licensesDeployed } of rows) {
    const pair = foldKey([customerTenantId, productId]);
    const left = (pairs.get(pair)?.left ?? 0) + licensesSold - licensesDeployed;
    pairs.set(pair, { left, product: foldKey([productId]) });
  }
  let [value, priced] = [0, 0];
  for (const { left, product } of pairs.values()) {
    const price = priceOf.get(product);
    if (price === undefined) continue;
    const idle = Math.max(0, left - spare);
    value += idle * price;
    priced += idle;
  }
  return [value, priced];
}

/** The figures of some rows, as an answer has them. */
function figuresIn(rows: readonly FullRow[], spare: number | null): readonly unknown[] {
  const { sold, deployed } = sumsOf(rows);
  if (spare === null) return [sold, deployed, null, null];
  const { idle, short } = pairsOf(rows, spare);
  return [sold, deployed, idle, short];
}

const figuresOf = ({ licensesSold, licensesDeployed, idle, short }: Totals): readonly unknown[] => [
  licensesSold,
  licensesDeployed,
  idle ?? null,
  short ?? null,
];

/** @throws Differs where the totals are not those of these rows */
export function checkTotals(
  truth: Truth,
  { spare = null, prices = null }: TotalsQuestion,
  { totals, coverage }: TotalsAnswer,
  readBy: readonly Field[],
): void {
  same('totals', figuresOf(totals), figuresIn(truth.rows, spare));
  if (spare !== null && prices !== null) {
    same('worth', [totals.idleValue, totals.idlePriced], worthOf(truth.rows, spare, prices));
  }
  checkCoverage(coverage, groupsRead(truth, readBy), truth.miscounted);
}

/** The rows of each group, by the folded key. */
function rowsByKey(rows: readonly FullRow[], by: readonly Field[]): ReadonlyMap<string, readonly FullRow[]> {
  const groups = new Map<string, FullRow[]>();
  for (const row of rows) {
    const form = foldKey(keyOf(row, by));
    const own = groups.get(form);
    if (own === undefined) groups.set(form, [row]);
    else own.push(row);
  }
  return groups;
}

/** @throws Differs where idle and short licenses are not those of each group's rows */
export function checkPairs(truth: Truth, { by, spare = null }: GroupsQuestion, { top, total }: Groups): void {
  if (spare === null) return;
  const rows = rowsByKey(truth.rows, by);
  for (const group of top) {
    same(
      `pairs of ${JSON.stringify(group.key)}`,
      figuresOf(group),
      figuresIn(rows.get(foldKey(group.key)) ?? [], spare),
    );
  }
  same('pairs of all', figuresOf(total), figuresIn(truth.rows, spare));
}

/** @throws Differs where the changes, of which all were asked for, are not those between the rows of two snapshots */
export function checkChanges(
  { before, after }: { readonly before: Truth; readonly after: Truth },
  { by, spare = null }: ChangesQuestion,
  changes: Changes,
): void {
  const [earlier, later] = [rowsByKey(before.rows, by), rowsByKey(after.rows, by)];
  const forms = new Set([...earlier.keys(), ...later.keys()]);
  same('members', [changes.total, changes.rows.length], [forms.size, forms.size]);
  same('members, each once', new Set(changes.rows.map(({ key }) => foldKey(key))).size, forms.size);
  same('appeared', changes.appeared, [...later.keys()].filter((form) => !earlier.has(form)).length);
  same('vanished', changes.vanished, [...earlier.keys()].filter((form) => !later.has(form)).length);
  for (const change of changes.rows) {
    const form = foldKey(change.key);
    for (const [told, rows] of [
      [change.before, earlier.get(form)],
      [change.after, later.get(form)],
    ] as const) {
      same(
        `change of ${form}`,
        told === null ? null : figuresOf(told),
        rows === undefined ? null : figuresIn(rows, spare),
      );
    }
  }
  const growth = changes.rows.map(
    (change) => (change.after?.licensesSold ?? 0) - (change.before?.licensesSold ?? 0),
  );
  same(
    'the order of changes',
    growth,
    growth.toSorted((a, b) => b - a),
  );
  same(
    'the movers up',
    changes.up.map(({ key }) => foldKey(key)),
    changes.rows
      .filter((_, at) => (growth[at] ?? 0) > 0)
      .slice(0, changes.up.length)
      .map(({ key }) => foldKey(key)),
  );
  same('before', figuresOf(changes.before), figuresIn(before.rows, spare));
  same('after', figuresOf(changes.after), figuresIn(after.rows, spare));
  checkCoverage(changes.coverage.before, groupsRead(before, by), before.miscounted);
  checkCoverage(changes.coverage.after, groupsRead(after, by), after.miscounted);
}

const keyOf = (row: DeploymentRow, fields: readonly Field[]): Key =>
  fields.map((field) => row[field] ?? null);

const writtenGroups = (rows: readonly FullRow[], fields: readonly Field[]): readonly SpeltSums[] =>
  [...sumsBy(rows, (row) => JSON.stringify(keyOf(row, fields)))].map(([text, sums]) => ({
    ...sums,
    key: JSON.parse(text) as Key,
  }));

/** The groups of some rows, by what equal keys have in common; each is written as the spelling that sold most. */
function groupsOf(rows: readonly FullRow[], fields: readonly Field[]): ReadonlyMap<string, SpeltSums> {
  const groups = new Map<string, SpeltSums>();
  // No two spellings that are equal differ in where they have no value, so that their texts settle it.
  const inOrder = writtenGroups(rows, fields)
    .map((group) => ({ group, text: group.key.map((value) => value ?? '') }))
    .toSorted((a, b) => b.group.sold - a.group.sold || (isBefore(a.text, b.text) ? -1 : 1));
  for (const { group } of inOrder) {
    const sofar = groups.get(foldKey(group.key));
    groups.set(foldKey(group.key), {
      key: sofar?.key ?? group.key,
      sold: (sofar?.sold ?? 0) + group.sold,
      deployed: (sofar?.deployed ?? 0) + group.deployed,
    });
  }
  return groups;
}

function isBefore(a: readonly string[], b: readonly string[]): boolean {
  const nth = a.findIndex((text, at) => text !== b[at]);
  return nth !== -1 && (a[nth] ?? '') < (b[nth] ?? '');
}

/** A group by some fields, and the labels it may be written with: several only where nobody can tell which. */
type Labelled = SpeltSums & { readonly writings: readonly Key[]; readonly labels: number };

/** The groups by some fields, each written as that of its groups with a label which sold most; without one if it must. */
function labelledGroupsOf(
  truth: Truth,
  fields: readonly Field[],
  label: Field,
): ReadonlyMap<string, Labelled> {
  const pairs = new Map<string, SpeltSums[]>();
  for (const pair of groupsOf(truth.rows, [...fields, label]).values()) {
    const form = foldKey(pair.key.slice(0, -1));
    pairs.set(form, [...(pairs.get(form) ?? []), pair]);
  }
  const isUntold = truth.spellings === 'together' && truth.inParts;
  return new Map(
    [...pairs].map(([form, own]) => {
      const named = own.filter(({ key }) => key.at(-1) !== null);
      const shown = named.length > 0 ? named : own;
      const most = Math.max(...shown.map(({ sold }) => sold));
      const best = shown
        .filter(({ sold }) => sold === most)
        .toSorted((a, b) =>
          isBefore(
            a.key.map((v) => v ?? ''),
            b.key.map((v) => v ?? ''),
          )
            ? -1
            : 1,
        );
      const writings = best.slice(0, isUntold ? best.length : 1).map(({ key }) => key);
      return [form, { key: writings[0]?.slice(0, -1) ?? [], writings, labels: named.length, ...sumOf(own) }];
    }),
  );
}

/** @throws Differs where a group is not written, key and label, as it has to be */
function checkWriting(truth: Truth, written: Key, expected: Labelled | undefined): void {
  const own = comparable(truth, written);
  const possible = (expected?.writings ?? []).map((key) => comparable(truth, key));
  if (!possible.includes(own))
    throw new Differs(`how it is written: ${own} instead of ${possible.join(' or ')}`);
}

/** How many groups the service has: those of a filter in parts are put together first. */
function groupsRead({ rows, spellings, inParts }: Truth, fields: readonly Field[]): number {
  const isApart = spellings === 'apart' && !inParts;
  return isApart ? writtenGroups(rows, fields).length : groupsOf(rows, fields).size;
}

/**
 * A key as it can be compared: of parts in which the service put spellings together itself, nobody can tell which of them
 * sold most in all.
 */
const comparable = ({ spellings, inParts }: Truth, key: Key): string =>
  spellings === 'together' && inParts ? foldKey(key) : JSON.stringify(key);

/** @throws Differs where the summary is not made of these rows */
export function checkSummary(truth: Truth, summary: Summary): void {
  const { rows, miscounted } = truth;
  const { sold, deployed } = sumsOf(rows);
  same('sold and deployed', [summary.totals.licensesSold, summary.totals.licensesDeployed], [sold, deployed]);
  const tenants = new Map(groupsOf(rows, ['customerTenantId']));
  tenants.delete(foldKey([null]));
  same('customers', summary.customers, tenants.size);
  let banded = 0;
  for (const { from, to, customers, totals } of summary.bands) {
    const own = [...tenants.values()].filter((sums) => {
      const used = measured(sums, 'utilization');
      if (used === NONE) return false;
      if (to === null) return used > from;
      return from === to ? used === from : used >= from && used < to;
    });
    const { sold: bandSold, deployed: bandDeployed } = sumOf(own);
    same(
      `band ${from} to ${to}`,
      [customers, totals.licensesSold, totals.licensesDeployed],
      [own.length, bandSold, bandDeployed],
    );
    banded += own.length;
  }
  const over = [...tenants.values()].filter((sums) => sums.deployed > sums.sold);
  same('customers with more deployed than sold', summary.customersOver, over.length);
  same('customers in bands or without', banded + summary.customersWithoutSold, tenants.size);
  checkCoverage(summary.coverage, groupsRead(truth, ['customerTenantId']), miscounted);
}

/** @throws Differs where the customer does not stand so among those of these rows */
export function checkStanding(
  truth: Truth,
  { customerTenantId }: StandingQuestion,
  { totals, similar, coverage }: Standing,
): void {
  const tenants = new Map(groupsOf(truth.rows, ['customerTenantId']));
  tenants.delete(foldKey([null]));
  const own = tenants.get(foldKey([customerTenantId]));
  same(
    'its sums',
    totals === null ? null : figuresOf(totals),
    own ? [own.sold, own.deployed, null, null] : null,
  );
  checkCoverage(coverage, groupsRead(truth, ['customerTenantId']), truth.miscounted);
  if (own === undefined || own.sold === 0) {
    same('similar customers', similar, null);
    return;
  }
  const others = [...tenants.values()].filter(
    (other) => other !== own && 2 * other.sold >= own.sold && other.sold <= 2 * own.sold,
  );
  const used = others.map((other) => measured(other, 'utilization'));
  const ownUsed = measured(own, 'utilization');
  same(
    'similar customers',
    [similar?.customers, similar?.below, similar?.above],
    [others.length, used.filter((one) => one < ownUsed).length, used.filter((one) => one > ownUsed).length],
  );
  same('those in steps', similar?.steps, [
    ...Array.from(
      { length: 20 },
      (_, step) =>
        others.filter(({ sold, deployed }) => {
          const twentieths = 20 * deployed;
          return twentieths >= step * sold && twentieths < (step + 1) * sold;
        }).length,
    ),
    used.filter((one) => one === 1).length,
    used.filter((one) => one > 1).length,
  ]);
}

/** @throws Differs where the groups are not those of these rows */
export function checkGroups(truth: Truth, question: GroupsQuestion, groups: Groups): void {
  const { rows, miscounted } = truth;
  const { by, label } = question;
  const labelled = label === undefined ? null : labelledGroupsOf(truth, by, label);
  const expected: ReadonlyMap<string, SpeltSums> = labelled ?? groupsOf(rows, by);
  const whole = sumsOf(rows);
  const { total, top, other } = groups;
  same(
    'total',
    [total.groups, total.licensesSold, total.licensesDeployed],
    [expected.size, whole.sold, whole.deployed],
  );
  same(
    'named groups',
    new Set(top.map(({ key }) => foldKey(key))).size,
    Math.min(question.top, expected.size),
  );
  for (const { key, label: own, licensesSold, licensesDeployed } of top) {
    const sums = expected.get(foldKey(key));
    same(`group ${JSON.stringify(key)}`, [licensesSold, licensesDeployed], [sums?.sold, sums?.deployed]);
    if (labelled !== null) checkWriting(truth, [...key, own ?? null], labelled.get(foldKey(key)));
    else same('how a group is written', comparable(truth, key), comparable(truth, sums?.key ?? []));
  }
  const several = [...(labelled?.values() ?? [])].filter(
    ({ key, labels }) => labels > 1 && !key.includes(null),
  );
  same('several labels', groups.severalLabels, labelled === null ? undefined : several.length);
  same(
    'ranks',
    top.map((group) =>
      measured({ sold: group.licensesSold, deployed: group.licensesDeployed }, question.rankBy),
    ),
    [...expected.values()]
      .map((sums) => measured(sums, question.rankBy))
      .toSorted((a, b) => (a === b ? 0 : b - a))
      .slice(0, question.top),
  );
  const named = sumsOf(top);
  same('the rest', other === null ? [0, 0, 0] : [other.groups, other.licensesSold, other.licensesDeployed], [
    expected.size - top.length,
    whole.sold - named.sold,
    whole.deployed - named.deployed,
  ]);
  checkCoverage(groups.coverage, groupsRead(truth, label === undefined ? by : [...by, label]), miscounted);
}

/** @throws Differs where the members are not the values of these rows */
export function checkMembers(
  truth: Truth,
  { field, label }: Pick<MembersQuestion, 'field' | 'label'>,
  { members, coverage }: Members,
): void {
  const { rows, miscounted } = truth;
  const labelled = label === undefined ? null : labelledGroupsOf(truth, [field], label);
  const expected = new Map<string, SpeltSums>(labelled ?? groupsOf(rows, [field]));
  expected.delete(foldKey([null]));
  same('members', new Set(members.map(({ value }) => foldCase(value))).size, expected.size);
  same('members, each once', members.length, expected.size);
  for (const { value, label: own, licensesSold, licensesDeployed } of members) {
    const sums = expected.get(foldKey([value]));
    same(`member ${value}`, [licensesSold, licensesDeployed], [sums?.sold, sums?.deployed]);
    if (labelled !== null) checkWriting(truth, [value, own ?? null], labelled.get(foldKey([value])));
    else same('how a member is written', comparable(truth, [value]), comparable(truth, sums?.key ?? []));
  }
  same(
    'the order of members',
    members.map(({ licensesSold }) => licensesSold),
    [...expected.values()].map(({ sold }) => sold).toSorted((a, b) => b - a),
  );
  checkCoverage(coverage, groupsRead(truth, label === undefined ? [field] : [field, label]), miscounted);
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function sortValue(row: DeploymentRow, field: PageSortKey['field']): number | string | null {
  switch (field) {
    case 'licensesSold':
    case 'licensesDeployed':
    case 'licensesNotDeployed':
    case 'utilization':
    case 'idle':
    case 'short': {
      const value = measured({ sold: row.licensesSold, deployed: row.licensesDeployed }, field);
      return value === NONE ? null : value;
    }
    default:
      return row[field] ?? null;
  }
}

const NAMES: readonly PageSortKey['field'][] = ['customerName', 'productName', 'serviceName', 'channel'];

/** Two values in an ascending order; a missing one is not this function's matter. */
function compare(field: PageSortKey['field'], a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (NAMES.includes(field)) return collator.compare(String(a), String(b));
  const [left, right] = [foldCase(String(a)), foldCase(String(b))];
  return left < right ? -1 : left > right ? 1 : 0;
}

const textOf = (truth: Truth, row: DeploymentRow, groupby: readonly Field[]): string =>
  JSON.stringify([
    groupby.length === 0 ? row.processedDateTime : null,
    groupby.length === 0 ? keyOf(row, ALL_FIELDS) : comparable(truth, keyOf(row, groupby)),
    row.licensesSold,
    row.licensesDeployed,
  ]);

const ALL_FIELDS: readonly Field[] = [
  'serviceCode',
  'serviceName',
  'channel',
  'customerTenantId',
  'customerName',
  'productId',
  'productName',
];

/** @param isWhole all groups were read: then those are one that are equal, whatever the service does */
function groupedRows(
  { rows, spellings }: Truth,
  groupby: readonly Field[],
  isWhole: boolean,
): readonly DeploymentRow[] {
  if (groupby.length === 0) return rows;
  const areOne = isWhole || spellings === 'together';
  const groups = areOne ? groupsOf(rows, groupby).values() : writtenGroups(rows, groupby);
  return Array.from(groups, ({ key, sold, deployed }) => ({
    ...(Object.fromEntries(key.map((value, index) => [groupby[index], value])) as Readonly<
      Partial<Record<Field, string | null>>
    >),
    licensesSold: sold,
    licensesDeployed: deployed,
  }));
}

/** @throws Differs where the page is not that part of these rows, in the order it says it has */
export function checkPage(truth: Truth, question: PageQuestion, page: Page): void {
  const { groupby, sort, offset, limit, readAll } = question;
  // Of a page as the service cuts it nothing tells the sums.
  const all = groupedRows(truth, groupby, page.totals !== null);

  const left = new Map<string, number>();
  for (const row of all) {
    const text = textOf(truth, row, groupby);
    left.set(text, (left.get(text) ?? 0) + 1);
  }
  for (const row of page.rows) {
    const text = textOf(truth, row, groupby);
    const count = left.get(text) ?? 0;
    if (count === 0) throw new Differs(`a row that is not there, or not so often: ${text}`);
    left.set(text, count - 1);
  }
  same('rows of the page', page.rows.length, Math.max(0, Math.min(limit, all.length - offset)));

  // Without an order, and of one request, the rows come as the service has them.
  if (groupby.length === 0 && !truth.inParts && (sort.length === 0 || page.order === 'service')) {
    same(
      'order',
      page.rows.map((row) => textOf(truth, row, [])),
      all.slice(offset, offset + limit).map((row) => textOf(truth, row, [])),
    );
  }
  const [first] = sort;
  if (readAll || first === undefined) same('order kept', page.order, 'asked');
  if (first !== undefined && page.order === 'asked') {
    const { field, descending } = first;
    const defined = all.map((row) => sortValue(row, field)).filter((value) => value !== null);
    defined.sort((a, b) => (descending ? compare(field, b, a) : compare(field, a, b)));
    page.rows.forEach((row, index) => {
      const expected = defined[offset + index] ?? null;
      const actual = sortValue(row, field);
      const equal =
        expected === null || actual === null ? expected === actual : compare(field, expected, actual) === 0;
      if (!equal) throw new Differs(`row ${offset + index} by ${field}: ${actual} instead of ${expected}`);
    });
  }

  if (page.totals !== null) same('totals', sumsOf([page.totals]), sumsOf(truth.rows));
  const { coverage } = page;
  const read = groupby.length === 0 ? all.length : groupsRead(truth, groupby);
  if (readAll) checkCoverage(coverage, read, truth.miscounted);
  if (coverage.countDisagrees && !truth.miscounted) throw new Differs('the count disagrees for no reason');
  const end = offset + page.rows.length;
  const isMore = page.rows.length > 0 && end < all.length;
  // How many there are in all is the service's word where the last of them has not been read. A wrong one may be too
  // small, but never hides that there is a next page.
  if (isMore && page.isEndKnown && page.total <= end) throw new Differs(`hidden: rows behind ${end}`);
  if (!page.isEndKnown) {
    if (readAll) throw new Differs('all was read, and the end is said to be unknown');
    const isHonest = !truth.miscounted && !truth.mislinked;
    if (isHonest && page.rows.length > 0 && !isMore) throw new Differs('the end came, unseen');
    // Of rows that were read before, but are not on this page, it knows too.
    const least = page.rows.length > 0 ? end : 0;
    if (page.total < least || page.total > all.length) throw new Differs(`at least so many: ${page.total}`);
  }
  const isHint = page.isEndKnown && !readAll && truth.miscounted && page.total === coverage.totalCount;
  if (page.isEndKnown && !isHint) same('total', page.total, all.length);
  // A page that goes on where the count says there is nothing gives the count away.
  if (isHint && page.rows.length > 0 && page.total < offset + page.rows.length)
    same('the count disagrees', coverage.countDisagrees, true);
}
