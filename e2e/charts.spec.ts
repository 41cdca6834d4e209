import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from '@playwright/test';
import { cells, figure, open, query, settled } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { startServer } from './support/server.ts';
import { test } from './support/test.ts';

const chart = (page: Page) => page.getByRole('figure', { name: 'Deployed versus sold' });
const bars = (page: Page) => chart(page).getByRole('button', { name: /^Filter by/u });
const chosen = (page: Page) => chart(page).getByRole('button', { name: /^Filter by/u, pressed: true });
const distribution = (page: Page) => page.getByRole('figure', { name: 'Utilization over customers' });
const grid = (page: Page) => page.getByRole('grid', { name: 'License deployment' });
const rowsPlace = (page: Page) => page.getByRole('region', { name: 'Rows' });
const count = (text = ''): number => Number(text.replaceAll(',', '').replace('−', '-'));

/** The sold column of the main chart's table, by the name of its row. */
async function soldByName(page: Page): Promise<Map<string, number>> {
  await chart(page).getByRole('button', { name: 'Show as table' }).click();
  const [header = [], ...rows] = await cells(chart(page).getByRole('table'));
  const sold = header.indexOf('Sold');
  await chart(page).getByRole('button', { name: 'Show as chart' }).click();
  return new Map(rows.map((row) => [row[0] ?? '', count(row[sold])]));
}

for (const [answering, loadLimit] of [
  ['the service', 0],
  ['the loaded snapshot', null],
] as const) {
  test.describe(`a choice among the chart's members, answered by ${answering}`, () => {
    test.use({ loadLimit });

    test('stands first whatever its rank, with the page’s own total', async ({ page }) => {
      const filter = "productName eq 'Visio Plan 2'";
      await open(page, `?filter=${encodeURIComponent(filter)}`);
      const own = await figure(page, 'Licenses sold');
      await expect(bars(page).first()).toHaveAccessibleName(/^Filter by Visio Plan 2:/u);
      await expect(chosen(page)).toHaveCount(1);
      await expect(bars(page).first()).toHaveAttribute('aria-pressed', 'true');
      await expect(chart(page)).toContainText('Pale: left out by the filter');
      await expectAccessible(page);

      const sold = await soldByName(page);
      expect(sold.get('Visio Plan 2')).toBe(own);
      expect(sold.get('Total (1)')).toBe(own);
      const names = [...sold.keys()];
      const leftOut = names.find((name) => name.startsWith('Left out by the filter'));
      const after = names.slice(names.indexOf(leftOut ?? '') + 1);
      expect(after.length).toBeGreaterThan(5);
      expect(after.reduce((sum, name) => sum + (sold.get(name) ?? 0), 0)).toBe(sold.get(leftOut ?? ''));
    });
  });
}

test('a second bar with Ctrl or Shift adds, by pointer and by keyboard', async ({ page }) => {
  await open(page);
  const [first = '', second = '', third = ''] = await bars(page).evaluateAll((all) =>
    all.map((one) => one.textContent),
  );
  const bar = (name: string) => chart(page).getByRole('button', { name: `Filter by ${name}:` });
  await bar(first).click();
  await settled(page);
  await bar(third).click({ modifiers: ['Control'] });
  await settled(page);
  expect(query(page).get('filter')).toBe(`productName eq '${first}' or productName eq '${third}'`);
  await expect(chosen(page)).toHaveCount(2);
  await expect(bars(page).nth(1)).toHaveAccessibleName(new RegExp(`^Filter by ${third}:`, 'u'));
  await bar(second).focus();
  await page.keyboard.press('Shift+Enter');
  await settled(page);
  await expect(chosen(page)).toHaveCount(3);
  await expect(bar(second)).toBeFocused();
  // Several are chosen, so a plain click loses none of the others.
  await bar(second).click();
  await settled(page);
  expect(query(page).get('filter')).toBe(`productName eq '${first}' or productName eq '${third}'`);
  await bar(third).click({ modifiers: ['Shift'] });
  await settled(page);
  await bar(first).click();
  await settled(page);
  expect(query(page).has('filter')).toBe(false);
});

test('a click keeps a filter that was written by hand', async ({ page }) => {
  const filter = "(productName ne 'Visio Plan 2' or channel eq 'direct') and productName ne 'Power BI Pro'";
  await open(page, `?filter=${encodeURIComponent(filter)}`);
  const name = await bars(page).first().textContent();
  await bars(page).first().click();
  await settled(page);
  const now = query(page).get('filter') ?? '';
  expect(now).toContain("productName ne 'Visio Plan 2' or channel eq 'direct'");
  expect(now).toContain("productName ne 'Power BI Pro'");
  expect(now).toContain(`productName eq '${name}'`);
  expect(await figure(page, 'Licenses sold')).toBeGreaterThan(0);
});

