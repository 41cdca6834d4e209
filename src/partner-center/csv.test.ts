import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine, csvLines, type CsvCell, type Separator } from './csv.ts';

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

test('lines are those of their rows, whatever the row before had', () => {
  const anyCell = fc.constantFrom<CsvCell>('a', '=a', '"', '', null, 0, -1.5);
  fc.assert(
    fc.property(fc.array(fc.tuple(anyCell, anyCell)), (rows) => {
      expect(csvLines(rows, ';')).toBe(rows.map((row) => csvLine(row, ';')).join(''));
    }),
  );
});

test('numbers are plain, negative ones too, and no value is told from the empty text', () => {
  expect(csvLine([-1234, 0.5, 1e6, null, ''])).toBe('-1234,0.5,1000000,,""\r\n');
  expect(csvLine(['=cmd()', 'a;b', '-5'], ';')).toBe(`'=cmd();"a;b";'-5\r\n`);
});
