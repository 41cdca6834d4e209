import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { createContext, memo, use, useId, useMemo, useState } from 'react';
import {
  BarChart,
  DefaultZIndexes,
  ResponsiveContainer,
  Tooltip,
  usePlotArea,
  useXAxisScale,
  XAxis,
  ZIndexLayer,
  type TooltipContentProps,
  type XAxisTickContentProps,
} from 'recharts';
import { measureColors } from '#ui/colors.ts';
import { useFormat } from '#ui/format.ts';
import { useLocalization, useTexts } from '#ui/language.ts';
import { useTextScale } from '#ui/use-text-scale.ts';
import { useUnchanged } from '#ui/use-unchanged.ts';
import type { BandRow } from './bands.ts';
import { spokenLabel } from './labels.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  // The chart fills what the figure has left, and never pushes it to be larger.
  place: { position: 'relative', flexGrow: 1, minBlockSize: '13.75rem' },
  chart: {
    '--below': tokens.colorNeutralForeground4,
    '--full': measureColors.deployed,
    '--over': measureColors.over,
    '--ground': tokens.colorNeutralBackground1,
    '--text': tokens.colorNeutralForeground1,
    // Forced colours leave SVG as it is, unreadable on a ground that they changed.
    '@media (forced-colors: active)': {
      '--below': 'CanvasText',
      '--full': 'Highlight',
      '--over': 'CanvasText',
      '--ground': 'Canvas',
      '--text': 'CanvasText',
    },
    position: 'absolute',
    inset: 0,
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
  tooltip: {
    display: 'grid',
    paddingBlock: '0.375rem',
    paddingInline: '0.625rem',
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow8,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  tooltipName: { fontWeight: tokens.fontWeightSemibold },
});

// Pixels.
const ABOVE_COLUMN = 5;
/** Room for a line of text, at the usual text size. */
const ROOM_ABOVE = 18;
const ROOM_BELOW = 22;
/** A band with any customer is seen. */
const LEAST_HEIGHT = 2;

/** The room beside a column, as a part of what each has. */
const GAP = 0.08;

// What recharts is given anew it draws twice, all of it, with all that changes underneath: that would be felt in every
// answer. So it has the axis, which stays, and what it makes of it; the bands of the moment reach by this way those who
// draw them there.
const BandsContext = createContext<readonly BandRow[]>([]);

/** The columns with their counts on top, at the places that recharts has for them. */
function Columns({ hatchId }: { readonly hatchId: string }) {
  const format = useFormat();
  const bands = use(BandsContext);
  const area = usePlotArea();
  const scale = useXAxisScale();
  if (area === undefined || scale === undefined) return null;
  const most = Math.max(...bands.map(({ customers }) => customers));
  return bands.map(({ kind, name, customers }) => {
    const from = scale(name, { position: 'start' });
    const to = scale(name, { position: 'end' });
    if (from === undefined || to === undefined) return null;
    const gap = GAP * Math.abs(to - from);
    const height = customers === 0 ? 0 : Math.max(LEAST_HEIGHT, (area.height * customers) / most);
    const top = area.y + area.height - height;
    return (
      <g key={name}>
        <rect
          x={Math.min(from, to) + gap}
          y={top}
          width={Math.abs(to - from) - 2 * gap}
          height={height}
          fill={kind === 'over' ? `url(#${hatchId})` : kind === 'full' ? 'var(--full)' : 'var(--below)'}
          stroke={kind === 'over' ? 'var(--over)' : 'none'}
        />
        <text x={(from + to) / 2} y={top - ABOVE_COLUMN} textAnchor="middle" fill="var(--text)">
          {customers > 0 && format.count(customers)}
        </text>
      </g>
    );
  });
}

/** What the band under the pointer has in it. */
function BandNote({ active, label }: Partial<Pick<TooltipContentProps, 'active' | 'label'>>) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const band = use(BandsContext).find(({ name }) => name === label);
  if (!active || band === undefined) return null;
  const { kind, name, customers, totals } = band;
  return (
    <div className={styles.tooltip}>
      <span className={styles.tooltipName}>{name}</span>
      {kind !== 'below' && <span>{kind === 'full' ? t.fullyDeployed : t.overDeployedBand}</span>}
      <span>{t.customersIn(customers, format.count(customers))}</span>
      <span>{spokenLabel(totals, 'licensesNotDeployed', t, format)}</span>
    </div>
  );
}

/** The bands as columns, counts on top. Whoever hears the page has the sentence above it and the table. */
export const BandHistogram = memo(function BandHistogram({ bands }: { readonly bands: readonly BandRow[] }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const { direction } = useLocalization();
  const hatchId = useId();
  const textScale = useTextScale();
  const [isPointedAt, setIsPointedAt] = useState(false);

  const axis = useUnchanged(bands.map(({ kind, name, tick }) => ({ kind, name, tick })));
  const chart = useMemo(() => {
    // The lower end of a band stands at its edge, as on a ruler; what is no interval has its name below it.
    const tick = ({ x, y, index, width, visibleTicksCount }: XAxisTickContentProps) => {
      const band = axis[index];
      const halfBand = Number(width) / visibleTicksCount / 2;
      const toEdge = band?.kind === 'below' ? halfBand * (direction === 'rtl' ? 1 : -1) : 0;
      return (
        <text x={Number(x) + toEdge} y={y} dy="0.71em" textAnchor="middle" fill="var(--text)">
          {band?.tick}
        </text>
      );
    };
    return (
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={axis}
          margin={{ top: ROOM_ABOVE * textScale, right: 8, bottom: 0, left: 8 }}
          // Hidden from who hears the page, so not in the way of who uses the keyboard either.
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
            <Columns hatchId={hatchId} />
          </ZIndexLayer>
          {/* Not there while nobody points: it takes its part of each drawing. */}
          {isPointedAt && (
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: tokens.colorNeutralBackground1Hover }}
              // Recharts hides it where it has no values of its own to name.
              wrapperStyle={{ visibility: 'visible' }}
              content={<BandNote />}
            />
          )}
        </BarChart>
      </ResponsiveContainer>
    );
  }, [axis, direction, hatchId, isPointedAt, textScale]);

  return (
    <>
      <div
        className={styles.place}
        aria-hidden
        onPointerEnter={() => setIsPointedAt(true)}
        onPointerLeave={() => setIsPointedAt(false)}
      >
        <div className={styles.chart}>
          <BandsContext value={bands}>{chart}</BandsContext>
        </div>
      </div>
      <p className={styles.axis}>{t.axis}</p>
    </>
  );
});
