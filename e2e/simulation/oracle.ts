import type {
  Coverage,
  DeploymentRow,
  Groups,
  GroupsQuestion,
  Members,
  Page,
  PageQuestion,
  Summary,
} from '#engine/engine.ts';
import type { Field } from '#partner-center/fields.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import type { Measure, SortField } from '#view/view.ts';

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
  const equal = row[filter.field]?.toLowerCase() === filter.value.toLowerCase();
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
  return sold === 0 ? NONE : deployed / sold;
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

/** What the checks of one answer are given: the rows that pass the filter, and whether a wrong count was sent. */
export type Truth = {
  readonly rows: readonly FullRow[];
  readonly miscounted: boolean;
  /** The filter is too long for one request. */
  readonly inParts: boolean;
};

/** @throws Differs where the summary is not made of these rows */
export function checkSummary({ rows, miscounted }: Truth, summary: Summary): void {
  const { sold, deployed } = sumsOf(rows);
  same('sold and deployed', [summary.totals.licensesSold, summary.totals.licensesDeployed], [sold, deployed]);
  const tenants = sumsBy(rows, (row) => row.customerTenantId?.toLowerCase() ?? '');
  tenants.delete('');
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
  same('customers in bands or without', banded + summary.customersWithoutSold, tenants.size);
  checkCoverage(summary.coverage, sumsBy(rows, (row) => row.customerTenantId ?? '').size, miscounted);
}

const keyOf = (row: DeploymentRow, fields: readonly Field[]): string =>
  JSON.stringify(fields.map((field) => row[field] ?? null));

/** @throws Differs where the groups are not those of these rows */
export function checkGroups({ rows, miscounted }: Truth, question: GroupsQuestion, groups: Groups): void {
  const expected = sumsBy(rows, (row) => keyOf(row, question.by));
  const whole = sumsOf(rows);
  const { total, top, other } = groups;
  same(
    'total',
    [total.groups, total.licensesSold, total.licensesDeployed],
    [expected.size, whole.sold, whole.deployed],
  );
  same(
    'named groups',
    new Set(top.map(({ key }) => JSON.stringify(key))).size,
    Math.min(question.top, expected.size),
  );
  for (const { key, licensesSold, licensesDeployed } of top) {
    const sums = expected.get(JSON.stringify(key));
    same(`group ${JSON.stringify(key)}`, [licensesSold, licensesDeployed], [sums?.sold, sums?.deployed]);
  }
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
  checkCoverage(groups.coverage, expected.size, miscounted);
}

/** @throws Differs where the members are not the values of these rows */
export function checkMembers(
  { rows, miscounted }: Truth,
  field: Field,
  { members, coverage }: Members,
): void {
  const expected = sumsBy(rows, (row) => row[field]?.toLowerCase() ?? 'no value');
  expected.delete('no value');
  same('members', new Set(members.map(({ value }) => value.toLowerCase())).size, expected.size);
  same('members, each once', members.length, expected.size);
  for (const { value, licensesSold, licensesDeployed } of members) {
    const sums = expected.get(value.toLowerCase());
    same(`member ${value}`, [licensesSold, licensesDeployed], [sums?.sold, sums?.deployed]);
  }
  same(
    'the order of members',
    members.map(({ licensesSold }) => licensesSold),
    [...expected.values()].map(({ sold }) => sold).toSorted((a, b) => b - a),
  );
  checkCoverage(coverage, sumsBy(rows, (row) => keyOf(row, [field])).size, miscounted);
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function sortValue(row: DeploymentRow, field: SortField): number | string | null {
  switch (field) {
    case 'licensesSold':
    case 'licensesDeployed':
    case 'licensesNotDeployed':
    case 'utilization': {
      const value = measured({ sold: row.licensesSold, deployed: row.licensesDeployed }, field);
      return value === NONE ? null : value;
    }
    default:
      return row[field] ?? null;
  }
}

const NAMES: readonly SortField[] = ['customerName', 'productName', 'serviceName', 'channel'];

/** Two values in an ascending order; a missing one is not this function's matter. */
function compare(field: SortField, a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (NAMES.includes(field)) return collator.compare(String(a), String(b));
  const [left, right] = [foldCase(String(a)), foldCase(String(b))];
  return left < right ? -1 : left > right ? 1 : 0;
}

const textOf = (row: DeploymentRow, groupby: readonly Field[]): string =>
  JSON.stringify([
    groupby.length === 0 ? row.processedDateTime : null,
    keyOf(row, groupby.length > 0 ? groupby : ALL_FIELDS),
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

function groupedRows(rows: readonly FullRow[], groupby: readonly Field[]): readonly DeploymentRow[] {
  if (groupby.length === 0) return rows;
  return [...sumsBy(rows, (row) => keyOf(row, groupby))].map(([key, { sold, deployed }]) => ({
    ...(Object.fromEntries(
      (JSON.parse(key) as (string | null)[]).map((value, index) => [groupby[index], value]),
    ) as Readonly<Partial<Record<Field, string | null>>>),
    licensesSold: sold,
    licensesDeployed: deployed,
  }));
}

/** @throws Differs where the page is not that part of these rows, in the order it says it has */
export function checkPage(truth: Truth, question: PageQuestion, page: Page): void {
  const { groupby, sort, offset, limit, readAll } = question;
  const all = groupedRows(truth.rows, groupby);

  const left = new Map<string, number>();
  for (const row of all) left.set(textOf(row, groupby), (left.get(textOf(row, groupby)) ?? 0) + 1);
  for (const row of page.rows) {
    const text = textOf(row, groupby);
    const count = left.get(text) ?? 0;
    if (count === 0) throw new Differs(`a row that is not there, or not so often: ${text}`);
    left.set(text, count - 1);
  }
  same('rows of the page', page.rows.length, Math.max(0, Math.min(limit, all.length - offset)));

  // Without an order, and of one request, the rows come as the service has them.
  if (groupby.length === 0 && !truth.inParts && (sort.length === 0 || page.order === 'service')) {
    same(
      'order',
      page.rows.map((row) => textOf(row, [])),
      all.slice(offset, offset + limit).map((row) => textOf(row, [])),
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
  if (readAll) checkCoverage(coverage, all.length, truth.miscounted);
  if (coverage.countDisagrees && !truth.miscounted) throw new Differs('the count disagrees for no reason');
  // How many there are in all is the service's word where the last of them has not been read.
  const isHint = !readAll && truth.miscounted && page.total === coverage.totalCount;
  if (!isHint) same('total', page.total, all.length);
  // A page that goes on where the count says there is nothing gives the count away.
  if (isHint && page.rows.length > 0 && page.total < offset + page.rows.length)
    same('the count disagrees', coverage.countDisagrees, true);
}
