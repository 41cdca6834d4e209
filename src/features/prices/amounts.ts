/** The mark before the decimals in a file's numbers. */
export type DecimalMark = '.' | ',';

/** What some numbers tell about how the file writes decimals. */
export type DecimalEvidence = {
  /** Some numbers can only be read with a point before the decimals. */
  readonly point: boolean;
  /** Some numbers can only be read with a comma before the decimals. */
  readonly comma: boolean;
  /** Some numbers have another value with a point than with a comma: `1,234`. */
  readonly either: boolean;
};

export const NO_EVIDENCE: DecimalEvidence = { point: false, comma: false, either: false };

/** A currency before a number or behind it: `€`, `EUR`, `US$`. */
const CURRENCY = /^\s*\p{L}{0,3}\p{Sc}?\s*|\s*\p{Sc}?\p{L}{0,3}\s*$/gu;

/** Characters that may stand between thousands besides points and commas. */
const SPACES_AND_APOSTROPHES = /[\s'’]/gu;

const PLAIN = /^-?[\d.,]*\d[\d.,]*$/u;

/** The digits of a number with its points and commas; null where the text is not a number. */
function figuresOf(text: string): string | null {
  const figures = text.replaceAll(CURRENCY, '').replaceAll(SPACES_AND_APOSTROPHES, '').replace('\u2212', '-');
  return PLAIN.test(figures) ? figures : null;
}

/** What a number tells about how a file writes its decimals. */
export function evidenceOf(text: string): DecimalEvidence {
  const figures = figuresOf(text);
  if (figures === null) return NO_EVIDENCE;
  const [points, commas] = [figures.split('.').length - 1, figures.split(',').length - 1];
  if (points > 0 && commas > 0) {
    const isPoint = figures.lastIndexOf('.') > figures.lastIndexOf(',');
    return { point: isPoint, comma: !isPoint, either: false };
  }
  if (points + commas === 0) return NO_EVIDENCE;
  const mark = points > 0 ? '.' : ',';
  // A mark that occurs twice stands between thousands.
  if (points + commas > 1) return { point: mark === ',', comma: mark === '.', either: false };
  const [whole = '', decimals = ''] = figures.split(mark);
  const mayBeThousands = decimals.length === 3 && /^-?[1-9]\d{0,2}$/u.test(whole);
  if (mayBeThousands) return { point: false, comma: false, either: true };
  return { point: mark === '.', comma: mark === ',', either: false };
}

export function bothEvidence(a: DecimalEvidence, b: DecimalEvidence): DecimalEvidence {
  return { point: a.point || b.point, comma: a.comma || b.comma, either: a.either || b.either };
}

/** The number that a text stands for, with this mark before its decimals; null where it stands for none. */
export function amountIn(text: string, mark: DecimalMark): number | null {
  const figures = figuresOf(text);
  if (figures === null) return null;
  const [whole = '', decimals = '', ...more] = figures.split(mark);
  if (more.length > 0 || /[.,]/u.test(decimals)) return null;
  const [first = '', ...thousands] = whole.split(mark === '.' ? ',' : '.');
  if (
    thousands.length > 0 &&
    (thousands.some((digits) => digits.length !== 3) || !/^-?\d{1,3}$/u.test(first))
  )
    return null;
  const amount = Number(`${first}${thousands.join('')}.${decimals === '' ? '0' : decimals}`);
  return Number.isFinite(amount) ? amount : null;
}
