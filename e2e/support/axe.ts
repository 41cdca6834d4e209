import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Fluent's focus management puts hidden elements beside its popups, which have the focus only for an instant. A busy
// element shows an earlier answer while the next one is on its way, and is dimmed on purpose.
const LEFT_OUT = ['[data-tabster-dummy]', '[aria-busy="true"]'];

/** Fails where the page in its present state breaks a rule of WCAG 2.2 AA that axe can check. */
export async function expectAccessible(page: Page): Promise<void> {
  // The debugger runs it and not a script element, so that the page's own policy stays as strict as it is.
  await page.evaluate(source);
  const violations = await page.evaluate(
    async ([leftOut, options]) => {
      const { axe } = globalThis as unknown as {
        axe: { run: (context: object, options: RunOptions) => Promise<AxeResults> };
      };
      const results = await axe.run({ exclude: leftOut.map((selector) => [selector]) }, options);
      return results.violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes
          .slice(0, 3)
          .map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ''}`),
      }));
    },
    [
      LEFT_OUT,
      {
        // An option contains its totals, but they are its description: its name is the value.
        rules: { 'label-content-name-mismatch': { enabled: false } },
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      } satisfies RunOptions,
    ] as const,
  );
  expect(violations).toEqual([]);
}
