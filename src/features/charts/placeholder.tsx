import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';

const useStyles = makeStyles({
  root: {
    flexGrow: 1,
    minBlockSize: '320px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundImage: `repeating-linear-gradient(to bottom, transparent 0 7px, ${tokens.colorNeutralStencil1Alpha} 7px 21px, transparent 21px 28px)`,
  },
  ofRows: { '@container (max-width: 620px)': { minBlockSize: '530px' } },
});

/** Stands where a chart will be, as high as that; `ofRows`: one whose rows take two lines in little room. */
export function Placeholder({ ofRows = false }: { readonly ofRows?: boolean }) {
  const styles = useStyles();
  return <div className={mergeClasses(styles.root, ofRows && styles.ofRows)} />;
}
