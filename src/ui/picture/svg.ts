import type { Localization } from '#ui/language.ts';
import { columnsOf, WIDE } from '#ui/wide-characters.ts';
import type { Drawing, Picture, PictureBar } from './picture.ts';

// The widths of the picture and its parts, in its own units, which are pixels where it is not scaled.
const WIDTH = 960;
const MARGIN = 32;
const INNER = WIDTH - 2 * MARGIN;
const LINE = 18;

// The colours are those of the light theme: a picture is mostly put on paper, or on a slide.
const INK = '#242424';
const QUIET = '#616161';
const HAIRLINE = '#d1d1d1';
const DEPLOYED = '#0f6cbd';
const SOLD = '#e6e6e6';
const OVER = '#da3b01';
const PLAIN = '#707070';
const SHARES = '#8764b8';
const LINES = ['#424242', '#0f6cbd', '#da3b01', '#107c41', '#8764b8', '#986f0b'] as const;
// Lines also differ by their dashes, because colour alone must not distinguish them.
const DASHES = ['', '7 4', '2 3', '10 3 2 3', '4 2', '1 3'] as const;

// The characters that XML 1.0 cannot hold.
// oxlint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A text in the form for XML, for an element or an attribute. A character that XML cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(NOT_XML, '\uFFFD')
    .replaceAll(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A text that is cut off where it takes the room of so many digits. */
function cut(text: string, most: number): string {
  const each = Array.from(characters.segment(text), ({ segment }) => segment);
  const roomOf = (segment: string): number => (columnsOf(segment) > segment.length ? 2 : 1);
  if (each.reduce((sum, segment) => sum + roomOf(segment), 0) <= most) return text;
  let room = most - 1;
  const end = each.findIndex((segment) => (room -= roomOf(segment)) < 0);
  return `${each.slice(0, end).join('')}…`;
}

/** A name keeps its own direction, and does not change the order of what is beside it. */
const isolated = (name: string): string => `\u2068${name}\u2069`;
const leftToRight = (text: string): string => `\u2066${text}\u2069`;

type Look = {
  readonly size?: number;
  readonly colour?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
};

type Text = { readonly x: number; readonly y: number; readonly content: string; readonly look: Look };

const text = (x: number, y: number, content: string, look: Look = {}): Text => ({ x, y, content, look });

/** A part of a picture: a shape in SVG, or a text. */
type Part = string | Text;

/** A part in SVG. From right to left, a picture is its own mirror image, but for its texts. */
function written(part: Part, direction: Localization['direction']): string {
  const isMirrored = direction === 'rtl';
  if (typeof part === 'string')
    return isMirrored ? `<g transform="matrix(-1 0 0 1 ${WIDTH} 0)">${part}</g>` : part;
  const { size = 13, colour = INK, anchor = 'start', bold = false } = part.look;
  const weight = bold ? ' font-weight="600"' : '';
  const x = isMirrored ? WIDTH - part.x : part.x;
  return `<text x="${round(x)}" y="${round(part.y)}" font-size="${size}" fill="${colour}" text-anchor="${anchor}"${weight}>${xmlText(part.content)}</text>`;
}

function rect(x: number, y: number, width: number, height: number, attributes: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(0, width))}" height="${round(Math.max(0, height))}" ${attributes}/>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

type Drawn = { readonly parts: readonly Part[]; readonly height: number };

/** An arrow that points at a place, from above or from below. */
function arrow(x: number, tip: number, from: 'above' | 'below'): string {
  const end = from === 'above' ? -6 : 6;
  return `<path d="M${round(x)} ${round(tip)}l-4 ${end}h8Z" fill="${INK}"/>`;
}

const NAMES = 260;
/** The least room for the figures. */
const FIGURES = 230;
/** The room of a digit. */
const DIGIT = 6.6;
const ROW = 28;

