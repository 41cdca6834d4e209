import type { DeploymentRow, Page } from '#engine/engine.ts';
import { FIRST_OF_LIST } from '#query/asking.ts';
import type { Asked } from '#query/use-license-deployment.ts';
import { writtenCoverage } from '#query/written-coverage.ts';
import { ChartFigure } from '#ui/chart-figure.tsx';
import type { CustomerTarget } from '#ui/customer-link.tsx';
import { FiguresTable } from '#ui/figures-table.tsx';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/language.ts';
import { coverageLine, coverageTexts } from '#ui/picture/coverage-lines.ts';
import { PictureButton } from '#ui/picture/picture-button.tsx';
import { Placeholder } from '#ui/placeholder.tsx';
import { answeredGroupby } from '#view/answered.ts';
import { withCustomer, withFilter } from '#view/transitions.ts';
import { useExplain } from '#view/use-explain.ts';
import { useView } from '#view/use-view.ts';
import { heldBy } from './held.ts';
import { narrowedTo } from './narrow.ts';
import { namesOf, paretoBars } from './pareto.ts';
import { ParetoChart, type ParetoChartBar } from './pareto-chart.tsx';
import { pictureMenu } from './picture-part.ts';
import { texts } from './texts.ts';

/** The first of the idle as bars, with the share that they hold together. */
export function WhereIdle({ asked }: { readonly asked: Asked<Page> }) {
  const t = useTexts(texts);
  const format = useFormat();
  const { view, show, hrefOf } = useView();
  const coverage = useTexts(coverageTexts);
  const explain = useExplain();
  const groupby = answeredGroupby(view);
  const { data, isPrevious, error } = asked;
  const held = data && heldBy(data, FIRST_OF_LIST);
  const bars =
    data === undefined || held == null ? null : barsOf(data, held.kind === 'held' ? held.whole : null);
  const shareOf = (share: number | null): string => (share === null ? '—' : format.percent(share));

  return (
    <ChartFigure
      title={t.chart}
      onAbout={() => explain('idleLicenses')}
      isBusy={isPrevious || (data === undefined && error === null)}
      isPrevious={isPrevious}
      picture={
        data !== undefined &&
        bars !== null &&
        bars.length > 0 &&
        !isPrevious && (
          <PictureButton
            title={t.chart}
            part={pictureMenu}
            picture={() => ({
              title: t.chart,
              lines: [coverageLine(writtenCoverage(data.coverage, format), coverage)],
              link: new URL(hrefOf(view), location.href).href,
              drawing: {
                kind: 'columns',
                columns: bars.map(({ name, idle }) => ({
                  name,
                  value: idle,
                  text: format.count(idle),
                  look: 'plain',
                })),
                axis: t.idle,
                line: bars.some(({ share }) => share !== null)
                  ? { name: t.cumulative, shares: bars.map(({ share }) => share) }
                  : null,
              },
            })}
          />
        )
      }
      isLow
      instead={insteadOfChart()}
      chart={bars === null ? <Placeholder isLow /> : <ParetoChart bars={bars} />}
      table={() =>
        data === undefined || bars === null ? (
          <Placeholder isLow />
        ) : (
          <FiguresTable
            label={t.chart}
            columns={[t.name, t.idle, t.cumulative]}
            rows={bars.map(({ name, idle, share, row }, index) => ({
              key: String(index),
              name,
              figures: [format.count(idle), shareOf(share)],
              customer: customerOf(row),
            }))}
            total={{
              key: 'total',
              name: t.totalListed(format.count(data.total)),
              figures: [
                format.count(data.addedUp?.idle ?? 0),
                shareOf(held?.kind === 'held' ? (held.whole - held.leftOut) / held.whole : null),
              ],
            }}
            leftOut={null}
          />
        )
      }
    />
  );

  function customerOf({ customerTenantId }: DeploymentRow): CustomerTarget | null {
    if (customerTenantId == null) return null;
    const next = withCustomer(view, customerTenantId);
    return { href: hrefOf(next), open: () => show(next) };
  }

  function barsOf(page: Page, whole: number | null): readonly ParetoChartBar[] {
    const rows = page.rows.slice(0, FIRST_OF_LIST);
    return paretoBars(rows, namesOf(rows, groupby, t.noValue), whole).map((bar) => {
      const narrowed = isPrevious ? null : narrowedTo(view.filter, groupby, bar.row);
      return {
        ...bar,
        isChosen: narrowed?.isChosen ?? false,
        customer: customerOf(bar.row),
        choose: narrowed && (() => show(withFilter(view, narrowed.filter))),
      };
    });
  }

  function insteadOfChart(): string | null {
    if (data === undefined) return error === null ? null : t.failed;
    if (held == null) return t.needsEverything;
    return data.rows.length === 0 ? t.noChart : null;
  }
}
