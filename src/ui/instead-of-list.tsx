import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    rowGap: '0.5rem',
    boxSizing: 'border-box',
    blockSize: '100%',
    padding: '1rem',
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
  heading: { margin: 0, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  text: { margin: 0 },
});

/** The text in the middle of the place of a list, and below it what the person can do. */
export function InsteadOfList({
  heading,
  text,
  children,
}: {
  readonly heading?: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {heading !== undefined && <p className={styles.heading}>{heading}</p>}
      <p className={styles.text}>{text}</p>
      {children}
    </div>
  );
}
