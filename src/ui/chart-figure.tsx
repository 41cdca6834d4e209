import { Button } from './button.tsx';
import { DataBarHorizontalRegular, TableRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useId, useState, type ReactNode } from 'react';
import { AboutButton } from './about-button.tsx';
import { focusGroup } from './keep-focus.ts';
import { useTexts } from './catalogue.ts';
import { chartTexts } from './chart-texts.ts';
import { mirroredLook } from './mirrored-look.ts';

const useStyles = makeStyles({
  // The card is as high as the chart beside it; the figure in it is not. Otherwise each change of a text in it would
  // make browsers lay out all of it twice: for the height that it needs, and for the height that it gets.
  card: {
    boxSizing: 'border-box',
    blockSize: '100%',
    paddingBlock: '0.625rem 0.75rem',
    paddingInline: '1rem',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  root: {
    containerType: 'inline-size',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '0.5rem',
    minBlockSize: '24.75rem',
    margin: 0,
  },
  filling: { blockSize: '100%' },
  low: { minBlockSize: '0' },
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '0.75rem',
    rowGap: '0.25rem',
    minBlockSize: '2rem',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    '@container (max-width: 21.25rem)': { fontSize: tokens.fontSizeBase300 },
  },
  // In little room the button stays beside the title, and the rest moves below both.
  controls: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0.25rem 0.75rem',
    '@container (max-width: 38.75rem)': {
      display: 'grid',
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      order: 1,
      inlineSize: '100%',
    },
  },
  titleLine: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '0.25rem',
    flexGrow: 1,
    flexShrink: 1,
    flexBasis: '0',
    minInlineSize: '7.5rem',
  },
  icon: mirroredLook,
  button: { flexShrink: 0, marginInlineEnd: '-0.5rem', whiteSpace: 'nowrap' },
  // Its room is kept until the button is there.
  picture: { flexShrink: 0, minInlineSize: '2rem' },
  body: { display: 'flex', flexDirection: 'column', flexGrow: 1, minInlineSize: 0 },
  previous: { opacity: 0.5 },
  quiet: {
    display: 'grid',
    placeItems: 'center',
    flexGrow: 1,
    margin: 0,
    textAlign: 'center',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase300,
  },
});

type ChartFigureProps = {
  readonly title: string;
  /** Opens the explanation of the chart; absent where the chart has no explanation of its own. */
  readonly onAbout?: () => void;
  /** The controls that choose what the chart shows. */
  readonly controls?: ReactNode;
  /** The button for a picture of the chart: empty while there is nothing to draw, absent where the chart has none. */
  readonly picture?: ReactNode;
  readonly isBusy: boolean;
  /** The answer belongs to an earlier question. */
  readonly isPrevious: boolean;
  /** Replaces the chart where there is nothing to show, or where it is not loaded. */
  readonly instead: ReactNode;
  /** The chart has no height of its own: it is as high as the chart beside it. */
  readonly isFilling?: boolean;
  /** The chart stands by itself, and is as high as its content. */
  readonly isLow?: boolean;
  readonly chart: ReactNode;
  /** The same numbers as a table, which is made when a person asks for it. */
  readonly table: () => ReactNode;
};

/** The frame of a chart: a figure whose title is its name, shown as a chart or as a table. */
export function ChartFigure({
  title,
  onAbout,
  controls,
  picture,
  isBusy,
  isPrevious,
  instead,
  isFilling = false,
  isLow = false,
  chart,
  table,
}: ChartFigureProps) {
  const styles = useStyles();
  const t = useTexts(chartTexts);
  const titleId = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <div className={styles.card}>
      <figure
        {...focusGroup}
        aria-labelledby={titleId}
        aria-busy={isBusy}
        className={mergeClasses(styles.root, isFilling && styles.filling, isLow && styles.low)}
      >
        <div className={styles.header}>
          <div className={styles.titleLine}>
            <h2 id={titleId} className={styles.title}>
              {title}
            </h2>
            {onAbout !== undefined && <AboutButton name={title} onOpen={onAbout} />}
          </div>
          {controls !== undefined && <div className={styles.controls}>{controls}</div>}
          <Button
            className={styles.button}
            appearance="subtle"
            size="small"
            icon={asTable ? <DataBarHorizontalRegular className={styles.icon} /> : <TableRegular />}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? t.showAsChart : t.showAsTable}
          </Button>
          {picture !== undefined && <div className={styles.picture}>{picture}</div>}
        </div>
        <div className={mergeClasses(styles.body, isPrevious && styles.previous)}>
          {instead !== null ? <div className={styles.quiet}>{instead}</div> : asTable ? table() : chart}
        </div>
      </figure>
    </div>
  );
}
