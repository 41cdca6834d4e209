import { FIELDS } from '#partner-center/fields.ts';
import { setMember } from '#partner-center/filter/conditions.ts';
import { useAskAhead } from '#query/use-ask-ahead.ts';
import { useChartGroups } from '#query/use-license-deployment.ts';
import { fieldTexts } from '#ui/field-texts.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/language.ts';
import { withChart, withFilter, withMeasure } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { effectiveChart, MEASURES, type View } from '#view/view.ts';
import { BarLegend } from './bar-legend.tsx';
import { BarList } from './bar-list.tsx';
import { barRows } from './bars.ts';
import { ChartFigure } from './chart-figure.tsx';
import { Choice } from './choice.tsx';
import { FiguresTable } from './figures-table.tsx';
import { Placeholder } from './placeholder.tsx';
import { standings } from './standing.ts';
import { memberTable } from './table-rows.ts';
import { texts } from './texts.ts';

/**
 * The page's main chart: the largest members of a field, deployed within sold, and all others summed.
 * A click on a member filters by it, a second one takes that back; the others stay in sight.
 */
export function DeployedVersusSold() {
  const t = useTexts(texts);
  const names = useTexts(fieldTexts);
  const format = useFormat();
  const { view, show } = useView();
  const askAhead = useAskAhead();
  const { data, isPrevious, error } = useChartGroups(view);
  const field = effectiveChart(view);
  const chosen = (value: string): View => withFilter(view, setMember(view.filter, field, value));

  const rows = data && barRows(data, view.measure);
  const standingOf = standings(view.filter, field);
  const isEmpty = data?.total.groups === 0;

  return (
    <ChartFigure
      title={t.deployedVersusSold}
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
            value={view.measure}
            options={MEASURES}
            names={names}
            onChoose={(next) => show(withMeasure(view, next))}
          />
        </>
      }
      isBusy={isPrevious || (data === undefined && error === null)}
      isPrevious={isPrevious}
      instead={insteadOfChart()}
      chart={
        rows === undefined ? (
          <Placeholder ofRows />
        ) : (
          <>
            <BarList
              rows={rows}
              measure={view.measure}
              standingOf={standingOf}
              // Bars of an earlier question may be those of another field.
              onNear={(value) => {
                if (!isPrevious) void askAhead(chosen(value), 'background');
              }}
              onChoose={(value) => {
                if (!isPrevious) show(chosen(value));
              }}
            />
            <BarLegend
              rows={rows}
              hasLeftOut={rows.members.some(({ value }) => standingOf(value) === 'leftOut')}
            />
          </>
        )
      }
      table={() =>
        data === undefined ? (
          <Placeholder ofRows />
        ) : (
          <FiguresTable
            label={t.deployedVersusSold}
            columns={[
              names[field],
              names.licensesSold,
              names.licensesDeployed,
              names.licensesNotDeployed,
              names.utilization,
            ]}
            {...memberTable(data, t, format)}
          />
        )
      }
    />
  );

  function insteadOfChart(): string | null {
    if (data === undefined) return error === null ? null : t.failed;
    // What to do is said once, where the rows would be.
    return isEmpty ? t.noLicenses : null;
  }
}
