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
    | 'processedDateTime',
    string
  >
>;

/** Short names: column headers, conditions, pickers. */
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
    processedDateTime: 'Snapshot',
  },
};
