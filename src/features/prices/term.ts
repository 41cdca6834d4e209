// The price of a sheet is for the whole term, however it is billed: Microsoft's own example lists Advanced
// Communications, 12 dollars a month, with `P1Y`, `Annual` and an `ERP Price` of 144
// (https://learn.microsoft.com/partner-center/developer/get-a-price-sheet), and a price with `P1Y` and `Monthly` is
// also divided by 12
// (https://support.appxite.com/hc/en-us/articles/8067548278556-How-the-price-is-calculated-for-Microsoft-NCE-Offer-Annual-P1Y-commitment-with-monthly-billing).

const ISO_DURATION = /^P(?<count>\d{1,3})(?<unit>[MY])$/iu;
// The older lists write `1 Month(s)`, `1 Year(s)`.
const IN_WORDS = /^(?<count>\d{1,3})\s*(?<unit>[my])(?:onth|ear)(?:s|\(s\))?$/iu;
const ONE_WORD: Readonly<Record<string, number>> = {
  month: 1,
  monthly: 1,
  year: 12,
  annual: 12,
  yearly: 12,
  triennial: 36,
};

/**
 * The number of months of a term: `P1M` is 1, `P1Y` is 12; null where the term is no number of months, such as
 * `OneTime`.
 */
export function monthsOf(term: string): number | null {
  const text = term.trim();
  const { count, unit } = (ISO_DURATION.exec(text) ?? IN_WORDS.exec(text))?.groups ?? {};
  if (count === undefined || unit === undefined) return ONE_WORD[text.toLowerCase()] ?? null;
  const months = Number(count) * (unit.toLowerCase() === 'y' ? 12 : 1);
  return months > 0 ? months : null;
}
