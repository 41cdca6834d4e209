import { conditionsOf, type Condition } from '#partner-center/filter/conditions.ts';
import { excerpt } from '#partner-center/filter/excerpt.ts';
import type { Format } from '#ui/format.ts';
import { groupingsOf, type Grouping } from '#view/grouping.ts';
import type { View } from '#view/view.ts';
import { conditionText, shownValues, type ConditionWords } from './condition-text.ts';

export type TitleWords = Omit<ConditionWords, 'format'> & {
  readonly format: ConditionWords['format'] & Pick<Format, 'date' | 'list'>;
  readonly groupingNames: Readonly<Record<Grouping, string>>;
};

/** So many conditions are named: a tab has room for a few words. */
const NAMED = 2;

/**
 * A tab's name for a view: its conditions, its grouping, its day and the day that it is compared with. Empty for the
 * view of everything.
 */
export function viewTitle(
  view: Pick<View, 'filter' | 'search' | 'groupby' | 'processedDateTime' | 'compare'>,
  words: TitleWords,
): string {
  const { t, groupingNames, format } = words;
  const conditions = conditionsOf(view.filter);
  const rest = conditions.length - NAMED;
  return [
    ...conditions.slice(0, NAMED).map((condition) => excerpt(conditionTitle(condition, words))),
    ...(rest > 0 ? [t.more({ count: format.count(rest) })] : []),
    ...(view.search === '' ? [] : [t.titleSearch({ text: excerpt(view.search) })]),
    ...(view.groupby.length === 0
      ? []
      : [
          t.titleGrouped({
            fields: format.list(groupingsOf(view.groupby).map((grouping) => groupingNames[grouping])),
          }),
        ]),
    ...(view.processedDateTime === null ? [] : [format.date(view.processedDateTime)]),
    ...(view.compare === null ? [] : [t.titleCompared({ date: format.date(view.compare) })]),
  ].join(' · ');
}

/** One value is clear without its field. Several values, or values that are left out, are said in full. */
function conditionTitle(condition: Condition, words: TitleWords): string {
  if (condition.kind === 'members' && condition.operator === 'is' && condition.values.length === 1) {
    return shownValues(condition, words.t, words.customerName).join('');
  }
  return conditionText(condition, words).short;
}
