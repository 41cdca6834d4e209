import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { memo, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { measureOf, utilization } from '#engine/totals.ts';
import type { Trend } from '#query/use-trend.ts';
import { useUnfinished } from '#query/use-unfinished.ts';
import { useTexts } from '#ui/catalogue.ts';
import { CustomerLink, type CustomerTarget } from '#ui/customer-link.tsx';
import { measureColors } from '#ui/colors.ts';
import { fieldTexts } from '#ui/field-texts.ts';
import { useFormat } from '#ui/format.ts';
import { isolated } from '#ui/isolated.ts';
import { useLocalization } from '#ui/language.ts';
import { useIsPrinting } from '#ui/printing.ts';
import { useMatches } from '#ui/use-matches.ts';
import { useTextScale } from '#ui/use-text-scale.ts';
import { useUnchanged } from '#ui/use-unchanged.ts';
import { timeOfDay } from '#view/day-times.ts';
import { isOfPairs, type Measure, type SnapshotDate } from '#view/view.ts';
import { ticksOf, type Line as TrendLine } from './lines.ts';
import { texts } from './texts.ts';

// In pixels; with texts in it, at the usual text size.
const AXIS = 56;
const BELOW = 24;
/** In pixels: the room on a sheet, which cannot be measured while the page is printed. */
const PRINTED = { width: 640, height: 190 };
const BESIDE = 12;
const ABOVE = 8;

// In rem: what a finger can press.
const NARROWEST_DAY = 1.5;

// In less room a month of days would be narrower than that, so that they are scrolled to.
const IS_NARROW = '(max-width: 56em)';

// Told apart by their dashes too: colour never carries a meaning alone.
const DASHES = ['', '6 3', '2 3', '10 3 2 3', '1 4'] as const;

const useStyles = makeStyles({
  scroller: { display: 'flex', flexGrow: 1, overflowX: 'auto', overflowY: 'hidden', scrollbarWidth: 'thin' },
  place: {
    position: 'relative',
    flexGrow: 1,
    minBlockSize: '17.5rem',
    touchAction: 'pan-y',
    '@media print': { minBlockSize: '12rem' },
  },
  chart: {
    '--line-0': tokens.colorNeutralForeground2,
    '--line-1': measureColors.deployed,
    '--line-2': measureColors.over,
    '--line-3': tokens.colorPaletteGreenForeground1,
    '--line-4': tokens.colorPaletteBerryForeground1,
    '--grid': tokens.colorNeutralStroke2,
    '--text': tokens.colorNeutralForeground2,
    '@media (forced-colors: active)': {
      '--line-0': 'CanvasText',
      '--line-1': 'Highlight',
      '--line-2': 'CanvasText',
      '--line-3': 'CanvasText',
      '--line-4': 'CanvasText',
      '--grid': 'GrayText',
      '--text': 'CanvasText',
    },
    position: 'absolute',
    inset: 0,
    pointerEvents: 'none',
    fontVariantNumeric: 'tabular-nums',
  },
  scrolled: { touchAction: 'pan-x pan-y' },
  days: {
    position: 'absolute',
    insetBlock: `${ABOVE}px ${BELOW}px`,
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
  },
  day: {
    margin: 0,
    padding: 0,
    border: 'none',
    background: 'none',
    borderRadius: tokens.borderRadiusSmall,
    ':enabled': { cursor: 'pointer' },
    ':enabled:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0.25rem 1rem',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  entry: { display: 'inline-flex', alignItems: 'center', gap: '0.375rem', minInlineSize: 0 },
  words: {
    margin: 0,
    minBlockSize: `calc(2 * ${tokens.lineHeightBase200})`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
});

type TrendChartProps = {
  readonly trend: Trend;
  readonly lines: readonly TrendLine[];
  readonly measure: Measure;
  readonly chosen: readonly SnapshotDate[];
  readonly onChoose: (day: SnapshotDate) => void;
  /** The link to the view of a line's member; null where it has none. */
  readonly customerOf: (line: number) => CustomerTarget | null;
  readonly onRange: (from: SnapshotDate, to: SnapshotDate) => void;
};

function LinkOfLine({ name, target }: { readonly name: string; readonly target: CustomerTarget | null }) {
  return target === null ? null : <CustomerLink name={name} target={target} />;
}

/** The newest days are in sight first. From right to left, the end is where the scroll position is lowest. */
function scrollToEnd(scroller: HTMLElement | null): void {
  if (scroller === null) return;
  const isRtl = getComputedStyle(scroller).direction === 'rtl';
  scroller.scrollTo({ left: isRtl ? -scroller.scrollWidth : scroller.scrollWidth });
}

/** What the lines are drawn from. */
type Drawing = {
  readonly data: readonly { readonly day: SnapshotDate; readonly values: readonly (number | null)[] }[];
  /** The name of each line. */
  readonly names: readonly string[];
  readonly ticks: readonly number[];
  /** In pixels: the room for the values at the axis. */
  readonly axis: number;
  readonly fontSize: number;
  readonly isAxisRight: boolean;
  readonly isRtl: boolean;
  readonly written: (value: number) => string;
  readonly dayOf: (day: SnapshotDate) => string;
};

/** The lines with their axes. */
const Lines = memo(function Lines({
  drawing: { data, names, ticks, axis, fontSize, isAxisRight, isRtl, written, dayOf },
  isPrinting,
}: {
  readonly drawing: Drawing;
  readonly isPrinting: boolean;
}) {
  return (
    <ResponsiveContainer {...(isPrinting ? PRINTED : {})}>
      <LineChart
        data={data}
        accessibilityLayer={false}
        margin={{
          top: ABOVE,
          right: isAxisRight ? 0 : BESIDE,
          bottom: 0,
          left: isAxisRight ? BESIDE : 0,
        }}
      >
        <CartesianGrid vertical={false} stroke="var(--grid)" />
        <XAxis
          dataKey="day"
          reversed={isRtl}
          scale="band"
          height={BELOW}
          tickLine={false}
          axisLine={false}
          minTickGap={8}
          interval="equidistantPreserveStart"
          tick={{ fill: 'var(--text)', fontSize }}
          tickFormatter={(day: SnapshotDate) => isolated(dayOf(day))}
        />
        <YAxis
          width={axis}
          orientation={isAxisRight ? 'right' : 'left'}
          ticks={[...ticks]}
          domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
          interval={0}
          tickLine={false}
          axisLine={false}
          tick={{ fill: 'var(--text)', fontSize }}
          tickFormatter={(value: number) => isolated(written(value))}
        />
        {names.map((name, at) => (
          <Line
            key={name}
            dataKey={(row: Drawing['data'][number]) => row.values[at]}
            name={name}
            type="linear"
            connectNulls={false}
            isAnimationActive={false}
            stroke={`var(--line-${at})`}
            strokeWidth={2}
            {...(DASHES[at] === undefined || DASHES[at] === '' ? {} : { strokeDasharray: DASHES[at] })}
            dot={{ r: 3, fill: `var(--line-${at})`, stroke: 'none', strokeDasharray: '' }}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
});

/** The lines of a trend. A day can be chosen by a click or by the keyboard, a range by dragging over its days. */
export function TrendChart({
  trend,
  lines,
  measure,
  chosen,
  onChoose,
  onRange,
  customerOf,
}: TrendChartProps) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const textScale = useTextScale();
  const isPrinting = useIsPrinting();
  const [looked, setLooked] = useState<SnapshotDate | null>(null);
  const begun = useRef<SnapshotDate | null>(null);
  const names = useTexts(fieldTexts);
  const { asked, points, split } = trend;
  // A day's sums come before a row shows its date, and then nothing is drawn anew.
  const drawable = useUnchanged({ asked, lines });
  const ticks = useMemo(() => ticksOf(drawable.lines), [drawable]);
  const byDay = useMemo(() => new Map(points.map((point) => [point.date, point])), [points]);
  const written = useCallback(
    (value: number): string => (measure === 'utilization' ? format.percent(value) : format.compact(value)),
    [measure, format],
  );
  const wordsOf = (day: SnapshotDate): string => {
    const totals = byDay.get(day)?.totals;
    if (totals === undefined) return '';
    const value = isOfPairs(measure) ? measureOf(totals, measure) : null;
    return t.point({
      date: format.date(day),
      sold: format.count(totals.licensesSold),
      deployed: format.count(totals.licensesDeployed),
      utilization: format.percent(utilization(totals)),
      figure: value === null ? 'none' : names[measure],
      value: value === null ? '' : format.count(value),
      isOfThese: split === null || split.isWhole ? 'no' : 'yes',
    });
  };
  const { locale, direction } = useLocalization();
  // The text above has the whole date; there is no room for it below each day.
  const dayOf = useMemo(() => {
    const axisDate = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
    return (day: SnapshotDate): string => axisDate.format(timeOfDay(day));
  }, [locale]);
  const axis = AXIS * textScale;
  // Where days are scrolled to, the axis stands beside the newest.
  const isNarrow = useMatches(IS_NARROW) && !isPrinting;
  const [before, after] = isNarrow ? [BESIDE, axis] : [axis, BESIDE];
  const isRtl = direction === 'rtl';
  // The drawing knows no direction of its own: its left side is the side of the newest days where it is read from right
  // to left.
  const isAxisRight = isNarrow !== isRtl;
  const drawing = useMemo((): Drawing => {
    const data = drawable.asked.map((day, at) => ({
      day,
      values: drawable.lines.map(({ values }) => values[at] ?? null),
    }));
    const names = drawable.lines.map(({ name }) => name);
    return { data, names, ticks, axis, fontSize: 11 * textScale, isAxisRight, isRtl, written, dayOf };
  }, [drawable, ticks, axis, textScale, isAxisRight, isRtl, written, dayOf]);
  // Lines take longer to draw than all else of a view, so they come behind it, and one drawing may have several days.
  const drawn = useDeferredValue(drawing, null);
  useUnfinished(drawn !== drawing);
  // A page is printed as it is now.
  const shown = isPrinting ? drawing : drawn;
  return (
    <>
      <p data-screen className={styles.words}>
        {looked === null ? t.hint : wordsOf(looked)}
      </p>
      <ul className={styles.legend}>
        {lines.map(({ name }, at) => (
          <li key={name} className={styles.entry}>
            <svg
              width="28"
              height="10"
              aria-hidden
              className={mergeClasses(styles.chart)}
              style={{ position: 'static' }}
            >
              <line
                x1="0"
                x2="28"
                y1="5"
                y2="5"
                stroke={`var(--line-${at})`}
                strokeWidth="2"
                strokeDasharray={DASHES[at]}
              />
              <circle cx="14" cy="5" r="3" fill={`var(--line-${at})`} />
            </svg>
            <bdi>{name}</bdi>
            <LinkOfLine name={name} target={customerOf(at)} />
          </li>
        ))}
        {ticks[0] !== undefined && ticks[0] > 0 && <li>{t.axisBegins({ value: written(ticks[0]) })}</li>}
      </ul>
      <div ref={scrollToEnd} className={styles.scroller}>
        <div
          className={mergeClasses(styles.place, isNarrow && styles.scrolled)}
          style={{
            minInlineSize: isPrinting ? 0 : `calc(${NARROWEST_DAY * asked.length}rem + ${before + after}px)`,
          }}
        >
          {/* The places of the texts are computed from left to right. */}
          <div className={styles.chart} dir="ltr" aria-hidden>
            {shown !== null && <Lines drawing={shown} isPrinting={isPrinting} />}
          </div>
          <div
            className={styles.days}
            style={{ insetInlineStart: `${before}px`, insetInlineEnd: `${after}px` }}
            onPointerLeave={() => setLooked(null)}
          >
            {asked.map((day) => (
              <button
                key={day}
                type="button"
                disabled={!byDay.has(day)}
                aria-label={byDay.has(day) ? wordsOf(day) : format.date(day)}
                aria-pressed={chosen.includes(day)}
                className={mergeClasses(styles.day, chosen.includes(day) && styles.chosen)}
                onPointerEnter={() => setLooked(day)}
                onFocus={() => setLooked(day)}
                onPointerDown={() => {
                  begun.current = day;
                }}
                onPointerUp={() => {
                  const from = begun.current;
                  begun.current = null;
                  if (from !== null && from !== day)
                    onRange(from < day ? from : day, from < day ? day : from);
                }}
                onClick={() => onChoose(day)}
              />
            ))}
          </div>
        </div>
      </div>
    </>
  );
}
