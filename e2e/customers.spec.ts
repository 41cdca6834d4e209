import { expect, type Page } from '@playwright/test';
import { figure, open, query, settled } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { test } from './support/test.ts';

// Two customers of the demo data have this name. Their tenants' ids begin alike.
const NAME = 'Northwind Traders';
const TENANTS = ['E0000000-0000-4000-8000-000000000013', 'E0000000-0000-4000-8000-000000000014'] as const;
const NAMED = TENANTS.map((tenant) => `${NAME} (${tenant})`);
const [ONE = '', OTHER = ''] = NAMED;

const ofName = encodeURIComponent(`customerName eq '${NAME}'`);
const filterItems = (page: Page) => page.getByRole('list', { name: 'Active filters' }).getByRole('listitem');
const rows = (page: Page) => page.getByRole('navigation', { name: 'Pages' });
const grid = (page: Page) => page.getByRole('grid', { name: 'License deployment' });

for (const [answering, loadLimit] of [
  ['the service', 0],
  ['the loaded snapshot', null],
] as const) {
  test.describe(`answered by ${answering}, a customer is its tenant`, () => {
    test.use({ loadLimit });

    test('so that grouping gives as many rows as there are customers', async ({ page }) => {
      await open(page);
      await page.getByRole('combobox', { name: 'Group by' }).click();
      await page.getByRole('option', { name: 'Customer', exact: true }).click();
      await page.keyboard.press('Escape');
      await settled(page);
      expect(query(page).get('groupby')).toBe('customerTenantId,customerName');
      await expect(page.getByRole('combobox', { name: 'Group by' })).toContainText('Customer');
      await expect(page.getByRole('heading', { name: 'Licenses by Customer', exact: true })).toBeVisible();
      for (const name of ['Customer', 'Customer tenant ID']) {
        await expect(grid(page).getByRole('columnheader', { name, exact: true })).toBeVisible();
      }
      const customers = await figure(page, 'Customers');
      await expect(rows(page)).toContainText(`of ${customers.toLocaleString('en-US')}`);
      await expect(page.getByRole('note')).toHaveCount(0);
    });

    test('and a link that groups by names says how many stand for several', async ({ page }) => {
      await open(page, `?groupby=customerName&filter=${ofName}`);
      await expect(rows(page)).toContainText('1 to 1 of 1');
      expect(await figure(page, 'Customers')).toBe(2);
      const note = page.getByRole('note');
      await expect(note).toContainText('1 customer name stands for several tenants');
      await expectAccessible(page);
      await note.getByRole('button', { name: 'Group by customer' }).click();
      await settled(page);
      expect(query(page).get('groupby')).toBe('customerTenantId,customerName');
      await expect(rows(page)).toContainText('1 to 2 of 2');
      await expect(note).toHaveCount(0);
    });

    test('its bar filters by it, and its filter has its name', async ({ page }) => {
      await open(page, `?chart=customerTenantId&filter=${ofName}`);
      await expect(filterItems(page)).toHaveText([`Customer name is ${NAME}`]);
      const chart = page.getByRole('figure', { name: 'Deployed versus sold' });
      await expect(chart.getByRole('combobox', { name: 'Show by' })).toContainText('Customer');
      const bar = (name: string) =>
        chart.getByRole('button', { name: `Filter by ${name}: 24 of 35 deployed` });
      await expect(bar(OTHER)).toBeVisible();
      await bar(ONE).click();
      await settled(page);
      await expect(filterItems(page)).toHaveText([`Customer name is ${NAME}`, `Customer is ${NAME}`]);
      expect(query(page).get('filter')).toContain(`customerTenantId eq '${TENANTS[0]}'`);
      expect(await figure(page, 'Customers')).toBe(1);
      await expect(bar(ONE)).toHaveAttribute('aria-pressed', 'true');
      await page.reload();
      await settled(page);
      await expect(filterItems(page)).toHaveText([`Customer name is ${NAME}`, `Customer is ${NAME}`]);
      await expect(filterItems(page).getByTitle(`Customer is ${ONE}`)).toBeVisible();
      await chart.getByRole('button', { name: 'Show as table' }).click();
      await expect(chart.getByRole('rowheader', { name: ONE })).toBeVisible();
      await expect(chart.getByRole('rowheader', { name: OTHER })).toBeVisible();
    });

    test('and it is found by its name and by its id', async ({ page }) => {
      await open(page);
      await page.getByRole('button', { name: 'Add filter' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add filter' });
      await dialog.getByRole('combobox', { name: 'Field' }).click();
      await page.getByRole('option', { name: 'Customer', exact: true }).click();
      const values = dialog.getByRole('combobox', { name: 'Values' });
      await values.fill('northwind');
      await page.getByRole('option', { name: ONE }).click();
      await values.fill(TENANTS[1].toLowerCase());
      await page.getByRole('option', { name: NAME }).click();
      await expect(dialog.getByRole('list', { name: 'Chosen values' }).getByRole('listitem')).toHaveText(
        NAMED,
      );
      await expectAccessible(page);
      await dialog.getByRole('button', { name: 'Apply' }).click();
      await settled(page);
      expect(query(page).get('filter')).toBe(
        TENANTS.map((tenant) => `customerTenantId eq '${tenant}'`).join(' or '),
      );
      await expect(filterItems(page)).toHaveText([`Customer is ${ONE} or ${OTHER}`]);
      expect(await figure(page, 'Customers')).toBe(2);
    });
  });
}
