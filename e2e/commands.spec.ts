import { expect } from '@playwright/test';
import { open, query, settled } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { test } from './support/test.ts';

test('views, customers, products, groupings and saved views are gone to by typing and by keys', async ({
  page,
}) => {
  await open(page);
  const dialog = page.getByRole('dialog', { name: 'Commands' });
  const field = dialog.getByRole('combobox', { name: 'Search commands' });
  const option = (name: string | RegExp) => dialog.getByRole('option', { name });

  // By the keys alone, from anywhere: also from where one types.
  await page.getByRole('searchbox', { name: 'Search customers and products' }).press('Control+k');
  await expect(field).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('channel');
  await expect(option('Group by Channel')).toBeVisible();
  await page.keyboard.type(' gro');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('searchbox', { name: 'Search customers and products' })).toBeFocused();
  await settled(page);
  expect(query(page).get('groupby')).toBe('channel');

  // A customer, whatever is shown: the first of the grid's own names.
  await page.getByRole('button', { name: 'Commands' }).click();
  await field.fill('visio');
  await option(/^Visio Plan 2 \d/u).click();
  await settled(page);
  expect(query(page).get('filter')).toBe("productName eq 'Visio Plan 2'");
  await page.getByRole('button', { name: 'Commands' }).click();
  await field.fill('crescent ship');
  await option(/^Crescent Shipping Group /u)
    .first()
    .click();
  await settled(page);
  // The filter was about other rows.
  expect(query(page).get('view')).toBe('customer');
  expect(query(page).has('customerTenantId')).toBe(true);
  expect(query(page).has('filter')).toBe(false);
  await expect(page.getByRole('heading', { level: 2, name: 'Crescent Shipping Group' })).toBeVisible();

  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Crescent');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('opportun');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Opportunities' })).toBeVisible();
  await settled(page);
  // A digit opens a saved view, but not where one types.
  await page.getByRole('searchbox', { name: 'Search customers and products' }).fill('1');
  expect(query(page).get('view')).toBe('opportunities');
  await page.getByRole('button', { name: 'Commands' }).focus();
  await page.keyboard.press('1');
  await settled(page);
  expect(query(page).get('view')).toBe('customer');

  // They can be switched off, and that is remembered.
  await page.keyboard.press('?');
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(shortcuts).toContainText('Open the first to ninth saved view');
  await expectAccessible(page);
  await shortcuts.getByRole('checkbox', { name: 'Single keys are shortcuts' }).uncheck();
  await page.keyboard.press('Escape');
  await page.goto('/');
  await settled(page);
  await page.keyboard.press('?');
  await page.keyboard.press('1');
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  expect(query(page).has('view')).toBe(false);
  await field.fill('nothing has this name');
  await expect(dialog).toContainText('Nothing is called “nothing has this name”.');
  await page.keyboard.press('Escape');

  // Menus lead to both as well.
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
  await expect(shortcuts).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Account' })).toBeFocused();

  // The page says what it is made of, and whose work is in it.
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'About' }).click();
  const about = page.getByRole('dialog', { name: 'About License Lens' });
  await expect(about).toContainText(/Version\d+\.\d+\.\d+/u);
  await expect(about.getByRole('group', { name: 'Third-party notices' })).toContainText(
    /react-dom \d[^]*Permission is hereby granted/u,
  );
  await expectAccessible(page);
  const notices = await page.request.get(
    (await about.getByRole('link', { name: 'Open them as a file' }).getAttribute('href')) ?? '',
  );
  expect(await notices.text()).toContain('License Lens is built with parts of these');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Account' })).toBeFocused();

  // The help is searched, and its examples are links to views.
  await page.getByRole('button', { name: 'Account' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Help' }).press('Enter');
  const help = page.getByRole('dialog', { name: 'Help' });
  await expect(help.getByRole('searchbox', { name: 'Search help' })).toBeFocused();
  await help.getByText('The address', { exact: true }).click();
  await expect(help).toContainText('How many days the trend goes back.');
  await expectAccessible(page);
  await page.keyboard.press('Tab');
  await help.getByRole('searchbox').fill('ONE chánnel');
  await expect(help).not.toContainText('How many days the trend goes back.');
  await help.getByRole('link', { name: /^channel eq '[^']+'$/u }).press('Enter');
  await expect(help).toBeHidden();
  await expect(page.getByRole('list', { name: 'Active filters' })).toContainText('Channel is');
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Help' }).click();
  await help.getByRole('searchbox').fill('nobody wrote of this');
  await expect(help).toContainText('The help says nothing about “nobody wrote of this”.');
});
