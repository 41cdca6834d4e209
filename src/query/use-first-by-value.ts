import type { Page } from '#engine/engine.ts';
import { askingForRows, FIRST_OF_LIST, type RowsView } from './asking.ts';
import { rowsOf, useAgreement, useAnswer, useAnswering, type Asked } from './use-license-deployment.ts';

/** The first rows of the opportunities by what they are worth; nothing is asked without prices. */
export function useFirstByValue(view: RowsView): Asked<Page> {
  const toAnswer = useAnswering(view, view.filter);
  const { isGiven } = useAgreement(toAnswer.answering, rowsOf(view));
  const byValue = { ...view, sort: [], pageSize: Math.max(FIRST_OF_LIST, view.pageSize) };
  return useAnswer(
    view.prices == null ? { answering: null, isComing: false } : toAnswer,
    askingForRows(byValue, 1, isGiven),
  );
}
