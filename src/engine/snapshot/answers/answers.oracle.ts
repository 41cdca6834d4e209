import type { Field } from '#partner-center/fields.ts';
import { foldCase, foldKey } from '#partner-center/filter/fold-case.ts';
import { foldFilter } from '#partner-center/filter/fold.ts';
import { compareKeys } from '#partner-center/reading/group-key.ts';
import { bandsOf } from '#engine/bands.ts';
import type { DeploymentRow, Group, PairsAsked, PricesAsked, Thresholds, Totals } from '#engine/engine.ts';
import type { Prices } from '#view/prices.ts';
import { candidatesOf, membersAmong } from '#engine/members-of-rows.ts';
import { sortRows } from '#engine/order.ts';
import { foldForSearch, searchWords } from '#engine/search-text.ts';
import { add, measureOf, NO_LICENSES, type OfPairs } from '#engine/totals.ts';
import type { TableAnswers, TableScope } from './table-answers.ts';

type Answers = Pick<TableAnswers, 'totals' | 'summary' | 'groups' | 'page' | 'members'>;

function isFound(row: DeploymentRow, search: string): boolean {
  const names = [row.customerName, row.productName].map((name) => foldForSearch(name ?? ''));
  return searchWords(search).every((word) => names.some((name) => name.includes(word)));
}

function isLetThrough(row: DeploymentRow, { filter }: TableScope): boolean {
  if (filter === null) return true;
  return foldFilter(filter, {
    comparison: ({ field, operator, value }) => {
      const own = row[field] ?? null;
      return (own !== null && foldCase(own) === foldCase(value)) === (operator === 'eq');
    },
    and: (operands) => operands.every(Boolean),
    or: (operands) => operands.some(Boolean),
  });
}

const sum = (rows: readonly Totals[]): Totals => rows.reduce(add, NO_LICENSES);

function groupsOf(rows: readonly DeploymentRow[], by: readonly Field[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const key = by.map((field) => row[field] ?? null);
    const name = JSON.stringify(key);
    groups.set(name, { key, ...add(groups.get(name) ?? NO_LICENSES, row) });
  }
  // In the order in which their spellings are shown: equal ones after the one that sold most.
  const spellings = [...groups.values()].toSorted(
    (a, b) => b.licensesSold - a.licensesSold || compareKeys(a.key, b.key),
  );
  const values = new Map<string, Group>();
  for (const group of spellings) {
    const sofar = values.get(foldKey(group.key));
    values.set(foldKey(group.key), { key: sofar?.key ?? group.key, ...add(sofar ?? NO_LICENSES, group) });
  }
  return [...values.values()].toSorted((a, b) => compareKeys(a.key, b.key));
}

/** What the pairs of some rows have idle and are short of, row by row. */
function pairsIn(rows: readonly DeploymentRow[], { spare, prices }: Asked): OfPairs {
  const left = new Map<string, { left: number; price: number | undefined }>();
  for (const { customerTenantId, productId, licensesSold, licensesDeployed } of rows) {
    const pair = foldKey([customerTenantId ?? null, productId ?? null]);
    const [, price] =
      prices?.of.find(([id]) => productId != null && foldCase(id) === foldCase(productId)) ?? [];
    left.set(pair, { left: (left.get(pair)?.left ?? 0) + licensesSold - licensesDeployed, price });
  }
  const sums = { idle: 0, short: 0, idleValue: 0, idlePriced: 0 };
  for (const { left: each, price } of left.values()) {
    const idle = Math.max(0, each - spare);
    sums.idle += idle;
    if (each < 0) sums.short -= each;
    if (price === undefined) continue;
    sums.idleValue += idle * price;
    sums.idlePriced += idle;
  }
  const { idle, short } = sums;
  return prices === null ? { idle, short } : sums;
}

/** What is asked about pairs. */
type Asked = { readonly spare: number; readonly prices: Prices | null };

const askedOf = ({ spare = null, prices = null }: PairsAsked & PricesAsked): Asked | null =>
  spare === null ? null : { spare, prices };

function withPairsIn(
  group: Group,
  rows: readonly DeploymentRow[],
  by: readonly Field[],
  asked: Asked | null,
): Group {
  if (asked === null) return group;
  const own = rows.filter((row) => foldKey(by.map((field) => row[field] ?? null)) === foldKey(group.key));
  return { ...group, ...pairsIn(own, asked) };
}

function addedUp(groups: readonly Totals[], asked: Asked | null): Totals {
  if (asked === null) return sum(groups);
  const sums = { idle: 0, short: 0, idleValue: 0, idlePriced: 0 };
  for (const group of groups) {
    sums.idle += group.idle ?? 0;
    sums.short += group.short ?? 0;
    sums.idleValue += group.idleValue ?? 0;
    sums.idlePriced += group.idlePriced ?? 0;
  }
  const { idle, short } = sums;
  return { ...sum(groups), ...(asked.prices === null ? { idle, short } : sums) };
}

