import { makeStyles } from '@griffel/react';
import { useMemo } from 'react';
import { conditionsOf, tenantsIn } from '#partner-center/filter/conditions.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { useCustomerNames } from '#query/use-customer-names.ts';
import { useMemberFieldNames } from '#ui/field-names.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useView } from '#view/use-view.ts';
import { conditionText } from './condition-text.ts';
import { texts } from './texts.ts';

/** At most so many conditions are said one by one. */
const SAID = 10;

const useStyles = makeStyles({ list: { margin: 0, paddingInlineStart: '1.25rem' } });

/** What a filter lets through, in words: one line for each condition; all of them hold. */
export function FilterInWords({ filter }: { readonly filter: Filter }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const fieldNames = useMemberFieldNames();
  const format = useFormat();
  const { view } = useView();
  const conditions = useMemo(() => conditionsOf(filter), [filter]);
  const customerName = useCustomerNames(
    view,
    useMemo(() => tenantsIn(conditions), [conditions]),
  );
  const words = { t, fieldNames, format, customerName };
  const said = conditions.slice(0, SAID).map((condition) => conditionText(condition, words).short);
  const rest = conditions.length - said.length;
  return (
    <ul role="list" className={styles.list}>
      {[...said, ...(rest > 0 ? [t.more({ count: format.count(rest) })] : [])].map((text, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- two conditions may read alike
        <li key={index}>
          <bdi>{text}</bdi>
        </li>
      ))}
    </ul>
  );
}
