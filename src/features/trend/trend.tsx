import { Button } from '#ui/button.tsx';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useId, useMemo, useState } from 'react';
import { printFilter } from '#partner-center/filter/print.ts';
import { useTrend, type Trend as TrendAnswer } from '#query/use-trend.ts';
import { useTexts } from '#ui/catalogue.ts';
import { ChartFigure } from '#ui/chart-figure.tsx';
import type { CustomerTarget } from '#ui/customer-link.tsx';
import { useMemberFieldNames } from '#ui/field-names.ts';
import { figureTexts } from '#ui/figure-texts.ts';
import { FiguresTable } from '#ui/figures-table.tsx';
import { useFormat } from '#ui/format.ts';
import { filterWords } from '#ui/picture/coverage-lines.ts';
import { coverageTexts } from '#ui/picture/coverage-texts.ts';
import { PictureButton } from '#ui/picture/picture-button.tsx';
import type { Picture } from '#ui/picture/picture.ts';
import { Placeholder } from '#ui/placeholder.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { answeredMeasure } from '#view/answered.ts';
import {
  withCompare,
  withCustomer,
  withDays,
  withRange,
  withSearch,
  withSnapshot,
  withViewName,
} from '#view/transitions.ts';
import { useExplain } from '#view/use-explain.ts';
import { useView } from '#view/use-view.ts';
import { isOfPairs, type SnapshotDate, type View } from '#view/view.ts';
import { linesOf, ticksOf } from './lines.ts';
import { MeasureChoice } from './measure-choice.tsx';
import { pictureMenu } from './picture-part.ts';
import { hasOthers, tableRows } from './table-rows.ts';
import { texts } from './texts.ts';
import { TrendChart } from './trend-chart.tsx';

const RANGES = ['7', '30', '90', '396'] as const;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '1rem' },
  range: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0.375rem 0.75rem' },
  label: { display: 'inline-flex', alignItems: 'center', gap: '0.375rem', fontSize: tokens.fontSizeBase200 },
  field: {
    boxSizing: 'border-box',
    minBlockSize: '1.75rem',
    paddingInline: '0.375rem',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  progress: { inlineSize: '12rem' },
  said: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  notes: { display: 'flex', flexDirection: 'column', gap: '0.25rem' },
  action: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0.5rem 0.75rem',
    minBlockSize: '2rem',
  },
});

/** Chooses the days that are asked for: an offered range, or any two days. The address holds them. */
function RangeChoice({ trend }: { readonly trend: TrendAnswer }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const { view, show } = useView();
  const id = useId();
  const isOwn = view.from !== null || view.to !== null;
  const setDay = (key: 'from' | 'to', day: string): void => {
    // A field that is empty or half typed has no day, so the earlier day stays.
    if (day === '') return;
    show(withRange(view, { from: trend.range.from, to: trend.range.to, [key]: day }));
  };
  return (
    <div role="group" aria-label={t.range} className={styles.range}>
      {RANGES.map((days) => (
        <Button
          key={days}
          size="small"
          appearance={!isOwn && view.days === Number(days) ? 'primary' : 'secondary'}
          aria-pressed={!isOwn && view.days === Number(days)}
          onClick={() => show(withDays(view, Number(days)))}
        >
          {t.ranges[days]}
        </Button>
      ))}
      {(['from', 'to'] as const).map((key) => (
        <label key={key} htmlFor={`${id}-${key}`} className={styles.label}>
          {t[key]}
          <input
            id={`${id}-${key}`}
            type="date"
            className={styles.field}
            value={trend.range[key]}
            onChange={({ target }) => setDay(key, target.value)}
          />
        </label>
      ))}
    </div>
  );
}

/** The links for the chosen days. */
function Chosen({ days, onClear }: { readonly days: readonly SnapshotDate[]; readonly onClear: () => void }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { view, show } = useView();
  const [first, second] = days.toSorted();
  if (first === undefined) return null;
  const overviewOf = (next: View): View => withViewName(next, 'overview');
  return (
    <div className={styles.action} aria-live="polite">
      {second === undefined && (
        <span className={styles.said}>{t.chosenOne({ date: format.date(first) })}</span>
      )}
      <Button
        size="small"
        appearance="primary"
        onClick={() =>
          show(
            overviewOf(
              second === undefined
                ? withSnapshot(view, first)
                : withCompare(withSnapshot(view, second), first),
            ),
          )
        }
      >
        {second === undefined
          ? t.show({ date: format.date(first) })
          : t.compare({ earlier: format.date(first), later: format.date(second) })}
      </Button>
      <Button size="small" appearance="subtle" onClick={onClear}>
        {t.clearChoice}
      </Button>
    </div>
  );
}

