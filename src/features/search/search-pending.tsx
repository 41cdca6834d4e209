import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useLoading } from '#query/use-loading.ts';
import { useTexts } from '#ui/language.ts';
import { useView } from '#view/use-view.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    margin: 0,
    paddingBlock: '8px',
    paddingInline: '12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
  },
});

/** Says that the figures do not follow the search yet, and what it waits for; nothing once they do. */
export function SearchPending() {
  const styles = useStyles();
  const t = useTexts(texts);
  const { view } = useView();
  const loading = useLoading(view);
  if (view.search === '' || loading === null || loading.state.status === 'loaded') return null;
  const isComing =
    loading.state.status === 'loading' || (loading.plan.when === 'atOnce' && !loading.isStopped);
  return (
    <p role="note" className={styles.root}>
      <bdi>{t.pending(view.search)}</bdi> {isComing ? t.loading : t.needsRows}
    </p>
  );
}
