import { Button } from '#ui/button.tsx';
import { makeStyles } from '@griffel/react';
import { useState, type ReactNode } from 'react';
import type { ToRead } from '#engine/engine.ts';
import { FIELDS, type Field } from '#partner-center/fields.ts';
import { setMember } from '#partner-center/filter/conditions.ts';
import { chartMeasure } from '#view/answered.ts';
import { CHARTED, CHARTED_OPENED } from '#query/asking.ts';
import { useAskAhead } from '#query/use-ask-ahead.ts';
import { useChartBefore } from '#query/use-comparison.ts';
import { useChartGroups, useLicenseDeployment } from '#query/use-license-deployment.ts';
import { writtenCoverage } from '#query/written-coverage.ts';
import { changeTexts } from '#ui/change-texts.ts';
import { useMemberFieldNames } from '#ui/field-names.ts';
import type { CustomerTarget } from '#ui/customer-link.tsx';
import { figureTexts } from '#ui/figure-texts.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { coverageLine } from '#ui/picture/coverage-lines.ts';
import { coverageTexts } from '#ui/picture/coverage-texts.ts';
import { PictureButton } from '#ui/picture/picture-button.tsx';
import { goToRows } from '#ui/rows-place.ts';
import { groupbyFor } from '#view/grouping.ts';
import {
  withChart,
  withCustomer,
  withFilter,
  withGroupby,
  withMeasure,
  withSort,
} from '#view/transitions.ts';
import { useExplain } from '#view/use-explain.ts';
import { useView } from '#view/use-view.ts';
import { effectiveChart, isOfPairs, MEASURES, ROW_MEASURES, type View } from '#view/view.ts';
import { BarLegend } from './bar-legend.tsx';
import { BarList, type BarListProps } from './bar-list.tsx';
import { barRows } from './bars.ts';
import { ChartFigure } from '#ui/chart-figure.tsx';
import { Choice } from './choice.tsx';
import { FiguresTable } from '#ui/figures-table.tsx';
import { Placeholder } from '#ui/placeholder.tsx';
import { pictureMenu } from './picture-part.ts';
import { barsDrawing } from './pictures.ts';

import { standings } from './standing.ts';
import { memberNames, spokenLabel } from './labels.ts';
import { memberTable } from './table-rows.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  offer: { display: 'flex', flexDirection: 'column', alignItems: 'center', rowGap: '0.5rem' },
  fewer: { alignSelf: 'start', marginBlockStart: '0.25rem' },
});

/**
 * The page's main chart: the largest members of a field, deployed within sold, and the sum of all others. A click on a
 * member filters by it, and a second click takes that back. A click with Ctrl or Shift adds the member to the chosen
 * ones. The chosen members come first; the others stay in sight.
 */
