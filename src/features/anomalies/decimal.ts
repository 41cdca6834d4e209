import { useLocalization } from '#ui/language.ts';

/** Writes numbers with one decimal at most. */
export type Decimal = {
  readonly plain: (value: number) => string;
  /** Writes a number with its sign. */
  readonly change: (value: number) => string;
};

/** Writes numbers as the locale does, with one decimal at most. */
export function useDecimal(): Decimal {
  const { locale } = useLocalization();
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const change = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  return {
    plain: (value) => plain.format(value),
    change: (value) => change.format(value).replace('-', '−'),
  };
}
