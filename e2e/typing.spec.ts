import { expect, type Locator, type Page } from '@playwright/test';
import { open, query, settled } from './support/app.ts';
import { test } from './support/test.ts';

const searchBox = (page: Page): Locator =>
  page.getByRole('searchbox', { name: 'Search customers and products' });
const expressionField = (page: Page): Locator => page.getByRole('textbox', { name: 'Filter expression' });
const snapshotField = (page: Page): Locator => page.getByRole('combobox', { name: 'Snapshot' });

/** With the rows in the browser, where every answer comes fast: in the middle of the typing. */
async function openWithRows(page: Page): Promise<void> {
  await open(page);
  await expect(page.getByRole('status').filter({ hasText: 'All 20,000 rows' })).toBeVisible();
}

/** Goes back as the browser's button does, and looks that the page is still the app. */
async function back(page: Page): Promise<void> {
  await page.goBack();
  await settled(page);
}

test('what is typed after going back is a step of its own, though the focus never left the field', async ({
  page,
}) => {
  await openWithRows(page);
  await searchBox(page).focus();
  await page.keyboard.type('contoso');
  await settled(page);
  await back(page);
  expect(query(page).has('search')).toBe(false);
  await expect(searchBox(page)).toBeFocused();
  await expect(searchBox(page)).toHaveValue('');

  await page.keyboard.type('visio');
  await settled(page);
  expect(query(page).get('search')).toBe('visio');
  await back(page);
  expect(query(page).has('search'), 'the entry gone back to is as it was').toBe(false);
  await expect(searchBox(page)).toHaveValue('');
  await page.goForward();
  await settled(page);
  await expect(searchBox(page)).toHaveValue('visio');
});

test('characters that come without a key are kept, however many answers come between them', async ({
  page,
}) => {
  await openWithRows(page);
  await searchBox(page).focus();
  // As an input method commits them.
  for (const character of 'contoso and more') await page.keyboard.insertText(character);
  await expect(searchBox(page)).toHaveValue('contoso and more');
  await settled(page);
  expect(query(page).get('search')).toBe('contoso and more');
  await searchBox(page).press('Escape');
  await settled(page);

  // As a program writes them into the field, at every frame of the page.
  await searchBox(page).evaluate(async (field: HTMLInputElement) => {
    for (const character of 'microsoft visio') {
      field.setRangeText(character, field.value.length, field.value.length, 'end');
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise(requestAnimationFrame);
    }
  });
  await expect(searchBox(page)).toHaveValue('microsoft visio');
  await settled(page);
  expect(query(page).get('search')).toBe('microsoft visio');
});

/** Every text that a field shows in a frame, from before `change` until the page has settled. */
async function textsDuring(page: Page, field: Locator, change: () => Promise<void>): Promise<string[]> {
  const seen = await field.evaluateHandle((element: HTMLInputElement | HTMLTextAreaElement) => {
    const texts = new Set<string>();
    const look = (): void => {
      texts.add(element.value);
      requestAnimationFrame(look);
    };
    look();
    return texts;
  });
  await change();
  await settled(page);
  return seen.evaluate((texts) => [...texts]);
}

test('a field that was applied shows no former text until the answer is there', async ({ page }) => {
  await openWithRows(page);
  const expression = "channel eq 'direct'";
  await expressionField(page).fill(expression);
  expect(await textsDuring(page, expressionField(page), () => expressionField(page).press('Enter'))).toEqual([
    expression,
  ]);
  expect(query(page).get('filter')).toBe(expression);

  const removed = await textsDuring(page, expressionField(page), async () => {
    await expressionField(page).fill('');
    await expressionField(page).press('Enter');
  });
  expect(removed).toEqual([expression, '']);
});

test('what is typed right after an expression was applied stays', async ({ page }) => {
  await openWithRows(page);
  await expressionField(page).fill("channel eq 'direct'");
  await expressionField(page).press('Enter');
  await page.keyboard.insertText(' and');
  await settled(page);
  await expect(expressionField(page)).toHaveValue("channel eq 'direct' and");
  expect(query(page).get('filter')).toBe("channel eq 'direct'");
});

test('a day that is typed is shown until its snapshot is there', async ({ page }) => {
  await openWithRows(page);
  await snapshotField(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const former = await snapshotField(page).inputValue();
  const texts = await textsDuring(page, snapshotField(page), () => page.keyboard.press('Enter'));
  expect(texts[0]).toBe(former);
  // The day, and no other text between.
  expect(texts).toHaveLength(2);
});

test('choosing several fields to group by is one step back', async ({ page }) => {
  await openWithRows(page);
  const groupBy = page.getByRole('combobox', { name: 'Group by' });
  await groupBy.click();
  await page.getByRole('option', { name: 'Channel', exact: true }).click();
  await page.getByRole('option', { name: 'Service', exact: true }).click();
  await page.keyboard.press('Escape');
  await settled(page);
  expect(query(page).get('groupby')).toBe('channel,serviceName');

  // Opened again, it is another choice.
  await groupBy.click();
  await page.getByRole('option', { name: 'Product', exact: true }).click();
  await page.keyboard.press('Escape');
  await settled(page);
  expect(query(page).get('groupby')).toBe('channel,serviceName,productName');

  await back(page);
  expect(query(page).get('groupby')).toBe('channel,serviceName');
  await back(page);
  expect(query(page).has('groupby')).toBe(false);
});
