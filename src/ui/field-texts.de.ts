import type { Translation } from './catalogue.ts';
import type { fieldTexts } from './field-texts.ts';

export const messages: Translation<typeof fieldTexts> = {
  customer: 'Kunde',
  nameOfCustomer: 'Kundenname',
  customerName: 'Kunde',
  customerTenantId: 'Mandanten-ID des Kunden',
  productName: 'Produkt',
  productId: 'Produkt-ID',
  serviceName: 'Dienst',
  serviceCode: 'Dienstcode',
  channel: 'Kanal',
  licensesDeployed: 'Bereitgestellt',
  licensesSold: 'Verkauft',
  licensesNotDeployed: 'Nicht bereitgestellt',
  utilization: 'Auslastung',
  idle: 'Ungenutzt',
  short: 'Fehlend',
  idleValue: 'Wert ungenutzt',
  processedDateTime: 'Momentaufnahme',
};