/** What a trend covers. */
function useCoverageWords(): (trend: TrendAnswer) => readonly string[] {
  const t = useTexts(texts);
  const names = useMemberFieldNames();
  const format = useFormat();
  const { view } = useView();
  return ({ asked, days, points, range, split }) => [
    t.fromTo({ from: format.date(range.from), to: format.date(range.to) }),
    asked.length < days
      ? t.sampled({ asked: format.count(asked.length), days: format.count(days) })
      : t.everyDay({ snapshots: format.count(points.length) }),
    ...(split === null
      ? []
      : [t.splitBy({ field: names[split.field], measure: names[answeredMeasure(view.measure)] })]),
  ];
}

/** What the sums of a split trend leave out; null: nothing. */
function useOthersSaid(): (split: TrendAnswer['split']) => string | null {
  const t = useTexts(texts);
  const { count } = useFormat();
  return (split) => {
    if (split === null || split.others === 0) return null;
    return (split.isWhole ? t.othersInTable : t.ofTheseAlone)({ count: count(split.others) });
  };
}

/** What the trend covers, and what it does not. */
function Notes({ trend }: { readonly trend: TrendAnswer }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { asked, missing, failed, split } = trend;
  const coverage = useCoverageWords()(trend);
  const others = useOthersSaid()(split);
  return (
    <div className={styles.notes}>
      <p className={styles.said}>{coverage.join(' · ')}</p>
      {others !== null && <p className={styles.said}>{others}</p>}
      {missing.length > 0 && (
        <p className={styles.said}>
          {t.missing({ days: format.count(missing.length), all: format.count(asked.length) })}
        </p>
      )}
      {failed > 0 && <p className={styles.said}>{t.failed({ days: format.count(failed) })}</p>}
    </div>
  );
}

/** What it takes to know what lies idle on each day, and the way to it. */
function IdleOffer({ idle, onAgree }: { readonly idle: TrendAnswer['idle']; readonly onAgree: () => void }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const { count } = useFormat();
  if (idle.kind === 'notAsked' || idle.kind === 'asked') return null;
  if (idle.kind !== 'offered') {
    const said = { finding: t.idleFinding, tooMany: t.idleTooMany, unknown: t.idleUnknown }[idle.kind];
    return <p className={styles.said}>{said}</p>;
  }
  return (
    <div role="note" className={styles.action}>
      <span className={styles.said}>
        {t.idleOffer({ days: count(idle.days), requests: count(idle.requests) })}
      </span>
      <Button size="small" onClick={onAgree}>
        {t.readIdle}
      </Button>
    </div>
  );
}

