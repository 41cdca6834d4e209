import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Drawing, Picture } from './picture.ts';
import { drawSvg, wrapped, xmlText } from './svg.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><x y="',
    "O'Neil & Sons]]>",
    '\u0000\u0007\uD800',
    'شركة الخليج',
  ),
);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyDrawing: fc.Arbitrary<Drawing> = fc.oneof(
  fc.record({
    kind: fc.constant('bars' as const),
    bars: fc.array(
      fc.record({
        name: anyText,
        sold: share,
        deployed: share,
        over: share,
        text: anyText,
        marks: fc.option(fc.record({ sold: fc.option(share), deployed: fc.option(share) })),
      }),
    ),
    legend: fc.record({
      deployed: anyText,
      sold: anyText,
      over: anyText,
      before: fc.option(fc.record({ sold: anyText, deployed: anyText })),
    }),
  }),
  fc.record({
    kind: fc.constant('columns' as const),
    axis: anyText,
    before: fc.option(anyText),
    line: fc.option(fc.record({ name: anyText, shares: fc.array(fc.option(share)), whole: anyText })),
    columns: fc.array(
      fc.record({
        before: fc.option(fc.nat()),
        name: anyText,
        value: fc.nat(),
        text: anyText,
        look: fc.constantFrom('plain' as const, 'full' as const, 'over' as const),
      }),
    ),
  }),
  fc.record({
    kind: fc.constant('lines' as const),
    places: fc.array(anyText),
    ticks: fc.array(fc.record({ value: fc.nat(), text: anyText })),
    lines: fc.array(fc.record({ name: anyText, values: fc.array(fc.option(fc.nat())) })),
  }),
);
const anyPicture: fc.Arbitrary<Picture> = fc.record({
  title: anyText,
  lines: fc.array(anyText, { maxLength: 3 }),
  link: fc.webUrl(),
  drawing: anyDrawing,
});

/**
 * The names of the elements of an XML text, in the order in which they open; throws where the text is not well formed.
 */
function elementsOf(xml: string): readonly string[] {
  const opened: string[] = [];
  const found: string[] = [];
  const token =
    /<(?<close>\/)?(?<name>[a-z]+)(?:\s+[a-zA-Z-]+="[^"<&]*(?:&(?:amp|lt|gt|quot|apos);[^"<&]*)*")*\s*(?<empty>\/)?>|(?<text>(?:[^<&]|&(?:amp|lt|gt|quot|apos);)+)/uy;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const groups = token.exec(xml)?.groups;
    if (groups === undefined) throw new Error(`Not well formed: ${xml.slice(at, at + 60)}`);
    const { close, name, empty } = groups;
    if (name === undefined) continue;
    if (close !== undefined) expect(opened.pop()).toBe(name);
    else {
      found.push(name);
      if (empty === undefined) opened.push(name);
    }
  }
  expect(opened).toEqual([]);
  return found;
}

const DRAWING = ['svg', 'title', 'desc', 'defs', 'pattern', 'rect', 'text', 'path', 'circle', 'g'];

test('whatever names hold, a picture is well formed and has no element but those that draw', () => {
  fc.assert(
    fc.property(anyPicture, fc.constantFrom('ltr' as const, 'rtl' as const), (picture, direction) => {
      const { svg, size } = drawSvg(picture, direction);
      // oxlint-disable-next-line no-control-regex
      expect(svg).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|NaN|Infinity|undefined/u);
      expect(svg.isWellFormed()).toBe(true);
      expect(elementsOf(svg).filter((name) => !DRAWING.includes(name))).toEqual([]);
      expect(size.height).toBeGreaterThan(0);
    }),
  );
});

test('a text comes back from XML as it was', () => {
  expect(xmlText(`a<b> & "c" 'd'`)).toBe('a&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;');
});

