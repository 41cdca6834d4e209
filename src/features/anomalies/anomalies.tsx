import { Button } from '#ui/button.tsx';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { ReactNode } from 'react';
import { MOST_USUAL } from '#query/jumps.ts';
import { useAnomalies, type AskedAnomalies, type JumpsKnown } from '#query/use-anomalies.ts';
import { useLoadProspect } from '#query/use-loading.ts';
import { useKnownSnapshot } from '#query/use-license-deployment.ts';
import { useFormat } from '#ui/format.ts';
import { InsteadOfList } from '#ui/instead-of-list.tsx';
import { useTexts } from '#ui/catalogue.ts';
import { LoadBar } from '#ui/load-bar.tsx';
import { texts as pagerTexts } from '#ui/pager-texts.ts';
import { Pager } from '#ui/pager.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { daysBefore } from '#view/day-times.ts';
import { withCompare, withoutKinds, withPage, withPageSize } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { ANOMALY_KINDS, PAGE_SIZES } from '#view/view.ts';
import { AnomaliesGrid } from './anomalies-grid.tsx';
import { useDecimal } from './decimal.ts';
import { Kinds } from './kinds.tsx';
import { texts } from './texts.ts';

/** The earlier day that is offered for comparing is so many days before the snapshot. */
const OFFERED_DAYS = 30;

const useStyles = makeStyles({
  // On paper nothing turns pages: which of them these are is said.
  range: {
    display: 'none',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    '@media print': { display: 'block' },
  },
  root: { display: 'flex', flexDirection: 'column', rowGap: '0.75rem', minInlineSize: 0 },
  said: {
    margin: 0,
    minBlockSize: tokens.lineHeightBase400,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  notes: { display: 'flex', flexDirection: 'column', rowGap: '0.25rem' },
  note: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0.25rem 0.75rem',
    margin: 0,
    minBlockSize: '1.5rem',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
  // This is as high as the text after the days have come, so that the list below does not move.
  jumps: {
    minBlockSize: `calc(2 * ${tokens.lineHeightBase200})`,
    '@media (max-width: 40em)': { minBlockSize: `calc(5 * ${tokens.lineHeightBase200})` },
  },
  progress: { inlineSize: '10rem' },
  list: { minBlockSize: '16rem' },
  instead: { minBlockSize: '16rem', display: 'grid' },
  // A bar for each row that is still to come.
  skeleton: {
    blockSize: '16rem',
    marginInline: '0.75rem',
    backgroundImage: `repeating-linear-gradient(to bottom, transparent 0 1rem, ${tokens.colorNeutralStencil1Alpha} 1rem 1.75rem, transparent 1.75rem 2.75rem)`,
  },
  previous: { opacity: 0.5 },
});

/** Says what jumps are and in which days they were looked for, or why none are claimed. */
function JumpsNote({ jumps }: { readonly jumps: JumpsKnown }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { view, show } = useView();
  const score = useDecimal().plain(MOST_USUAL);
  switch (jumps.kind) {
    case 'off':
      return null;
    case 'reading':
      return (
        <div className={mergeClasses(styles.note, styles.jumps)}>
          <ProgressBar
            className={styles.progress}
            label={t.readingDays}
            progress={jumps.asked === 0 ? null : { value: jumps.answered, max: jumps.asked }}
          />
          <span>{t.readingDays}</span>
          <Button
            size="small"
            appearance="subtle"
            onClick={() => show(withoutKinds(view, [...view.without, 'jump']))}
          >
            {t.stopReadingDays}
          </Button>
        </div>
      );
    case 'failed':
      return <p className={styles.note}>{t.jumpsFailed}</p>;
    case 'tooFew':
      return (
        <p className={mergeClasses(styles.note, styles.jumps)}>
          {t.jumpsTooFew({ snapshots: jumps.snapshots, needed: format.count(jumps.needed) })}{' '}
          {t.jumpsMeaning({ score })}
        </p>
      );
    case 'known':
      return (
        <p className={mergeClasses(styles.note, styles.jumps)}>
          {[
            t.jumpsKnown({
              jumps: jumps.jumps.length,
              snapshots: format.count(jumps.snapshots),
              from: format.date(jumps.from),
              to: format.date(jumps.to),
            }),
            t.jumpsMeaning({ score }),
            ...(view.groupby.length === 0 ? [t.splitHint] : []),
          ].join(' ')}
        </p>
      );
  }
}

/** Says what is needed to find the anomalies that take an earlier snapshot. */
function CompareNote({ compared }: Pick<AskedAnomalies, 'compared'>) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { view, show } = useView();
  const snapshot = useKnownSnapshot(view);
  if (compared === 'known' || snapshot === null) return null;
  if (compared === 'waiting') return <p className={styles.note}>{t.waitsForRows}</p>;
  const offered = daysBefore(snapshot.date, OFFERED_DAYS);
  return (
    <div className={styles.note}>
      <span>{t.needsCompare}</span>
      {view.compare === null && (
        <Button size="small" onClick={() => show(withCompare(view, offered))}>
          {t.compareWith({ date: format.date(offered) })}
        </Button>
      )}
    </div>
  );
}

