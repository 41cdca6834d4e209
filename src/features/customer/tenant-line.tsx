import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useCustomer } from '#query/use-customer.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useView } from '#view/use-view.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

/** The tenant of the view's customer: other tenants may have the same name. */
export function TenantLine() {
  const styles = useStyles();
  const t = useTexts(texts);
  const { tenantId } = useCustomer(useView().view);
  return <p className={styles.root}>{t.tenant({ tenantId })}</p>;
}
