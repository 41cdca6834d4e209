import { expect, type Page } from '@playwright/test';
import { open, query, settled } from './support/app.ts';
import { test } from './support/test.ts';

const addFilter = (page: Page) => page.getByRole('button', { name: 'Add filter' });

/** Presses beside whatever is in the middle of the page. */
const pressBeside = (page: Page) => page.mouse.click(4, 4);

test('values that were chosen are not thrown away unasked', async ({ page }) => {
  await open(page);
  await addFilter(page).click();
  const dialog = page.getByRole('dialog', { name: 'Add filter' });
  const chosen = dialog.getByRole('list', { name: 'Chosen values' });
  const question = dialog.getByText('Your changes are not applied yet.');
  await dialog.getByRole('combobox', { name: 'Values' }).click();
  await dialog.getByRole('option').first().click();
  await expect(chosen.getByRole('listitem')).toHaveCount(1);

  // The first closes the list of values, as ever.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(question).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep editing' }).click();
  await expect(question).toHaveCount(0);
  await expect(dialog.getByRole('combobox', { name: 'Values' })).toBeFocused();

  await pressBeside(page);
  await expect(question).toBeVisible();
  // Neither another press beside it nor Escape is an answer.
  await pressBeside(page);
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(question).toBeVisible();
  await expect(chosen.getByRole('listitem')).toHaveCount(1);

  await dialog.getByRole('button', { name: 'Discard changes' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(addFilter(page)).toBeFocused();
  expect(query(page).has('filter')).toBe(false);
});

test('a dialog without changes closes at once', async ({ page }) => {
  await open(page, `?filter=${encodeURIComponent("channel eq 'reseller'")}`);
  await page.getByRole('button', { name: 'Edit Channel is reseller' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit filter' });
  await expect(dialog).toBeVisible();
  await pressBeside(page);
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Rows in this browser' }).click();
  const rows = page.getByRole('dialog', { name: 'Rows in this browser' });
  await expect(rows).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rows).toHaveCount(0);
});

test('a number that was typed is not thrown away unasked', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Rows in this browser' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rows in this browser' });
  await dialog.getByRole('textbox', { name: 'Load at most (rows)' }).fill('5');
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('alert')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'Load at most (rows)' })).toHaveValue('5');
});

test('what the figures are about closes by Escape, and by going on elsewhere', async ({ page }) => {
  await open(page);
  const about = page.getByText('About these figures');
  const said = page.getByRole('term').filter({ hasText: 'Summed by' });
  await about.focus();
  await page.keyboard.press('Enter');
  await expect(said).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(said).toBeHidden();
  await expect(about).toBeFocused();

  await about.click();
  await expect(said).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await expect(said).toBeHidden();

  await about.click();
  await page.keyboard.press('Tab');
  await expect(said).toBeHidden();
});

test('the title of the tab says what is shown', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle('License Lens');
  await open(page, `?filter=${encodeURIComponent("productName eq 'Visio Plan 2'")}`);
  await expect(page).toHaveTitle('Visio Plan 2 · License Lens');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await settled(page);
  await expect(page).toHaveTitle('License Lens');
  await page.goBack();
  await expect(page).toHaveTitle('Visio Plan 2 · License Lens');
});
