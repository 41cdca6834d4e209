import type { TextsOf } from './catalogue.ts';
import type { filterProblemTexts } from './filter-problem-texts.ts';

/** The reason why a text is no filter, as the reader of filters gives it. */
export type FilterProblem = {
  readonly problem: keyof TextsOf<typeof filterProblemTexts>;
  readonly expected: string;
  readonly near: string;
  readonly closing: string;
};

/**
 * One sentence about a text that is no filter, in the person's language.
 *
 * @param fields the names of all fields, as one text
 */
export function filterProblemSaid(
  { problem, expected, near, closing }: FilterProblem,
  t: TextsOf<typeof filterProblemTexts>,
  fields: string,
): string {
  return t[problem]({ expected, near, closing, fields });
}