test('bars have marks where they were, told apart by where they point from, and the legend says what they are', () => {
  const bar = { name: 'Direct', sold: 0.5, deployed: 0.25, over: 0, text: '' };
  const legend = { deployed: 'Deployed', sold: 'Sold', over: 'Over' };
  const drawn = (marks: { readonly sold: number | null; readonly deployed: number | null } | null): string =>
    drawSvg(
      {
        title: '',
        lines: [],
        link: 'https://page.example/',
        drawing: {
          kind: 'bars',
          bars: [{ ...bar, marks }],
          legend: { ...legend, before: { sold: 'Sold then', deployed: 'Deployed then' } },
        },
      },
      'ltr',
    ).svg;
  expect(drawn({ sold: 0.75, deployed: 0.1 }).match(/l-4 -6h8Z/gu)).toHaveLength(2);
  expect(drawn({ sold: 0.75, deployed: 0.1 }).match(/l-4 6h8Z/gu)).toHaveLength(2);
  expect(drawn({ sold: null, deployed: 0.1 })).not.toContain('Sold then');
  expect(drawn(null)).not.toMatch(/h8Z|Deployed then/u);
});

test('columns have the line of what they add up to, and marks of what they were', () => {
  const columns = [10, 5].map((value) => ({
    name: 'a',
    value,
    text: '',
    look: 'plain' as const,
    before: 20,
  }));
  const { svg } = drawSvg(
    {
      title: '',
      lines: [],
      link: 'https://page.example/',
      drawing: {
        kind: 'columns',
        axis: 'Idle',
        columns,
        before: 'Then',
        line: { name: 'Share up to here', shares: [0.5, 1], whole: '100%' },
      },
    },
    'ltr',
  );
  // The second dot is at the top, which stands for the whole.
  const dots = [...svg.matchAll(/<circle cx="[^"]*" cy="(?<y>[^"]*)"/gu)].map(({ groups }) =>
    Number(groups?.['y']),
  );
  const [, ground = 0] = /M32 (\d+)H928" stroke="#616161"/u.exec(svg)?.map(Number) ?? [];
  expect(dots).toEqual([ground - 138, ground - 276]);
  expect(svg).toContain('Share up to here');
  expect(svg.match(/stroke-width="3"/gu)).toHaveLength(3);
});

test('a day without data is a gap', () => {
  const { svg } = drawSvg(
    {
      title: 'Trend',
      lines: [],
      link: 'https://page.example/',
      drawing: {
        kind: 'lines',
        places: ['1', '2', '3', '4'],
        ticks: [
          { value: 0, text: '0' },
          { value: 10, text: '10' },
        ],
        lines: [{ name: 'Sold', values: [1, 2, null, 4] }],
      },
    },
    'ltr',
  );
  const [path = ''] = /d="M[^"]*" fill="none"/u.exec(svg) ?? [];
  expect(path.match(/M/gu)).toHaveLength(2);
  expect(path.match(/L/gu)).toHaveLength(1);
});

test('what is said above a picture is broken between words, and cut where it has no end', () => {
  expect(wrapped('short')).toEqual(['short']);
  const words = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');
  const lines = wrapped(words);
  expect(lines.join(' ')).toBe(words);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(115);
  expect(wrapped(Array.from({ length: 1000 }, () => 'word').join(' '))).toHaveLength(6);
  expect(wrapped('x'.repeat(1000))).toEqual([`${'x'.repeat(114)}…`]);
});

test('a text without spaces is broken too, and what is wide takes twice the room', () => {
  const lines = wrapped('漢字、'.repeat(40));
  expect(lines.join('')).toBe('漢字、'.repeat(40));
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(57);
  expect(lines.some((line) => line.startsWith('、'))).toBe(false);
  expect(wrapped(`${'x'.repeat(113)}漢漢`)).toEqual([`${'x'.repeat(113)}漢`, '漢']);
});

test('from right to left a picture is mirrored, but no text in it, and a name keeps its own direction', () => {
  const picture: Picture = {
    title: 'العنوان',
    lines: [],
    link: 'https://page.example/',
    drawing: {
      kind: 'bars',
      bars: [{ name: 'Contoso (Ltd.)', sold: 1, deployed: 0.5, over: 0, text: '1 / 2' }],
      legend: { deployed: 'a', sold: 'b', over: 'c' },
    },
  };
  const { svg } = drawSvg(picture, 'rtl');
  expect(svg).toContain('direction="rtl"');
  expect(svg).toMatch(/<text x="928"[^>]*text-anchor="start"[^>]*>\u2068Contoso \(Ltd\.\)\u2069<\/text>/u);
  expect(svg.match(/<g transform="matrix\(-1 0 0 1 960 0\)"><rect/gu)).toHaveLength(4);
  expect(drawSvg(picture, 'ltr').svg).not.toContain('<g');
});
