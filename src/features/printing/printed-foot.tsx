import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { printFilter } from '#partner-center/filter/print.ts';
import { useComparison } from '#query/use-comparison.ts';
import { useLicenseDeployment } from '#query/use-license-deployment.ts';
import { exportedTexts } from '#ui/exported-texts.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { normalise } from '#view/normalise.ts';
import { useView } from '#view/use-view.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    display: 'none',
    '@media print': { display: 'block', breakInside: 'avoid' },
    paddingBlockStart: '0.5rem',
    borderBlockStartWidth: '1px',
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke1,
    fontSize: '0.625rem',
    lineHeight: '0.875rem',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  list: { display: 'flex', flexWrap: 'wrap', gap: '0 1rem', margin: 0 },
  item: { display: 'flex', columnGap: '0.25rem' },
  value: { margin: 0 },
  link: { color: 'inherit' },
});

/**
 * Is printed below everything: what the figures are based on, and the link to the view. For a view of one customer it
 * names and counts no other customer.
 */
export function PrintedFoot() {
  const styles = useStyles();
  const t = useTexts(texts);
  const { comparedWith } = useTexts(exportedTexts);
  const format = useFormat();
  const { view, hrefOf } = useView();
  const { data, isPrevious } = useLicenseDeployment(view);
  // These two views are about one snapshot, whatever the address compares with.
  const isOfOne = view.view === 'opportunities' || view.view === 'trend';
  const comparison = useComparison({ ...view, compare: isOfOne ? null : view.compare });
  const coverage = isPrevious ? undefined : data?.coverage;
  const url = new URL(hrefOf(view), globalThis.location.href).href;
  // The filter without the condition that repeats the page's customer.
  const { filter, search } = normalise(view);
  const about = [
    ...(coverage === undefined ? [] : [[t.snapshot, format.date(coverage.snapshot.date)] as const]),
    ...(comparison.kind === 'found' ? [[comparedWith, format.date(comparison.before.date)] as const] : []),
    ...(filter === null ? [] : [[t.filter, printFilter(filter)] as const]),
    ...(search === '' ? [] : [[t.search, search] as const]),
    ...(coverage === undefined ? [] : [[t.sums, t.sumsOf[coverage.engine]] as const]),
    ...(coverage?.engine === 'snapshot' ? [[t.rowsSummed, format.count(coverage.rowsRead)] as const] : []),
  ];
  return (
    <footer className={styles.root}>
      <dl className={styles.list}>
        {about.map(([name, value]) => (
          <div key={name} className={styles.item}>
            <dt>{name}:</dt>
            <dd className={styles.value}>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <div>
        {t.link}:{' '}
        <a className={styles.link} href={url}>
          {url}
        </a>
      </div>
    </footer>
  );
}
