import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { createContext, memo, use, useId, useMemo, useState, type CSSProperties } from 'react';
import {
  BarChart,
  DefaultZIndexes,
  ResponsiveContainer,
  usePlotArea,
  useXAxisScale,
  XAxis,
  ZIndexLayer,
  type XAxisTickContentProps,
} from 'recharts';
import { isFilterable, useShowCustomers } from '#query/use-customers.ts';
import { measureColors } from '#ui/colors.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useLocalization } from '#ui/language.ts';
import { goToRows } from '#ui/rows-place.ts';
import { useTextScale } from '#ui/use-text-scale.ts';
import { useUnchanged } from '#ui/use-unchanged.ts';
import type { BandRow } from './bands.ts';
import { spokenLabel } from './labels.ts';
import { chartNoteLook } from '#ui/chart-note-look.ts';
import { texts } from './texts.ts';
import { tickMarks } from './tick-marks.ts';

// In pixels.
const ABOVE_COLUMN = 5;
/** A band with at least one customer is always visible. */
const LEAST_HEIGHT = 2;
/** The room for a line of text at the usual text size. */
const ROOM_ABOVE = 18;
const ROOM_BELOW = 22;
const BESIDE = 8;
/**
 * The font sizes of the counts, at the usual text size: as large as there is room for, and not too small to be read.
 */
const FONT_SIZE = { most: 10, least: 8 } as const;
/** The width of a digit, as a part of the font size. */
const DIGIT = 0.65;

