import { expect, type Page } from '@playwright/test';
import { open, settled } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { test } from './support/test.ts';

const HEIGHT = 844;

/** The words of headers that have not room beside their order and its number. */
function cutHeaders(page: Page): Promise<string[]> {
  return page
    .getByRole('columnheader')
    .locator('span')
    .evaluateAll((all) =>
      all.flatMap((one) => {
        const isText = one.childElementCount === 0 && one.textContent.trim() !== '';
        return isText && one.scrollWidth > one.clientWidth + 1 ? one.textContent : [];
      }),
    );
}

/** What a finger can press and is less than this high or wide, as far as it is in sight. */
function smallTargets(page: Page, least: number): Promise<string[]> {
  return page
    .getByRole('button')
    .or(page.getByRole('link'))
    .or(page.getByRole('combobox'))
    .or(page.getByRole('searchbox'))
    .evaluateAll((all, pixels) => {
      const isIcon = (one: Element): boolean => one.textContent === '';
      return all.flatMap((one) => {
        const { width, height, bottom } = one.getBoundingClientRect();
        // Bars, the small buttons beside a text and those of a condition have less.
        const isAmongTexts =
          one.closest('figure, [role=figure], [role=group], [role=grid], [role=list], p, summary') !== null;
        if (isAmongTexts || bottom <= 0 || width === 0) return [];
        return height > 24 && (height < pixels || (isIcon(one) && width < pixels))
          ? `${one.ariaLabel ?? one.textContent}: ${width} x ${height}`
          : [];
      });
    }, least);
}

