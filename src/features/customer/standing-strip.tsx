import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { SimilarCustomers } from '#engine/engine.ts';
import { useTexts } from '#ui/catalogue.ts';
import { measureColors } from '#ui/colors.ts';
import { useFormat } from '#ui/format.ts';
import { stepNames } from './standing-said.ts';
import { texts } from './texts.ts';

/** There are steps below 100 %, a step for exactly 100 %, and a step above. */
const STEPS = 22;
const FULL = 20;

/** The steps with a text below them; there is no room for more. */
const TICKS = [0, 5, 10, 15] as const;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, paddingBlockStart: '3rem' },
  columns: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: `repeat(${STEPS}, minmax(0, 1fr))`,
    columnGap: '2px',
    alignItems: 'end',
    flexGrow: 1,
    minBlockSize: '6rem',
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke1,
  },
  column: {
    minBlockSize: 0,
    backgroundColor: tokens.colorNeutralForeground4,
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  some: { minBlockSize: '3px' },
  own: {
    backgroundColor: measureColors.deployed,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  // The mark goes from above the columns down to the axis.
  mark: {
    position: 'absolute',
    insetBlock: '-0.75rem 0',
    borderInlineStartWidth: '2px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralForeground1,
    '::before': {
      content: '""',
      position: 'absolute',
      insetBlockStart: '-2px',
      insetInlineStart: 'calc(-0.25rem - 1px)',
      inlineSize: '0.5rem',
      blockSize: '0.375rem',
      backgroundColor: tokens.colorNeutralForeground1,
      clipPath: 'polygon(0 0, 100% 0, 50% 100%)',
      forcedColorAdjust: 'none',
      '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
    },
  },
  ownName: {
    position: 'absolute',
    insetBlockStart: '-2rem',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  ticks: {
    display: 'grid',
    gridTemplateColumns: `repeat(${STEPS}, minmax(0, 1fr))`,
    columnGap: '2px',
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  tick: { whiteSpace: 'nowrap', gridRowStart: '1' },
  last: { textAlign: 'end', gridColumnStart: '19', gridColumnEnd: '-1' },
  axis: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** The place of a utilization along the strip, 0 to 1. */
function placeOf(used: number): number {
  if (used > 1) return (FULL + 1.5) / STEPS;
  return used === 1 ? (FULL + 0.5) / STEPS : (used * FULL) / STEPS;
}

/** The number of customers of similar size in each step of utilization, and the place of this customer. */
export function StandingStrip({
  similar: { steps, ownStep },
  used,
}: {
  readonly similar: SimilarCustomers;
  readonly used: number;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const names = stepNames(t, format);
  const most = Math.max(1, ...steps);
  const place = placeOf(used);
  const percent = (share: number): string => `${100 * share}%`;
  return (
    <div className={styles.root}>
      <div className={styles.columns} aria-hidden>
        {steps.map((customers, step) => (
          <span
            key={names[step]}
            title={`${names[step] ?? ''}: ${format.count(customers)}`}
            className={mergeClasses(
              styles.column,
              customers > 0 && styles.some,
              step === ownStep && styles.own,
            )}
            style={{ blockSize: percent(customers / most) }}
          />
        ))}
        <span className={styles.mark} style={{ insetInlineStart: percent(place) }} />
        <span
          className={styles.ownName}
          style={place < 0.5 ? { insetInlineStart: percent(place) } : { insetInlineEnd: percent(1 - place) }}
        >
          {t.ownPlace({ share: format.percent(used) })}
        </span>
      </div>
      <div className={styles.ticks} aria-hidden>
        {TICKS.map((step) => (
          <span key={step} className={styles.tick} style={{ gridColumn: `${step + 1} / span 3` }}>
            {format.plainPercent((100 * step) / FULL)}
          </span>
        ))}
        <span className={mergeClasses(styles.tick, styles.last)}>
          {format.plainPercent(100)} · {t.over}
        </span>
      </div>
      <p className={styles.axis}>{t.axis}</p>
    </div>
  );
}
