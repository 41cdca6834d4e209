import type { Catalogue } from './language.ts';

/** What the fields and figures of a row are called, wherever they appear. Keys are the endpoint's own names. */
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

/** Short names of what a row has: column headers. */
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

/** The same where one chooses among the values of a field: those of the tenant are the customers, shown by their names. */
export const memberFieldTexts: Catalogue<FieldTexts> = {
  en: {
    ...fieldTexts.en,
    customerTenantId: 'Customer',
    customerName: 'Customer name',
  },
};

/** What rows can be grouped by: `customer` is the tenant with its name. */
export const groupingTexts: Catalogue<FieldTexts & { readonly customer: string }> = {
  en: { customer: 'Customer', ...fieldTexts.en, customerName: 'Customer name' },
};
