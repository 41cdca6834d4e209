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

for (const width of [320, 390]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: HEIGHT } });

    test('the answer comes before what it is asked with, and everything can be pressed', async ({ page }) => {
      await open(page, `?filter=${encodeURIComponent("channel eq 'reseller'")}`);
      const figures = await page.getByRole('group', { name: 'Customers' }).boundingBox();
      const controls = await page.getByRole('combobox', { name: 'Snapshot' }).boundingBox();
      const bottom = (figures?.y ?? Infinity) + (figures?.height ?? 0);
      expect(bottom).toBeLessThan(HEIGHT);
      expect(controls?.y).toBeGreaterThan(bottom);
      // Buttons stand below the edges of the fields.
      const edges = await Promise.all(
        ['Add filter', 'Clear filters'].map(
          async (name) => (await page.getByRole('button', { name }).boundingBox())?.x,
        ),
      );
      expect(edges).toEqual([16, 16]);
      // Among others, columns of the histogram that a finger can tell apart.
      await expectAccessible(page);

      await page.getByRole('link', { name: 'Opportunities' }).click();
      await page.getByText('Nearly full', { exact: true }).click();
      await settled(page);
      const said = await page.getByRole('note').first().boundingBox();
      expect((said?.y ?? Infinity) + (said?.height ?? 0)).toBeLessThan(HEIGHT);
      expect(await cutHeaders(page)).toEqual([]);

      await page.getByRole('link', { name: 'Trend' }).click();
      await settled(page);
      // Among others, days that a finger can tell apart; the newest are in sight.
      await expectAccessible(page);
      const days = page
        .getByRole('figure', { name: 'Trend' })
        .getByRole('button', { name: /sold, .* deployed/u });
      await expect(days).toHaveCount(30);
      await expect(days.last()).toBeInViewport();
      const narrowest = await days.evaluateAll((all) =>
        Math.min(...all.map((day) => day.getBoundingClientRect().width)),
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

test.describe('where a day is refused', () => {
  test.use({ viewport: { width: 390, height: HEIGHT }, expectedConsoleErrors: [/status of 400/u] });

  test('the field that asked for it keeps the focus', async ({ page, provoke }) => {
    await open(page);
    await provoke([{ status: 400 }]);
    const snapshot = page.getByRole('combobox', { name: 'Snapshot' });
    await snapshot.fill('2026-01-15');
    await snapshot.press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    await settled(page);
    await expect(snapshot).toBeFocused();
  });
});
