import type { Group, Totals } from '#engine/engine.ts';
import { notDeployed, utilization } from '#engine/totals.ts';
import type { TextsOf } from '#ui/catalogue.ts';
import type { Format } from '#ui/format.ts';
import { namesApart } from '#ui/names-apart.ts';
import { isOfPairs, type Measure } from '#view/view.ts';
import type { texts } from './texts.ts';

export type Texts = TextsOf<typeof texts>;

/** The text at the end of a bar: the counts, then the figure that a person looks for. */
export type BarLabel = { readonly amounts: string; readonly result: string };

/** The name of a member as it is shown. It is never empty, since a row without a name looks like a mistake. */
export function memberName(value: string | null, t: Texts): string {
  if (value === null) return t.noValue;
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(value) ? value : t.blank;
}

/**
 * The names of a chart's members, by their values. Members with labels are called by these, and equal labels are made
 * distinct.
 *
 * @param groups the groups of one field, all that are shown
 */
export function memberNames(groups: readonly Group[], t: Texts): (value: string | null) => string {
  const labelled = groups.flatMap(({ key: [id], label }) =>
    id == null || label === undefined ? [] : [{ id, name: label }],
  );
  const names = namesApart(labelled);
  const nameOf = new Map(labelled.map(({ id }, index) => [id, names[index] ?? id]));
  return (value) => memberName(value === null ? null : (nameOf.get(value) ?? value), t);
}

function notDeployedLabel(totals: Totals, t: Texts, format: Format): string {
  const left = notDeployed(totals);
  return left < 0
    ? t.overDeployed({ count: format.count(left) })
    : t.notDeployed({ count: format.count(left) });
}

function resultLabel(totals: Totals, measure: Measure, t: Texts, format: Format): string {
  if (isOfPairs(measure)) {
    const figure = totals[measure];
    // A sum that was made without its pairs has no such figure.
    return figure === undefined ? format.percent(null) : t[measure]({ count: format.count(figure) });
  }
  return measure === 'licensesNotDeployed'
    ? notDeployedLabel(totals, t, format)
    : format.percent(utilization(totals));
}

/** `1,234 of 2,000` and `61.7%`; in an order by what is not deployed, that figure replaces the utilization. */
export function barLabel(totals: Totals, measure: Measure, t: Texts, format: Format): BarLabel {
  return {
    amounts: t.amounts({
      deployed: format.count(totals.licensesDeployed),
      sold: format.count(totals.licensesSold),
    }),
    result: resultLabel(totals, measure, t, format),
  };
}

/** A bar's label in a sentence: `1,234 of 2,000 deployed, 61.7%`. */
export function spokenLabel(totals: Totals, measure: Measure, t: Texts, format: Format): string {
  return t.spoken({
    deployed: format.count(totals.licensesDeployed),
    sold: format.count(totals.licensesSold),
    result: resultLabel(totals, measure, t, format),
  });
}

/** Everything about a member, with its whole name, one line for each fact. */
export function tooltipLabel(member: string, totals: Totals, t: Texts, format: Format): string {
  const facts = [spokenLabel(totals, 'utilization', t, format), notDeployedLabel(totals, t, format)];
  return [member, ...facts].join('\n');
}
