import type { Field } from '#partner-center/fields.ts';
import { foldCase, foldKey } from '#partner-center/filter/fold-case.ts';
import { foldFilter } from '#partner-center/filter/fold.ts';
import { bandsOf } from '#engine/bands.ts';
import { compareKeys } from '#engine/collation.ts';
import type { DeploymentRow, Group, Totals } from '#engine/engine.ts';
import { candidatesOf, membersAmong } from '#engine/members-of-rows.ts';
import { sortRows } from '#engine/order.ts';
import { foldForSearch, searchWords } from '#engine/search-text.ts';
import { add, measureOf, NO_LICENSES } from '#engine/totals.ts';
import type { TableAnswers, TableScope } from './table-answers.ts';

type Answers = Omit<TableAnswers, 'prepare' | 'forget' | 'bytesHeld'>;

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
  return groups.map(({ key, licensesSold, licensesDeployed }) => ({
    ...Object.fromEntries(by.map((field, at) => [field, key[at]])),
    licensesSold,
    licensesDeployed,
  }));
}

/** The same answers as `createTableAnswers` gives, from plain rows with plain loops. For tests. */
export function createPlainAnswers(all: readonly DeploymentRow[]): Answers {
  const rowsIn = (scope: TableScope): readonly DeploymentRow[] =>
    all.filter((row) => isLetThrough(row, scope) && isFound(row, scope.search));

  return {
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
    groups(scope, { by, label, rankBy, top }) {
      const rows = rowsIn(scope);
      const labelled = label === undefined ? [] : labelledGroupsOf(rows, by, label);
      const groups = label === undefined ? groupsOf(rows, by) : labelled.map(({ group }) => group);
      const several = labelled.filter(({ group: { key }, labels }) => labels > 1 && !key.includes(null));
      const rank = (totals: Totals): number => measureOf(totals, rankBy) ?? Number.MIN_SAFE_INTEGER * 2;
      const ranked = groups.toSorted(
        (a, b) => rank(b) - rank(a) || b.licensesSold - a.licensesSold || compareKeys(a.key, b.key),
      );
      const rest = ranked.slice(top);
      return {
        top: ranked.slice(0, top),
        other: rest.length === 0 ? null : { ...sum(rest), groups: rest.length },
        total: { ...sum(ranked), groups: ranked.length },
        ...(label === undefined ? {} : { severalLabels: several.length }),
        rowsRead: rows.length,
      };
    },
    page(scope, { groupby, sort, offset, limit }) {
      const rows = rowsIn(scope);
      const asked = groupby.length === 0 ? rows : rowsOf(groupsOf(rows, groupby), groupby);
      return {
        rows: sortRows(asked, sort).slice(offset, offset + limit),
        total: asked.length,
        isEndKnown: true,
        order: 'asked',
        totals: sum(asked),
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
