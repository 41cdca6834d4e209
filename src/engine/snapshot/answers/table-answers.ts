import type { Field } from '#partner-center/fields.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import {
  PAIR,
  type ChangesQuestion,
  type Group,
  type Groups,
  type GroupsQuestion,
  type Members,
  type MembersQuestion,
  type Page,
  type PageQuestion,
  type Standing,
  type StandingQuestion,
  type Summary,
  type Totals,
  type TotalsAnswer,
  type TotalsQuestion,
} from '#engine/engine.ts';
import { arePairs, withPairFields } from '#engine/pairs.ts';
import { standingOf } from '#engine/standing.ts';
import { licensesOf, subtract, type OfPairs } from '#engine/totals.ts';
import type { Prices } from '#view/prices.ts';
import { createColumnIndex } from '#engine/snapshot/columns/column-index.ts';
import { createDictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import { bytesOfSelection, rowIdsAt, type Selection } from '#engine/snapshot/columns/selection.ts';
import { NO_VALUE, type Table } from '#engine/snapshot/columns/table.ts';
import { totalsOfRows } from '#engine/snapshot/columns/totals-of-rows.ts';
import { decidingFields } from './group/deciding-fields.ts';
import { byRunsOf, groupChunks, groupRows, type GroupChunks } from './group/group-rows.ts';
import {
  bytesOfGroups,
  bytesOfPairs,
  joinGroups,
  pickGroups,
  totalsAt,
  totalsOfGroups,
  withValue,
  type GroupSums,
  type PairSums,
} from './group/group-sums.ts';
import type { IndexedTable } from './changes/merged-dictionaries.ts';
import { bytesToKeep, createSharedBudget, type Budget } from './memory-budget.ts';
import { membersOf } from './members-of-groups.ts';
import { mayBeEqual, mergeEqual, mergeLabels, type LabelledGroupSums } from './group/merge-equal-groups.ts';
import { groupOrder } from './order/group-order.ts';
import { rowOrder } from './order/row-order.ts';
import { rankGroups } from './group/rank-groups.ts';
import { listedGroups } from './pairs/listed-groups.ts';
import { pairSumsByRuns, pairTotalsByRuns, type PairsByRuns } from './pairs/pairs-by-runs.ts';
import { pairSumsOf, sumsOfPairs, totalsOfPairs, type Counting } from './pairs/pair-sums.ts';
import { priceOfCode, type PriceOfCode } from './pairs/price-of-code.ts';
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
  /** A question to `comparable` begins. All other questions say so themselves. */
  readonly nextQuestion: () => void;
  readonly standing: (scope: TableScope, question: StandingQuestion) => OfTable<Standing>;
  /** What a comparison with another table is made of: all groups of its question. */
  readonly comparable: (
    scope: TableScope,
    question: Pick<ChangesQuestion, 'by' | 'label' | 'spare'>,
  ) => ComparableGroups;
  /** Prepares one thing that later questions need (ranks of a dictionary); false once there is nothing left. */
  readonly prepare: () => boolean;
  /** Drops what is kept of earlier answers; what `prepare` makes, which is the same for all questions, stays. */
  readonly forget: () => void;
  /** Bytes that indexes of the table hold: what `prepare` makes. */
  readonly bytesOfIndexes: () => number;
  /** Bytes held besides the table: its indexes, and results that are kept for the next question. */
  readonly bytesHeld: () => number;
};

/** All groups of a question, equal ones together, in their table. */
export type ComparableGroups = IndexedTable & {
  /** Where the question has a label, by its fields and the label. */
  readonly groups: GroupSums;
  /** The sums of all rows of the question. */
  readonly totals: Totals;
  readonly rowsRead: number;
};

/** Rows of a table with a key that is theirs alone. */
type Scoped = { readonly key: string; readonly rows: Selection };

/** What is asked about pairs. */
type Asked = { readonly spare: number; readonly prices: Prices | null };

