import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ');

/** All that the sources say, with sentences that are written in pieces put together. */
const said = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /(?<!\.test)\.tsx?$/u.test(name))
  .map((name) => plain(readFileSync(join('src', name), 'utf8').replaceAll(/['`] \+\s+['`]/gu, '')))
  .join('\n');

test.for(['docs/runbook.md', 'docs/releasing.md'])('what %s quotes is what the page says', (file) => {
  const quoted = [...readFileSync(file, 'utf8').matchAll(/“([^”]+?)(?: ?…)?”/gu)].map(([, text = '']) =>
    plain(text),
  );
  const own = quoted.filter((text) => text !== 'quotation marks');
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter((text) => !said.includes(text))).toEqual([]);
});