function isListed(
  { idle = 0, licensesSold, licensesDeployed }: Totals,
  { minIdle = 0, maxUtilization = Infinity, minUtilization }: Thresholds = {},
): boolean {
  if (idle < minIdle) return false;
  if (licensesSold === 0) return minUtilization === undefined || licensesDeployed > 0;
  const used = licensesDeployed / licensesSold;
  return used >= (minUtilization ?? 0) && used <= maxUtilization;
}

/** Groups by some fields, each with the label it is written with, and how many it has. */
function labelledGroupsOf(rows: readonly DeploymentRow[], by: readonly Field[], label: Field) {
  const all = groupsOf(rows, [...by, label]).map(({ key, ...sums }) => ({
    ...sums,
    key: key.slice(0, -1),
    label: key.at(-1) ?? null,
  }));
  const forms = [...new Set(all.map(({ key }) => foldKey(key)))];
  return forms.map((form) => {
    const own = all.filter(({ key }) => foldKey(key) === form);
    const named = own.filter((group) => group.label !== null);
    const shown = (named.length > 0 ? named : own).toSorted(
      (a, b) => b.licensesSold - a.licensesSold || compareKeys([...a.key, a.label], [...b.key, b.label]),
    )[0];
    const group: Group = { key: [], label: null, ...shown, ...sum(own) };
    return { group, labels: named.length };
  });
}

/** Puts a question's groups into rows as the service does. */
function rowsOf(groups: readonly Group[], by: readonly Field[]): readonly DeploymentRow[] {
  return groups.map(({ key, ...sums }) => ({
    ...Object.fromEntries(by.map((field, at) => [field, key[at]])),
    ...sums,
  }));
}

/** The same answers as `createTableAnswers` gives, from plain rows with plain loops. For tests. */
export function createPlainAnswers(all: readonly DeploymentRow[]): Answers {
  const rowsIn = (scope: TableScope): readonly DeploymentRow[] =>
    all.filter((row) => isLetThrough(row, scope) && isFound(row, scope.search));

  return {
    totals(scope, question) {
      const rows = rowsIn(scope);
      const asked = askedOf(question);
      const pairs = asked === null ? {} : pairsIn(rows, asked);
      return { totals: { ...sum(rows), ...pairs }, rowsRead: rows.length };
    },
    summary(scope) {
      const rows = rowsIn(scope);
      const customers = new Map<string, Totals>();
      for (const row of rows) {
        const tenant = row.customerTenantId ?? null;
        if (tenant === null) continue;
        customers.set(foldCase(tenant), add(customers.get(foldCase(tenant)) ?? NO_LICENSES, row));
      }
      const distribution = bandsOf(customers.values());
      return { totals: sum(rows), customers: customers.size, ...distribution, rowsRead: rows.length };
    },
    groups(scope, { by, label, rankBy, top, spare }) {
      const asked = askedOf({ spare });
      const rows = rowsIn(scope);
      const labelled = label === undefined ? [] : labelledGroupsOf(rows, by, label);
      const bare = label === undefined ? groupsOf(rows, by) : labelled.map(({ group }) => group);
      const groups = bare.map((group) => withPairsIn(group, rows, by, asked));
      const several = labelled.filter(({ group: { key }, labels }) => labels > 1 && !key.includes(null));
      const rank = (totals: Totals): number => measureOf(totals, rankBy) ?? Number.MIN_SAFE_INTEGER * 2;
      const ranked = groups.toSorted(
        (a, b) => rank(b) - rank(a) || b.licensesSold - a.licensesSold || compareKeys(a.key, b.key),
      );
      const rest = ranked.slice(top);
      return {
        top: ranked.slice(0, top),
        other: rest.length === 0 ? null : { ...addedUp(rest, asked), groups: rest.length },
        total: {
          ...sum(rows),
          ...(asked === null ? {} : pairsIn(rows, asked)),
          groups: ranked.length,
        },
        ...(label === undefined ? {} : { severalLabels: several.length }),
        rowsRead: rows.length,
      };
    },
    page(scope, question) {
      const { groupby, sort, offset, limit, thresholds } = question;
      const asked = askedOf(question);
      const rows = rowsIn(scope);
      const every = groupsOf(rows, groupby).map((group) => withPairsIn(group, rows, groupby, asked));
      const groups = every.filter((group) => isListed(group, thresholds));
      const listed = groupby.length === 0 ? rows : rowsOf(groups, groupby);
      const isWhole = groupby.length === 0 || (asked === null && thresholds === undefined);
      return {
        rows: sortRows(listed, sort).slice(offset, offset + limit),
        total: listed.length,
        isEndKnown: true,
        order: 'asked',
        totals: { ...sum(rows), ...(asked === null ? {} : pairsIn(rows, asked)) },
        ...(isWhole ? {} : { addedUp: addedUp(groups, asked), ofAllGroups: addedUp(every, asked) }),
        rowsRead: rows.length,
      };
    },
    members(scope, question) {
      const rows = rowsIn(scope);
      const { field, label } = question;
      const fields = label === undefined ? [field] : [field, label];
      const candidates = candidatesOf(rowsOf(groupsOf(rows, fields), fields), field, label);
      return { ...membersAmong(candidates, question), rowsRead: rows.length };
    },
  };
}