const useStyles = makeStyles({
  // The chart takes the room that the figure has left, and never makes the figure larger.
  place: { position: 'relative', flexGrow: 1, minBlockSize: '13.75rem' },
  chart: {
    '--below': tokens.colorNeutralForeground4,
    '--full': measureColors.deployed,
    '--over': measureColors.over,
    '--ground': tokens.colorNeutralBackground1,
    '--text': tokens.colorNeutralForeground1,
    // Forced colours change the background but not an SVG, which would be unreadable on it.
    '@media (forced-colors: active)': {
      '--below': 'CanvasText',
      '--full': 'Highlight',
      '--over': 'CanvasText',
      '--ground': 'Canvas',
      '--text': 'CanvasText',
    },
    position: 'absolute',
    inset: 0,
    pointerEvents: 'none',
    fontSize: tokens.fontSizeBase100,
    fontVariantNumeric: 'tabular-nums',
  },
  axis: {
    margin: 0,
    textAlign: 'center',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  // These buttons lie over the part of the drawing that has the columns; each is as wide as a column.
  columns: {
    position: 'absolute',
    insetBlockStart: 0,
    insetBlockEnd: `${ROOM_BELOW / 16}rem`,
    insetInline: `${BESIDE}px`,
    display: 'grid',
  },
  column: {
    gridRowStart: '1',
    margin: 0,
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    cursor: 'pointer',
    // These lie under the drawing, which lets the pointer through, so that the counts stay readable.
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  tooltip: {
    ...chartNoteLook,
    insetBlockStart: '1.125rem',
    zIndex: 1,
    maxInlineSize: 'min(16.25rem, 50cqi)',
  },
  tooltipName: { fontWeight: tokens.fontWeightSemibold },
  tooltipHint: { color: tokens.colorNeutralForeground3 },
});

/** The room beside a column, as a part of the room for each band. */
const GAP = 0.08;

// When recharts gets new data, it draws everything twice, which a person would feel after every answer. So recharts
// gets only the axis, which does not change, and computes its scale. The components that draw the bands get them from
// this context.
const BandsContext = createContext<{
  readonly bands: readonly BandRow[];
  /** The earlier figures of the same bands; null where nothing is compared. */
  readonly before: readonly BandRow[] | null;
}>({ bands: [], before: null });

/** The columns with their counts on top, at the places that recharts computes for them. */
function Columns({ hatchId, textScale }: { readonly hatchId: string; readonly textScale: number }) {
  const format = useFormat();
  const { bands, before } = use(BandsContext);
  const area = usePlotArea();
  const scale = useXAxisScale();
  if (area === undefined || scale === undefined) return null;
  const most = Math.max(...[...bands, ...(before ?? [])].map(({ customers }) => customers));
  return bands.map(({ kind, name, customers }, index) => {
    const from = scale(name, { position: 'start' });
    const to = scale(name, { position: 'end' });
    if (from === undefined || to === undefined) return null;
    const gap = GAP * Math.abs(to - from);
    const height = customers === 0 ? 0 : Math.max(LEAST_HEIGHT, (area.height * customers) / most);
    const top = area.y + area.height - height;
    const then = before?.[index]?.customers ?? 0;
    const heightThen = then === 0 ? 0 : Math.max(LEAST_HEIGHT, (area.height * then) / most);
    const width = Math.abs(to - from);
    const whole = format.count(customers);
    const sizeOf = (text: string): number =>
      Math.min(FONT_SIZE.most * textScale, width / (DIGIT * text.length));
    // The note and the column's name have the whole count.
    const count = sizeOf(whole) < FONT_SIZE.least ? format.compact(customers) : whole;
    return (
      <g key={name}>
        <rect
          x={Math.min(from, to) + gap}
          y={top}
          width={width - 2 * gap}
          height={height}
          fill={kind === 'over' ? `url(#${hatchId})` : kind === 'full' ? 'var(--full)' : 'var(--below)'}
          stroke={kind === 'over' ? 'var(--over)' : 'none'}
        />
        {then > 0 && (
          <rect
            x={Math.min(from, to) + gap / 4}
            y={area.y + area.height - heightThen}
            width={width - gap / 2}
            height={heightThen}
            fill="none"
            stroke="var(--text)"
            strokeWidth={1.5}
            strokeDasharray="4 2"
          />
        )}
        <text
          x={(from + to) / 2}
          y={Math.min(top, area.y + area.height - heightThen) - ABOVE_COLUMN}
          textAnchor="middle"
          fill="var(--text)"
          fontSize={sizeOf(count)}
        >
          {customers > 0 && count}
        </text>
      </g>
    );
  });
}

/** A note that says what is in a band and what a click on it does. */
function BandNote({ band, at }: { readonly band: BandRow; readonly at: CSSProperties }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { kind, name, customers, totals, place } = band;
  return (
    <div className={styles.tooltip} style={at} aria-hidden>
      <span className={styles.tooltipName}>{name}</span>
      {kind !== 'below' && <span>{kind === 'full' ? t.fullyDeployed : t.overDeployedBand}</span>}
      <span>{t.customersIn({ customers })}</span>
      <span>{spokenLabel(totals, 'licensesNotDeployed', t, format)}</span>
      <span className={styles.tooltipHint}>{isFilterable(place) ? t.clickFilters : t.clickOrders}</span>
    </div>
  );
}

/** The note stands beside the middle of its column, on the side with more room. */
function besideColumn(index: number, count: number): CSSProperties {
  const middle = (index + 0.5) / count;
  const share = `${(middle < 0.5 ? middle : 1 - middle) * 100}%`;
  const inset = `calc(${BESIDE + 16}px + ${share})`;
  return middle < 0.5 ? { insetInlineStart: inset } : { insetInlineEnd: inset };
}

/** The bands as columns with their counts on top. A click on a column leads to its customers. */
export const BandHistogram = memo(function BandHistogram({
  bands,
  before = null,
  day = null,
}: {
  readonly bands: readonly BandRow[];
  /** The earlier figures of the same bands, drawn as outlines; null where nothing is compared. */
  readonly before?: readonly BandRow[] | null;
  /** The day of the earlier figures. */
  readonly day?: string | null;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const { direction } = useLocalization();
  const hatchId = useId();
  const textScale = useTextScale();
  const showCustomers = useShowCustomers();
  /** The band that is under the pointer or has the focus. */
  const [near, setNear] = useState<string | null>(null);
  const nearIndex = bands.findIndex(({ name, customers }) => name === near && customers > 0);
  const noted = bands[nearIndex];
  const drawn = useMemo(() => ({ bands, before }), [bands, before]);

  const axis = useUnchanged(bands.map(({ kind, name, tick }) => ({ kind, name, tick })));
  const chart = useMemo(() => {
    const tick = ({ x, y, index, width, visibleTicksCount }: XAxisTickContentProps) => {
      const mark = tickMarks(axis, {
        band: Number(width) / visibleTicksCount,
        character: DIGIT * FONT_SIZE.most * textScale,
        beside: BESIDE,
      })[index];
      const shift = (mark?.shift ?? 0) * (direction === 'rtl' ? -1 : 1);
      return (
        <text x={Number(x) + shift} y={y} dy="0.71em" textAnchor="middle" fill="var(--text)">
          {mark?.text}
        </text>
      );
    };
    return (
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={axis}
          margin={{ top: ROOM_ABOVE * textScale, right: BESIDE, bottom: 0, left: BESIDE }}
          // The drawing is hidden from screen readers, so the keyboard does not stop at it either.
          accessibilityLayer={false}
        >
          <defs>
            <pattern
              id={hatchId}
              width="5"
              height="5"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="5" height="5" fill="var(--ground)" />
              <rect width="2" height="5" fill="var(--over)" />
            </pattern>
          </defs>
          <XAxis
            dataKey="name"
            reversed={direction === 'rtl'}
            interval={0}
            height={ROOM_BELOW * textScale}
            tickLine={false}
            axisLine={{ stroke: 'var(--text)' }}
            tick={tick}
          />
          <ZIndexLayer zIndex={DefaultZIndexes.bar}>
            <Columns hatchId={hatchId} textScale={textScale} />
          </ZIndexLayer>
        </BarChart>
      </ResponsiveContainer>
    );
  }, [axis, direction, hatchId, textScale]);

  return (
    <>
      <div className={styles.place} onPointerLeave={() => setNear(null)} onBlur={() => setNear(null)}>
        <div
          className={styles.columns}
          style={{ gridTemplateColumns: `repeat(${bands.length}, minmax(0, 1fr))` }}
        >
          {bands.map(({ name, customers, place }, index) => {
            if (customers === 0) return null;
            return (
              <button
                key={name}
                type="button"
                className={styles.column}
                style={{ gridColumnStart: index + 1 }}
                aria-label={t.leadTo({ band: name, customers, filters: isFilterable(place) ? 'yes' : 'no' })}
                onPointerEnter={() => setNear(name)}
                onFocus={() => setNear(name)}
                onClick={() => {
                  showCustomers(place);
                  goToRows();
                }}
              />
            );
          })}
        </div>
        <div className={styles.chart} aria-hidden>
          <BandsContext value={drawn}>{chart}</BandsContext>
        </div>
        {noted !== undefined && <BandNote band={noted} at={besideColumn(nearIndex, bands.length)} />}
      </div>
      <p className={styles.axis}>{t.axis}</p>
      {day !== null && <p className={styles.axis}>{t.customersBefore({ date: day })}</p>}
    </>
  );
});