function drawBar(
  { name, sold, deployed, over, marks = null, text: figures }: PictureBar,
  y: number,
  room: number,
): readonly Part[] {
  const from = MARGIN + NAMES;
  const top = y + 7;
  return [
    text(MARGIN, y + 19, isolated(cut(name, 38))),
    ...(sold > 0 ? [rect(from, top, sold * room, 14, `fill="${SOLD}" stroke="${QUIET}"`)] : []),
    ...(deployed > 0 ? [rect(from, top, deployed * room, 14, `fill="${DEPLOYED}"`)] : []),
    ...(over > 0
      ? [rect(from + sold * room, top, over * room, 14, `fill="url(#over)" stroke="${OVER}"`)]
      : []),
    // As on the page, the earlier sold is shown from above, and the earlier deployed from below.
    ...(marks?.sold == null ? [] : [arrow(from + marks.sold * room, top, 'above')]),
    ...(marks?.deployed == null ? [] : [arrow(from + marks.deployed * room, top + 14, 'below')]),
    text(from + Math.max(sold + over, marks?.sold ?? 0, marks?.deployed ?? 0) * room + 8, y + 19, figures, {
      colour: QUIET,
    }),
  ];
}

function drawBars({ bars, legend }: Extract<Drawing, { kind: 'bars' }>, y: number): Drawn {
  const hasOver = bars.some(({ over }) => over > 0);
  const room =
    INNER - NAMES - Math.max(FIGURES, 8 + DIGIT * Math.max(0, ...bars.map((bar) => columnsOf(bar.text))));
  const marks = [
    { name: legend.deployed, fill: DEPLOYED, edge: DEPLOYED },
    { name: legend.sold, fill: SOLD, edge: QUIET },
    ...(hasOver ? [{ name: legend.over, fill: 'url(#over)', edge: OVER }] : []),
  ];
  const below = y + bars.length * ROW + 12;
  const before = legend.before ?? null;
  // Signs that do not occur are not explained.
  const arrows =
    before === null
      ? []
      : (['sold', 'deployed'] as const).filter((end) => bars.some(({ marks }) => marks?.[end] != null));
  const beside = below + 22;
  return {
    parts: [
      ...bars.flatMap((bar, index) => drawBar(bar, y + index * ROW, room)),
      ...marks.flatMap(({ name, fill, edge }, index) => [
        rect(MARGIN + index * 200, below, 18, 12, `fill="${fill}" stroke="${edge}"`),
        text(MARGIN + 26 + index * 200, below + 11, name, { colour: QUIET }),
      ]),
      ...arrows.flatMap((end, index) => [
        arrow(MARGIN + 9 + index * 400, beside + 6, end === 'sold' ? 'above' : 'below'),
        text(MARGIN + 26 + index * 400, beside + 11, before?.[end] ?? '', { colour: QUIET }),
      ]),
    ],
    height: bars.length * ROW + 36 + (arrows.length > 0 ? 22 : 0),
  };
}

const PLOT = 300;
const COLUMN_LOOKS = {
  plain: `fill="${PLAIN}"`,
  full: `fill="${DEPLOYED}"`,
  over: `fill="url(#over)" stroke="${OVER}"`,
} as const;

/** The line over some columns, with a dot at each, and the scale of its shares. */
function drawShares(
  { shares, whole }: { readonly shares: readonly (number | null)[]; readonly whole: string },
  y: number,
  step: number,
): readonly Part[] {
  const top = y + 24;
  const points = shares.flatMap((share, index) =>
    share === null
      ? []
      : [{ x: round(MARGIN + (index + 0.5) * step), y: round(y + PLOT - share * (PLOT - 24)), index }],
  );
  const path = points
    .map(({ x, y: height, index }, each) =>
      points[each - 1]?.index === index - 1 ? `L${x} ${height}` : `M${x} ${height}`,
    )
    .join('');
  return [
    `<path d="M${MARGIN} ${top}H${WIDTH - MARGIN}" stroke="${HAIRLINE}"/>`,
    text(WIDTH - MARGIN, top - 6, whole, { anchor: 'end', size: 12, colour: SHARES }),
    `<path d="${path}" fill="none" stroke="${SHARES}" stroke-width="2"/>`,
    ...points.map(({ x, y: height }) => `<circle cx="${x}" cy="${height}" r="3" fill="${SHARES}"/>`),
  ];
}

