import { Explanation } from '#features/explain/explanation.tsx';
import { FilterInWords } from '#features/filters/filter-in-words.tsx';
import type { Explained } from '#view/view.ts';

/** The explanation of a figure or a column, with the filter in the words of the filters. */
export function ExplanationOf({ about }: { readonly about: Explained }) {
  return <Explanation about={about} filterInWords={(filter) => <FilterInWords filter={filter} />} />;
}
