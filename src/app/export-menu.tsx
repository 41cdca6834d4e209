import type { ComponentProps } from 'react';
import { useAnomaliesToExport } from '#features/anomalies/anomalies-to-export.ts';
import { ExportMenu } from '#features/export/export-menu.tsx';
import { useRowsToExport } from '#features/export/rows-to-export.ts';
import { useTrendToExport } from '#features/trend/trend-to-export.ts';
import { useCustomer } from '#query/use-customer.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useView } from '#view/use-view.ts';
import { texts } from './texts.ts';

type Props = Omit<ComponentProps<typeof ExportMenu>, 'exported' | 'viewName'>;
type NamedProps = Props & { readonly viewName: string };

function RowsMenu(props: NamedProps) {
  return <ExportMenu {...props} exported={useRowsToExport()} />;
}

function AnomaliesMenu(props: NamedProps) {
  return <ExportMenu {...props} exported={useAnomaliesToExport()} />;
}

/** The rows of one customer are by product, so that the customer is added to them. */
function CustomerMenu(props: Props) {
  const { view } = useView();
  const { tenantId, name } = useCustomer(view);
  const exported = useRowsToExport({ customerTenantId: tenantId, customerName: name });
  return <ExportMenu {...props} viewName={name ?? tenantId} exported={exported} />;
}

function TrendMenu(props: NamedProps) {
  return <ExportMenu {...props} exported={useTrendToExport()} />;
}

/** The formats in which the view can be exported: the days of a trend, anomalies, otherwise rows. */
export function ExportMenuOfView(props: Props) {
  const t = useTexts(texts);
  const { view } = useView().view;
  if (view === 'customer') return <CustomerMenu {...props} />;
  const named = { ...props, viewName: t.viewNames[view] };
  if (view === 'trend') return <TrendMenu {...named} />;
  return view === 'anomalies' ? <AnomaliesMenu {...named} /> : <RowsMenu {...named} />;
}
