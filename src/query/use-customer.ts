import type { Standing, ToRead } from '#engine/engine.ts';
import { filterOf } from '#partner-center/filter/conditions.ts';
import { withoutCustomers } from '#view/customer-scope.ts';
import type { View } from '#view/view.ts';
import { askingForNames, askingForStanding } from './asking.ts';
import { NOBODY, useAgreement, useAnswer, useAnswering, type Asked } from './use-license-deployment.ts';

/** The parts of a view that say which customer it is about: `customerTenantId` is null for all customers. */
export type CustomerView = Pick<View, 'filter' | 'processedDateTime' | 'customerTenantId'>;

/** The filter that lets one customer through. */
function filterOfCustomer(customerTenantId: string): View['filter'] {
  return filterOf([
    { kind: 'members', field: 'customerTenantId', operator: 'is', values: [customerTenantId] },
  ]);
}

/** The customer that a view is about. */
export type KnownCustomer = {
  /** The id as the data writes it, once it is known. */
  readonly tenantId: string;
  /** The name; null where the customer has no name, or none is known yet. */
  readonly name: string | null;
  /** The snapshot has no row of this customer, whatever the view filters by. */
  readonly isUnknown: boolean;
};

/** The customer that a view is about. Nothing is asked for a view of all customers. */
export function useCustomer({ processedDateTime, customerTenantId }: CustomerView): KnownCustomer {
  const id = customerTenantId ?? '';
  const filter = filterOfCustomer(id);
  const found = useAnswering({ processedDateTime, filter, search: '' }, filter);
  const toAnswer = customerTenantId === null ? NOBODY : found;
  // The title asks the same question, see `useCustomerNames`: both share one answer.
  const { data, isPrevious } = useAnswer(toAnswer, askingForNames());
  const known = isPrevious ? undefined : data;
  const [member] = known?.members ?? [];
  return {
    tenantId: member?.value ?? id,
    name: member?.label ?? null,
    isUnknown: known !== undefined && known.total === 0,
  };
}

/** The place of the view's customer, and the reading of all customers where the person has to agree to it. */
export type AskedStanding = Asked<Standing> & {
  /** What has to be read from the service; null where nothing more is needed. */
  readonly offer: ToRead | null;
  /** Agrees to the offer. */
  readonly load: () => void;
};

/**
 * The place of the view's customer among those of similar size. All rows count that the rest of the filter lets
 * through.
 */
export function useStanding(view: CustomerView): AskedStanding {
  const id = view.customerTenantId ?? '';
  const filter = withoutCustomers(view.filter);
  const toAnswer = useAnswering({ processedDateTime: view.processedDateTime, filter, search: '' }, filter);
  const agreement = useAgreement(toAnswer.answering, ['standing']);
  const asked = useAnswer(toAnswer, askingForStanding(id, agreement.isGiven));
  return { ...asked, offer: asked.isPrevious ? null : (asked.data?.toRead ?? null), load: agreement.give };
}
