import { WarningRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useLicenseDeployment, useSnapshot } from '#query/use-license-deployment.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/language.ts';
import { useView } from '#view/use-view.ts';
import { coverageText, disagreementText } from './coverage-text.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    margin: 0,
    minBlockSize: tokens.lineHeightBase200,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
  previous: { opacity: 0.5 },
  warning: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    marginInlineStart: '8px',
    verticalAlign: 'bottom',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorStatusWarningForeground3,
  },
});

/** What the figures rest on: the day of the snapshot, and whose licenses they count. */
export function Coverage() {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { view } = useView();
  const snapshot = useSnapshot(view);
  const summary = useLicenseDeployment(view);

  // The figures' own snapshot where they are there: while the next is under way, the line says what is on screen.
  const date = summary.data?.coverage.snapshot.date ?? snapshot.data?.date;
  const disagreement = summary.data && disagreementText(summary.data.coverage, t, format);
  return (
    <p className={mergeClasses(styles.root, summary.isPrevious && styles.previous)}>
      {[
        date !== undefined && t.snapshotOf(format.date(date)),
        summary.data !== undefined && coverageText(summary.data, t, format),
      ]
        .filter((part) => part !== false)
        .join(' · ')}
      {disagreement != null && (
        <strong className={styles.warning}>
          <WarningRegular fontSize="16px" />
          {disagreement}
        </strong>
      )}
    </p>
  );
}
