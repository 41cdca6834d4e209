import { WarningRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { Fragment, type ReactNode } from 'react';
import { useLicenseDeployment, useSnapshot } from '#query/use-license-deployment.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useView } from '#view/use-view.ts';
import { AboutItem } from './about-item.tsx';
import { coverageText, disagreementText } from './coverage-text.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    margin: 0,
    minBlockSize: tokens.lineHeightBase200,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 30em)': { minBlockSize: `calc(2 * ${tokens.lineHeightBase200})` },
  },
  previous: { opacity: 0.5 },
  about: {
    display: 'inline-block',
    marginInlineStart: '0.5rem',
    // In little room it always has a line of its own, whose room is kept.
    '@media (max-width: 30em)': { display: 'block', marginInlineStart: 0 },
  },
  list: {
    inlineSize: 'max-content',
    maxInlineSize: 'min(30rem, 100vw - 2rem)',
    boxSizing: 'border-box',
    margin: 0,
    paddingBlock: '0.5rem',
    paddingInline: '0.75rem',
  },
  warning: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '0.25rem',
    marginInlineStart: '0.5rem',
    verticalAlign: 'bottom',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorStatusWarningForeground3,
  },
});

/**
 * What the figures are based on: the day of the snapshot, and the customers whose licenses they count.
 *
 * @param compared the item that names the snapshot that the figures are compared with; null where they are not compared
 */
export function Coverage({ compared }: { readonly compared: ReactNode }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { view } = useView();
  const snapshot = useSnapshot(view);
  const summary = useLicenseDeployment(view);

  // Where the figures are there, this is the day of their own snapshot: while the next snapshot is under way, the line
  // has to match what is on screen.
  const date = summary.data?.coverage.snapshot.date ?? snapshot.data?.date;
  const disagreement = summary.data && disagreementText(summary.data.coverage, t, format);
  const coverage = summary.data?.coverage;
  const isSnapshot = coverage?.engine === 'snapshot';
  const about = coverage && [
    [t.aboutSnapshot, coverage.snapshot.processedDateTime],
    [t.aboutFilter, coverage.filter === null ? t.aboutEverything : printFilter(coverage.filter)],
    ...(coverage.search === '' ? [] : [[t.aboutSearch, coverage.search] as const]),
    [t.aboutSums, t.sumsOf[coverage.engine]],
    [isSnapshot ? t.aboutRowsRead : t.aboutRead, format.count(coverage.rowsRead)],
    [
      isSnapshot ? t.aboutRowsCounted : t.aboutCounted,
      coverage.totalCount === null ? '—' : format.count(coverage.totalCount),
    ],
    // The time of the previous answer is not known any more.
    ...(summary.isPrevious ? [] : [[t.aboutTime, format.time(summary.updatedAt)] as const]),
  ];
  return (
    <div className={mergeClasses(styles.root, summary.isPrevious && styles.previous)}>
      {[
        date !== undefined && t.snapshotOf({ date: format.date(date) }),
        // A view of one customer needs no count of customers.
        view.customerTenantId === null && summary.data !== undefined && coverageText(summary.data, t),
      ]
        .filter((part) => part !== false)
        .join(' · ')}
      {disagreement != null && (
        <strong className={styles.warning}>
          <WarningRegular fontSize="1rem" />
          {disagreement}
        </strong>
      )}
      {about !== undefined && (
        <Disclosure label={t.about} className={styles.about}>
          <dl className={styles.list}>
            {about.map(([name, value], index) => (
              <Fragment key={name}>
                <AboutItem name={name} value={value} />
                {index === 0 && compared}
              </Fragment>
            ))}
          </dl>
        </Disclosure>
      )}
    </div>
  );
}
