import { useEffect, useMemo } from 'react';
import { conditionsOf, tenantsIn } from '#partner-center/filter/conditions.ts';
import { useCustomerNames } from '#query/use-customer-names.ts';
import { useGroupingNames } from '#ui/field-names.ts';
import { fieldTexts } from '#ui/field-texts.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useView } from '#view/use-view.ts';
import { texts } from './texts.ts';
import { viewTitle } from './view-title.ts';

/** Makes the tab's title, and so the browser's history, say what is shown, followed by the page's own name. */
export function useTitle(productName: string): void {
  const t = useTexts(texts);
  const fieldNames = useTexts(fieldTexts);
  const format = useFormat();
  const groupingNames = useGroupingNames();
  const { view } = useView();
  const tenants = useMemo(() => tenantsIn(conditionsOf(view.filter)), [view.filter]);
  const customerName = useCustomerNames(view, tenants);
  const said = viewTitle(view, { t, fieldNames, groupingNames, format, customerName });
  const title = said === '' ? productName : `${said} · ${productName}`;
  // React does not draw the title.
  useEffect(() => {
    document.title = title;
    return () => {
      document.title = productName;
    };
  }, [title, productName]);
}
