import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { measureColors } from '#ui/colors.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  figure: { display: 'flex', alignItems: 'center', justifyContent: 'end', columnGap: '0.5rem' },
  over: {
    flexGrow: 1,
    flexShrink: 1,
    flexBasis: '0',
    minInlineSize: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorPaletteDarkOrangeForeground1,
  },
  track: {
    flexGrow: 1,
    flexShrink: 1,
    flexBasis: '0',
    display: 'flex',
    boxSizing: 'border-box',
    blockSize: '0.375rem',
    minInlineSize: 0,
    borderRadius: '3px',
    overflow: 'hidden',
    backgroundColor: measureColors.soldFill,
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { backgroundColor: 'Canvas', border: '1px solid CanvasText' },
  },
  deployed: {
    backgroundColor: measureColors.deployed,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  beyondSold: {
    flexGrow: 1,
    backgroundImage: `repeating-linear-gradient(135deg, ${measureColors.over} 0 3px, transparent 3px 5px)`,
    '@media (forced-colors: active)': {
      backgroundImage: 'repeating-linear-gradient(135deg, CanvasText 0 3px, Canvas 3px 5px)',
    },
  },
  // It is as wide as the widest usual figure, so that the bars of a column begin and end on one line.
  share: { flexShrink: 0, minInlineSize: '3.25rem', textAlign: 'end' },
});

// The value is undefined where the row is not there yet. The cell shows that, see `grid.tsx`.
type CellProps<Value> = { readonly value: Value | undefined };

/** Sold − deployed where the result is below 0: it is also said in words. */
export function OverDeployedCell({ value }: CellProps<number>) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  if (value === undefined) return null;
  return (
    <span className={styles.figure}>
      <span className={styles.over} title={t.overDeployed}>
        {t.overDeployed}
      </span>
      <span>{format.count(value)}</span>
    </span>
  );
}

/** Deployed / sold, with a bar of it: the longer of the two is the bar's length. */
export function UtilizationCell({ value: share }: CellProps<number | null>) {
  const styles = useStyles();
  const format = useFormat();
  if (share === undefined) return null;
  return (
    <span className={styles.figure}>
      {share !== null && (
        <span aria-hidden className={styles.track}>
          <span
            className={styles.deployed}
            style={{ inlineSize: `${100 * (share > 1 ? 1 / share : share)}%` }}
          />
          {share > 1 && <span className={styles.beyondSold} />}
        </span>
      )}
      <span className={styles.share}>{format.percent(share)}</span>
    </span>
  );
}
