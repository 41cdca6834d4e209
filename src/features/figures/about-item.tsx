import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    columnGap: '0.75rem',
    justifyContent: 'space-between',
    overflowWrap: 'anywhere',
  },
  value: {
    margin: 0,
    maxBlockSize: '30vh',
    overflowY: 'auto',
    color: tokens.colorNeutralForeground1,
  },
});

/** One fact behind the figures, in a list of such facts. */
export function AboutItem({ name, value }: { readonly name: string; readonly value: string }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <dt>{name}</dt>
      <dd className={styles.value}>
        <bdi>{value}</bdi>
      </dd>
    </div>
  );
}
