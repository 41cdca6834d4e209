import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';

const useStyles = makeStyles({
  root: {
    flexGrow: 1,
    minBlockSize: '20rem',
    borderRadius: tokens.borderRadiusMedium,
    backgroundImage: `repeating-linear-gradient(to bottom, transparent 0 0.4375rem, ${tokens.colorNeutralStencil1Alpha} 0.4375rem 1.3125rem, transparent 1.3125rem 1.75rem)`,
  },
  low: { minBlockSize: '15rem' },
  ofRows: { '@container (max-width: 38.75rem)': { minBlockSize: '33.125rem' } },
});

/**
 * Stands in the place of a chart, and is as high. `ofRows`: the chart's rows take two lines in little room. `isLow`:
 * the chart is low.
 */
export function Placeholder({
  ofRows = false,
  isLow = false,
}: {
  readonly ofRows?: boolean;
  readonly isLow?: boolean;
}) {
  const styles = useStyles();
  return <div className={mergeClasses(styles.root, ofRows && styles.ofRows, isLow && styles.low)} />;
}
