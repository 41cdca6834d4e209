import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { position: 'relative', display: 'inline-flex', alignItems: 'center', gap: '0.5rem' },
  // In the gap below, so that the button stays where it was pressed; beside it where that is as wide as the page.
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
      // Takes no room where it says nothing, not even the gap before it.
      ':empty': { marginInlineStart: '-0.5rem' },
    },
  },
});

/** A button, or a few, with what came of pressing it. */
export function SaidBelow({
  said,
  children,
}: {
  /** Empty: nothing was pressed yet. */
  readonly said: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <span className={styles.root}>
      {/* Spoken, but no status: that role belongs to the rows and how far they are. */}
      <span aria-live="polite" className={styles.said}>
        {said}
      </span>
      {children}
    </span>
  );
}