/** By how many pixels the page is wider than its place. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

for (const width of [320, 390]) {
  test.describe(`at ${width} pixels, by finger`, () => {
    test.use({ viewport: { width, height: HEIGHT }, hasTouch: true, isMobile: true });

    test('the answer comes before what it is asked with, and everything can be pressed', async ({ page }) => {
      await open(page, `?filter=${encodeURIComponent("channel eq 'reseller'")}&groupby=productName`);
      const figures = await page.getByRole('group', { name: 'Customers' }).boundingBox();
      const search = await page.getByRole('searchbox').boundingBox();
      const chart = page.getByRole('figure', { name: 'Deployed versus sold' });
      const bottom = (figures?.y ?? Infinity) + (figures?.height ?? 0);
      expect(bottom).toBeLessThan(HEIGHT);
      expect(search?.y).toBeGreaterThan(bottom);
      // Three lines, and one for the condition.
      expect(((await chart.boundingBox())?.y ?? Infinity) - bottom).toBeLessThan(390);
      // Among others, columns of the histogram that a finger can tell apart.
      await expectAccessible(page);
      expect(await smallTargets(page, 44)).toEqual([]);
      expect(await sideways(page)).toBe(0);

      // What there is no room for is in a sheet, which closes with what is chosen in it.
      const options = page.getByRole('button', { name: 'View options' });
      await options.click();
      const sheet = page.getByRole('dialog', { name: 'View options' });
      await expect(sheet.getByRole('combobox', { name: 'Compare with' })).toBeVisible();
      await expect(sheet.getByRole('textbox', { name: 'Filter expression' })).toHaveValue(
        "channel eq 'reseller'",
      );
      const box = await sheet.boundingBox();
      expect([box?.x, box?.width, (box?.y ?? 0) + (box?.height ?? 0)]).toEqual([0, width, HEIGHT]);
      expect(await smallTargets(page, 44)).toEqual([]);
      await expectAccessible(page);
      const day = new Date(Date.now() - 100 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
      await sheet.getByRole('combobox', { name: 'Snapshot' }).fill(day);
      await sheet.getByRole('combobox', { name: 'Snapshot' }).press('Enter');
      await settled(page);
      await expect(sheet).toHaveCount(0);
      await expect(options).toBeFocused();
      expect(new URL(page.url()).searchParams.get('processedDateTime')).toBe(day);

      await page.goto('/?view=anomalies');
      await settled(page);
      expect(await sideways(page)).toBe(0);

      await page.goto('/?view=opportunities');
      await settled(page);
      await page.getByText('Nearly full', { exact: true }).click();
      await settled(page);
      const said = await page.getByRole('note').first().boundingBox();
      expect((said?.y ?? Infinity) + (said?.height ?? 0)).toBeLessThan(HEIGHT);
      expect(await cutHeaders(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
      await expectAccessible(page);

      await page.getByRole('link', { name: 'Trend' }).click();
      await settled(page);
      expect(await sideways(page)).toBe(0);
      // Among others, days that a finger can tell apart; the newest are in sight.
      await expectAccessible(page);
      const days = page
        .getByRole('figure', { name: 'Trend' })
        .getByRole('button', { name: /sold, .* deployed/u });
      await expect(days).toHaveCount(30);
      await expect(days.last()).toBeInViewport();
      const narrowest = await days.evaluateAll((all) =>
        Math.min(...all.map((one) => one.getBoundingClientRect().width)),
      );
      expect(narrowest).toBeGreaterThanOrEqual(24);
    });
  });
}

test.describe('a page that is longer than the window', () => {
  test.use({ viewport: { width: 390, height: HEIGHT } });

  test('another view begins at its top, and the way back leads to where the person was', async ({ page }) => {
    await open(page, '?groupby=customerTenantId,customerName');
    const customer = page
      .getByRole('grid', { name: 'License deployment' })
      .getByRole('link', { name: /^Open customer /u })
      .first();
    await customer.scrollIntoViewIfNeeded();
    const top = () => page.evaluate(() => Math.round(window.scrollY));
    const left = await top();
    expect(left).toBeGreaterThan(HEIGHT);
    const name = (await customer.getAttribute('aria-label'))?.replace('Open customer ', '') ?? '';
    await customer.click();
    await settled(page);
    const heading = page.getByRole('heading', { level: 2, name, exact: true });
    await expect(heading).toBeInViewport();
    await expect(heading).toBeFocused();
    expect(await top()).toBe(0);

    await page.goBack();
    await settled(page);
    await expect(page.getByRole('heading', { level: 2, name: 'Overview' })).toBeVisible();
    expect(await top()).toBe(left);
    await expect(customer).toBeInViewport();

    await page.goForward();
    await settled(page);
    expect(await top()).toBe(0);
  });
});

for (const width of [1920, 2560]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 1080 } });

    test('the room is used: charts and rows are in sight together, below a header with the same edges', async ({
      page,
    }) => {
      await open(page, '?groupby=productName');
      const chart = await page.getByRole('figure', { name: 'Deployed versus sold' }).boundingBox();
      const grid = await page.getByRole('grid', { name: 'License deployment' }).boundingBox();
      expect(grid?.x).toBeGreaterThan((chart?.x ?? Infinity) + (chart?.width ?? 0));
      expect(grid?.y).toBeLessThan((chart?.y ?? 0) + (chart?.height ?? 0));
      const [first, last] = [chart?.x ?? 0, (grid?.x ?? 0) + (grid?.width ?? 0)];
      expect(last - first).toBeGreaterThan(0.9 * width);
      const header = page.getByRole('banner');
      const name = await header.getByText('License Lens', { exact: true }).boundingBox();
      const account = await page.getByRole('button', { name: 'Account' }).boundingBox();
      // The logo stands before the name.
      expect((name?.x ?? 0) - first).toBeLessThan(48);
      expect(Math.abs((account?.x ?? 0) + (account?.width ?? 0) - last)).toBeLessThanOrEqual(1);
      expect(await sideways(page)).toBe(0);
    });
  });
}

test.describe('where a day is refused', () => {
  test.use({ viewport: { width: 390, height: HEIGHT }, expectedConsoleErrors: [/status of 400/u] });

  test('the alert is in sight, and the focus where the day was asked for', async ({ page, provoke }) => {
    await open(page);
    await provoke([{ status: 400 }]);
    const options = page.getByRole('button', { name: 'View options' });
    await options.click();
    const snapshot = page.getByRole('combobox', { name: 'Snapshot' });
    await snapshot.fill('2026-01-15');
    await snapshot.press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    await settled(page);
    await expect(options).toBeFocused();
  });
});
