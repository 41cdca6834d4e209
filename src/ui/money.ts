import { useMemo } from 'react';
import { useLocalization } from './language.ts';

/** Writes amounts of a currency as a locale does. */
export type Money = {
  /** Writes an amount with the currency's own decimals: `€4,200.50`. */
  readonly exact: (amount: number) => string;
  /** Writes large amounts without decimals: `€4,200`. */
  readonly round: (amount: number) => string;
  /** In little room: `€4.2K`. */
  readonly compact: (amount: number) => string;
};

/** For so many currency units or more, decimals do not help. */
const LARGE = 1_000;

/** @param currency three letters of ISO 4217 */
export function moneyFor(locale: string, currency: string): Money {
  const exact = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const compact = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
    minimumFractionDigits: 0,
  });
  const whole = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 });
  return {
    exact: (amount) => exact.format(amount),
    compact: (amount) => compact.format(amount),
    round: (amount) => (amount >= LARGE ? whole : exact).format(amount),
  };
}

export function useMoney(currency: string): Money {
  const { locale } = useLocalization();
  return useMemo(() => moneyFor(locale, currency), [locale, currency]);
}
