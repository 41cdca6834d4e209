import { Button } from '#ui/button.tsx';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useCustomerAmbiguity } from '#query/use-customer-names.ts';
import { useTexts } from '#ui/catalogue.ts';
import { fieldsOf, groupingsOf, toggled } from '#view/grouping.ts';
import { withGroupby } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '0.5rem',
    minInlineSize: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
});

/**
 * Says that groups by the customer's name are not the same as customers: how many differ, and a link to groups that are
 * customers.
 */
export function CustomerNote() {
  const styles = useStyles();
  const t = useTexts(texts);
  const { view, show } = useView();
  const ambiguity = useCustomerAmbiguity(view);
  if (ambiguity === null) return null;
  const { kind, count } = ambiguity;
  return (
    <div role="note" className={styles.root}>
      <span>{t[kind]({ count })}</span>
      {kind === 'sharedNames' && (
        <Button
          size="small"
          onClick={() => show(withGroupby(view, fieldsOf(toggled(groupingsOf(view.groupby), 'customer'))))}
        >
          {t.groupByCustomer}
        </Button>
      )}
    </div>
  );
}
