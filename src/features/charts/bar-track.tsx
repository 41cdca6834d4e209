import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { measureColors } from '#ui/colors.ts';
import type { Bar, Marks } from './bars.ts';

/** The part that is over-deployed is also hatched, because many people do not see differences of colour. */
const HATCHED = `repeating-linear-gradient(135deg, ${measureColors.over} 0 2px, ${tokens.colorNeutralBackground1} 2px 5px)`;

const useStyles = makeStyles({
  root: {
    position: 'relative',
    flexShrink: 0,
    blockSize: '0.875rem',
    minInlineSize: '2px',
    forcedColorAdjust: 'none',
  },
  slim: { blockSize: '0.5rem' },
  pale: { opacity: 0.35 },
  part: { position: 'absolute', insetBlock: 0, boxSizing: 'border-box', borderRadius: '2px' },
  sold: {
    insetInlineStart: 0,
    minInlineSize: '2px',
    backgroundColor: measureColors.soldFill,
    border: `1px solid ${measureColors.soldEdge}`,
    '@media (forced-colors: active)': { backgroundColor: 'Canvas', border: '1px solid CanvasText' },
  },
  ownScale: { border: `1px dashed ${measureColors.soldEdge}` },
  deployed: {
    insetInlineStart: 0,
    backgroundColor: measureColors.deployed,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  over: {
    backgroundImage: HATCHED,
    border: `1px solid ${measureColors.over}`,
    borderStartStartRadius: 0,
    borderEndStartRadius: 0,
    '@media (forced-colors: active)': {
      border: '1px solid CanvasText',
      backgroundImage: 'repeating-linear-gradient(135deg, CanvasText 0 2px, Canvas 2px 5px)',
    },
  },
  // Arrows point at the bar: at the earlier sold from above, at the earlier deployed from below. So they differ without
  // colour.
  mark: {
    position: 'absolute',
    inlineSize: '0.5rem',
    blockSize: '0.3125rem',
    marginInlineStart: '-0.25rem',
    backgroundColor: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  soldMark: { insetBlockEnd: '100%', clipPath: 'polygon(0 0, 100% 0, 50% 100%)' },
  deployedMark: { insetBlockStart: '100%', clipPath: 'polygon(0 100%, 100% 100%, 50% 0)' },
  // Two slanted cuts are the usual sign that a bar goes on.
  cut: {
    position: 'absolute',
    insetBlock: '-2px',
    insetInlineEnd: '0.5rem',
    inlineSize: '3px',
    transform: 'skewX(-20deg)',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${measureColors.over}`,
    borderBlockStyle: 'none',
    '@media (forced-colors: active)': { backgroundColor: 'Canvas', border: '1px solid CanvasText' },
  },
});

type BarTrackProps = {
  readonly bar: Bar;
  /** The earlier ends of the bar. */
  readonly marks?: Marks | null;
  /** The CSS length that a bar of 1 fills. */
  readonly room: string;
  readonly ownScale?: boolean;
  readonly isPale?: boolean;
};

/**
 * A bar: sold is a track with an edge, deployed is solid within it, and what is deployed beyond sold is hatched. Arrows
 * show the earlier figures.
 */
export function BarTrack({ bar, marks = null, room, ownScale = false, isPale = false }: BarTrackProps) {
  const styles = useStyles();
  // Earlier figures that are beyond the bar need room behind it.
  const whole = Math.max(bar.sold + bar.over, marks?.sold ?? 0, marks?.deployed ?? 0);
  const share = (length: number): string => (whole === 0 ? '0' : `${(length / whole) * 100}%`);
  return (
    <span
      className={mergeClasses(styles.root, ownScale && styles.slim, isPale && styles.pale)}
      style={{ inlineSize: `calc(${room} * ${whole})` }}
      aria-hidden
    >
      {bar.sold > 0 && (
        <span
          className={mergeClasses(styles.part, styles.sold, ownScale && styles.ownScale)}
          style={{ inlineSize: share(bar.sold) }}
        />
      )}
      <span
        className={mergeClasses(styles.part, styles.deployed)}
        style={{ inlineSize: share(bar.deployed) }}
      />
      {bar.over > 0 && (
        <span
          className={mergeClasses(styles.part, styles.over)}
          style={{ insetInlineStart: share(bar.sold), inlineSize: share(bar.over) }}
        />
      )}
      {marks?.sold != null && (
        <span
          className={mergeClasses(styles.mark, styles.soldMark)}
          style={{ insetInlineStart: share(marks.sold) }}
        />
      )}
      {marks?.deployed != null && (
        <span
          className={mergeClasses(styles.mark, styles.deployedMark)}
          style={{ insetInlineStart: share(marks.deployed) }}
        />
      )}
      {bar.isCut && <span className={styles.cut} />}
    </span>
  );
}