test('whoever opens what is summed by keyboard goes on at the bars that come, and closes it where it was', async ({
  page,
}) => {
  await open(page);
  const last = bars(page).last();
  const name = (await last.getAttribute('aria-label')) ?? '';
  await chart(page)
    .getByRole('button', { name: /^Show more bars\. Other/u })
    .press('Enter');
  await settled(page);
  await expect(chart(page).getByRole('button', { name, exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(bars(page).nth(10)).toBeFocused();
  await chart(page).getByRole('button', { name: 'Show fewer bars' }).press('Enter');
  await settled(page);
  const isInChart = () => chart(page).evaluate((figure) => figure.contains(document.activeElement));
  expect(await isInChart(), 'the focus stays in the chart').toBe(true);
});

test('what is summed opens: more bars first, then all as rows', async ({ page }) => {
  await open(page);
  const before = await bars(page).count();
  await chart(page)
    .getByRole('button', { name: /^Show more bars\. Other/u })
    .click();
  await settled(page);
  await expect.poll(() => bars(page).count()).toBeGreaterThan(before * 5);
  await expectAccessible(page);
  await bars(page).nth(60).click();
  await settled(page);
  await expect(chosen(page)).toHaveCount(1);
  await bars(page).first().click();
  await settled(page);
  await chart(page)
    .getByRole('button', { name: /^Show all in the rows\. Other/u })
    .click();
  await settled(page);
  expect(query(page).get('groupby')).toBe('productName');
  await expect(rowsPlace(page)).toBeFocused();
  await chart(page).getByRole('button', { name: 'Show fewer bars' }).click();
  await settled(page);
  await expect(bars(page)).toHaveCount(before);
});

test('the columns and the captions lead to their customers', async ({ page }) => {
  await open(page);
  const over = page.getByRole('button', { name: /customers exceed sold/u });
  const exceeding = count(/^[\d,]+/u.exec(await over.innerText())?.[0]);
  expect(exceeding).toBeGreaterThan(20);
  await over.click();
  await settled(page);
  await expect(rowsPlace(page)).toBeFocused();
  expect(query(page).get('groupby')).toBe('customerTenantId,customerName');
  expect(query(page).get('sort')).toBe('licensesNotDeployed');
  const notDeployed = await grid(page)
    .getByRole('gridcell')
    .and(page.locator('[col-id="licensesNotDeployed"]'))
    .first()
    .innerText();
  expect(notDeployed).toMatch(/−\d/u);

  // A column of many: their rows begin on the page that is shown.
  await page.goBack();
  await settled(page);
  const many = distribution(page).getByRole('button', { name: /^80% to under 90%: .* in the rows/u });
  await many.click();
  await settled(page);
  expect(query(page).get('sort')).toBe('utilization');
  expect(Number(query(page).get('page'))).toBeGreaterThan(1);
  expect(await figure(page, 'Customers')).toBeGreaterThan(1_000);

  // A column of few: only they are left.
  await page.goBack();
  await settled(page);
  const filter = "productName eq 'Visio Plan 2'";
  const expression = page.getByRole('textbox', { name: 'Filter expression' });
  await expression.fill(filter);
  await expression.press('Enter');
  await settled(page);
  const few = distribution(page)
    .getByRole('button', { name: /Filter by them$/u })
    .first();
  const meant = count(/: ([\d,]+) customer/u.exec((await few.getAttribute('aria-label')) ?? '')?.[1]);
  await few.click();
  await expect.poll(() => query(page).get('filter')).toContain('customerTenantId');
  await settled(page);
  expect(query(page).get('filter')).toContain(filter);
  expect(await figure(page, 'Customers')).toBe(meant);
  await expectAccessible(page);
});

test.describe('large figures', () => {
  const row = {
    processedDateTime: '2026-11-22T00:00:00',
    serviceCode: 'o365',
    serviceName: 'Office',
    channel: 'reseller',
    customerTenantId: '00000000-0000-4000-8000-000000000001',
    customerName: 'Contoso',
    productId: 'p',
    productName: 'Office 365 E3',
    licensesDeployed: 1_111_111_112,
    licensesSold: 2_222_222_224,
  };

  test('are whole at every width', async ({ page }) => {
    test.setTimeout(120_000);
    const service = createServer((request, response) => {
      const isFirst = !/[?&]skip=[1-9]/u.test(request.url ?? '');
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ Value: isFirst ? [row] : [], '@nextLink': null, TotalCount: 1 }));
    });
    service.listen(0, '127.0.0.1');
    await once(service, 'listening');
    const { port } = service.address() as AddressInfo;
    const app = await startServer({ PARTNER_CENTER_URL: `http://127.0.0.1:${port}` });
    try {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(app.origin);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('button', { name: /Admin agent$/u }).click();
      await page.getByRole('button', { name: 'Account' }).waitFor();
      await settled(page);
      const names = ['Licenses sold', 'Licenses deployed', 'Not deployed', 'Utilization', 'Customers'];
      await expect(page.getByRole('group', { name: 'Licenses sold' })).toContainText('2,222,222,224');
      for (let width = 320; width <= 2560; width += width < 1200 ? 20 : 80) {
        await page.setViewportSize({ width, height: 900 });
        for (const name of names) {
          const tooWide = await page.getByRole('group', { name, exact: true }).evaluate((group) => {
            const room = group.getBoundingClientRect();
            const texts = document.createTreeWalker(group, NodeFilter.SHOW_TEXT);
            const outside: string[] = [];
            for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
              const range = document.createRange();
              range.selectNodeContents(node);
              for (const { left, right } of range.getClientRects()) {
                if (left < room.left || right > room.right) outside.push(node.textContent ?? '');
              }
            }
            return outside;
          });
          expect(tooWide, `${name} at ${width} pixels`).toEqual([]);
        }
      }
    } finally {
      app.stop();
      service.close();
      service.closeAllConnections();
    }
  });
});
