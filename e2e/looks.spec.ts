import { expect, type Page } from '@playwright/test';
import { open, settled } from './support/app.ts';
import { test } from './support/test.ts';

/** Writes the browser's texts so many times as large as usual; what has not grown with them. */
async function leftSmall(page: Page, factor: number): Promise<readonly string[]> {
  return page.evaluate(async (times) => {
    const sizeOf = (element: Element): number => {
      const isRow = element.role === 'row';
      return isRow
        ? element.getBoundingClientRect().height
        : Number.parseFloat(getComputedStyle(element).fontSize);
    };
    const isText = (element: Element): boolean =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent !== '');
    const measured = [...document.querySelectorAll('body *:not(script, style), [role=grid] [role=row]')]
      .filter((element) => isText(element) || element.role === 'row')
      .map((element) => [element, sizeOf(element)] as const);
    document.documentElement.style.fontSize = `${times * 100}%`;
    // What is measured by the page's own script follows a frame or two later.
    for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
    return measured
      .filter(([element, size]) => element.isConnected && Math.abs(sizeOf(element) - times * size) > 0.51)
      .map(([element, size]) => `${size} px: ${element.outerHTML.slice(0, 160)}`);
  }, factor);
}

test('every text follows the browser’s font size, and the rows of the grid with it', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Add filter' }).click();
  await page.getByRole('dialog', { name: 'Add filter' }).waitFor();
  await settled(page);
  // No more, so that the parts of the page still stand beside each other: where they stack, some texts are smaller.
  expect(await leftSmall(page, 1.2)).toEqual([]);
  await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  const rows = page.getByRole('grid', { name: 'License deployment' }).getByRole('row');
  // Rows stand below each other, none over the next.
  const tops = await rows.evaluateAll((all) =>
    all.map((row) => row.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom] as const),
  );
  for (const [index, [top]] of tops.entries()) {
    if (index > 0) expect(top).toBeGreaterThanOrEqual((tops[index - 1]?.[1] ?? 0) - 2);
  }
});

for (const width of [320, 390]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 844 } });

    test('text twice as large stays within the page, and the figures within their places', async ({
      page,
    }) => {
      await open(page);
      await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
      const widthOf = () => page.evaluate(() => document.documentElement.scrollWidth);
      await expect.poll(widthOf).toBe(width);
      const tooWide = await page
        .getByRole('group')
        .locator('div')
        .evaluateAll((all) =>
          all.flatMap((one) => (one.scrollWidth > one.clientWidth + 1 ? one.textContent : [])),
        );
      expect(tooWide).toEqual([]);
    });
  });
}

test('dark that was chosen on a light system is dark from the first moment on', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page);
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect.poll(ground).toBe('rgb(31, 31, 31)');
  await page.addInitScript(() => {
    // The body is there before any of the page's modules runs.
    new MutationObserver((_, observer) => {
      if (document.body === null) return;
      observer.disconnect();
      document.documentElement.dataset['first'] = getComputedStyle(document.documentElement).colorScheme;
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await settled(page);
  await expect(page.locator('html')).toHaveAttribute('data-first', 'dark');
  expect(await ground()).toBe('rgb(31, 31, 31)');
});
