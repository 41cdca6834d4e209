import { Button } from './button.tsx';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { ReactNode } from 'react';
import { focusGroup } from './keep-focus.ts';
import { ProgressBar } from './progress-bar.tsx';
import { quarterOf } from './quarters.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '0.75rem',
    rowGap: '0.25rem',
    '@media (max-width: 40em)': { position: 'relative', flexWrap: 'nowrap' },
  },
  // In little room what is said takes the lines it needs, beside the buttons.
  said: {
    display: 'contents',
    '@media (max-width: 40em)': {
      display: 'flex',
      flexWrap: 'wrap',
      flexGrow: 1,
      flexBasis: 0,
      minInlineSize: 0,
      columnGap: '0.75rem',
    },
  },
  offer: { margin: 0 },
  progress: {
    inlineSize: '10rem',
    // Below the words, where it takes no room.
    '@media (max-width: 40em)': {
      position: 'absolute',
      insetInline: 0,
      insetBlockStart: 'calc(100% + 0.125rem)',
      inlineSize: 'auto',
    },
  },
  // Where it would take a second line, and the first would move for it.
  aside: { '@media (max-width: 24em)': { display: 'none' } },
  button: { flexShrink: 0 },
  // Takes no room where it says nothing, not even the gap after it.
  status: { fontVariantNumeric: 'tabular-nums', ':empty': { marginInlineEnd: '-0.75rem' } },
  amount: { fontVariantNumeric: 'tabular-nums', marginInlineEnd: '-0.75rem' },
  // For who hears the page alone.
  heard: {
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** What is or can be loaded: what is said of it, how far it is, and the button that loads it or stops that. */
export function LoadBar({
  className,
  offer,
  label,
  progress,
  amount,
  status,
  aside = null,
  button,
  children,
}: {
  readonly className?: string;
  /** What could be loaded; null where nothing is offered. */
  readonly offer: string | null;
  /** Of the progress bar. */
  readonly label: string;
  /** How much has come, of how much where that is known; null where nothing is being loaded. */
  readonly progress: { readonly loaded: number; readonly total: number | null } | null;
  /** The same in words. */
  readonly amount: (loaded: number, total: number | null) => string;
  /** What is said where nothing is being loaded. */
  readonly status: string;
  /** What is said beside the status, but not announced with it. */
  readonly aside?: string | null;
  readonly button: { readonly label: string; readonly onPress: () => void } | null;
  /** What stands after all this. */
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  const quarter = progress === null ? null : quarterOf(progress);
  return (
    <div {...focusGroup} className={mergeClasses(styles.root, className)}>
      <div className={styles.said}>
        {offer !== null && <p className={styles.offer}>{offer}</p>}
        {progress !== null && (
          <ProgressBar label={label} className={styles.progress} progress={amountOf(progress)} />
        )}
        {progress !== null && (
          <span aria-hidden className={styles.amount}>
            {amount(progress.loaded, progress.total)}
          </span>
        )}
        {/* Always there: what is put into it is announced, an element that comes with its text often is not. */}
        <span
          role="status"
          // A beginning is no news, and what has no total has no end to be near to.
          aria-live={progress !== null && (quarter ?? 0) === 0 ? 'off' : 'polite'}
          className={progress === null ? styles.status : styles.heard}
        >
          {progress === null ? status : amount(quarter ?? progress.loaded, progress.total)}
        </span>
        {aside !== null && <span className={styles.aside}>{aside}</span>}
      </div>
      {button !== null && (
        // One button, so that whoever pressed it by keyboard still stands on it. The second half of a double-click
        // on what loads is no wish to stop.
        <Button
          size="small"
          className={styles.button}
          onClick={({ detail }) => detail <= 1 && button.onPress()}
        >
          {button.label}
        </Button>
      )}
      {children}
    </div>
  );
}

function amountOf({ loaded, total }: { readonly loaded: number; readonly total: number | null }) {
  return total === null ? null : { value: Math.min(loaded, total), max: total };
}
