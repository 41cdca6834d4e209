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
  // In little room the text takes the lines that it needs, before the buttons.
  said: {
    display: 'contents',
    '@media (max-width: 40em)': {
      order: -1,
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
    // It is below the words, where it takes no room.
    '@media (max-width: 40em)': {
      position: 'absolute',
      insetInline: 0,
      insetBlockStart: 'calc(100% + 0.125rem)',
      inlineSize: 'auto',
    },
  },
  // It is left out where it would need a second line and move the first.
  aside: { '@media (max-width: 24em)': { display: 'none' } },
  button: { flexShrink: 0 },
  rest: { display: 'contents', '@media (max-width: 40em)': { display: 'block', order: 1, flexShrink: 0 } },
  // It takes no room where it is empty, not even the gap after it.
  status: { fontVariantNumeric: 'tabular-nums', ':empty': { marginInlineEnd: '-0.75rem' } },
  amount: { fontVariantNumeric: 'tabular-nums', marginInlineEnd: '-0.75rem' },
  // It is only for screen readers.
  heard: {
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** What is or can be loaded: a text, the progress, and the button that loads it or stops that. */
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
  /** The name of the progress bar. */
  readonly label: string;
  /** How much has come, and of how much where that is known; null where nothing is being loaded. */
  readonly progress: { readonly loaded: number; readonly total: number | null } | null;
  /** The progress in words. */
  readonly amount: (loaded: number, total: number | null) => string;
  /** The text where nothing is being loaded. */
  readonly status: string;
  /** A text beside the status, which is not announced with it. */
  readonly aside?: string | null;
  readonly button: { readonly label: string; readonly onPress: () => void } | null;
  /** Further buttons, which are always there. */
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  const quarter = progress === null ? null : quarterOf(progress);
  return (
    <div {...focusGroup} className={mergeClasses(styles.root, className)}>
      {/* The buttons come first: the texts grow, and nothing that stands after them may move. */}
      {children !== undefined && <div className={styles.rest}>{children}</div>}
      {button !== null && (
        // It is one button for both, so that a person who pressed it by keyboard is still on it. The second press of a
        // double-click on loading is not a wish to stop.
        <Button
          size="small"
          className={styles.button}
          onClick={({ detail }) => detail <= 1 && button.onPress()}
        >
          {button.label}
        </Button>
      )}
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
        {/* The element is always there: a screen reader announces a text that is put into it, but often not an
            element that comes with its text. */}
        <span
          role="status"
          // The beginning is not announced, and without a total there is no progress to announce.
          aria-live={progress !== null && (quarter ?? 0) === 0 ? 'off' : 'polite'}
          className={progress === null ? styles.status : styles.heard}
        >
          {progress === null ? status : amount(quarter ?? progress.loaded, progress.total)}
        </span>
        {aside !== null && <span className={styles.aside}>{aside}</span>}
      </div>
    </div>
  );
}

function amountOf({ loaded, total }: { readonly loaded: number; readonly total: number | null }) {
  return total === null ? null : { value: Math.min(loaded, total), max: total };
}