type LabelledGroups = Pick<LabelledGroupSums, 'groups' | 'severalLabels'>;

type OrderOfGroups = {
  /** The indexes of the groups that are listed. */
  readonly order: Uint32Array;
  /** What all groups add up to. */
  readonly totals: Totals;
  /** What those that are listed add up to. */
  readonly addedUp: Totals;
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
  const pairSums = budget.store<PairSums>(bytesOfPairs);
  const pairTotals = budget.store<OfPairs>(() => 32);
  const pricesOfCodes = budget.store<PriceOfCode>(({ byteLength }) => byteLength);

  /** Each question about this table alone begins here. */
  function scoped(scope: TableScope): Scoped {
    budget.nextQuestion();
    return rowsOf(scope);
  }

  function rowsOf(scope: TableScope): Scoped {
    const key = keyOfScope(scope);
    return { key, rows: selections.get(key, () => rowsOfScope(table, index, scope)) };
  }

  const deciding = (fields: readonly Field[]): readonly Field[] =>
    decidingFields(table, columns, fields).deciding;

  /** Fields that decide whether texts are equal: of two spellings of one tenant each may have a name of its own. */
  function decidingEquality(fields: readonly Field[]): readonly Field[] {
    const some = deciding(fields);
    return mayBeEqual(some, index) ? fields : some;
  }

  /** Whether a grouping cuts pairs apart: then groups add up to more than the whole has idle. */
  const cutsPairs = (by: readonly Field[]): boolean =>
    decidingEquality(withPairFields(by)).some((field) => !PAIR.some((own) => own === field));

  const groupsBy = ({ key, rows }: Scoped, fields: readonly Field[]): GroupSums =>
    sums.get(`${fields.join()} ${key}`, () =>
      mergeEqual(groupRows(table, columns, rows, fields), index, deciding(fields)),
    );

  /** The same, a chunk at a time, where they may be as many as rows and need not be held all at once. */
  function chunksBy(scope: Scoped, fields: readonly Field[]): GroupChunks {
    // To keep them all would take longer than to sum them again. Not so where some may be equal, since those can be in
    // any two chunks.
    const inChunks = mayBeEqual(deciding(fields), index)
      ? null
      : groupChunks(table, columns, scope.rows, fields);
    return inChunks ?? ((visit) => visit(groupsBy(scope, fields)));
  }

  /** How a question counts pairs, with a key of its own. */
  function counted({ spare, prices }: Asked): Counting & { readonly key: string } {
    if (prices === null) return { spare, priceOf: null, key: String(spare) };
    const { dictionary } = table.texts.productId;
    const priceOf = pricesOfCodes.get(prices.id, () => priceOfCode(dictionary, prices));
    return { spare, priceOf, key: JSON.stringify([spare, prices.id]) };
  }

  /** How pairs are summed one customer after the other, if that is the best way; not where some texts are equal. */
  function pairsByRuns({ rows }: Scoped, fields: readonly Field[]): PairsByRuns | null {
    const some = deciding(fields);
    const byRuns = mayBeEqual(some, index) ? null : byRunsOf(table, columns, rows, some);
    return byRuns === null ? null : { table, selection: rows, byRuns, columns, index };
  }

  /** What is summed over the pairs of all rows of a scope. */
  function pairTotalsOf(scope: Scoped, asked: Asked): OfPairs {
    const counting = counted(asked);
    return pairTotals.get(`${counting.key} ${scope.key}`, () => {
      const byRuns = pairsByRuns(scope, PAIR);
      const summed = byRuns === null ? null : pairTotalsByRuns(byRuns, counting);
      return summed ?? totalsOfPairs(chunksBy(scope, PAIR), counting);
    });
  }

  /** Groups with what is summed over their pairs. `by`: what they are by, without a label. */
  function withPairs(scope: Scoped, groups: GroupSums, by: readonly Field[], asked: Asked): GroupSums {
    const counting = counted(asked);
    const key = `${groups.fields.join()} ${by.length} ${counting.key} ${scope.key}`;
    const pairs = pairSums.get(key, (): PairSums => {
      if (arePairs(by)) return sumsOfPairs(groups, counting);
      const own = decidingEquality(by);
      const parts = withPairFields(by);
      const byRuns = pairsByRuns(scope, parts);
      const summed = byRuns === null ? null : pairSumsByRuns(groups, own, counting, byRuns);
      const most = columns.mostLicenses();
      return summed ?? pairSumsOf(groups, own, chunksBy(scope, parts), counting, most, index);
    });
    return { ...groups, pairs };
  }

  function groupAt(groups: GroupSums, at: number): Group {
    const key = groups.fields.map(
      (field, nth) => table.texts[field].dictionary[groups.keys[nth]?.[at] ?? NO_VALUE] ?? null,
    );
    return { key, ...totalsAt(groups, at) };
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

  function pageOfGroups(scope: Scoped, question: PageQuestion): OfTable<Page> {
    const { groupby, sort, spare = null, prices = null, thresholds, offset, limit } = question;
    const bare = groupsBy(scope, groupby);
    const groups = spare === null ? bare : withPairs(scope, bare, groupby, { spare, prices });
    const key = JSON.stringify([scope.key, groupby, sort, spare, prices?.id, thresholds]);
    const { order, totals, addedUp } = groupOrders.get(key, (): OrderOfGroups => {
      const listed = thresholds === undefined ? null : listedGroups(groups, thresholds);
      const some = listed === null || listed.length === groups.count ? groups : pickGroups(groups, listed);
      const { ordering } = decidingFields(table, columns, groupby);
      const order = groupOrder(some, sort, index, ordering);
      if (listed !== null && some !== groups) {
        for (let place = 0; place < order.length; place += 1) {
          order[place] = listed[order[place]!]!;
        }
      }
      const addedUp = totalsOfGroups(some);
      return { order, totals: some === groups ? addedUp : totalsOfGroups(groups), addedUp };
    });
    const whole = spare === null || !cutsPairs(groupby) ? {} : pairTotalsOf(scope, { spare, prices });
    return {
      rows: Array.from(order.subarray(offset, offset + limit), (at) =>
        groupedRow(groupAt(groups, at), groupby),
      ),
      total: order.length,
      isEndKnown: true,
      order: 'asked',
      totals: { ...totals, ...whole },
      ...(spare === null && thresholds === undefined ? {} : { addedUp, ofAllGroups: totals }),
      rowsRead: scope.rows.count,
    };
  }

  /** The groups of a question in chunks, with `idle` and `short` where it asks for them. */
  function rankable(scope: Scoped, by: readonly Field[], spare: number | null): GroupChunks {
    if (spare === null) return chunksBy(scope, by);
    if (arePairs(by)) {
      const chunks = chunksBy(scope, by);
      return (visit) =>
        chunks((chunk) => visit({ ...chunk, pairs: sumsOfPairs(chunk, { spare, priceOf: null }) }));
    }
    return (visit) => visit(withPairs(scope, groupsBy(scope, by), by, { spare, prices: null }));
  }

  /** Groups by some fields with the label that each is written with. */
  function labelled(scope: Scoped, by: readonly Field[], label: Field): LabelledGroups {
    const groups = groupsBy(scope, [...by, label]);
    // Where the label follows from the fields, no two groups differ in it alone.
    if (decidingEquality([...by, label]).every((field) => field !== label))
      return { groups, severalLabels: 0 };
    return mergeLabels(groups, index);
  }

  function comparable(
    scope: TableScope,
    { by, label, spare = null }: Pick<ChangesQuestion, 'by' | 'label' | 'spare'>,
  ): ComparableGroups {
    const of = rowsOf(scope);
    const bare = label === undefined ? groupsBy(of, by) : labelled(of, by, label).groups;
    const all = spare === null ? bare : withPairs(of, bare, by, { spare, prices: null });
    const whole = spare === null || !cutsPairs(by) ? {} : pairTotalsOf(of, { spare, prices: null });
    const totals = { ...totalsOfGroups(all), ...whole };
    return { table, index, groups: all, totals, rowsRead: of.rows.count };
  }

  function groups(scope: TableScope, question: GroupsQuestion): OfTable<Groups> {
    const { by, label, rankBy, top, spare = null } = question;
    const of = scoped(scope);
    const whole = spare === null || !cutsPairs(by) ? {} : pairTotalsOf(of, { spare, prices: null });
    if (label !== undefined) {
      const { groups: merged, severalLabels } = labelled(of, by, label);
      const all = spare === null ? merged : withPairs(of, merged, by, { spare, prices: null });
      const ranked = rankGroups(
        (visit) => visit(all),
        { rankBy, top },
        index,
        ([only = all]) => only,
      );
      const named = Array.from({ length: ranked.top.count }, (_, at) => {
        const { key, ...sums } = groupAt(ranked.top, at);
        return { key: key.slice(0, -1), label: key.at(-1) ?? null, ...sums };
      });
      return { ...ofRanked(named, ranked.total, whole), severalLabels, rowsRead: of.rows.count };
    }
    const { top: first, total } = rankGroups(rankable(of, by, spare), { rankBy, top }, index, (lists) =>
      joinGroups(table, by, columns.mostLicenses(), lists),
    );
    const named = Array.from({ length: first.count }, (_, at) => groupAt(first, at));
    return { ...ofRanked(named, total, whole), rowsRead: of.rows.count };
  }

  return {
    totals(scope, { spare = null, prices = null }) {
      const of = scoped(scope);
      const totals = rowTotals.get(of.key, () => totalsOfRows(table, of.rows));
      const pairs = spare === null ? {} : pairTotalsOf(of, { spare, prices });
      return { totals: { ...totals, ...pairs }, rowsRead: of.rows.count };
    },

    summary(scope) {
      const of = scoped(scope);
      const tenants = groupsBy(of, ['customerTenantId']);
      return { ...summaryOf(tenants), rowsRead: of.rows.count };
    },

    groups,

    page(scope, question) {
      const of = scoped(scope);
      return question.groupby.length === 0 ? pageOfRows(of, question) : pageOfGroups(of, question);
    },

    members(scope, question) {
      const of = scoped(scope);
      const { field, label } = question;
      const groups = groupsBy(of, label === undefined ? [field] : [field, label]);
      return { ...membersOf(groups, question, table, index), rowsRead: of.rows.count };
    },

    nextQuestion: budget.nextQuestion,
    standing(scope, { customerTenantId }) {
      const of = scoped(scope);
      const customers = withValue(groupsBy(of, ['customerTenantId']));
      const { classes, classOf } = index.equalTexts('customerTenantId');
      const own = classOf.get(foldCase(customerTenantId));
      const at = customers.keys[0]?.findIndex((code) => classes[code] === own) ?? -1;
      const { licensesSold, licensesDeployed } = customers;
      return { ...standingOf(licensesSold, licensesDeployed, at), rowsRead: of.rows.count };
    },

    comparable,

    prepare: () => columns.prepare() || index.prepare(),
    forget: budget.forget,
    bytesOfIndexes,
    bytesHeld: () => bytesOfIndexes() + budget.bytesHeld(),
  };
}

/**
 * What an answer says of the groups that come first, and of all.
 *
 * @param total what all groups add up to
 * @param whole `idle` and `short` of the whole, where they are asked for and are not those of `total`
 */
function ofRanked(
  top: readonly Group[],
  total: Groups['total'],
  whole: Pick<Totals, 'idle' | 'short'>,
): Pick<Groups, 'top' | 'other' | 'total'> {
  const { groups } = total;
  const rest = { ...top.reduce(subtract, licensesOf(total)), groups: groups - top.length };
  return { top, other: rest.groups === 0 ? null : rest, total: { ...total, ...whole } };
}
