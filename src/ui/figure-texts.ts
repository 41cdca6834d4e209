import { defineTexts } from './catalogue.ts';

/** The names of the figures of a view and its charts, wherever they appear. */
export const figureTexts = defineTexts('ui/figure-texts', {
  totalSold: 'Licenses sold',
  totalDeployed: 'Licenses deployed',
  totalNotDeployed: 'Not deployed',
  totalUtilization: 'Utilization',
  customers: 'Customers',
  deployedVersusSold: 'Deployed versus sold',
  utilizationOverCustomers: 'Utilization over customers',
  idleLicenses: 'Where licenses lie idle',
  trend: 'Trend',
  movers: 'What changed',
});
