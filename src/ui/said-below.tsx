import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { position: 'relative', display: 'inline-flex', alignItems: 'center', gap: '0.5rem' },
  // It is in the gap below, so that the button stays where it was pressed; it is beside the button on a narrow page.
  said: {
    position: 'absolute',
    insetBlockStart: '100%',
    insetInlineEnd: 0,
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '1rem',
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 40em)': {
      position: 'static',
      order: 1,
      whiteSpace: 'normal',
      // It takes no room where it is empty, not even the gap before it.
      ':empty': { marginInlineStart: '-0.5rem' },
    },
  },
});

/** A button, or a few, with a text about the result of pressing it. */
export function SaidBelow({
  said,
  children,
}: {
  /** Empty while nothing was pressed. */
  readonly said: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <span className={styles.root}>
      {/* This text is spoken, but has no role `status`: that role belongs to the progress of the rows. */}
      <span aria-live="polite" className={styles.said}>
        {said}
      </span>
      {children}
    </span>
  );
}
