import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** In pixels: borders, outlines and gaps that are lines stay thin, however large the text is. */
const HAIRLINE = 3;

/** The lengths in pixels in a source that are more than a line. */
function pixelsIn(source: string): readonly string[] {
  const lengths = source.match(/(?<![\w.$}])\d+(?:\.\d+)?px\b/gu) ?? [];
  return lengths.filter((length) => Number.parseFloat(length) > HAIRLINE);
}

test('tells lengths from lines', () => {
  expect(pixelsIn("padding: '4px 1rem', border: '1px solid', margin: '-12.5px'")).toEqual(['4px', '12.5px']);
});

test('no style has a length in pixels: the browser’s own font size is what everything is measured by', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.test)\.(?:tsx?|css)$/u.test(name),
  );
  expect(sources.length).toBeGreaterThan(100);
  const found = sources.flatMap((name) =>
    // A hatched background is a pattern of lines.
    pixelsIn(readFileSync(`src/${name}`, 'utf8').replaceAll(/repeating-linear-gradient\(135deg.*/gu, '')).map(
      (length) => `${name}: ${length}`,
    ),
  );
  expect(found).toEqual([]);
});