function drawColumns(
  { columns, axis, before = null, line = null }: Extract<Drawing, { kind: 'columns' }>,
  y: number,
): Drawn {
  const highest = Math.max(1, ...columns.flatMap(({ value, before: was }) => [value, was ?? 0]));
  const step = INNER / Math.max(1, columns.length);
  const width = Math.min(72, step * 0.8);
  const ground = y + PLOT;
  const most = Math.max(4, Math.floor(step / 7));
  const heightOf = (value: number): number => (Math.max(0, value) / highest) * (PLOT - 24);
  const mark = (x: number, at: number, length: number): string =>
    `<path d="M${round(x)} ${round(at)}h${round(length)}" stroke="${INK}" stroke-width="3"/>`;
  const isMarked = before !== null && columns.some(({ before: was }) => was != null);
  const foot = ground + 62;
  return {
    parts: [
      ...columns.flatMap(({ name, value, text: figure, look, before: was }, index) => {
        const middle = MARGIN + (index + 0.5) * step;
        const height = heightOf(value);
        // The figure stands above the mark where the mark is higher.
        const above = Math.max(height, isMarked && was != null ? heightOf(was) : 0);
        return [
          rect(middle - width / 2, ground - height, width, height, COLUMN_LOOKS[look]),
          ...(isMarked && was != null
            ? [mark(middle - width / 2 - 3, ground - heightOf(was), width + 6)]
            : []),
          text(middle, ground - above - 6, figure, { anchor: 'middle', size: 12 }),
          text(middle, ground + 18, isolated(cut(name, most)), { anchor: 'middle', size: 12 }),
        ];
      }),
      `<path d="M${MARGIN} ${ground}H${WIDTH - MARGIN}" stroke="${QUIET}"/>`,
      text(WIDTH / 2, ground + 40, axis, { anchor: 'middle', colour: QUIET }),
      ...(line === null
        ? []
        : [
            ...drawShares(line, y, step),
            `<path d="M${MARGIN} ${foot - 4}h28" stroke="${SHARES}" stroke-width="2"/>`,
            text(MARGIN + 36, foot, line.name, { colour: QUIET }),
          ]),
      ...(isMarked
        ? [mark(MARGIN + 400, foot - 4, 28), text(MARGIN + 436, foot, before, { colour: QUIET })]
        : []),
    ],
    height: PLOT + 48 + (line !== null || isMarked ? 22 : 0),
  };
}

/** With so many places there is room for the longest name of a place. */
const MOST_PLACES = 8;

function drawLines({ places, ticks, lines }: Extract<Drawing, { kind: 'lines' }>, y: number): Drawn {
  const left = MARGIN + 64;
  const right = WIDTH - MARGIN - 8;
  const least = ticks[0]?.value ?? 0;
  const most = ticks.at(-1)?.value ?? 1;
  const xOf = (index: number): number =>
    places.length < 2 ? (left + right) / 2 : left + (index / (places.length - 1)) * (right - left);
  const yOf = (value: number): number => y + PLOT - ((value - least) / (most - least || 1)) * (PLOT - 16);
  const every = Math.max(1, Math.ceil(places.length / MOST_PLACES));
  return {
    parts: [
      ...ticks.flatMap(({ value, text: written }) => [
        `<path d="M${left} ${round(yOf(value))}H${right}" stroke="${HAIRLINE}"/>`,
        text(left - 8, yOf(value) + 4, written, { anchor: 'end', colour: QUIET, size: 12 }),
      ]),
      ...places.flatMap((place, index) =>
        index % every === 0
          ? [text(xOf(index), y + PLOT + 20, place, { anchor: 'middle', colour: QUIET, size: 12 })]
          : [],
      ),
      ...lines.flatMap(({ values }, at) => {
        const colour = LINES[at % LINES.length] ?? INK;
        const points = values.flatMap((value, index) =>
          value === null ? [] : [{ index, x: round(xOf(index)), y: round(yOf(value)) }],
        );
        // A day without data is a gap in the line.
        const path = points
          .map(({ index, x, y: height }, each) =>
            points[each - 1]?.index === index - 1 ? `L${x} ${height}` : `M${x} ${height}`,
          )
          .join('');
        return [
          `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${DASHES[at % DASHES.length] ?? ''}"/>`,
          ...points.map(({ x, y: height }) => `<circle cx="${x}" cy="${height}" r="3" fill="${colour}"/>`),
        ];
      }),
      ...lines.flatMap(({ name }, at) => {
        const x = MARGIN + (at % 3) * (INNER / 3);
        const top = y + PLOT + 44 + Math.floor(at / 3) * 22;
        const colour = LINES[at % LINES.length] ?? INK;
        return [
          `<path d="M${round(x)} ${top - 4}h28" stroke="${colour}" stroke-width="2" stroke-dasharray="${DASHES[at % DASHES.length] ?? ''}"/>`,
          text(x + 36, top, isolated(cut(name, 34)), { colour: QUIET }),
        ];
      }),
    ],
    height: PLOT + 44 + Math.ceil(lines.length / 3) * 22,
  };
}

