import type { DeploymentRow } from '#engine/engine.ts';
import type { Field } from '#partner-center/fields.ts';
import { namesApart } from '#ui/names-apart.ts';
import { groupingsOf, type Grouping } from '#view/grouping.ts';

/** A bar of the chart. */
export type ParetoBar = {
  readonly name: string;
  /** Idle licenses, or what they are worth. */
  readonly amount: number;
  /** Of this bar and those before it, in the whole: 1 is 100 %; null where the bars add up to more than the whole. */
  readonly share: number | null;
  readonly row: DeploymentRow;
};

/** The field that has the names for a grouping. */
function nameFieldOf(grouping: Grouping): Field {
  return grouping === 'customer' ? 'customerName' : grouping;
}

/** The groupings that have names. An id is left out where its name is among them. */
function namingOf(groupby: readonly Field[]): readonly Grouping[] {
  const groupings = groupingsOf(groupby);
  return groupings.filter((grouping) => {
    if (grouping === 'productId') return !groupings.includes('productName');
    if (grouping === 'serviceCode') return !groupings.includes('serviceName');
    return true;
  });
}

/** The names of groups: their values, one after the other; customers with the same name are made distinct. */
export function namesOf(
  rows: readonly DeploymentRow[],
  groupby: readonly Field[],
  noValue: string,
): readonly string[] {
  const parts = namingOf(groupby).map((grouping): readonly string[] => {
    const field = nameFieldOf(grouping);
    if (grouping !== 'customer') return rows.map((row) => row[field] ?? noValue);
    return namesApart(
      rows.map((row) => ({ id: row.customerTenantId ?? noValue, name: row.customerName ?? null })),
    );
  });
  return rows.map((_, index) => parts.map((names) => names[index] ?? noValue).join(' · '));
}

/**
 * The bars of some groups, in their order, with the share that each bar and those before it hold.
 *
 * @param whole the amount of all; null where groups have no share in it
 */
export function paretoBars(
  rows: readonly DeploymentRow[],
  names: readonly string[],
  amountOf: (row: DeploymentRow) => number,
  whole: number | null,
): readonly ParetoBar[] {
  let sum = 0;
  return rows.map((row, index) => {
    const amount = amountOf(row);
    sum += amount;
    return {
      name: names[index] ?? '',
      amount,
      share: whole === null || whole === 0 ? null : sum / whole,
      row,
    };
  });
}
