import { Button } from '#ui/button.tsx';
import { useSnapshot } from '#query/use-license-deployment.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useFormat } from '#ui/format.ts';
import { InsteadOfList } from '#ui/instead-of-list.tsx';
import { withFilter, withViewName } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { withoutCustomers } from '#view/customer-scope.ts';
import { texts } from './texts.ts';

/** The text where the snapshot has no row of the view's tenant, and what the person can do then. */
export function UnknownCustomer() {
  const t = useTexts(texts);
  const format = useFormat();
  const { view, show } = useView();
  const date = useSnapshot(view).data?.date ?? null;
  return (
    <div role="status">
      <InsteadOfList
        heading={t.unknown}
        text={t.unknownAdvice({
          tenantId: view.customerTenantId ?? '',
          date: date === null ? 'unknown' : format.date(date),
        })}
      >
        <Button
          onClick={() => show(withViewName(withFilter(view, withoutCustomers(view.filter)), 'overview'))}
        >
          {t.toOverview}
        </Button>
      </InsteadOfList>
    </div>
  );
}