/** Says what has to be read from the service, with a button to agree to it. */
function Offer({ asked }: { readonly asked: AskedAnomalies }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { view } = useView();
  const prospect = useLoadProspect(view);
  const { offer, isReading, load, stop } = asked;
  if (offer === null && !isReading) return null;
  const written = (count: number | null | undefined): string =>
    count == null ? 'unknown' : format.count(count);
  const needs = t.needsEverything({ groups: written(offer?.rows), requests: written(offer?.requests) });
  const isComing = prospect === 'coming';
  return (
    <LoadBar
      className={styles.note}
      offer={isReading ? null : isComing ? `${needs} ${t.comes}` : needs}
      label={t.reading}
      progress={isReading ? { loaded: 0, total: null } : null}
      amount={() => t.reading}
      status=""
      button={
        isReading ? { label: t.stop, onPress: stop } : isComing ? null : { label: t.load, onPress: load }
      }
    />
  );
}

/** The anomalies among the rows of the view, most licenses first, and what was looked for. */
export function Anomalies() {
  const styles = useStyles();
  const t = useTexts(texts);
  const pages = useTexts(pagerTexts);
  const format = useFormat();
  const { view, show } = useView();
  const asked = useAnomalies(view);
  const { page, isPrevious, error } = asked;

  function said(): string {
    if (page === undefined) return '';
    const leftOut = view.without.reduce((sum, kind) => sum + (page.found[kind]?.count ?? 0), 0);
    return page.total === 0 ? t.saidNothing({ leftOut }) : t.said({ listed: page.total, leftOut });
  }

  function list(): ReactNode {
    if (page === undefined) {
      if (error !== null) return <InsteadOfList text={t.failed} />;
      return asked.offer === null ? <div className={styles.skeleton} /> : null;
    }
    if (page.rows.length > 0) {
      return <AnomaliesGrid page={page} first={(view.page - 1) * view.pageSize + 1} />;
    }
    if (view.without.length === ANOMALY_KINDS.length) {
      return (
        <InsteadOfList heading={t.allOff} text={t.allOffAdvice}>
          <Button onClick={() => show(withoutKinds(view, []))}>{t.showAll}</Button>
        </InsteadOfList>
      );
    }
    if (page.total > 0) {
      return (
        <InsteadOfList text={t.noSuchPage({ page: format.count(view.page) })}>
          <Button onClick={() => show(withPage(view, 1))}>{t.firstPage}</Button>
        </InsteadOfList>
      );
    }
    const looked = ANOMALY_KINDS.filter((kind) => !view.without.includes(kind) && page.found[kind] !== null);
    const isFiltered = view.filter !== null || view.search !== '';
    const lookedFor = t.lookedFor({
      kinds: format.allOf(looked.map((kind) => t.kinds[kind])),
      date: format.date(page.snapshot.date),
    });
    return (
      <InsteadOfList heading={t.nothingOdd} text={isFiltered ? `${lookedFor} ${t.loosenFilter}` : lookedFor}>
        {view.without.length > 0 && <Button onClick={() => show(withoutKinds(view, []))}>{t.showAll}</Button>}
      </InsteadOfList>
    );
  }

  return (
    <div className={styles.root}>
      <Kinds found={page?.found ?? null} />
      <div className={styles.notes}>
        <CompareNote compared={asked.compared} />
        <JumpsNote jumps={asked.jumps} />
        <Offer asked={asked} />
      </div>
      <p
        {...(page === undefined ? {} : { role: 'note' })}
        className={mergeClasses(styles.said, isPrevious && styles.previous)}
      >
        {said()}
      </p>
      <div
        className={mergeClasses(
          page?.rows.length === 0 ? styles.instead : styles.list,
          isPrevious && styles.previous,
        )}
        aria-busy={page === undefined ? error === null && asked.offer === null : isPrevious}
      >
        {list()}
      </div>
      {page !== undefined && page.rows.length > 0 && (
        <p className={styles.range}>
          {pages.range({
            first: format.count((view.page - 1) * view.pageSize + 1),
            last: format.count((view.page - 1) * view.pageSize + page.rows.length),
            total: format.count(page.total),
            known: 'yes',
          })}
        </p>
      )}
      {page !== undefined && page.total > 0 && (
        <Pager
          page={view.page}
          pageSize={view.pageSize}
          pageSizes={PAGE_SIZES}
          total={page.total}
          isEndKnown
          onPage={(next) => show(withPage(view, next))}
          onPageSize={(size) => show(withPageSize(view, size))}
        />
      )}
    </div>
  );
}
