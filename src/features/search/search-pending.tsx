import { makeStyles } from '@griffel/react';
import { useLoadProspect } from '#query/use-loading.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useView } from '#view/use-view.ts';
import { floatingNoteLook } from '#ui/floating-note-look.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    ...floatingNoteLook,
    margin: 0,
    overflowWrap: 'anywhere',
  },
});

/** Says that the figures do not follow the search yet, and what the search waits for; nothing where they do. */
export function SearchPending() {
  const styles = useStyles();
  const t = useTexts(texts);
  const { view } = useView();
  const prospect = useLoadProspect(view);
  if (view.search === '' || prospect === null || prospect === 'loaded') return null;
  const waitsFor = { coming: t.loading, offered: t.needsRows, none: t.overLimit }[prospect];
  return (
    <p role="note" className={styles.root}>
      <bdi>{t.pending({ text: view.search })}</bdi> {waitsFor}
    </p>
  );
}
