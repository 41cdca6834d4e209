import type { Catalogue } from './language.ts';

/** The names of a row's fields and figures, wherever they appear. The keys are the endpoint's own names. */
export type FieldTexts = Readonly<
  Record<
    | 'customerName'
    | 'customerTenantId'
    | 'productName'
    | 'productId'
    | 'serviceName'
    | 'serviceCode'
    | 'channel'
    | 'licensesDeployed'
    | 'licensesSold'
    | 'licensesNotDeployed'
    | 'utilization'
    | 'idle'
    | 'short'
    | 'idleValue'
    | 'processedDateTime',
    string
  >
>;

/** The short names of a row's parts: they are column headers. */
export const fieldTexts: Catalogue<FieldTexts> = {
  en: {
    customerName: 'Customer',
    customerTenantId: 'Customer tenant ID',
    productName: 'Product',
    productId: 'Product ID',
    serviceName: 'Service',
    serviceCode: 'Service code',
    channel: 'Channel',
    licensesDeployed: 'Deployed',
    licensesSold: 'Sold',
    licensesNotDeployed: 'Not deployed',
    utilization: 'Utilization',
    idle: 'Idle',
    short: 'Short',
    idleValue: 'Idle value',
    processedDateTime: 'Snapshot',
  },
};

/**
 * The names where a person chooses among the values of a field: the values of the tenant are customers, shown by their
 * names.
 */
export const memberFieldTexts: Catalogue<FieldTexts> = {
  en: {
    ...fieldTexts.en,
    customerTenantId: 'Customer',
    customerName: 'Customer name',
  },
};

/** The names of what rows can be grouped by: `customer` is the tenant with its name. */
export const groupingTexts: Catalogue<FieldTexts & { readonly customer: string }> = {
  en: { customer: 'Customer', ...fieldTexts.en, customerName: 'Customer name' },
};
