import type { Field } from '#partner-center/fields.ts';
import { anomaliesOf, type NumberedGroups, type NumberedSnapshot, type Places } from '#engine/anomalies.ts';
import { PAIR, type Anomalies, type AnomaliesQuestion } from '#engine/engine.ts';
import {
  mergeDictionaries,
  type MergedDictionaries,
} from '#engine/snapshot/answers/changes/merged-dictionaries.ts';
import { keyOfField } from '#engine/snapshot/answers/group/group-sums.ts';
import { picked } from '#engine/snapshot/answers/group/key-columns.ts';
import type { ComparableGroups, TableAnswers, TableScope } from '#engine/snapshot/answers/table-answers.ts';
import { NO_VALUE, type Codes } from '#engine/snapshot/columns/table.ts';

/** Anomalies without what they rest on, but with how many rows of each table they were found in. */
export type AnomaliesOfTables = Omit<Extract<Anomalies, { readonly toRead: null }>, 'coverage'> & {
  readonly rowsRead: { readonly before: number; readonly after: number };
};

const CUSTOMERS = ['customerTenantId', 'customerName'] as const satisfies readonly Field[];
const PRODUCTS = ['productId', 'productName'] as const satisfies readonly Field[];

/** The numbers of one table's codes, and how many there are. */
type NumbersOf = (field: Field) => { readonly numbers: Uint32Array | null; readonly places: number };

/** Of a table that is compared with none. Where no two texts are equal, codes are numbers. */
function ownNumbers({ index }: ComparableGroups): NumbersOf {
  return (field) => {
    const { classes, count } = index.equalTexts(field);
    return { numbers: classes.length === count ? null : classes, places: count };
  };
}

function mergedNumbers(merged: MergedDictionaries, table: 'earlier' | 'later'): NumbersOf {
  return (field) => {
    const { places, [table]: numbers } = merged.classes(field);
    return { numbers, places };
  };
}

function numbered(
  { table, groups }: ComparableGroups,
  [first, second]: readonly [Field, Field],
  numbersOf: NumbersOf,
): NumberedGroups {
  const columnOf = (field: Field): Codes => {
    const codes = keyOfField(groups, field);
    const { numbers } = numbersOf(field);
    return numbers === null ? codes : picked(numbers, codes);
  };
  const textAt = (field: Field, group: number): string | null =>
    table.texts[field].dictionary[keyOfField(groups, field)[group] ?? NO_VALUE] ?? null;
  return {
    count: groups.count,
    firsts: columnOf(first),
    seconds: columnOf(second),
    licensesSold: groups.licensesSold,
    licensesDeployed: groups.licensesDeployed,
    keyAt: (group) => [textAt(first, group), textAt(second, group)],
  };
}

type Groupings = {
  readonly pairs: ComparableGroups;
  readonly customers: ComparableGroups;
  readonly products: ComparableGroups;
};

function groupingsOf(answers: TableAnswers, scope: TableScope): Groupings {
  return {
    pairs: answers.comparable(scope, { by: PAIR }),
    customers: answers.comparable(scope, { by: CUSTOMERS }),
    products: answers.comparable(scope, { by: PRODUCTS }),
  };
}

function snapshotOf({ pairs, customers, products }: Groupings, numbersOf: NumbersOf): NumberedSnapshot {
  return {
    pairs: numbered(pairs, PAIR, numbersOf),
    customers: numbered(customers, CUSTOMERS, numbersOf),
    products: numbered(products, PRODUCTS, numbersOf),
  };
}

/**
 * What is odd in a table and, where there is an earlier one, since then.
 *
 * @param before answers about the earlier table
 * @param after answers about the later one
 */
export function anomaliesOfTables(
  before: TableAnswers | null,
  after: TableAnswers,
  scope: TableScope,
  question: AnomaliesQuestion,
): AnomaliesOfTables {
  const later = groupingsOf(after, scope);
  const earlier = before && groupingsOf(before, scope);
  const merged = earlier && mergeDictionaries(earlier.pairs, later.pairs);
  const ofLater = merged === null ? ownNumbers(later.pairs) : mergedNumbers(merged, 'later');
  const places: Places = {
    tenants: ofLater('customerTenantId').places,
    customerNames: ofLater('customerName').places,
    products: ofLater('productId').places,
    productNames: ofLater('productName').places,
  };
  return {
    ...anomaliesOf(
      earlier && merged && snapshotOf(earlier, mergedNumbers(merged, 'earlier')),
      snapshotOf(later, ofLater),
      places,
      question,
    ),
    rowsRead: { before: earlier?.pairs.rowsRead ?? 0, after: later.pairs.rowsRead },
  };
}
