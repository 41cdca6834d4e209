import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';

const useStyles = makeStyles({
  track: {
    display: 'block',
    blockSize: '0.25rem',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground6,
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
  bar: {
    blockSize: '100%',
    borderRadius: 'inherit',
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  // The compositor moves it, so that it goes on while the page is busy.
  unknown: {
    inlineSize: '33%',
    animationName: { from: { transform: 'translateX(-100%)' }, to: { transform: 'translateX(300%)' } },
    animationDuration: '2s',
    animationTimingFunction: 'ease-in-out',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none', inlineSize: '100%', opacity: 0.5 },
  },
});

/** A progress: `value` of `max`, both in the same unit; or only that it goes on, where they are not known yet. */
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
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={progress === null ? undefined : 0}
      aria-valuenow={progress?.value}
      aria-valuemax={progress?.max}
      className={mergeClasses(styles.track, className)}
    >
      <div
        className={mergeClasses(styles.bar, progress === null && styles.unknown)}
        style={progress === null ? undefined : { inlineSize: `${share(progress) * 100}%` }}
      />
    </div>
  );
}

function share({ value, max }: { readonly value: number; readonly max: number }): number {
  return max > 0 ? Math.min(value / max, 1) : 0;
}
