import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import type { Totals } from '#engine/engine.ts';
import { measureColors } from '#ui/colors.ts';
import { bulletOf } from './bullet.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    boxSizing: 'border-box',
    blockSize: '0.625rem',
    marginBlock: '3px',
    borderRadius: '2px',
    overflow: 'hidden',
    forcedColorAdjust: 'none',
  },
  deployed: {
    backgroundColor: measureColors.deployed,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  left: {
    boxSizing: 'border-box',
    backgroundColor: measureColors.soldFill,
    border: `1px solid ${measureColors.soldEdge}`,
    borderInlineStartStyle: 'none',
    borderStartEndRadius: '2px',
    borderEndEndRadius: '2px',
    '@media (forced-colors: active)': { backgroundColor: 'Canvas', border: '1px solid CanvasText' },
  },
  over: {
    boxSizing: 'border-box',
    border: `1px solid ${measureColors.over}`,
    backgroundImage: `repeating-linear-gradient(135deg, ${measureColors.over} 0 2px, ${tokens.colorNeutralBackground1} 2px 5px)`,
    '@media (forced-colors: active)': {
      border: '1px solid CanvasText',
      backgroundImage: 'repeating-linear-gradient(135deg, CanvasText 0 2px, Canvas 2px 5px)',
    },
  },
});

const percent = (share: number): string => `${share * 100}%`;

/** Deployed within sold as one slim bar. It is a picture of the value above it, so screen readers skip it. */
export function UtilizationBar({ totals }: { readonly totals: Totals }) {
  const styles = useStyles();
  const bullet = bulletOf(totals);
  if (bullet === null) return null;
  return (
    <span className={styles.root} aria-hidden>
      <span className={styles.deployed} style={{ inlineSize: percent(bullet.deployed) }} />
      {bullet.left > 0 && <span className={styles.left} style={{ inlineSize: percent(bullet.left) }} />}
      {bullet.over > 0 && <span className={styles.over} style={{ inlineSize: percent(bullet.over) }} />}
    </span>
  );
}
