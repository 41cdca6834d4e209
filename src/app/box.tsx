import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: '0.5rem',
    paddingBlock: '1rem',
    paddingInline: '1.25rem',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderInlineStartWidth: '0.25rem',
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  danger: { borderInlineStartColor: tokens.colorStatusDangerBorderActive },
  warning: { borderInlineStartColor: tokens.colorStatusWarningBorderActive },
  info: { borderInlineStartColor: tokens.colorBrandStroke1 },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: 600,
  },
});

/** A message in the flow of the page; its look depends on how important it is. */
export function Box({
  role,
  tone,
  heading,
  children,
}: {
  readonly role: 'alert' | 'status' | 'note';
  readonly tone: 'danger' | 'warning' | 'info';
  readonly heading: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div role={role} className={mergeClasses(styles.box, styles[tone])}>
      <h2 className={styles.heading}>{heading}</h2>
      {children}
    </div>
  );
}
