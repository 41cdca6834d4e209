import { useQueryClient } from '@tanstack/react-query';
import type { Page, PageQuestion, PageSortKey, Totals } from '#engine/engine.ts';
import { addCondition } from '#partner-center/filter/conditions.ts';
import { printView } from '#view/address.ts';
import { withCustomers, withFilter } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { queryOf, type Asking } from './asking.ts';
import { useSource } from './source.ts';
import { useAnswering } from './use-license-deployment.ts';

/** Customers of the current view that are next to each other in an order of all its customers. */
export type CustomersInOrder = {
  readonly sort: readonly PageSortKey[];
  /** The number of customers before them. */
  readonly place: number;
  readonly count: number;
  /** Tells whether a customer is one of them. */
  readonly has: (customer: Totals) => boolean;
};

/** At most so many customers are named in the filter: a longer list is not readable. */
const NAMED = 20;

/**
 * Are these customers few enough to filter by them? The endpoint compares for equality only, so there is no filter for
 * a range of a figure: few customers are named one by one, and for more of them the rows are only sorted.
 */
export function isFilterable({ count }: Pick<CustomersInOrder, 'count'>): boolean {
  return count <= NAMED;
}

/** The tenants of these customers in an answer; null where the answer does not have exactly these customers. */
export function tenantsOf(
  { rows }: Pick<Page, 'rows'>,
  { has, count }: CustomersInOrder,
): readonly string[] | null {
  const tenants = rows.filter(has).flatMap(({ customerTenantId }) => customerTenantId ?? []);
  return tenants.length === count ? tenants : null;
}

/**
 * Leads to some customers: each row becomes a customer, in the given order, and where the customers are few, only they
 * are left.
 */
export function useShowCustomers(): (customers: CustomersInOrder) => void {
  const { view, show } = useView();
  const { accountId } = useSource();
  const client = useQueryClient();
  const { answering } = useAnswering(view, view.filter);
  return (customers) => {
    const { sort, place, count } = customers;
    const inOrder = withCustomers(view, sort, place);
    if (answering === null || !isFilterable(customers)) {
      show(inOrder);
      return;
    }
    const question: PageQuestion = {
      groupby: ['customerTenantId'],
      sort,
      offset: place,
      // Rows without a tenant belong to no customer. They are one group, which may stand among these customers or
      // before them.
      limit: count + 1,
      readAll: true,
    };
    const asking: Asking<Page> = {
      question: ['rows', question.groupby, question],
      ask: ({ engine, rows, snapshot }, options) => engine.page(rows, snapshot, question, options),
    };
    void client
      .query(queryOf(accountId, answering, asking))
      .then(
        (page) => tenantsOf(page, customers),
        () => null,
      )
      .then((tenants) => {
        const named =
          tenants &&
          withFilter(
            withCustomers(view, sort),
            addCondition(view.filter, {
              kind: 'members',
              field: 'customerTenantId',
              operator: 'is',
              values: tenants,
            }),
          );
        // A person who has gone on to another view meanwhile stays there.
        show((current) => (printView(current) === printView(view) ? (named ?? inOrder) : current));
      });
  };
}
