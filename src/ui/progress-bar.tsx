import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';

const filled = {
  backgroundColor: tokens.colorCompoundBrandBackground,
  '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
} as const;

const useStyles = makeStyles({
  track: {
    display: 'grid',
    gridTemplateRows: '100%',
    blockSize: '0.25rem',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground6,
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
  progress: {
    gridArea: '1 / 1',
    appearance: 'none',
    inlineSize: '100%',
    blockSize: '100%',
    border: 0,
    borderRadius: 'inherit',
    // These are the parts of the element: Chromium and WebKit draw two, Firefox draws one.
    backgroundColor: 'transparent',
    '::-webkit-progress-bar': { backgroundColor: 'transparent' },
    '::-webkit-progress-value': { borderRadius: tokens.borderRadiusMedium, ...filled },
    '::-moz-progress-bar': { borderRadius: tokens.borderRadiusMedium, ...filled },
  },
  // Firefox draws a full bar where the value is not known.
  unknown: { '::-moz-progress-bar': { backgroundColor: 'transparent' } },
  // Only the compositor moves this, so that it goes on while the page is busy. Browsers paint the moving bar of a
  // `<progress>` on the page's thread.
  moving: {
    ...filled,
    gridArea: '1 / 1',
    inlineSize: '33%',
    borderRadius: 'inherit',
    animationName: { from: { transform: 'translateX(-100%)' }, to: { transform: 'translateX(300%)' } },
    animationDuration: '2s',
    animationTimingFunction: 'ease-in-out',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none', inlineSize: '100%', opacity: 0.5 },
  },
});

/**
 * A progress: `value` of `max`, both in the same unit; or only that it goes on, where they are not known yet. It is the
 * browser's own `<progress>`. The attributes of ARIA say the same numbers once more: scripts and tests that drive the
 * page read them.
 */
export function ProgressBar({
  label,
  progress,
  className,
}: {
  readonly label: string;
  readonly progress: { readonly value: number; readonly max: number } | null;
  readonly className?: string | undefined;
}) {
  const styles = useStyles();
  // A `<progress>` takes no maximum of 0: it would then be of 1.
  const isKnown = progress !== null && progress.max > 0;
  return (
    <span className={mergeClasses(styles.track, className)}>
      <progress
        aria-label={label}
        value={isKnown ? progress.value : undefined}
        max={isKnown ? progress.max : undefined}
        aria-valuemin={progress === null ? undefined : 0}
        aria-valuenow={progress?.value}
        aria-valuemax={progress?.max}
        className={mergeClasses(styles.progress, !isKnown && styles.unknown)}
      />
      {progress === null && <span aria-hidden className={styles.moving} />}
    </span>
  );
}
