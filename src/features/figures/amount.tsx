import { makeStyles } from '@griffel/react';
import type { Fitted } from './fitting.ts';

const useStyles = makeStyles({
  // For those who hear the page.
  whole: {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** A figure's value. Isolated: among words written from right to left, its sign would change sides. */
export function Amount({ of: { text, whole } }: { readonly of: Fitted }) {
  const styles = useStyles();
  if (whole === null) return <bdi>{text}</bdi>;
  return (
    <bdi title={whole}>
      <span aria-hidden>{text}</span>
      <span className={styles.whole}>{whole}</span>
    </bdi>
  );
}
