import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The tests that a document names, as `file › test`. */
function namedIn(text: string): readonly (readonly [file: string, name: string])[] {
  return Array.from(
    text.matchAll(/`([^`\s]+\.(?:test|spec)\.tsx?) › ([^`]+)`/gu),
    ([, file = '', name = '']) => [file, name.replaceAll(/\s+/gu, ' ')],
  );
}

/** Has a file a test of this name? Written between either quotes, as the title of `test` or of `test.each`. */
function hasTest(file: string, name: string): boolean {
  if (!existsSync(file)) return false;
  const source = readFileSync(file, 'utf8');
  return ["'", '"', '`'].some((quote) => source.includes(quote + name + quote));
}

test('tells names of tests from other code', () => {
  expect(namedIn('`a/b.test.ts › it does so`, `c.ts`, `d.spec.ts`')).toEqual([['a/b.test.ts', 'it does so']]);
  expect(hasTest('.ci/promises.test.ts', 'tells names of tests from other code')).toBe(true);
  expect(hasTest('.ci/promises.test.ts', ['no', 'such test'].join(' '))).toBe(false);
  expect(hasTest('.ci/no-such.test.ts', 'anything')).toBe(false);
});

test('every test that holds a promise about security exists', () => {
  const named = namedIn(readFileSync('docs/security.md', 'utf8'));
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter(([file, name]) => !hasTest(file, name))).toEqual([]);
});
