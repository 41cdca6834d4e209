import { latinFigures } from './latin-figures.ts';

/** Characters that replace a space, or are one, between thousands: `12 345`, `12’345`. */
const SPACES_AND_APOSTROPHES = /[\s'’_]/u;

/**
 * The whole number that a person typed as their locale writes it, with or without separators between thousands; null
 * where the text is none: `1.5` is one and a half in one language, and no number in the others.
 *
 * @param locale a BCP 47 tag
 */
export function wholeNumberIn(text: string, locale: string): number | null {
  const format = new Intl.NumberFormat(locale);
  const parts = format.formatToParts(1_234_567.5);
  const group = parts.find(({ type }) => type === 'group')?.value;
  const groups = latinFigures(text)
    .trim()
    .split(group === undefined ? SPACES_AND_APOSTROPHES : separators(group));
  const [first = '', ...others] = groups;
  if (!/^\d+$/u.test(first)) return null;
  // India writes 12,34,567: groups of two digits, but three at the end.
  const isGrouped = others.every((digits, at) =>
    (at < others.length - 1 ? /^\d{2,3}$/u : /^\d{3}$/u).test(digits),
  );
  if (others.length > 0 && (!isGrouped || first.length > 3)) return null;
  const number = Number(groups.join(''));
  return Number.isSafeInteger(number) ? number : null;
}

function separators(group: string): RegExp {
  return new RegExp(`${SPACES_AND_APOSTROPHES.source}|${group.replace('.', '\\.')}`, 'u');
}
