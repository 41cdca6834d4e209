import type { ComponentProps } from 'react';
import { useAnomaliesToExport } from '#features/anomalies/anomalies-to-export.ts';
import { ExportMenu } from '#features/export/export-menu.tsx';
import { useRowsToExport } from '#features/export/rows-to-export.ts';
import { useTrendToExport } from '#features/trend/trend-to-export.ts';
import { useView } from '#view/use-view.ts';

type Props = Omit<ComponentProps<typeof ExportMenu>, 'exported'>;

function RowsMenu(props: Props) {
  return <ExportMenu {...props} exported={useRowsToExport()} />;
}

function AnomaliesMenu(props: Props) {
  return <ExportMenu {...props} exported={useAnomaliesToExport()} />;
}

function TrendMenu(props: Props) {
  return <ExportMenu {...props} exported={useTrendToExport()} />;
}

/** The formats in which the view can be exported: the days of a trend, anomalies, otherwise rows. */
export function ExportMenuOfView(props: Props) {
  const { view } = useView().view;
  if (view === 'trend') return <TrendMenu {...props} />;
  return view === 'anomalies' ? <AnomaliesMenu {...props} /> : <RowsMenu {...props} />;
}