/** Sold and deployed since when: a snapshot each day, as far as the service has them. */
export function Trend() {
  const styles = useStyles();
  const t = useTexts(texts);
  const names = useMemberFieldNames();
  const format = useFormat();
  const { view, show, hrefOf } = useView();
  const coverage = useTexts(coverageTexts);
  const { trend: title } = useTexts(figureTexts);
  const explain = useExplain();
  // A person stops only the present question.
  const question = JSON.stringify([view.filter, view.groupby, view.from, view.to, view.days]);
  const [stopped, setStopped] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly SnapshotDate[]>([]);
  const isStopped = stopped === question;
  const { measure } = view;
  const trend = useTrend(view, isStopped);
  const words = useCoverageWords();
  const othersSaid = useOthersSaid();
  const lines = useMemo(
    () => (trend === null ? [] : linesOf(trend, measure, names, '—')),
    [trend, measure, names],
  );
  const customerOf = (line: number): CustomerTarget | null => {
    const id = trend?.split?.field === 'customerTenantId' ? trend.split.members[line]?.key[0] : null;
    if (id == null) return null;
    const next = withCustomer(view, id);
    return { href: hrefOf(next), open: () => show(next) };
  };
  const choose = (day: SnapshotDate): void =>
    setChosen((before) =>
      before.includes(day) ? before.filter((other) => other !== day) : [...before.slice(-1), day],
    );

  return (
    <section className={styles.root}>
      {view.search !== '' && (
        <div role="note" className={styles.action}>
          <span className={styles.said}>{t.searchNeedsRows}</span>
          <Button size="small" onClick={() => show(withSearch(view, ''))}>
            {t.clearSearch}
          </Button>
        </div>
      )}
      {trend !== null && <RangeChoice trend={trend} />}
      {trend !== null && <IdleOffer idle={trend.idle} onAgree={trend.agree} />}
      {trend !== null && (trend.isFetching || isStopped) && trend.answered < trend.asked.length && (
        <div className={styles.action}>
          {trend.isFetching && (
            <ProgressBar
              className={styles.progress}
              label={t.reading}
              progress={{ value: trend.answered, max: trend.asked.length }}
            />
          )}
          <Button
            size="small"
            onClick={() => {
              setStopped(isStopped ? null : question);
              if (!isStopped) trend.leave();
            }}
          >
            {isStopped ? t.goOn : t.stop}
          </Button>
        </div>
      )}
      <div>
        <ChartFigure
          title={title}
          onAbout={() => explain('trend')}
          picture={
            trend !== null &&
            trend.points.length > 0 &&
            !trend.isFetching && (
              <PictureButton title={title} part={pictureMenu} picture={() => pictureOf(trend)} />
            )
          }
          controls={<MeasureChoice />}
          isBusy={trend === null || trend.isFetching}
          isPrevious={false}
          instead={trend !== null && !trend.isFetching && trend.points.length === 0 ? t.noData : null}
          isFilling
          chart={
            trend === null ? (
              <Placeholder />
            ) : (
              <TrendChart
                trend={trend}
                lines={lines}
                measure={measure}
                chosen={chosen}
                customerOf={customerOf}
                onChoose={choose}
                onRange={(from, to) => show(withRange(view, { from, to }))}
              />
            )
          }
          table={() =>
            trend === null ? (
              <Placeholder />
            ) : (
              <FiguresTable
                label={title}
                columns={[
                  t.date,
                  ...columnsOf(trend.split),
                  ...(trend.split === null
                    ? []
                    : lines.map(({ name }) => t.of({ figure: names[measure], member: name }))),
                  ...(hasOthers(trend.split)
                    ? [
                        t.of({
                          figure: names[measure],
                          member: t.other({ count: format.count(trend.split.others) }),
                        }),
                      ]
                    : []),
                ]}
                rows={tableRows(trend, lines, measure, format)}
                total={null}
                leftOut={null}
              />
            )
          }
        />
      </div>
      <Chosen days={chosen} onClear={() => setChosen([])} />
      {trend !== null && <Notes trend={trend} />}
    </section>
  );

  /** The figures of a day: where not all of it is read, those of the members together. */
  function columnsOf(split: TrendAnswer['split']): readonly string[] {
    const columns = [
      names.licensesSold,
      names.licensesDeployed,
      names.licensesNotDeployed,
      names.utilization,
      ...(isOfPairs(measure) ? [names[measure]] : []),
    ];
    return split === null || split.isWhole ? columns : columns.map((figure) => t.ofThese({ figure }));
  }

  function pictureOf(answer: TrendAnswer): Picture {
    const { asked, missing } = answer;
    const others = othersSaid(answer.split);
    const written = (value: number): string =>
      measure === 'utilization' ? format.percent(value) : format.count(value);
    const [axisFrom = 0] = ticksOf(lines);
    return {
      title: `${title}: ${names[measure]}`,
      lines: [
        [...words(answer), filterWords(printFilter(view.filter), coverage)].join(' · '),
        ...(answer.split === null || answer.split.isWhole || others === null ? [] : [others]),
        ...(axisFrom === 0 ? [] : [t.axisBegins({ value: written(axisFrom) })]),
        ...(missing.length > 0
          ? [t.missing({ days: format.count(missing.length), all: format.count(asked.length) })]
          : []),
      ],
      link: new URL(hrefOf(view), location.href).href,
      drawing: {
        kind: 'lines',
        places: asked.map(format.date),
        ticks: ticksOf(lines).map((value) => ({ value, text: written(value) })),
        lines,
      },
    };
  }
}
