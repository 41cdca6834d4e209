import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { CSSProperties, ReactNode } from 'react';
import { lengthOf, type Fitted } from './fitting.ts';

const useStyles = makeStyles({
  container: { containerType: 'inline-size' },
  // The background shows in the gaps between the figures as hairlines, wherever the figures wrap.
  strip: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr 1.25fr 1.5fr 1fr',
    gap: '1px',
    overflow: 'hidden',
    '--figure-padding': '1rem',
    // The width that the columns have for the figures, without borders and gaps.
    '--columns': 'calc((100cqi - 0.375rem) / 5.75)',
    '--plain-room': 'calc(var(--columns) - 2 * var(--figure-padding))',
    '--strong-room': 'calc(1.25 * var(--columns) - 2 * var(--figure-padding))',
    backgroundColor: tokens.colorNeutralStroke2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    // Only one range at a time sets each property: where two ranges apply, it is not sure which of them comes last.
    '@container (max-width: 51.25rem)': { '--strong-room': 'var(--plain-room)' },
    '@container (min-width: 25.01rem) and (max-width: 51.25rem)': { '--figure-padding': '0.75rem' },
    '@container (max-width: 25rem)': { '--figure-padding': '0.625rem' },
    '@container (min-width: 14.01rem) and (max-width: 51.25rem)': {
      gridTemplateColumns: '1fr 1fr',
      '--columns': 'calc((100cqi - 3px) / 2)',
      '& > :last-child': { gridColumnStart: '1', gridColumnEnd: '-1' },
    },
    // This is for text twice as large on a phone.
    '@container (max-width: 14rem)': {
      gridTemplateColumns: '1fr',
      '--columns': 'calc(100cqi - 2px)',
    },
  },
  previous: { opacity: 0.5 },
});

type FigureStripProps = {
  /** The texts of the figures that are there: all are written in one size, in which the longest has room. */
  readonly plain: readonly (Fitted | undefined)[];
  readonly strong: readonly (Fitted | undefined)[];
  readonly isBusy: boolean;
  /** The figures answer an earlier question. */
  readonly isPrevious: boolean;
  /** The five figures. */
  readonly children: ReactNode;
};

/** The page's figures side by side. */
export function FigureStrip({ plain, strong, isBusy, isPrevious, children }: FigureStripProps) {
  const styles = useStyles();
  const lengths: CSSProperties & Readonly<Record<`--${string}`, number>> = {
    '--plain-length': longestOf(plain),
    '--strong-length': longestOf(strong),
  };
  return (
    <div className={styles.container}>
      <div
        className={mergeClasses(styles.strip, isPrevious && styles.previous)}
        data-figures
        style={lengths}
        aria-busy={isBusy}
      >
        {children}
      </div>
    </div>
  );
}

/** The length of the longest of some figures, in em; 1 while none is there. */
function longestOf(figures: readonly (Fitted | undefined)[]): number {
  return Math.max(1, ...figures.map((figure) => (figure === undefined ? 0 : lengthOf(figure.text))));
}
