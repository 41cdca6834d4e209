import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvBytes, csvLine, type CsvCell, type Separator } from './csv.ts';

/** The cells of one line, read by the rules of RFC 4180; null for a cell without quotes and without text. */
function read(line: string, separator: Separator): (string | null)[] {
  const cells: (string | null)[] = [];
  let at = 0;
  for (;;) {
    if (line[at] === '"') {
      let text = '';
      at += 1;
      for (; ; at += 1) {
        if (line[at] === '"' && line[at + 1] === '"') at += 1;
        else if (line[at] === '"') break;
        text += line[at] ?? '';
      }
      at += 1;
      cells.push(text);
    } else {
      const ends = [line.indexOf(separator, at), line.indexOf('\r\n', at)].filter((end) => end !== -1);
      const end = Math.min(...ends);
      cells.push(end === at ? null : line.slice(at, end));
      at = end;
    }
    if (line.startsWith('\r\n', at)) {
      expect(at + 2).toBe(line.length);
      return cells;
    }
    expect(line[at]).toBe(separator);
    at += 1;
  }
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '=1+1',
    '-5',
    '+1',
    '@x',
    '\ta',
    '\ra',
    'a"b',
    'a,b',
    'a;b',
    'a\tb',
    'a\nb',
    ' a ',
    '',
    "'=1",
  ),
);

test('cells come back as they were, but that no text begins a formula', () => {
  const anyCell: fc.Arbitrary<CsvCell> = fc.oneof(anyText, fc.integer(), fc.constant(null));
  fc.assert(
    fc.property(
      fc.array(anyCell, { minLength: 1 }),
      fc.constantFrom<Separator>(',', ';', '\t'),
      (cells, separator) => {
        const found = read(csvLine(cells, separator), separator);
        expect(found).toEqual(
          cells.map((cell) => {
            if (cell === null || typeof cell === 'number') return cell === null ? null : String(cell);
            return /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
          }),
        );
      },
    ),
  );
});

test('the bytes of many rows are those of their lines, whatever the row before had', () => {
  const few = fc.constantFrom<CsvCell>('a', 'é', '=a', '"', '', 'x'.repeat(600), null, 0, -0, -1.5, 2 ** 31);
  const anyCell = fc.oneof(few, anyText, fc.integer(), fc.double(), fc.maxSafeInteger());
  const anySeparator = fc.constantFrom<Separator>(',', ';', '\t');
  fc.assert(
    fc.property(fc.array(fc.tuple(anyCell, anyCell)), anySeparator, (rows, separator) => {
      const lines = rows.map((row) => csvLine(row, separator)).join('');
      expect(csvBytes(rows, separator)).toEqual(new TextEncoder().encode(lines));
    }),
    { numRuns: 1_000 },
  );
});

test('numbers are plain, negative ones too, and no value is told from the empty text', () => {
  expect(csvLine([-1234, 0.5, 1e6, null, ''])).toBe('-1234,0.5,1000000,,""\r\n');
  expect(csvLine(['=cmd()', 'a;b', '-5'], ';')).toBe(`'=cmd();"a;b";'-5\r\n`);
});
