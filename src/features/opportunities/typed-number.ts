import { ARABIC_DECIMAL, latinFigures } from '#ui/latin-figures.ts';
import { wholeNumberIn } from '#ui/whole-number.ts';

/** The number of licenses that a person typed; null where the text is no number from 0 to `most`. */
export function licensesIn(text: string, most: number, locale: string): number | null {
  const number = wholeNumberIn(text, locale);
  return number === null || number > most ? null : number;
}

/**
 * The percentage that a person typed, with or without its sign and with at most three decimals, which follow a point or
 * the decimal mark of the locale; null where the text is no number from 0 to `most`.
 */
export function percentIn(text: string, most: number, locale: string): number | null {
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
  const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  const bare = latinFigures(text).replace(/[%\s]+$/u, '');
  const at = Math.max(...['.', decimal, ARABIC_DECIMAL].map((mark) => bare.lastIndexOf(mark)));
  const whole = wholeNumberIn(at < 0 ? bare : bare.slice(0, at), locale);
  const decimals = at < 0 ? '' : bare.slice(at + 1);
  if (whole === null || !/^\d{0,3}$/u.test(decimals)) return null;
  const number = Number(`${whole}.${decimals}`);
  return number > most ? null : number;
}
