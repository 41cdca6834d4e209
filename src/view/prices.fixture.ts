import type { PriceList } from './prices.ts';

/** A list of one price. */
export const PRICE_LIST: PriceList = {
  id: '1',
  currency: 'EUR',
  source: 'prices.csv',
  basis: ['ERP Price', 'P1Y'],
  changed: '2026-11-28',
  of: [['a', 48_333]],
};
