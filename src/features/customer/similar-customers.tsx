import { Button } from '#ui/button.tsx';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import type { ReactNode } from 'react';
import type { SimilarCustomers as Similar, Standing, ToRead } from '#engine/engine.ts';
import { utilization } from '#engine/totals.ts';
import { useStanding } from '#query/use-customer.ts';
import { useTexts } from '#ui/catalogue.ts';
import { ChartFigure } from '#ui/chart-figure.tsx';
import { FiguresTable } from '#ui/figures-table.tsx';
import { useFormat, type Format } from '#ui/format.ts';
import { Placeholder } from '#ui/placeholder.tsx';
import { useView } from '#view/use-view.ts';
import { sizeOf, standingSaid, stepNames } from './standing-said.ts';
import { StandingStrip } from './standing-strip.tsx';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: { minInlineSize: 0 },
  said: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  offer: { display: 'flex', flexDirection: 'column', alignItems: 'center', rowGap: '0.5rem' },
});

/** The place of the view's customer among those of similar size, in a sentence and as a strip. */
export function SimilarCustomers() {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { view } = useView();
  const { data, isPrevious, error, offer, load } = useStanding(view);
  const similar = data?.similar ?? null;
  const totals = data?.totals ?? null;
  return (
    // Other customers are not printed, because the paper may be given to this customer.
    <div data-screen className={styles.root}>
      <ChartFigure
        title={t.similar}
        isLow
        isFilling
        isBusy={isPrevious || (data === undefined && error === null)}
        isPrevious={isPrevious}
        instead={insteadOfChart()}
        chart={
          similar === null || totals === null ? (
            <Placeholder isLow />
          ) : (
            <>
              <p className={styles.said}>{standingSaid(similar, t, format)}</p>
              <StandingStrip similar={similar} used={utilization(totals) ?? 0} />
            </>
          )
        }
        table={() =>
          similar === null ? (
            <Placeholder isLow />
          ) : (
            <FiguresTable
              label={t.similar}
              columns={[t.utilization, t.customers]}
              rows={rowsOf(similar, format)}
              total={null}
              leftOut={null}
            />
          )
        }
      />
    </div>
  );

  function rowsOf({ steps }: Similar, { count }: Pick<Format, 'count'>) {
    return stepNames(t, format).flatMap((name, step) => {
      const customers = steps[step] ?? 0;
      return customers === 0 ? [] : [{ key: name, name, figures: [count(customers)] }];
    });
  }

  function needsAll({ rows, requests }: ToRead): ReactNode {
    const written = rows === null ? 'unknown' : format.count(rows);
    return (
      <span className={styles.offer}>
        {t.needsAll({
          customers: written,
          requests: requests === null ? 'unknown' : format.count(requests),
        })}
        <Button size="small" onClick={load}>
          {t.load({ customers: written })}
        </Button>
      </span>
    );
  }

  function insteadOfChart(): ReactNode {
    if (offer !== null) return needsAll(offer);
    if (data === undefined) return error === null ? null : t.failed;
    return insteadOf(data);
  }

  function insteadOf({ totals: own, similar: others }: Standing): string | null {
    // Where the filter leaves no rows of the customer, the list of rows says so.
    if (own === null || others === null) return t.nothingSold;
    return others.customers === 0 ? t.nobody(sizeOf(others, format)) : null;
  }
}
