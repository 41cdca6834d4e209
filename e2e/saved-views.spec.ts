import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { accountButton, open, query, settled, signIn } from './support/app.ts';
import { test } from './support/test.ts';

const RESELLERS = `?filter=${encodeURIComponent("channel eq 'reseller'")}&groupby=productName`;

const savedViews = (page: Page) => page.getByRole('button', { name: 'Saved views' });
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Saved views' });
const listOf = (page: Page) => dialogOf(page).getByRole('list', { name: 'Saved views' });
const press = (page: Page, name: string) => dialogOf(page).getByRole('button', { name }).click();

/** Saves the view that is shown, and leaves the dialog open. */
async function save(page: Page, name: string, description = ''): Promise<void> {
  await page.getByRole('button', { name: 'Save this view' }).click();
  await expect(dialogOf(page).getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type(name);
  await dialogOf(page).getByRole('textbox', { name: 'Description' }).fill(description);
  await page.keyboard.press('Enter');
  await expect(dialogOf(page).getByText(`“${name}” is saved.`)).toBeVisible();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
}

test('a view is saved, and opened again after a reload', async ({ page }) => {
  await open(page, RESELLERS);
  await save(page, 'Resellers by product', 'Every Monday');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Save this view' })).toBeFocused();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await settled(page);

  await page.reload();
  await settled(page);
  await savedViews(page).click();
  await expect(listOf(page).getByRole('listitem')).toHaveCount(1);
  await expect(listOf(page)).toContainText('Every Monday');
  await listOf(page).getByRole('link', { name: 'Resellers by product' }).click();
  await expect(dialogOf(page)).toHaveCount(0);
  await settled(page);
  expect(query(page).get('filter')).toBe("channel eq 'reseller'");
  expect(query(page).get('groupby')).toBe('productName');

  await page.goBack();
  await settled(page);
  expect(query(page).has('filter')).toBe(false);
});

test('a name is needed, and what was typed is not thrown away unasked', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Save this view' }).click();
  await expect(dialogOf(page).getByText('Nothing is saved yet.')).toBeVisible();
  await press(page, 'Save this view');
  await expect(dialogOf(page).getByRole('alert')).toHaveText('Enter a name for it.');
  await expect(dialogOf(page).getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Mine');
  await expect(dialogOf(page).getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialogOf(page).getByText('Your changes are not applied yet.')).toBeVisible();
});

test('saved views are looked through, renamed, duplicated, and deleted with a way back', async ({ page }) => {
  await open(page);
  await save(page, 'Idle');
  await page.keyboard.press('Escape');
  await save(page, 'Zürich');
  const names = listOf(page).getByRole('link');

  await press(page, 'Duplicate Idle');
  await expect(names).toHaveText(['Idle', 'Idle (2)', 'Zürich']);

  await expectAccessible(page);
  await press(page, 'Rename Idle (2)');
  await expectAccessible(page);
  await expect(listOf(page).getByRole('textbox', { name: 'Name' })).toBeFocused();
  await listOf(page).getByRole('textbox', { name: 'Name' }).fill('Nearly full');
  await page.keyboard.press('Enter');
  await expect(names).toHaveText(['Idle', 'Nearly full', 'Zürich']);
  await expect(dialogOf(page).getByRole('button', { name: 'Rename Nearly full' })).toBeFocused();

  await dialogOf(page).getByRole('searchbox', { name: 'Search saved views' }).fill('zurich');
  await expect(names).toHaveText(['Zürich']);
  await dialogOf(page).getByRole('searchbox', { name: 'Search saved views' }).fill('nothing like it');
  await expect(dialogOf(page).getByText('No saved view has “nothing like it”')).toBeVisible();
  await dialogOf(page).getByRole('searchbox', { name: 'Search saved views' }).fill('');

  await press(page, 'Delete Nearly full');
  await expect(names).toHaveText(['Idle', 'Zürich']);
  await expect(dialogOf(page).getByText('“Nearly full” is deleted.')).toBeVisible();
  await expect(dialogOf(page).getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(names).toHaveText(['Idle', 'Nearly full', 'Zürich']);
});

test('the app opened by its bare address begins with the start, and a link does not', async ({ page }) => {
  await open(page, RESELLERS);
  await save(page, 'Resellers');
  await press(page, 'Start with Resellers');
  await expect(listOf(page).getByText('Start', { exact: true })).toBeVisible();

  await page.goto('/');
  await settled(page);
  await expect(page.getByRole('listitem').filter({ hasText: 'Channel is reseller' })).toBeVisible();
  expect(query(page).get('groupby')).toBe('productName');

  // Who comes to the bare address within the app stays there, also with a reload.
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await settled(page);
  await page.goto('/?groupby=channel');
  await settled(page);
  expect(query(page).has('filter')).toBe(false);
});

test('signing out deletes saved views, unless they are to stay', async ({ page }) => {
  // It signs in four times.
  test.slow();
  await open(page);
  await save(page, 'Mine');
  await page.keyboard.press('Escape');
  await signOut(page);
  await signIn(page);
  await save(page, 'Mine again');
  await expect(listOf(page).getByRole('link')).toHaveText(['Mine again']);

  await dialogOf(page).getByRole('checkbox', { name: 'Keep them in this browser' }).check();
  await page.keyboard.press('Escape');
  await signOut(page);

  // Another person has none of them.
  await page.getByRole('button', { name: 'Sign in' }).click();
  await accountButton(page, '— Report viewer').click();
  await page.getByRole('button', { name: 'Account' }).waitFor();
  await settled(page);
  await savedViews(page).click();
  await expect(dialogOf(page).getByText('Nothing is saved yet.')).toBeVisible();
  await page.keyboard.press('Escape');
  await signOut(page);

  await signIn(page);
  await savedViews(page).click();
  await expect(listOf(page).getByRole('link')).toHaveText(['Mine again']);
});

test('saved views go to a file and come from one, checked like a link', async ({ page }) => {
  await open(page, RESELLERS);
  await save(page, 'Resellers');
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Export as a file')]);
  expect(download.suggestedFilename()).toBe('license-lens-views.json');
  const exported = await readFile(await download.path(), 'utf8');
  expect(JSON.parse(exported)).toMatchObject({
    views: [{ name: 'Resellers', address: 'filter=channel+eq+%27reseller%27&groupby=productName' }],
  });

  const importText = async (text: string) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, 'Import a file')]);
    await chooser.setFiles({ name: 'views.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  };
  await importText(exported);
  await expect(dialogOf(page).getByText('no view that is not here already')).toBeVisible();

  await press(page, 'Delete Resellers');
  await importText(exported.replace('groupby=productName', 'groupby=productName,colour'));
  await expect(dialogOf(page).getByText('1 view is imported.')).toBeVisible();
  await expect(dialogOf(page).getByRole('alert')).toContainText(
    "Resellers: The link's groupby cannot be read: found “colour”",
  );
  await expect(listOf(page).getByRole('link')).toHaveText(['Resellers']);

  await importText('<script>alert(1)</script>');
  await expect(dialogOf(page).getByRole('alert')).toContainText('This is no file of saved views');
});
