import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { memo, useId, useMemo, useState } from 'react';
import {
  Bar,
  BarChart,
  LabelList,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
  type LabelProps,
  type XAxisTickContentProps,
} from 'recharts';
import { measureColors } from '#ui/colors.ts';
import { useFormat } from '#ui/format.ts';
import { useLocalization, useTexts } from '#ui/language.ts';
import { useUnchanged } from '#ui/use-unchanged.ts';
import type { BandKind, BandRow } from './bands.ts';
import { spokenLabel } from './labels.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  // The chart fills what the figure has left, and never pushes it to be larger.
  place: { position: 'relative', flexGrow: 1, minBlockSize: '220px' },
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
    paddingBlock: '6px',
    paddingInline: '10px',
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
const ABOVE_BAR = 5;

/** A band with its look. `fill` and `stroke` are read by recharts for each bar. */
type DrawnBand = BandRow & { readonly fill: string; readonly stroke: string };

function looksOf(kind: BandKind, hatchId: string): Pick<DrawnBand, 'fill' | 'stroke'> {
  if (kind === 'over') return { fill: `url(#${hatchId})`, stroke: 'var(--over)' };
  return { fill: kind === 'full' ? 'var(--full)' : 'var(--below)', stroke: 'none' };
}

/**
 * The bands as columns, counts on top. Whoever hears the page has the sentence above it and the table.
 * Drawn anew only for other bands: what recharts does for each drawing is felt in turning a page.
 */
export const BandHistogram = memo(function BandHistogram({ bands }: { readonly bands: readonly BandRow[] }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { direction } = useLocalization();
  const hatchId = useId();
  const [isPointedAt, setIsPointedAt] = useState(false);

  // What the chart is made of stays the same while only counts change: recharts draws all of it twice otherwise, with
  // the bands before and with those now.
  const axis = useUnchanged(bands.map(({ kind, name, tick }) => ({ kind, name, tick })));
  const parts = useMemo(() => {
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
    // Written by ourselves: recharts would measure each text first, and have the whole page laid out for it.
    const label = ({ x, y, width, value }: LabelProps) => (
      <text
        x={Number(x) + Number(width) / 2}
        y={Number(y) - ABOVE_BAR}
        textAnchor="middle"
        fill="var(--text)"
      >
        {typeof value === 'number' ? format.count(value) : null}
      </text>
    );
    return (
      <>
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
          height={22}
          tickLine={false}
          axisLine={{ stroke: 'var(--text)' }}
          tick={tick}
        />
        <YAxis hide domain={[0, 'dataMax']} />
        <Bar dataKey="customers" isAnimationActive={false} minPointSize={(value) => (value === 0 ? 0 : 2)}>
          <LabelList dataKey="customers" content={label} />
        </Bar>
      </>
    );
  }, [axis, format, direction, hatchId]);

  const data = bands.map((band): DrawnBand => ({ ...band, ...looksOf(band.kind, hatchId) }));
  const bandAt = (tick: unknown): BandRow | undefined => bands.find((band) => band.name === tick);
  const note = (band: BandRow): string | null => {
    if (band.kind === 'full') return t.fullyDeployed;
    return band.kind === 'over' ? t.overDeployedBand : null;
  };

  return (
    <>
      <div
        className={styles.place}
        aria-hidden
        onPointerEnter={() => setIsPointedAt(true)}
        onPointerLeave={() => setIsPointedAt(false)}
      >
        <div className={styles.chart}>
          <ResponsiveContainer width="100%" height="100%">
            <BarChart
              data={data}
              margin={{ top: 18, right: 8, bottom: 0, left: 8 }}
              barCategoryGap="8%"
              // Hidden from who hears the page, so not in the way of who uses the keyboard either.
              accessibilityLayer={false}
            >
              {parts}
              {/* Not there while nobody points: it takes its part of each drawing. */}
              {isPointedAt && (
                <Tooltip
                  isAnimationActive={false}
                  cursor={{ fill: tokens.colorNeutralBackground1Hover }}
                  content={({ active, label }) => {
                    const band = active ? bandAt(label) : undefined;
                    return band === undefined ? null : (
                      <div className={styles.tooltip}>
                        <span className={styles.tooltipName}>{band.name}</span>
                        <span>{note(band)}</span>
                        <span>{t.customersIn(band.customers, format.count(band.customers))}</span>
                        <span>{spokenLabel(band.totals, 'licensesNotDeployed', t, format)}</span>
                      </div>
                    );
                  }}
                />
              )}
            </BarChart>
          </ResponsiveContainer>
        </div>
      </div>
      <p className={styles.axis}>{t.axis}</p>
    </>
  );
});
