import { Button } from '#ui/button.tsx';
import { CheckmarkCircleRegular, WarningRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useReload, type Reconciliation } from '#query/reconciliation.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  equal: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '0.25rem',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  different: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0.25rem 0.5rem',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorStatusWarningForeground3,
  },
});

/** Whether the sums of the rows are equal to the service's own sums: a quiet mark, or the difference. */
export function Reconciled({ reconciliation }: { readonly reconciliation: Reconciliation }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const reload = useReload();
  const { sold, deployed } = reconciliation;
  if (sold === 0 && deployed === 0) {
    return (
      <span className={styles.equal} title={t.sumsAgreeExplained}>
        <CheckmarkCircleRegular fontSize="1rem" />
        {t.sumsAgree}
      </span>
    );
  }
  return (
    <span role="alert" className={styles.different}>
      <WarningRegular fontSize="1rem" />
      {t.sumsDiffer({ sold: format.change(sold), deployed: format.change(deployed) })}
      <Button size="small" onClick={reload}>
        {t.reload}
      </Button>
    </span>
  );
}
