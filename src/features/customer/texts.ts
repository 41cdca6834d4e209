import type { Catalogue } from '#ui/language.ts';

type CustomerTexts = {
  readonly tenant: (tenantId: string) => string;
  readonly unknown: string;
  readonly unknownAdvice: (tenantId: string, date: string | null) => string;
  readonly toOverview: string;
  readonly similar: string;
  readonly usesMore: (below: string, customers: string, size: string) => string;
  readonly usesMoreThanOne: (isMore: boolean, size: string) => string;
  readonly asMany: (same: number, written: string) => string;
  readonly size: (from: string, to: string) => string;
  readonly nobody: (size: string) => string;
  readonly nothingSold: string;
  readonly failed: string;
  readonly axis: string;
  readonly ownPlace: (share: string) => string;
  readonly utilization: string;
  readonly customers: string;
  readonly step: (from: string, to: string) => string;
  readonly exactly: (share: string) => string;
  readonly above: (share: string) => string;
  readonly over: string;
  readonly full: string;
  /** null where the number is not known. */
  readonly needsAll: (customers: string | null, requests: string | null) => string;
  readonly load: (customers: string | null) => string;
};

/** The texts of the view of one customer. */
export const texts: Catalogue<CustomerTexts> = {
  en: {
    tenant: (tenantId) => `Tenant ${tenantId}`,
    unknown: 'No such customer',
    unknownAdvice: (tenantId, date) =>
      `The snapshot${date === null ? '' : ` of ${date}`} has no licenses of the tenant ${tenantId}. Another day may have some.`,
    toOverview: 'Show all customers',
    similar: 'Among customers of similar size',
    usesMore: (below, customers, size) =>
      `Uses more of its licenses than ${below} of ${customers} other customers that have ${size}.`,
    usesMoreThanOne: (isMore, size) =>
      isMore
        ? `Uses more of its licenses than the one other customer that has ${size}.`
        : `Does not use more of its licenses than the one other customer that has ${size}.`,
    asMany: (same, written) => (same === 1 ? 'One uses as much.' : `${written} use as much.`),
    size: (from, to) => (from === to ? `${from} licenses` : `${from} to ${to} licenses`),
    nobody: (size) => `No other customer has ${size}.`,
    nothingSold: 'Nothing is sold to this customer, so there is no utilization to compare.',
    failed: 'Could not be loaded.',
    axis: 'Utilization of the other customers; the arrow is this one',
    ownPlace: (share) => `this customer: ${share}`,
    utilization: 'Utilization',
    customers: 'Customers',
    step: (from, to) => `${from} to ${to}`,
    exactly: (share) => `exactly ${share}`,
    above: (share) => `above ${share}`,
    over: 'over',
    full: '100%',
    needsAll: (customers, requests) =>
      `Where it stands takes ${customers === null ? 'all' : `all ${customers}`} customers` +
      `${requests === null ? '' : `, in ${requests} requests`}.`,
    load: (customers) => (customers === null ? 'Read all customers' : `Read all ${customers} customers`),
  },
};
