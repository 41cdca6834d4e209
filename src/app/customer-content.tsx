import { makeStyles } from '@griffel/react';
import type { ComponentProps } from 'react';
import { SimilarCustomers } from '#features/customer/similar-customers.tsx';
import { TenantLine } from '#features/customer/tenant-line.tsx';
import { UnknownCustomer } from '#features/customer/unknown-customer.tsx';
import { CustomerFigures } from '#features/figures/customer-figures.tsx';
import { useCustomer } from '#query/use-customer.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useView } from '#view/use-view.ts';
import { Guard, Place } from './place.tsx';
import { texts } from './texts.ts';
import { trend } from './views.ts';

const useStyles = makeStyles({
  charts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
    gap: '1rem',
    '@media (max-width: 64em)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media print': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  chartPlace: { minHeight: '26.25rem', minWidth: 0, '@media print': { minHeight: 0 } },
  answer: { display: 'flex', flexDirection: 'column', gap: '1rem' },
});

/** The name of the view's customer. */
export function CustomerName() {
  const { view } = useView();
  const { name, tenantId } = useCustomer(view);
  return <bdi>{name ?? tenantId}</bdi>;
}

/** What is said first of one customer: who it is, and its figures. */
export function CustomerAnswer({ changeOf }: Pick<ComponentProps<typeof CustomerFigures>, 'changeOf'>) {
  const styles = useStyles();
  const { view } = useView();
  const { isUnknown } = useCustomer(view);
  if (isUnknown) return <UnknownCustomer />;
  return (
    <div className={styles.answer}>
      <Guard>
        <TenantLine />
        <CustomerFigures changeOf={changeOf} />
      </Guard>
    </div>
  );
}

/** The trend of one customer, and its place among others. */
export function CustomerCharts() {
  const styles = useStyles();
  const t = useTexts(texts);
  return (
    <section aria-label={t.charts} className={styles.charts}>
      <Place className={styles.chartPlace} part={trend}>
        {({ Trend }) => <Trend />}
      </Place>
      <Guard>
        <SimilarCustomers />
      </Guard>
    </section>
  );
}