function draw(drawing: Drawing, y: number): Drawn {
  switch (drawing.kind) {
    case 'bars':
      return drawBars(drawing, y);
    case 'columns':
      return drawColumns(drawing, y);
    case 'lines':
      return drawLines(drawing, y);
  }
}

const LINK_CHARACTERS = 140;
const LINK_LINES = 3;

/** A link, broken into lines that fit; the rest is only in the description of the picture. */
function linkLines(link: string): readonly string[] {
  const pieces = Array.from({ length: Math.ceil(link.length / LINK_CHARACTERS) }, (_, index) =>
    link.slice(index * LINK_CHARACTERS, (index + 1) * LINK_CHARACTERS),
  );
  return pieces.length <= LINK_LINES ? pieces : [...pieces.slice(0, LINK_LINES - 1), '…'];
}

const LINE_CHARACTERS = 115;
/** A line can end after a wide character, unless a mark follows it that no line begins with. */
const BREAK = new RegExp(`(?<=${WIDE})(?![、。）」』ー])`, 'u');
const MOST_LINES = 6;

/**
 * A text, broken into lines that fit, between words where it has any; what does not fit on the last line is left out.
 */
export function wrapped(content: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const words = content
    .split(' ')
    .flatMap((word) => word.split(BREAK).map((part, index) => ({ part, space: index === 0 ? ' ' : '' })));
  for (const { part, space } of words) {
    const next = line === '' ? part : `${line}${space}${part}`;
    if (line !== '' && columnsOf(next) > LINE_CHARACTERS) {
      lines.push(line);
      line = part;
    } else line = next;
  }
  lines.push(line);
  const shown = lines.slice(0, MOST_LINES).map((each) => cut(each, LINE_CHARACTERS));
  return lines.length > MOST_LINES ? [...shown.slice(0, -1), '…'] : shown;
}

/** The size of a picture, in its own units. */
export type Size = { readonly width: number; readonly height: number };

/**
 * Draws a picture as an SVG that depends on nothing else: it has its own colours, uses installed fonts, and has no
 * scripts and no styles. From right to left it is mirrored as a page is.
 */
export function drawSvg(
  { title, lines, link, drawing }: Picture,
  direction: Localization['direction'],
): { readonly svg: string; readonly size: Size } {
  const above = lines.flatMap(wrapped);
  const top = 72 + above.length * LINE;
  const { parts, height } = draw(drawing, top);
  const foot = linkLines(link);
  const size: Size = { width: WIDTH, height: top + height + 24 + foot.length * 15 };
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="'Segoe UI', system-ui, -apple-system, Roboto, Arial, sans-serif" direction="${direction}" role="img">`,
    `<title>${xmlText(title)}</title>`,
    `<desc>${xmlText([...lines, link].join('\n'))}</desc>`,
    `<defs><pattern id="over" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#ffffff"/><rect width="3" height="6" fill="${OVER}"/></pattern></defs>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    ...[
      text(MARGIN, 44, cut(title, 80), { size: 22, bold: true }),
      ...above.map((line, index) => text(MARGIN, 68 + index * LINE, line, { colour: QUIET })),
      ...parts,
      ...foot.map((line, index) =>
        text(MARGIN, top + height + 16 + index * 15, leftToRight(line), { size: 11, colour: QUIET }),
      ),
    ].map((part) => written(part, direction)),
    '</svg>',
  ].join('\n');
  return { svg: `${svg}\n`, size };
}
