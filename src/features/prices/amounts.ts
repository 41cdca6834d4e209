/** What stands before the decimals of a file's numbers. */
export type DecimalMark = '.' | ',';

/** What some numbers show of how they are written. */
export type DecimalEvidence = {
  /** Some are only read with a point before their decimals. */
  readonly point: boolean;
  /** Some are only read with a comma. */
  readonly comma: boolean;
  /** Some would be other numbers with the one than with the other: `1,234`. */
  readonly either: boolean;
};

export const NO_EVIDENCE: DecimalEvidence = { point: false, comma: false, either: false };

/** A currency before a number or behind it: `€`, `EUR`, `US$`. */
const CURRENCY = /^\s*\p{L}{0,3}\p{Sc}?\s*|\s*\p{Sc}?\p{L}{0,3}\s*$/gu;

/** What may stand between thousands besides points and commas. */
const SPACES_AND_APOSTROPHES = /[\s'’]/gu;

const PLAIN = /^-?[\d.,]*\d[\d.,]*$/u;

/** The figures of a number with its points and commas; null where it is no number. */
function figuresOf(text: string): string | null {
  const figures = text.replaceAll(CURRENCY, '').replaceAll(SPACES_AND_APOSTROPHES, '').replace('\u2212', '-');
  return PLAIN.test(figures) ? figures : null;
}

/** What a number shows of how a file writes its decimals. */
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
  // What comes twice stands between thousands.
  if (points + commas > 1) return { point: mark === ',', comma: mark === '.', either: false };
  const [whole = '', decimals = ''] = figures.split(mark);
  const mayBeThousands = decimals.length === 3 && /^-?[1-9]\d{0,2}$/u.test(whole);
  if (mayBeThousands) return { point: false, comma: false, either: true };
  return { point: mark === '.', comma: mark === ',', either: false };
}

export function bothEvidence(a: DecimalEvidence, b: DecimalEvidence): DecimalEvidence {
  return { point: a.point || b.point, comma: a.comma || b.comma, either: a.either || b.either };
}

/** The number that a text says with this mark before its decimals; null where it says none. */
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
