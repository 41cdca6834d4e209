import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useLoadProspect } from '#query/use-loading.ts';
import { useTexts } from '#ui/language.ts';
import { useView } from '#view/use-view.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  // After all else, so that nothing moves when it comes and goes; in sight as long as that is further down.
  root: {
    position: 'sticky',
    zIndex: 4,
    insetBlockEnd: '1rem',
    alignSelf: 'center',
    margin: 0,
    paddingBlock: '0.5rem',
    paddingInline: '0.75rem',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow8,
    overflowWrap: 'anywhere',
  },
});

/** Says that the figures do not follow the search yet, and what it waits for; nothing once they do. */
export function SearchPending() {
  const styles = useStyles();
  const t = useTexts(texts);
  const { view } = useView();
  const prospect = useLoadProspect(view);
  if (view.search === '' || prospect === null || prospect === 'loaded') return null;
  const waitsFor = { coming: t.loading, offered: t.needsRows, none: t.overLimit }[prospect];
  return (
    <p role="note" className={styles.root}>
      <bdi>{t.pending(view.search)}</bdi> {waitsFor}
    </p>
  );
}
