import { Button } from '#ui/button.tsx';
import { AddRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { conditionsOf, removeCondition, tenantsIn } from '#partner-center/filter/conditions.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { createPart, prefetch } from '#query/part.ts';
import { FetchedPart } from '#ui/fetched-part.tsx';
import { useCustomerNames } from '#query/use-customer-names.ts';
import { useMemberFieldNames } from '#ui/field-names.ts';
import { useFormat } from '#ui/format.ts';
import { focusGroup } from '#ui/keep-focus.ts';
import { useTexts } from '#ui/catalogue.ts';
import { nowOpening } from '#ui/last-opened.ts';
import { withFilter } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { conditionText } from './condition-text.ts';
import { ExpressionField } from './expression-field.tsx';
import { texts } from './texts.ts';

const conditionDialog = createPart(() => import('./condition-dialog.tsx'));
// Most visits begin without a condition, so the first figures do not wait for the code that shows conditions.
const activeFilters = createPart(() => import('./active-filters.tsx'));
const prefetchDialog = () => prefetch(conditionDialog);

const useStyles = makeStyles({
  root: {
    flexGrow: 1,
    flexBasis: '35rem',
    minWidth: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    columnGap: '1rem',
    rowGap: '0.5rem',
  },
  conditions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0.5rem', minWidth: 0 },
  // On a phone it begins a new line, and its border is aligned with those above.
  clear: {
    '@media (max-width: 40em)': {
      borderTopColor: tokens.colorNeutralStroke1,
      borderBottomColor: tokens.colorNeutralStroke1,
      borderLeftColor: tokens.colorNeutralStroke1,
      borderRightColor: tokens.colorNeutralStroke1,
    },
  },
  // It stands beside the conditions where there is room for a readable part of it, otherwise below them.
  expression: { flexGrow: 1, flexShrink: 1, flexBasis: '30rem', minWidth: 0 },
});

/**
 * The part of the data that is shown: the conditions in force, in words and in the endpoint's grammar.
 *
 * @param onExpression shows a part of the filter in a field elsewhere; without it, the field stands here
 */
export function Filters({ onExpression }: { readonly onExpression?: (part: string) => void }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const fieldNames = useMemberFieldNames();
  const format = useFormat();
  const { view, show } = useView();
  const { filter } = view;
  const expression = useMemo(() => printFilter(filter), [filter]);
  const conditions = useMemo(() => conditionsOf(filter), [filter]);
  const tenants = useMemo(() => tenantsIn(conditions), [conditions]);
  const customerName = useCustomerNames(view, tenants);
  const conditionTexts = useMemo(
    () => conditions.map((condition) => conditionText(condition, { t, fieldNames, format, customerName })),
    [conditions, t, fieldNames, format, customerName],
  );
  // The index of the condition in the dialog; null for a new one.
  const [dialog, setDialog] = useState<{ readonly of: string; readonly index: number | null } | null>(null);
  // The dialog is about this filter and closes when it changes: the back button works while the dialog is open.
  if (dialog !== null && dialog.of !== expression) setDialog(null);
  // The code has to be there with the first condition, which a press may bring.
  useEffect(() => prefetch(activeFilters), []);
  const expressionField = useRef<HTMLTextAreaElement>(null);

  function apply(filter: Filter | null): string {
    const next = withFilter(view, filter);
    show(next);
    return printFilter(next.filter);
  }

  function open(index: number | null): void {
    const condition = index === null ? undefined : conditions[index];
    if (condition?.kind === 'expression') {
      // No list of members can say this condition, so it is edited in the field for expressions.
      const field = expressionField.current;
      const text = printFilter(condition.filter);
      onExpression?.(text);
      const start = field?.value.indexOf(text) ?? -1;
      field?.focus();
      if (start >= 0) field?.setSelectionRange(start, start + text.length);
      return;
    }
    prefetchDialog();
    nowOpening(() => setDialog(null));
    setDialog({ of: expression, index });
  }

  return (
    <section aria-label={t.filters} className={styles.root}>
      <div {...focusGroup} className={styles.conditions}>
        <Button
          icon={<AddRegular />}
          // The dialog's code is fetched while the pointer or the focus is still on its way.
          onPointerEnter={prefetchDialog}
          onFocus={prefetchDialog}
          onClick={() => open(null)}
        >
          {t.addFilter}
        </Button>
        {conditions.length > 0 && (
          <>
            <FetchedPart part={activeFilters}>
              {({ ActiveFilters }) => (
                <ActiveFilters
                  conditions={conditionTexts}
                  onOpen={open}
                  onRemove={(index) => apply(removeCondition(filter, index))}
                />
              )}
            </FetchedPart>
            <Button appearance="subtle" className={styles.clear} onClick={() => apply(null)}>
              {t.clearFilters}
            </Button>
          </>
        )}
      </div>
      {onExpression === undefined && (
        <div className={styles.expression}>
          <ExpressionField ref={expressionField} expression={expression} onApply={apply} />
        </div>
      )}
      {dialog !== null && (
        <FetchedPart part={conditionDialog} advice={t.withoutDialog}>
          {({ ConditionDialog }) => <ConditionDialog index={dialog.index} onClose={() => setDialog(null)} />}
        </FetchedPart>
      )}
    </section>
  );
}
