import type { Catalogue } from './language.ts';

type FigureTexts = Readonly<
  Record<
    | 'totalSold'
    | 'totalDeployed'
    | 'totalNotDeployed'
    | 'totalUtilization'
    | 'customers'
    | 'deployedVersusSold'
    | 'utilizationOverCustomers'
    | 'idleLicenses'
    | 'trend'
    | 'movers',
    string
  >
>;

/** The names of the figures of a view and its charts, wherever they appear. */
export const figureTexts: Catalogue<FigureTexts> = {
  en: {
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
  },
};
