import { Button } from '#ui/button.tsx';
import { DismissRegular } from '@fluentui/react-icons';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useState } from 'react';
import { useProducts } from '#query/use-license-deployment.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { freeProducts, freeShare, withoutProducts } from '#view/free-products.ts';
import { withFilter } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { floatingNoteLook } from '#ui/floating-note-look.ts';
import { texts } from './texts.ts';

/** Where free products are more than this share of what was sold, they hide the rest. */
const DROWNING = 0.1;

const useStyles = makeStyles({
  root: {
    ...floatingNoteLook,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '0.75rem',
    rowGap: '0.5rem',
    boxSizing: 'border-box',
    maxInlineSize: '100%',
  },
  // The search may have a note below it.
  aboveSearch: { insetBlockEnd: '4.5rem' },
  text: { flexGrow: 1, flexShrink: 1, flexBasis: '16rem' },
});

/** Says that free and trial products hide what was sold, and leaves them out by conditions that a person sees. */
export function FreeNote() {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { view, show } = useView();
  const { data, isPrevious } = useProducts(view);
  const [isDismissed, setIsDismissed] = useState(false);
  if (isDismissed || data === undefined || isPrevious) return null;
  const share = freeShare(data);
  const names = freeProducts(data);
  if (share === null || share <= DROWNING || names.length === 0) return null;
  return (
    <div role="note" className={mergeClasses(styles.root, view.search !== '' && styles.aboveSearch)}>
      <span className={styles.text}>{t.drown({ share: format.percent(share), products: names.length })}</span>
      <Button
        size="small"
        appearance="primary"
        onClick={() => show(withFilter(view, withoutProducts(view.filter, names)))}
      >
        {t.leaveOut}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={t.dismiss}
        title={t.dismiss}
        onClick={() => setIsDismissed(true)}
      />
    </div>
  );
}
