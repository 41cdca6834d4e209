import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useMemo } from 'react';
import { useFigureChanges } from '#query/use-comparison.ts';
import { useLicenseDeployment } from '#query/use-license-deployment.ts';
import { writtenCoverage } from '#query/written-coverage.ts';
import { changeTexts } from '#ui/change-texts.ts';
import { fieldTexts } from '#ui/field-texts.ts';
import { figureTexts } from '#ui/figure-texts.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useExplain } from '#view/use-explain.ts';
import { useMatches } from '#ui/use-matches.ts';
import { useView } from '#view/use-view.ts';
import { distributionOf, distributionWords } from './bands.ts';
import { BandHistogram } from './band-histogram.tsx';
import { ChartFigure } from '#ui/chart-figure.tsx';
import { FiguresTable } from '#ui/figures-table.tsx';
import { coverageLine } from '#ui/picture/coverage-lines.ts';
import { coverageTexts } from '#ui/picture/coverage-texts.ts';
import { PictureButton } from '#ui/picture/picture-button.tsx';
import { Placeholder } from '#ui/placeholder.tsx';
import { pictureMenu } from './picture-part.ts';
import { bandsDrawing } from './pictures.ts';

import { bandTable } from './table-rows.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  words: {
    margin: 0,
    minBlockSize: `calc(2 * ${tokens.lineHeightBase200})`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
});

// At these widths a twelfth of the chart is less than 24 pixels, too little to be pressed by a finger: on a small
// phone, and beside the main chart in a window that has just enough room for both. See `main` and `charts` in
// `dashboard.tsx`.
const IS_NARROW = '(max-width: 23.5em), (64.01em <= width <= 67.5em)';

/**
 * How the view's customers are distributed over utilization: which pay for idle licenses, and which have too many
 * deployed.
 */
export function UtilizationDistribution() {
  const styles = useStyles();
  const t = useTexts(texts);
  const { utilizationOverCustomers: title, customers } = useTexts(figureTexts);
  const changes = useTexts(changeTexts);
  const names = useTexts(fieldTexts);
  const format = useFormat();
  const { view, hrefOf } = useView();
  const coverage = useTexts(coverageTexts);
  const explain = useExplain();
  const { data, isPrevious, error } = useLicenseDeployment(view);
  const isNarrow = useMatches(IS_NARROW);
  const distribution = useMemo(
    () => data && distributionOf(data, t, format, isNarrow),
    [data, t, format, isNarrow],
  );
  const { figures } = useFigureChanges(view);
  const summaryBefore = figures !== null && figures.after === data ? figures.before : null;
  const before = useMemo(
    () => summaryBefore && distributionOf(summaryBefore, t, format, isNarrow),
    [summaryBefore, t, format, isNarrow],
  );
  const day = summaryBefore && format.date(summaryBefore.coverage.snapshot.date);

  return (
    <ChartFigure
      title={title}
      onAbout={() => explain('utilizationOverCustomers')}
      picture={
        distribution !== undefined &&
        data !== undefined &&
        !isPrevious &&
        data.customers > 0 && (
          <PictureButton
            title={title}
            part={pictureMenu}
            picture={() => ({
              title,
              lines: [
                coverageLine(writtenCoverage(data.coverage, format), coverage),
                distributionWords(distribution, t),
              ],
              link: new URL(hrefOf(view), location.href).href,
              drawing: bandsDrawing(
                distribution,
                t,
                format,
                before && { bands: before.bands, day: t.customersBefore({ date: day ?? '' }) },
              ),
            })}
          />
        )
      }
      isBusy={isPrevious || (data === undefined && error === null)}
      isPrevious={isPrevious}
      instead={insteadOfChart()}
      isFilling
      chart={
        distribution === undefined ? (
          <Placeholder />
        ) : (
          <>
            <p className={styles.words}>{distributionWords(distribution, t)}</p>
            <BandHistogram bands={distribution.bands} before={before?.bands ?? null} day={day} />
          </>
        )
      }
      table={() =>
        distribution === undefined ? (
          <Placeholder />
        ) : (
          <FiguresTable
            label={title}
            columns={[
              names.utilization,
              customers,
              names.licensesSold,
              names.licensesDeployed,
              names.licensesNotDeployed,
              ...(before === null ? [] : [changes.before, changes.change]),
            ]}
            {...bandTable(distribution, t, format, before)}
          />
        )
      }
    />
  );

  function insteadOfChart(): string | null {
    if (data === undefined) return error === null ? null : t.failed;
    // The rows' place already says what a person can do, so it is not repeated here.
    return data.customers > 0 ? null : t.noCustomers;
  }
}
