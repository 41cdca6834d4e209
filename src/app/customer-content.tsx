import { makeStyles } from '@griffel/react';
import type { ComponentProps } from 'react';
import { SimilarCustomers } from '#features/customer/similar-customers.tsx';
import { TenantLine } from '#features/customer/tenant-line.tsx';
import { UnknownCustomer } from '#features/customer/unknown-customer.tsx';
import { CustomerFigures } from '#features/figures/customer-figures.tsx';
import { createPart } from '#query/part.ts';
import { useCustomer } from '#query/use-customer.ts';
import { useTexts } from '#ui/catalogue.ts';
import { ROWS_PLACE } from '#ui/rows-place.ts';
import { useView } from '#view/use-view.ts';
import { Guard, Place } from './place.tsx';
import { texts } from './texts.ts';
import { trend } from './views.ts';

const rows = createPart(() => import('#features/rows/rows.tsx'));

const useStyles = makeStyles({
  charts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
    gap: '1rem',
    '@media (max-width: 64em)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media print': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  chartPlace: { minHeight: '26.25rem', minWidth: 0, '@media print': { minHeight: 0 } },
  rows: { outlineStyle: 'none', scrollMarginBlockStart: '0.5rem' },
  rowsPlace: { minHeight: '20rem', minWidth: 0, '@media print': { minHeight: 0 } },
  content: { display: 'flex', flexDirection: 'column', gap: '1rem' },
});

/** The name of the view's customer. */
export function CustomerName() {
  const { view } = useView();
  const { name, tenantId } = useCustomer(view);
  return <bdi>{name ?? tenantId}</bdi>;
}

/** Everything about one customer: its figures, its trend, its place among others, its products. */
export function CustomerContent({ changeOf }: Pick<ComponentProps<typeof CustomerFigures>, 'changeOf'>) {
  const styles = useStyles();
  const t = useTexts(texts);
  const { view } = useView();
  const { isUnknown } = useCustomer(view);
  if (isUnknown) return <UnknownCustomer />;
  return (
    <div className={styles.content}>
      <Guard>
        <TenantLine />
        <CustomerFigures changeOf={changeOf} />
      </Guard>
      <section aria-label={t.charts} className={styles.charts}>
        <Place className={styles.chartPlace} part={trend}>
          {({ Trend }) => <Trend />}
        </Place>
        <Guard>
          <SimilarCustomers />
        </Guard>
      </section>
      <section id={ROWS_PLACE} tabIndex={-1} aria-label={t.rows} className={styles.rows}>
        <Place className={styles.rowsPlace} part={rows}>
          {({ Rows }) => <Rows />}
        </Place>
      </section>
    </div>
  );
}
