import { useMemo } from 'react';
import { PRICE_UNITS } from '#view/prices.ts';
import { useLocalization } from './language.ts';

/** Writes amounts, in `PRICE_UNITS`, in a currency as a locale does. */
export type Money = {
  /** With the currency's own decimals: `€4,200.50`. */
  readonly exact: (units: number) => string;
  /** Large amounts without decimals: `€4,200`. */
  readonly round: (units: number) => string;
};

/** From so many currency units on, decimals only stand in the way. */
const LARGE = 1_000;

/** @param currency three letters of ISO 4217 */
export function moneyFor(locale: string, currency: string): Money {
  const exact = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const whole = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 });
  return {
    exact: (units) => exact.format(units / PRICE_UNITS),
    round: (units) => (units >= LARGE * PRICE_UNITS ? whole : exact).format(units / PRICE_UNITS),
  };
}

export function useMoney(currency: string): Money {
  const { locale } = useLocalization();
  return useMemo(() => moneyFor(locale, currency), [locale, currency]);
}
