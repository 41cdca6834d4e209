import type { Field } from '#partner-center/fields.ts';
import { foldKey } from '#partner-center/filter/fold-case.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { compareKeys } from '#partner-center/reading/group-key.ts';
import {
  PAIR,
  type DeploymentRow,
  type Group,
  type Groups,
  type GroupsQuestion,
  type Members,
  type MembersQuestion,
  type Page,
  type PageQuestion,
  type Summary,
  type Totals,
  type TotalsAnswer,
  type TotalsQuestion,
} from '#engine/engine.ts';
import { byMeasure, sortRows } from '#engine/order.ts';
import { pairSums, pairTotals, reaches, withPairFields, withPairs } from '#engine/pairs.ts';
import { add, licensesOf, NO_LICENSES } from '#engine/totals.ts';
import { createColumnIndex } from '#engine/snapshot/columns/column-index.ts';
import { createDictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import { bytesOfSelection, rowIdsAt, type Selection } from '#engine/snapshot/columns/selection.ts';
import { NO_VALUE, type Table } from '#engine/snapshot/columns/table.ts';
import { totalsOfRows } from '#engine/snapshot/columns/totals-of-rows.ts';
import { groupChunks, groupRows, type GroupChunks } from './group/group-rows.ts';
import { bytesOfGroups, type GroupSums, joinGroups, totalsOfGroups } from './group/group-sums.ts';
import { bytesToKeep, createSharedBudget, type Budget } from './memory-budget.ts';
import { membersOf } from './members-of-groups.ts';
import { mayBeEqual, mergeEqual, mergeLabels } from './group/merge-equal-groups.ts';
import { groupOrder } from './order/group-order.ts';
import { rowOrder } from './order/row-order.ts';
import { rankGroups } from './group/rank-groups.ts';
import { groupedRow, tableRow } from './deployment-rows.ts';
import { keyOfScope, rowsOfScope } from './select/rows-of-scope.ts';
import { summaryOf } from './summary-of-customers.ts';

/** The rows of a table a question is about. */
export type TableScope = { readonly filter: Filter | null; readonly search: string };

/** An answer of an engine without what it rests on, but with how many rows it was summed from. */
export type OfTable<T> = Omit<T, 'coverage'> & { readonly rowsRead: number };

/** The engine's questions about one table, answered at once. */
export type TableAnswers = {
  readonly totals: (scope: TableScope, question: TotalsQuestion) => OfTable<TotalsAnswer>;
  readonly summary: (scope: TableScope) => OfTable<Summary>;
  readonly groups: (scope: TableScope, question: GroupsQuestion) => OfTable<Groups>;
  readonly page: (scope: TableScope, question: PageQuestion) => OfTable<Page>;
  readonly members: (scope: TableScope, question: MembersQuestion) => OfTable<Members>;
  /** Prepares one thing that later questions need (ranks of a dictionary); false once there is nothing left. */
  readonly prepare: () => boolean;
  /** Drops what is kept of earlier answers; what `prepare` makes, which is the same for all questions, stays. */
  readonly forget: () => void;
  /** Bytes that indexes of the table hold: what `prepare` makes. */
  readonly bytesOfIndexes: () => number;
  /** Bytes held besides the table: its indexes, and results that are kept for the next question. */
  readonly bytesHeld: () => number;
};

/** Rows of a table with a key that is theirs alone. */
type Scoped = { readonly key: string; readonly rows: Selection };

type OrderOfGroups = {
  /** The indexes of the groups. */
  readonly order: Uint32Array;
  readonly totals: Totals;
};

/** The budget of a table that shares it with no other. */
function ownBudget({ rows }: Table): Budget {
  return createSharedBudget(() => bytesToKeep(rows, 0)).ofTable();
}

/**
 * Answers questions about a table by reading it. What questions mostly come back to is kept within a budget of
 * memory: the rows of a scope, their groups, orders.
 */
export function createTableAnswers(table: Table, budget: Budget = ownBudget(table)): TableAnswers {
  const index = createDictionaryIndex(table);
  const columns = createColumnIndex(table);
  const bytesOfIndexes = (): number => columns.bytesHeld() + index.bytesHeld();
  const selections = budget.store<Selection>(bytesOfSelection);
  const sums = budget.store<GroupSums>(bytesOfGroups);
  const groupOrders = budget.store<OrderOfGroups>(({ order }) => order.byteLength);
  const rowOrders = budget.store<Uint32Array>(({ byteLength }) => byteLength);
  const rowTotals = budget.store<Totals>(() => 16);

  /** Each question begins here. */
  function scoped(scope: TableScope): Scoped {
    budget.nextQuestion();
    const key = keyOfScope(scope);
    return { key, rows: selections.get(key, () => rowsOfScope(table, index, scope)) };
  }

  const groupsBy = ({ key, rows }: Scoped, fields: readonly Field[]): GroupSums =>
    sums.get(`${fields.join()} ${key}`, () => mergeEqual(groupRows(table, columns, rows, fields), index));

  function groupAt(groups: GroupSums, at: number): Group {
    return {
      key: groups.fields.map(
        (field, nth) => table.texts[field].dictionary[groups.keys[nth]?.[at] ?? NO_VALUE] ?? null,
      ),
      licensesSold: groups.licensesSold[at] ?? 0,
      licensesDeployed: groups.licensesDeployed[at] ?? 0,
    };
  }

  function pageOfRows({ key, rows }: Scoped, { sort, offset, limit }: PageQuestion): OfTable<Page> {
    const ids =
      sort.length === 0
        ? rowIdsAt(rows, offset, limit)
        : rowOrders
            .get(JSON.stringify([key, sort]), () => rowOrder(table, rows, sort, index))
            .subarray(offset, offset + limit);
    return {
      rows: Array.from(ids, (row) => tableRow(table, row)),
      total: rows.count,
      isEndKnown: true,
      order: 'asked',
      totals: rowTotals.get(key, () => totalsOfRows(table, rows)),
      rowsRead: rows.count,
    };
  }

  function pageOfGroups(scope: Scoped, { groupby, sort, offset, limit }: PageQuestion): OfTable<Page> {
    const groups = groupsBy(scope, groupby);
    const { order, totals } = groupOrders.get(JSON.stringify([scope.key, groupby, sort]), () => ({
      order: groupOrder(groups, sort, index),
      totals: totalsOfGroups(groups),
    }));
    return {
      rows: Array.from(order.subarray(offset, offset + limit), (at) =>
        groupedRow(groupAt(groups, at), groupby),
      ),
      total: groups.count,
      isEndKnown: true,
      order: 'asked',
      totals,
      rowsRead: scope.rows.count,
    };
  }

  function groups(scope: TableScope, { by, label, rankBy, top }: GroupsQuestion): OfTable<Groups> {
    const of = scoped(scope);
    if (label !== undefined) {
      const { groups: merged, severalLabels } = mergeLabels(groupsBy(of, [...by, label]), index);
      const chunk: GroupChunks = (visit) => visit(merged);
      const ranked = rankGroups(chunk, { rankBy, top }, index, ([only = merged]) => only);
      const named = Array.from({ length: ranked.top.count }, (_, at) => {
        const { key, ...sums } = groupAt(ranked.top, at);
        return { key: key.slice(0, -1), label: key.at(-1) ?? null, ...sums };
      });
      return { ...ofRanked(named, ranked.total), severalLabels, rowsRead: of.rows.count };
    }
    // Where groups may be as many as rows, only the first are held: to keep all would take longer than to sum again.
    // Not so where some may be equal, since those can be in any two chunks.
    const inChunks = mayBeEqual(by, index) ? null : groupChunks(table, columns, of.rows, by);
    const chunks = inChunks ?? ((visit) => visit(groupsBy(of, by)));
    const { top: first, total } = rankGroups(chunks, { rankBy, top }, index, (lists) =>
      joinGroups(table, by, columns.mostLicenses(), lists),
    );
    const named = Array.from({ length: first.count }, (_, at) => groupAt(first, at));
    return { ...ofRanked(named, total), rowsRead: of.rows.count };
  }

  /** The rows' groups by their pairs of customer and product. */
  function partsBy(scope: Scoped, by: readonly Field[]): readonly DeploymentRow[] {
    const fields = withPairFields(by);
    const parts = groupsBy(scope, fields);
    return Array.from({ length: parts.count }, (_, at) => groupedRow(groupAt(parts, at), fields));
  }

  function pageWithPairs(scope: Scoped, question: PageQuestion): OfTable<Page> {
    const { groupby, sort, spare = null, thresholds = {}, offset, limit } = question;
    const all = pageOfGroups(scope, { ...question, sort: [], offset: 0, limit: scope.rows.count });
    const parts = spare === null ? [] : partsBy(scope, groupby);
    const groups = spare === null ? all.rows : withPairs(all.rows, parts, groupby, spare);
    const listed = groups.filter((group) => reaches(group, thresholds));
    const none = spare === null ? NO_LICENSES : { ...NO_LICENSES, idle: 0, short: 0 };
    return {
      ...all,
      rows: sortRows(listed, sort, groupby).slice(offset, offset + limit),
      total: listed.length,
      totals: all.totals && { ...all.totals, ...(spare === null ? {} : pairTotals(parts, spare)) },
      addedUp: listed.reduce<Totals>(add, none),
    };
  }

  function groupsWithPairs(
    scope: TableScope,
    { spare, ...question }: GroupsQuestion & { readonly spare: number },
  ): OfTable<Groups> {
    const { by, rankBy, top } = question;
    const all = groups(scope, { ...question, rankBy: 'licensesSold', top: Number.MAX_SAFE_INTEGER });
    const parts = partsBy(scoped(scope), by);
    const sums = pairSums(parts, by, spare);
    const compare = byMeasure(rankBy);
    const ranked = all.top
      .map((group): Group => ({ ...group, ...(sums.get(foldKey(group.key)) ?? { idle: 0, short: 0 }) }))
      .toSorted((a, b) => compare(a, b) || compareKeys(a.key, b.key));
    const [first, ...others] = ranked.slice(top);
    return {
      ...all,
      top: ranked.slice(0, top),
      other:
        first === undefined
          ? null
          : { ...others.reduce<Totals>(add, licensesOf(first)), groups: others.length + 1 },
      total: { ...all.total, ...pairTotals(parts, spare) },
    };
  }

  return {
    totals(scope, { spare = null }) {
      const of = scoped(scope);
      const totals = rowTotals.get(of.key, () => totalsOfRows(table, of.rows));
      const pairs = spare === null ? {} : pairTotals(partsBy(of, PAIR), spare);
      return { totals: { ...totals, ...pairs }, rowsRead: of.rows.count };
    },

    summary(scope) {
      const of = scoped(scope);
      const tenants = groupsBy(of, ['customerTenantId']);
      return { ...summaryOf(tenants), rowsRead: of.rows.count };
    },

    groups: (scope, question) => {
      const { spare = null } = question;
      return spare === null ? groups(scope, question) : groupsWithPairs(scope, { ...question, spare });
    },

    page(scope, question) {
      const of = scoped(scope);
      if (question.groupby.length === 0) return pageOfRows(of, question);
      const needsPairs = question.spare != null || question.thresholds !== undefined;
      return needsPairs ? pageWithPairs(of, question) : pageOfGroups(of, question);
    },

    members(scope, question) {
      const of = scoped(scope);
      const { field, label } = question;
      const groups = groupsBy(of, label === undefined ? [field] : [field, label]);
      return { ...membersOf(groups, question, table, index), rowsRead: of.rows.count };
    },

    prepare: () => columns.prepare() || index.prepare(),
    forget: budget.forget,
    bytesOfIndexes,
    bytesHeld: () => bytesOfIndexes() + budget.bytesHeld(),
  };
}

/** What an answer says of the groups that come first, and of all. */
function ofRanked(top: readonly Group[], total: Groups['total']): Pick<Groups, 'top' | 'other' | 'total'> {
  return { top, other: top.length === total.groups ? null : without(total, top), total };
}

/** What is left of a total without some of its groups. */
function without(
  total: Totals & { readonly groups: number },
  named: readonly Totals[],
): Totals & { groups: number } {
  let { licensesSold, licensesDeployed } = total;
  for (const group of named) {
    licensesSold -= group.licensesSold;
    licensesDeployed -= group.licensesDeployed;
  }
  return { licensesSold, licensesDeployed, groups: total.groups - named.length };
}
