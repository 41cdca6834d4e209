import { makeStyles } from '@griffel/react';
import type { Fitted } from './fitting.ts';

const useStyles = makeStyles({
  // The whole figure is for screen readers.
  whole: {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** The value of a figure. It is isolated: among words written from right to left, its sign would change sides. */
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
