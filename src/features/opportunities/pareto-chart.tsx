import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useState, type CSSProperties } from 'react';
import { useTexts } from '#ui/catalogue.ts';
import { CustomerLink, type CustomerTarget } from '#ui/customer-link.tsx';
import { useFormat } from '#ui/format.ts';
import type { ParetoBar } from './pareto.ts';
import { BESIDE_BARS, ParetoPlot } from './pareto-plot.tsx';
import { chartNoteLook } from '#ui/chart-note-look.ts';
import { texts } from './texts.ts';

// In rem: a finger can press it.
const NARROWEST_BAR = 1.5;

// In less room there is no place for names below the bars.
const NARROW = '@container (max-width: 56rem)';

const useStyles = makeStyles({
  // In little room the bars scroll, so that each stays wide enough for a finger.
  scroller: { overflowX: 'auto', overflowY: 'hidden', scrollbarWidth: 'thin' },
  // There is room above and below for half of the texts at the ends of the axes.
  place: { position: 'relative', blockSize: '11.5rem', marginBlock: '0.5rem' },
  columns: {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
    marginInline: `${BESIDE_BARS}rem`,
  },
  over: { position: 'absolute', inset: 0, zIndex: 1 },
  bar: {
    gridRowStart: '1',
    margin: 0,
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    appearance: 'none',
    cursor: 'pointer',
    // The button lies over the bar, which is seen through it.
    ':hover': { boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke1Hover}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media (forced-colors: active)': { ':hover': { outline: '2px solid Highlight' } },
  },
  fixed: { cursor: 'default' },
  names: { marginBlockEnd: '0.25rem', minBlockSize: '1.75rem', [NARROW]: { minBlockSize: '1rem' } },
  tick: {
    paddingInline: '1px',
    fontSize: tokens.fontSizeBase100,
    lineHeight: '0.875rem',
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  name: {
    display: 'block',
    // Two lines of text.
    maxBlockSize: '1.75rem',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    [NARROW]: { display: 'none' },
  },
  link: { display: 'grid', justifyContent: 'center', minBlockSize: '1.5rem' },
  rank: { display: 'none', [NARROW]: { display: 'block' } },
  note: {
    ...chartNoteLook,
    insetBlockStart: '0.5rem',
    zIndex: 2,
    maxInlineSize: 'min(18rem, 50cqi)',
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  noteName: { fontWeight: tokens.fontWeightSemibold },
  hint: { color: tokens.colorNeutralForeground3 },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 1rem',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  entry: { display: 'inline-flex', alignItems: 'center', columnGap: '0.375rem' },
  barMark: {
    inlineSize: '0.625rem',
    blockSize: '0.625rem',
    backgroundColor: tokens.colorNeutralForeground4,
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  lineMark: {
    inlineSize: '1.25rem',
    blockSize: '2px',
    backgroundColor: tokens.colorPalettePurpleBorderActive,
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
});

/** Where ranks replace names, only these ranks are written: there is no room for more on a phone. */
function isRankWritten(rank: number): boolean {
  return rank === 1 || rank % 5 === 0;
}

/** The note stands beside the middle of its bar, on the side with more room. */
function besideBar(index: number, count: number): CSSProperties {
  const middle = (index + 0.5) / count;
  const inset = (share: number): string =>
    `calc(${BESIDE_BARS + 1}rem + (100% - ${2 * BESIDE_BARS}rem) * ${share})`;
  return middle < 0.5 ? { insetInlineStart: inset(middle) } : { insetInlineEnd: inset(1 - middle) };
}

export type ParetoChartBar = ParetoBar & {
  /** The amount in words. */
  readonly said: string;
  /** What a click on it does; null: nothing. */
  readonly choose: (() => void) | null;
  /** The filter asks for exactly this group. */
  readonly isChosen: boolean;
  /** The view of its own that the customer has which it is of; null: it is of none. */
  readonly customer: CustomerTarget | null;
};

/**
 * What lies idle, most first, and the share that the first so many hold together; each bar filters by what it is of.
 *
 * @param amount what the bars are of
 * @param written how an amount is written beside the axis
 */
export function ParetoChart({
  bars,
  amount,
  written,
}: {
  readonly bars: readonly ParetoChartBar[];
  readonly amount: string;
  readonly written: (amount: number) => string;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  /** The index of the bar that is under the pointer or has the focus. */
  const [near, setNear] = useState<number | null>(null);
  const noted = near === null ? undefined : bars[near];
  const hasShares = bars.some(({ share }) => share !== null);

  return (
    <>
      <div className={styles.scroller}>
        <div style={{ minInlineSize: `${2 * BESIDE_BARS + NARROWEST_BAR * bars.length}rem` }}>
          <div className={styles.place} onPointerLeave={() => setNear(null)} onBlur={() => setNear(null)}>
            <div aria-hidden>
              <ParetoPlot points={bars.map(({ amount, share }) => ({ amount, share }))} written={written} />
            </div>
            <div className={mergeClasses(styles.columns, styles.over)}>
              {bars.map((bar, index) => {
                const said = t.bar({
                  name: bar.name,
                  amount: bar.said,
                  share: bar.share === null ? 'unknown' : format.percent(bar.share),
                });
                return (
                  <button
                    // oxlint-disable-next-line react/no-array-index-key -- the bar at a place: the focus stays there
                    key={index}
                    type="button"
                    className={mergeClasses(styles.bar, bar.choose === null && styles.fixed)}
                    aria-label={
                      bar.choose === null ? said : (bar.isChosen ? t.showAllAgain : t.filterBy)({ bar: said })
                    }
                    aria-pressed={bar.isChosen}
                    aria-disabled={bar.choose === null}
                    onPointerEnter={() => setNear(index)}
                    onFocus={() => setNear(index)}
                    onClick={() => bar.choose?.()}
                  />
                );
              })}
            </div>
            {noted !== undefined && near !== null && (
              <div className={styles.note} style={besideBar(near, bars.length)} aria-hidden>
                <bdi className={styles.noteName}>{noted.name}</bdi>
                <span>{noted.said}</span>
                {noted.share !== null && (
                  <span>{t.shareUpTo({ rank: near + 1, share: format.percent(noted.share) })}</span>
                )}
                {noted.choose !== null && (
                  <span className={styles.hint}>{noted.isChosen ? t.clickTakesBack : t.clickFilters}</span>
                )}
              </div>
            )}
          </div>
          <div className={mergeClasses(styles.columns, styles.names)} aria-hidden>
            {bars.map(({ name }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- see above
              <span key={index} className={styles.tick}>
                <span className={styles.name} dir="auto">
                  {name}
                </span>
                <span className={styles.rank}>{isRankWritten(index + 1) && format.count(index + 1)}</span>
              </span>
            ))}
          </div>
          {bars.some(({ customer }) => customer !== null) && (
            <div className={styles.columns}>
              {bars.map(({ name, customer }, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- see above
                <span key={index} className={styles.link}>
                  {customer !== null && <CustomerLink name={name} target={customer} />}
                </span>
              ))}
            </div>
          )}
        </div>
      </div>
      <figcaption className={styles.legend}>
        <span className={styles.entry}>
          <span className={styles.barMark} aria-hidden />
          {amount}
        </span>
        {hasShares && (
          <span className={styles.entry}>
            <span className={styles.lineMark} aria-hidden />
            {t.cumulative}
          </span>
        )}
      </figcaption>
    </>
  );
}
