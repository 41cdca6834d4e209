import { defineTexts } from '#ui/catalogue.ts';

/** The reasons why a text is no filter. `near` is an excerpt of it; `expected` says what belongs there. */
export const filterProblemTexts = defineTexts('ui/filter-problem-texts', {
  found:
    "Found “{near}” where {expected, select, operand {a field ({fields}) or “(”} operator {“eq” or “ne”} value {a value in straight quotes, such as 'reseller',} connective {“and”, “or”, or the end of the filter} other {“and”, “or”, or “)”}} is expected.",
  ended:
    "The filter ends after “{near}” where {expected, select, operand {a field ({fields}) or “(”} operator {“eq” or “ne”} value {a value in straight quotes, such as 'reseller',} connective {“and”, “or”, or the end of the filter} other {“and”, “or”, or “)”}} is expected.",
  notClosed: 'The value that begins with “{near}” has no end: a closing {closing} is expected.',
});