export function DeployedVersusSold() {
  const styles = useStyles();
  const t = useTexts(texts);
  const { deployedVersusSold: title } = useTexts(figureTexts);
  const changes = useTexts(changeTexts);
  const names = useMemberFieldNames();
  const format = useFormat();
  const { view, show, hrefOf } = useView();
  const coverage = useTexts(coverageTexts);
  const explain = useExplain();
  const askAhead = useAskAhead();
  const field = effectiveChart(view);
  const measure = chartMeasure(view);
  // The field that shows more bars than the first ones. The view does not say how much of a chart is in sight.
  const [opened, setOpened] = useState<Field | null>(null);
  const isOpened = opened === field;
  const asked = useChartGroups(view, isOpened ? CHARTED_OPENED : CHARTED);
  const { data, isPrevious, isPartial, error, offer } = asked;
  // The summary counts the same rows, by the same engine.
  const summary = useLicenseDeployment(view);
  const compared = useChartBefore(view, { data, isPrevious, isPartial });
  const chosen = (value: string, adds = false): View =>
    withFilter(view, setMember(view.filter, field, value, { adds }));

  // A name can stand for several tenants; a tenant is one customer.
  const customerOf = (value: string): CustomerTarget | null => {
    if (field !== 'customerTenantId') return null;
    const next = withCustomer(view, value);
    return { href: hrefOf(next), open: () => show(next) };
  };

  const rows = data && barRows(data, measure, compared?.before);
  const named = data === undefined ? [] : [...data.counted.top, ...(data.leftOut?.top ?? [])];
  const standingOf = standings(view.filter, field);
  const isEmpty = data !== undefined && data.counted.total.groups + (data.leftOut?.total.groups ?? 0) === 0;
  const isUnknown = data === undefined || (isPartial && error !== null);

  return (
    <ChartFigure
      title={title}
      onAbout={() => explain('deployedVersusSold')}
      controls={
        <>
          <Choice
            label={t.showBy}
            value={field}
            options={FIELDS}
            names={names}
            onChoose={(next) => show(withChart(view, next))}
          />
          <Choice
            label={t.rankBy}
            value={measure}
            options={view.compare === null ? MEASURES : ROW_MEASURES}
            names={names}
            onChoose={(next) => show(withMeasure(view, next))}
          />
        </>
      }
      picture={
        rows !== undefined &&
        summary.data !== undefined &&
        !summary.isPrevious &&
        !isPrevious &&
        !isPartial && (
          <PictureButton
            title={title}
            part={pictureMenu}
            picture={() => ({
              title: `${title}: ${names[field]}`,
              lines:
                summary.data === undefined
                  ? []
                  : [
                      coverageLine(writtenCoverage(summary.data.coverage, format), coverage),
                      ...(rows.scale === 'ownSold' ? [t.toOwnSold] : []),
                    ],
              link: new URL(hrefOf(view), location.href).href,
              drawing: barsDrawing(
                rows,
                memberNames(named, t),
                measure,
                t,
                names,
                format,
                compared && format.date(compared.date),
              ),
            })}
          />
        )
      }
      isBusy={isPrevious || isPartial || (data === undefined && error === null)}
      isPrevious={isPrevious || isPartial}
      instead={insteadOfChart()}
      chart={
        rows === undefined ? (
          <Placeholder ofRows />
        ) : (
          <>
            <BarList
              rows={rows}
              measure={measure}
              nameOf={memberNames(named, t)}
              wordsBefore={wordsBefore}
              standingOf={standingOf}
              // The bars may answer an earlier question, about another field.
              onNear={(value) => {
                if (!isPrevious) void askAhead(chosen(value), 'background');
              }}
              onChoose={(value, { adds }) => {
                if (!isPrevious) show(chosen(value, adds));
              }}
              customerOf={customerOf}
              isOpened={isOpened}
              onOther={onOther(isOpened, rows.leftOut !== null)}
            />
            {isOpened && (
              <Button
                className={styles.fewer}
                appearance="subtle"
                size="small"
                onClick={() => setOpened(null)}
              >
                {t.fewerBars}
              </Button>
            )}
            <BarLegend
              rows={rows}
              before={compared && format.date(compared.date)}
              hasLeftOut={
                rows.members.some(({ value }) => standingOf(value) === 'leftOut') ||
                (data?.leftOut?.total.groups ?? 0) > 0
              }
            />
          </>
        )
      }
      table={() =>
        data === undefined || isPartial ? (
          <Placeholder ofRows />
        ) : (
          <FiguresTable
            label={title}
            columns={[
              names[field],
              names.licensesSold,
              names.licensesDeployed,
              names.licensesNotDeployed,
              names.utilization,
              ...(isOfPairs(measure) ? [names[measure]] : []),
              ...(compared === null ? [] : [changes.before, changes.change]),
            ]}
            {...memberTable(data, t, format, { measure, before: compared?.before ?? null }, customerOf)}
          />
        )
      }
    />
  );

  /** What has to be read for ranking by this figure, and the button for it. */
  function needsAll({ rows, requests }: ToRead): ReactNode {
    const known = rows === null || requests === null ? 'no' : 'yes';
    return (
      <span className={styles.offer}>
        {t.needsAll({ known, figure: names[measure], rows: rows ?? 0, requests: requests ?? 0 })}
        <Button size="small" onClick={asked.load}>
          {t.loadAll({ known: rows === null ? 'no' : 'yes', rows: rows ?? 0 })}
        </Button>
      </span>
    );
  }

  /** The figures of a member on the day that is compared with. */
  function wordsBefore(value: string | null): string {
    if (compared === null) return '';
    const before = compared.before.counted.member(value);
    if (before === undefined) return '';
    const date = format.date(compared.date);
    return before === null
      ? t.notThereOn({ date })
      : t.onDay({ date, figures: spokenLabel(before, measure, t, format) });
  }

  /** What a click on the sum of the others does: it shows more bars first, and then all members as rows. */
  function onOther(hasMore: boolean, hasChoice: boolean): BarListProps['onOther'] {
    if (isPrevious) return null;
    if (!hasMore) return { open: () => setOpened(field), nameOf: t.openOther };
    // The rows do not have the members that the choice leaves out.
    if (hasChoice) return null;
    return {
      open: () => {
        show(withSort(withGroupby(view, groupbyFor(field)), [{ field: measure, descending: true }]));
        goToRows();
      },
      nameOf: t.showAllInRows,
    };
  }

  function insteadOfChart(): ReactNode {
    if (offer !== null) return needsAll(offer);
    if (isUnknown) return error === null ? null : t.failed;
    // The rows' place already says what a person can do, so it is not repeated here.
    return isEmpty ? t.noLicenses : null;
  }
}
