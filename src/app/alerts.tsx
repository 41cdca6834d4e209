import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { ReactNode } from 'react';
import { answeredMeasure, unansweredKeys } from '#view/answered.ts';
import { useTexts } from '#ui/language.ts';
import type { AddressProblem } from '#view/address.ts';
import type { View } from '#view/view.ts';
import { texts } from './texts.ts';

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
  text: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '80ch' },
  list: { margin: 0, paddingInlineStart: '1.25rem' },
});

/** Something said in the page's flow, by how much it matters. */
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

/** What of the address could not be read, quoted, and what is expected there. */
export function LinkAlert({ problems }: { readonly problems: readonly AddressProblem[] }) {
  const styles = useStyles();
  const t = useTexts(texts);
  return (
    <Box role="alert" tone="warning" heading={t.linkProblems}>
      <ul className={styles.list}>
        {problems.map((problem) => (
          <li key={`${problem.parameter} ${problem.value} ${problem.message}`}>{problem.message}</li>
        ))}
      </ul>
    </Box>
  );
}

/** What a link asks for that is not on the page: said, so that no figure is taken for what it is not. */
export function NotYetNote({ view }: { readonly view: View }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const aspects = [
    view.view === 'overview' ? null : t.notYetAspects.view(view.view),
    answeredMeasure(view.measure) === view.measure ? null : t.notYetAspects.measure(view.measure),
    // Of two snapshots every order is computed.
    ...(view.compare === null ? unansweredKeys(view.sort) : []).map(({ field }) =>
      t.notYetAspects.order(field),
    ),
  ].filter((aspect) => aspect !== null);
  if (aspects.length === 0) return null;
  return (
    <Box role="note" tone="info" heading={t.notYet}>
      <ul className={styles.list}>
        {aspects.map((aspect) => (
          <li key={aspect}>
            <bdi>{aspect}</bdi>
          </li>
        ))}
      </ul>
    </Box>
  );
}

/** What there is to say instead of figures where there are none, with the way on. */
export function EmptyState({
  heading,
  advice,
  children,
}: {
  readonly heading: string;
  readonly advice: string;
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <Box role="status" tone="info" heading={heading}>
      <p className={styles.text}>{advice}</p>
      {children}
    </Box>
  );
}
