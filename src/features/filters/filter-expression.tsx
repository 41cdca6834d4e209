import { useCallback, useMemo } from 'react';
import { printFilter } from '#partner-center/filter/print.ts';
import { takesFocusFirst } from '#ui/dialog.tsx';
import { withFilter } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { ExpressionField } from './expression-field.tsx';

/** The filter in force as an expression, in a dialog. `selected` is the part of it that the person wants to edit. */
export function FilterExpression({ selected }: { readonly selected: string | null }) {
  const { view, show } = useView();
  const expression = useMemo(() => printFilter(view.filter), [view.filter]);
  const begin = useCallback(
    (field: HTMLTextAreaElement | null): void => {
      const start = selected === null ? -1 : (field?.value.indexOf(selected) ?? -1);
      if (start < 0 || selected === null) return;
      takesFocusFirst(field);
      field?.setSelectionRange(start, start + selected.length);
    },
    [selected],
  );
  return (
    <ExpressionField
      ref={begin}
      expression={expression}
      onApply={(filter) => {
        const next = withFilter(view, filter);
        show(next);
        return printFilter(next.filter);
      }}
    />
  );
}
