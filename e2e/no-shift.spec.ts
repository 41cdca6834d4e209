import { expect, type Page } from '@playwright/test';
import { open } from './support/app.ts';
import { test } from './support/test.ts';

type Shift = PerformanceEntry & {
  readonly sources: readonly {
    readonly node: Node | null;
    readonly previousRect: DOMRectReadOnly;
    readonly currentRect: DOMRectReadOnly;
  }[];
};

/** From the next page on, keeps the texts of what the browser says has moved up or down after it was drawn. */
async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(globalThis, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        for (const { node, previousRect, currentRect } of (entry as Shift).sources) {
          // What moves within a figure follows its numbers. A line that says more is longer and moves nothing else.
          const isWithinFigure =
            node?.parentElement?.closest('[role="group"], [role="figure"], figure') != null;
          if (node !== null && !isWithinFigure && previousRect.top !== currentRect.top) {
            moved.push(`${node.textContent?.slice(0, 60)}: ${previousRect.top} to ${currentRect.top}`);
          }
        }
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { readonly moved: string[] }).moved);
}

// A phone's width, one at which the head of the page takes two lines, and a desk's.
for (const width of [320, 390, 1024, 1440]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 844 } });

    for (const search of ['', '?search=ltd', '?groupby=channel,serviceName&search=ltd']) {
      test(`nothing moves up or down once it is drawn: ${search || 'everything'}`, async ({ page }) => {
        const shifts = await watchShifts(page);
        await open(page, search);
        await expect(page.getByRole('status').filter({ hasText: 'All 20,000 rows' })).toBeVisible();
        await expect(page.getByRole('note')).toHaveCount(0);
        expect(await shifts()).toEqual([]);
      });
    }

    test.describe('without loading', () => {
      test.use({ loadLimit: 10 });

      test('nothing moves up or down once it is drawn: the rows are more than the person lets in', async ({
        page,
      }) => {
        const shifts = await watchShifts(page);
        await open(page);
        await expect(page.getByRole('status').filter({ hasText: 'more than the 10' })).toBeVisible();
        expect(await shifts()).toEqual([]);
      });
    });
  });
}
