import { makeStyles } from '@griffel/react';
import { useMemo, type ReactNode } from 'react';
import { conditionsOf, removeCondition, tenantsIn } from '#partner-center/filter/conditions.ts';
import { useCustomerNames } from '#query/use-customer-names.ts';
import { useLicenseDeployment } from '#query/use-license-deployment.ts';
import { Button } from '#ui/button.tsx';
import { useTexts } from '#ui/catalogue.ts';
import { useMemberFieldNames } from '#ui/field-names.ts';
import { useFormat } from '#ui/format.ts';
import { InsteadOfList } from '#ui/instead-of-list.tsx';
import { nothingMatchesTexts } from '#ui/nothing-matches-texts.ts';
import { withFilter, withSearch } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import type { View } from '#view/view.ts';
import { conditionText } from './condition-text.ts';
import { nothingFoundTexts } from './nothing-found-texts.ts';
import { texts } from './texts.ts';

/** At most so many conditions are tried: each is one question. */
const MOST_TRIED = 5;

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: '0.5rem' },
});

/**
 * Stands in place of the rows where none fulfils all conditions: it offers to remove each condition without which there
 * are some, and says how many customers these have.
 */
export function NothingFound() {
  const styles = useStyles();
  const t = useTexts(nothingFoundTexts);
  const { heading, advice, everything } = useTexts(nothingMatchesTexts);
  const filterTexts = useTexts(texts);
  const fieldNames = useMemberFieldNames();
  const format = useFormat();
  const { view, show } = useView();
  const conditions = useMemo(() => conditionsOf(view.filter), [view.filter]);
  const customerName = useCustomerNames(
    view,
    useMemo(() => tenantsIn(conditions), [conditions]),
  );
  const words = { t: filterTexts, fieldNames, format, customerName };
  const tried = conditions.slice(0, MOST_TRIED - (view.search === '' ? 0 : 1));
  return (
    <InsteadOfList heading={heading} text={advice}>
      <div className={styles.choices}>
        {view.search !== '' && (
          <Without key="search" view={withSearch(view, '')}>
            {(customers) => t.withoutSearch({ search: view.search, customers })}
          </Without>
        )}
        {tried.map((condition, index) => {
          const { short } = conditionText(condition, words);
          return (
            <Without
              // oxlint-disable-next-line react/no-array-index-key -- the condition is known by its place in the filter
              key={index}
              view={withFilter(view, removeCondition(view.filter, index))}
            >
              {(customers) => t.without({ condition: short, customers })}
            </Without>
          );
        })}
        <Button onClick={() => show(withSearch(withFilter(view, null), ''))}>{everything}</Button>
      </div>
    </InsteadOfList>
  );
}

/** The button that leads to a view with fewer conditions; nothing where that view has no rows, or is not known yet. */
function Without({
  view,
  children,
}: {
  readonly view: View;
  readonly children: (customers: number) => ReactNode;
}) {
  const { show } = useView();
  const { data, isPrevious } = useLicenseDeployment(view);
  if (data === undefined || isPrevious || data.customers === 0) return null;
  return (
    <Button appearance="primary" onClick={() => show(view)}>
      {children(data.customers)}
    </Button>
  );
}
