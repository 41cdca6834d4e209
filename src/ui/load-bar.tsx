import { Button } from '@fluentui/react-button';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { ReactNode } from 'react';
import { ProgressBar } from './progress-bar.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '12px', rowGap: '4px' },
  offer: { margin: 0 },
  progress: { inlineSize: '160px' },
  // Takes no room where it says nothing, not even the gap after it.
  status: { fontVariantNumeric: 'tabular-nums', ':empty': { marginInlineEnd: '-12px' } },
});

/** What is or can be loaded: what is said of it, how far it is, and the button that loads it or stops that. */
export function LoadBar({
  className,
  offer,
  label,
  progress,
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
  readonly status: string;
  /** What is said beside the status, but not announced with it. */
  readonly aside?: string | null;
  readonly button: { readonly label: string; readonly onPress: () => void } | null;
  /** What stands after all this. */
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.root, className)}>
      {offer !== null && <p className={styles.offer}>{offer}</p>}
      {progress !== null && (
        <ProgressBar label={label} className={styles.progress} progress={amountOf(progress)} />
      )}
      {/* Always there: what is put into it is announced, an element that comes with its text often is not. */}
      <span role="status" className={styles.status}>
        {status}
      </span>
      {aside !== null && <span>{aside}</span>}
      {button !== null && (
        // One button, so that whoever pressed it by keyboard still stands on it. The second half of a double-click
        // on what loads is no wish to stop.
        <Button size="small" onClick={({ detail }) => detail <= 1 && button.onPress()}>
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
