import type { Translation } from './catalogue.ts';
import type { figureTexts } from './figure-texts.ts';

export const messages: Translation<typeof figureTexts> = {
  totalSold: 'Verkaufte Lizenzen',
  totalDeployed: 'Bereitgestellte Lizenzen',
  totalNotDeployed: 'Nicht bereitgestellt',
  totalUtilization: 'Auslastung',
  customers: 'Kunden',
  deployedVersusSold: 'Bereitgestellt und verkauft',
  utilizationOverCustomers: 'Auslastung nach Kunden',
  idleLicenses: 'Wo Lizenzen ungenutzt sind',
  trend: 'Verlauf',
  movers: 'Was sich geändert hat',
};
