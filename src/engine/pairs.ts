import type { Field } from '#partner-center/fields.ts';
import { foldKey } from '#partner-center/filter/fold-case.ts';
import type { GroupKey } from '#partner-center/reading/group-key.ts';
import { PAIR, type DeploymentRow, type Thresholds, type Totals } from './engine.ts';
import { notDeployed, utilization } from './totals.ts';

type Grouped = Totals & { readonly [F in Field]?: string | null | undefined };

type OfPairs = { readonly idle: number; readonly short: number };

/** The fields of a grouping with those of a pair: rows that are equal in all of them are of one group and of one pair. */
export function withPairFields(by: readonly Field[]): readonly Field[] {
  return [...by, ...PAIR.filter((field) => !by.includes(field))];
}

/** Whether each group of a grouping is a pair, or a part of one: then nothing is summed to get its `idle`. */
export function arePairs(by: readonly Field[]): boolean {
  return PAIR.every((field) => by.includes(field));
}

/** What one pair has idle, and what it is short of: see `Totals`. */
export function ofPair(pair: Totals, spare: number): OfPairs {
  const left = notDeployed(pair);
  return { idle: Math.max(0, left - spare), short: Math.max(0, -left) };
}

function keyOf(group: Grouped, by: readonly Field[]): GroupKey {
  return by.map((field) => group[field] ?? null);
}

/**
 * `idle` and `short` of each group, by the folded form of its key.
 *
 * @param parts the rows' groups by `withPairFields(by)`, equal ones already together
 */
export function pairSums(
  parts: readonly Grouped[],
  by: readonly Field[],
  spare: number,
): ReadonlyMap<string, OfPairs> {
  const sums = new Map<string, OfPairs>();
  for (const part of parts) {
    const form = foldKey(keyOf(part, by));
    const sofar = sums.get(form);
    const own = ofPair(part, spare);
    sums.set(
      form,
      sofar === undefined ? own : { idle: sofar.idle + own.idle, short: sofar.short + own.short },
    );
  }
  return sums;
}

/** Groups with `idle` and `short`: see `pairSums`. */
export function withPairs(
  groups: readonly DeploymentRow[],
  parts: readonly Grouped[],
  by: readonly Field[],
  spare: number,
): readonly DeploymentRow[] {
  const sums = pairSums(parts, by, spare);
  return groups.map((group) => ({
    ...group,
    ...(sums.get(foldKey(keyOf(group, by))) ?? { idle: 0, short: 0 }),
  }));
}

/**
 * `idle` and `short` of all rows together, each pair whole.
 *
 * @param parts the rows' groups by some fields, those of a pair among them
 */
export function pairTotals(parts: readonly Grouped[], spare: number): OfPairs {
  const pairs = new Map<string, { licensesSold: number; licensesDeployed: number }>();
  for (const part of parts) {
    const form = foldKey(keyOf(part, PAIR));
    const sofar = pairs.get(form);
    if (sofar === undefined) {
      pairs.set(form, { licensesSold: part.licensesSold, licensesDeployed: part.licensesDeployed });
    } else {
      sofar.licensesSold += part.licensesSold;
      sofar.licensesDeployed += part.licensesDeployed;
    }
  }
  let idle = 0;
  let short = 0;
  for (const pair of pairs.values()) {
    const own = ofPair(pair, spare);
    idle += own.idle;
    short += own.short;
  }
  return { idle, short };
}

/** Whether a group is listed: see `Thresholds`. */
export function reaches(group: Totals, { minIdle, maxUtilization, minUtilization }: Thresholds): boolean {
  if (minIdle !== undefined && (group.idle ?? 0) < minIdle) return false;
  const used = utilization(group);
  if (maxUtilization !== undefined && used !== null && used > maxUtilization) return false;
  if (minUtilization === undefined) return true;
  return used === null ? group.licensesDeployed > 0 : used >= minUtilization;
}
