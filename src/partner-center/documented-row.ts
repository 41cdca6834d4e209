/** The row of the example on the endpoint's page, "Get licenses deployment information": for tests. */
export const DOCUMENTED_ROW = {
  processedDateTime: '2018-10-02T00:00:00',
  serviceCode: 'o365',
  serviceName: 'Microsoft Office 365',
  channel: 'reseller',
  customerTenantId: '4F9D7DF5-8EBD-4973-B221-013976C1078A',
  customerName: 'LARACHOTEST123',
  productId: 'D42C793F-6C78-4F43-92CA-E8F6A02B035F',
  productName: 'SKYPE FOR BUSINESS ONLINE (PLAN 2)',
  licensesDeployed: 0,
  licensesSold: 2,
} as const;
