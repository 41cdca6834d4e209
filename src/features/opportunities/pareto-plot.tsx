import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useFormat } from '#ui/format.ts';
import { useLocalization } from '#ui/language.ts';
import { STEPS, stepFor } from './axis.ts';

// This is made of elements and one line of SVG, and not with recharts: that would add axes and lines to the code of the
// overview, which does not need them.

/**
 * The room beside the bars for the texts of the axes, in rem: the names and the buttons over the bars leave the same
 * room.
 */
export const BESIDE_BARS = 2.75;

const useStyles = makeStyles({
  root: { position: 'absolute', insetBlock: 0, insetInline: `${BESIDE_BARS}rem` },
  level: {
    position: 'absolute',
    insetInline: 0,
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke3,
  },
  tick: {
    position: 'absolute',
    insetBlockEnd: '-0.5rem',
    lineHeight: '1rem',
    fontSize: tokens.fontSizeBase100,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
  before: { insetInlineEnd: '100%', paddingInlineEnd: '0.5rem' },
  after: { insetInlineStart: '100%', paddingInlineStart: '0.5rem' },
  bars: { position: 'absolute', inset: 0, display: 'flex', alignItems: 'end' },
  column: { position: 'relative', flexGrow: 1, flexBasis: 0, blockSize: '100%' },
  bar: {
    position: 'absolute',
    insetBlockEnd: 0,
    insetInline: '14%',
    minBlockSize: '2px',
    backgroundColor: tokens.colorNeutralForeground4,
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  line: {
    position: 'absolute',
    inset: 0,
    inlineSize: '100%',
    blockSize: '100%',
    overflow: 'visible',
    color: tokens.colorPalettePurpleBorderActive,
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { color: 'Highlight' },
  },
  dot: {
    position: 'absolute',
    insetInlineStart: 'calc(50% - 0.1875rem)',
    inlineSize: '0.375rem',
    blockSize: '0.375rem',
    marginBlockEnd: '-0.1875rem',
    borderRadius: '50%',
    backgroundColor: tokens.colorPalettePurpleBorderActive,
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
});

export type ParetoPoint = { readonly amount: number; readonly share: number | null };

const percent = (share: number): string => `${100 * share}%`;

/**
 * Bars of what lies idle, and over them the line of the share that those up to each hold. A drawing: who hears the page has
 * buttons.
 *
 * @param written how an amount is written beside the axis
 */
export function ParetoPlot({
  points,
  written,
}: {
  readonly points: readonly ParetoPoint[];
  readonly written: (amount: number) => string;
}) {
  const styles = useStyles();
  const format = useFormat();
  const { direction } = useLocalization();
  const step = stepFor(Math.max(0, ...points.map(({ amount }) => amount)));
  const hasShares = points.some(({ share }) => share !== null);
  const levels = Array.from({ length: STEPS + 1 }, (_, level) => level);
  const line = points
    .map(({ share }, index) => {
      const across = (100 * (index + 0.5)) / points.length;
      return `${direction === 'rtl' ? 100 - across : across},${100 - 100 * (share ?? 0)}`;
    })
    .join(' ');
  return (
    <div className={styles.root}>
      {levels.map((level) => (
        <div key={level} className={styles.level} style={{ insetBlockEnd: percent(level / STEPS) }}>
          <span className={mergeClasses(styles.tick, styles.before)}>{written(level * step)}</span>
          {hasShares && (
            <span className={mergeClasses(styles.tick, styles.after)}>
              {format.plainPercent((100 * level) / STEPS)}
            </span>
          )}
        </div>
      ))}
      <div className={styles.bars}>
        {points.map(({ amount }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a bar is what stands at its place
          <span key={index} className={styles.column}>
            {amount > 0 && (
              <span className={styles.bar} style={{ blockSize: percent(amount / (STEPS * step)) }} />
            )}
          </span>
        ))}
      </div>
      {hasShares && (
        <>
          <svg className={styles.line} viewBox="0 0 100 100" preserveAspectRatio="none">
            <polyline
              points={line}
              fill="none"
              stroke="currentColor"
              strokeWidth="2"
              vectorEffect="non-scaling-stroke"
            />
          </svg>
          <div className={styles.bars}>
            {points.map(({ share }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- see above
              <span key={index} className={styles.column}>
                <span className={styles.dot} style={{ insetBlockEnd: percent(share ?? 0) }} />
              </span>
            ))}
          </div>
        </>
      )}
    </div>
  );
}
