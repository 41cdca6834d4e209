import { defineTexts } from './catalogue.ts';

/**
 * The short names of a row's fields and figures, wherever they appear: they are column headers. The keys are the
 * endpoint's own names, but for `customer`, which is the tenant with its name, and `nameOfCustomer`, which is the name
 * where that is there too.
 */
export const fieldTexts = defineTexts('ui/field-texts', {
  customer: 'Customer',
  nameOfCustomer: 'Customer name',
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
});
