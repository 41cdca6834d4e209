import { expect, type Locator, type Page } from '@playwright/test';
import { open, query, settled } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { test } from './support/test.ts';

// The fields that open a list: by the keyboard alone, in a dialog, and without a network.

const groupBy = (page: Page): Locator => page.getByRole('combobox', { name: 'Group by' });

/** The option that Enter chooses, as a screen reader is told, without its place in the order. */
const activeOption = (field: Locator): Promise<string | undefined> =>
  field.evaluate((element) => {
    const option = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
    return option?.textContent.replace(/\d$/u, '');
  });

test('a list is opened, gone through and closed by keys, the first ones too', async ({ page }) => {
  await open(page);
  const field = groupBy(page);
  await field.focus();
  // The code of the list may still be on its way: none of these keys is lost.
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter', 'c', 'c', 'c']) await page.keyboard.press(key);
  await settled(page);
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await expect(field).toHaveText('Customer');
  const option = (name: string): Locator => page.getByRole('option', { name, exact: true });
  await expect(option('Customer')).toHaveAttribute('aria-selected', 'true');
  await expect(option('Product')).toHaveAttribute('aria-selected', 'false');
  await expect(page.getByRole('listbox', { name: 'Group by' })).toHaveAttribute(
    'aria-multiselectable',
    'true',
  );
  await expect.poll(() => activeOption(field)).toMatch(/^C/u);
  await expectAccessible(page);

  await page.keyboard.press('Home');
  await expect.poll(() => activeOption(field)).toBe('Customer');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => activeOption(field)).toBe('Customer');
  await page.keyboard.press('p');
  await expect.poll(() => activeOption(field)).toBe('Product');
  await page.keyboard.press('p');
  await expect.poll(() => activeOption(field)).toBe('Product ID');
  await page.keyboard.press('Enter');
  await settled(page);
  expect(query(page).get('groupby')).toBe('customerTenantId,customerName,productId');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(field).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByRole('listbox')).toHaveCount(0);
});

test('a list in a dialog keeps its Escape for itself, and lies over the edge of the dialog', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 480 });
  await open(page);
  await page.getByRole('button', { name: 'Add filter' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add filter' });
  const field = dialog.getByRole('combobox', { name: 'Field' });
  await field.click();
  const list = page.getByRole('listbox', { name: 'Field' });
  await expect(list).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await expect(field).toBeFocused();

  // By keys alone: a field, an operator, two values, and the filter is there.
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(field).toHaveText('Channel');
  await page.keyboard.press('Tab');
  await page.keyboard.press('i');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('combobox', { name: 'Operator' })).toHaveText('is not');
  await page.keyboard.press('Tab');
  const values = dialog.getByRole('combobox', { name: 'Values' });
  await expect(values).toBeFocused();
  await page.keyboard.type('resel');
  await settled(page);
  await expect.poll(() => activeOption(values)).toMatch(/^reseller/u);
  await page.keyboard.press('Enter');
  await expect(values).toHaveValue('');
  await expect(dialog.getByRole('option', { name: 'reseller', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await settled(page);
  expect(query(page).get('filter')).toBe("channel ne 'reseller'");
});

test.describe('without a network', () => {
  // One expression: of two, Playwright takes the second for the option's settings.
  test.use({ expectedConsoleErrors: [/net::ERR_INTERNET_DISCONNECTED|fetch dynamically imported/u] });

  test('a list says that it could not be fetched, and comes with the next try', async ({ page, context }) => {
    await open(page);
    await context.setOffline(true);
    await groupBy(page).click();
    const alert = page.getByRole('alert').filter({ hasText: 'This part of the page could not be fetched.' });
    await expect(alert).toBeVisible();
    await context.setOffline(false);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('listbox', { name: 'Group by' })).toBeVisible();
    await expect(groupBy(page)).toBeFocused();
    await expect(alert).toHaveCount(0);
  });
});
