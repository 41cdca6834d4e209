import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import type { DeploymentRow, Page, Totals } from '#engine/engine.ts';
import { idleValueOf, NO_LICENSES } from '#engine/totals.ts';
import { FIRST_OF_LIST } from '#query/asking.ts';
import { usePriceList } from '#query/prices.ts';
import { useFirstByValue } from '#query/use-first-by-value.ts';
import type { Asked } from '#query/use-license-deployment.ts';
import { writtenCoverage } from '#query/written-coverage.ts';
import { useTexts } from '#ui/catalogue.ts';
import { ChartFigure } from '#ui/chart-figure.tsx';
import type { CustomerTarget } from '#ui/customer-link.tsx';
import { figureTexts } from '#ui/figure-texts.ts';
import { FiguresTable, type FiguresTableRow } from '#ui/figures-table.tsx';
import { useFormat } from '#ui/format.ts';
import { useMoney } from '#ui/money.ts';
import { writtenPricedShare } from '#ui/priced-share.ts';
import { coverageLine } from '#ui/picture/coverage-lines.ts';
import { coverageTexts } from '#ui/picture/coverage-texts.ts';
import { PictureButton } from '#ui/picture/picture-button.tsx';
import { Placeholder } from '#ui/placeholder.tsx';
import { answeredGroupby } from '#view/answered.ts';
import { PRICE_UNITS } from '#view/prices.ts';
import { withCustomer, withFilter } from '#view/transitions.ts';
import { useExplain } from '#view/use-explain.ts';
import { useView } from '#view/use-view.ts';
import { heldBy, type Held } from './held.ts';
import { narrowedTo } from './narrow.ts';
import { namesOf, paretoBars } from './pareto.ts';
import { ParetoChart, type ParetoChartBar } from './pareto-chart.tsx';
import { pictureMenu } from './picture-part.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  coverage: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** What the bars are of, and how it is written. */
type Drawn = {
  readonly page: Page;
  readonly amountOf: (totals: Totals) => number;
  /** What all rows of the view have; null: the groups have no share in it. */
  readonly whole: number | null;
  readonly name: string;
  readonly written: (amount: number) => string;
  readonly said: (amount: number) => string;
  readonly axis: (amount: number) => string;
  /** What it rests on, where that has to be said. */
  readonly coverage: string | null;
};

/** The first of the idle as bars, with the share that they hold together: by what they are worth, where that is known. */
export function WhereIdle({ asked }: { readonly asked: Asked<Page> }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { view, show, hrefOf } = useView();
  const coverage = useTexts(coverageTexts);
  const { idleLicenses: title } = useTexts(figureTexts);
  const explain = useExplain();
  const groupby = answeredGroupby(view);
  const prices = usePriceList() ?? null;
  // Without prices nothing is written in a currency.
  const money = useMoney(prices?.currency ?? 'XXX');
  const byValue = useFirstByValue({ ...view, prices });
  const { data, isPrevious, error } = prices === null ? asked : byValue;
  const held = data && heldBy(data, FIRST_OF_LIST);
  const drawn = data === undefined || held == null ? null : drawnOf(data, held);
  const bars = drawn && barsOf(drawn);
  const shareOf = (share: number | null): string => (share === null ? '—' : format.percent(share));

  return (
    <ChartFigure
      title={title}
      onAbout={() => explain(drawn?.coverage == null ? 'idleLicenses' : 'idleValue')}
      isBusy={isPrevious || (data === undefined && error === null)}
      isPrevious={isPrevious}
      picture={
        drawn !== null &&
        bars !== null &&
        bars.length > 0 &&
        !isPrevious && (
          <PictureButton
            title={title}
            part={pictureMenu}
            picture={() => ({
              title,
              lines: [
                coverageLine(writtenCoverage(drawn.page.coverage, format), coverage),
                ...(drawn.coverage === null ? [] : [drawn.coverage]),
              ],
              link: new URL(hrefOf(view), location.href).href,
              drawing: {
                kind: 'columns',
                columns: bars.map(({ name, amount }) => ({
                  name,
                  value: amount,
                  text: drawn.written(amount),
                  look: 'plain',
                })),
                axis: drawn.name,
                line: bars.some(({ share }) => share !== null)
                  ? {
                      name: t.cumulative,
                      shares: bars.map(({ share }) => share),
                      whole: format.plainPercent(100),
                    }
                  : null,
              },
            })}
          />
        )
      }
      isLow
      instead={insteadOfChart()}
      chart={
        bars === null || drawn === null ? (
          <Placeholder isLow />
        ) : (
          <>
            <ParetoChart bars={bars} amount={drawn.name} written={drawn.axis} />
            {drawn.coverage !== null && <p className={styles.coverage}>{drawn.coverage}</p>}
          </>
        )
      }
      table={() =>
        bars === null || drawn === null ? (
          <Placeholder isLow />
        ) : (
          <>
            <FiguresTable
              label={title}
              columns={[t.name, drawn.name, t.cumulative]}
              rows={bars.map(({ name, amount, share, row }, index) => ({
                key: String(index),
                name,
                figures: [drawn.written(amount), shareOf(share)],
                customer: customerOf(row),
              }))}
              total={totalOf(drawn)}
              leftOut={null}
            />
            {drawn.coverage !== null && <p className={styles.coverage}>{drawn.coverage}</p>}
          </>
        )
      }
    />
  );

  function totalOf({ page, amountOf, whole, written }: Drawn): FiguresTableRow {
    const listed = amountOf(page.addedUp ?? NO_LICENSES);
    return {
      key: 'total',
      name: t.totalListed({ listed: format.count(page.total) }),
      figures: [written(listed), shareOf(whole === null || whole === 0 ? null : listed / whole)],
    };
  }

  function customerOf({ customerTenantId }: DeploymentRow): CustomerTarget | null {
    if (customerTenantId == null) return null;
    const next = withCustomer(view, customerTenantId);
    return { href: hrefOf(next), open: () => show(next) };
  }

  /** Idle licenses, or what they are worth where any of them has a price. */
  function drawnOf(page: Page, { kind }: Held): Drawn {
    const totals = page.totals ?? NO_LICENSES;
    const { idle = 0 } = totals;
    const value = prices === null ? null : idleValueOf(totals);
    if (value === null) {
      return {
        page,
        amountOf: (each) => each.idle ?? 0,
        whole: kind === 'held' ? idle : null,
        name: t.idle,
        written: format.count,
        said: (amount) => t.idleCount({ idle: amount }),
        axis: format.compact,
        coverage: null,
      };
    }
    // All of them only where it is all.
    return {
      page,
      amountOf: (each) => (each.idleValue ?? 0) / PRICE_UNITS,
      whole: kind === 'held' ? value / PRICE_UNITS : null,
      name: t.idleValue,
      written: money.round,
      said: (amount) => t.month({ money: money.round(amount) }),
      axis: money.compact,
      coverage: t.priced({ percent: writtenPricedShare(totals, format), idle: format.count(idle) }),
    };
  }

  function barsOf({ page, amountOf, whole, said }: Drawn): readonly ParetoChartBar[] {
    const rows = page.rows.slice(0, FIRST_OF_LIST);
    return paretoBars(rows, namesOf(rows, groupby, t.noValue), amountOf, whole).map((bar) => {
      const narrowed = isPrevious ? null : narrowedTo(view.filter, groupby, bar.row);
      return {
        ...bar,
        said: said(bar.amount),
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
