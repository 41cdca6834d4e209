import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { cells, open } from './support/app.ts';
import { test } from './support/test.ts';

async function taken(page: Page, chart: string, item: string): Promise<Buffer> {
  await page.getByRole('button', { name: `Take ${chart} along` }).click();
  const downloaded = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).click();
  return readFile(await (await downloaded).path());
}

test('a chart is taken along as a picture that says what it rests on', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '?chart=customerTenantId');
  const chart = page.getByRole('figure', { name: 'Deployed versus sold' });
  const svg = (await taken(page, 'Deployed versus sold', 'Save as SVG')).toString('utf8');
  // Beside the page, whose policy lets no text become a document.
  const beside = await context.newPage();
  const texts = await beside.evaluate((text) => {
    const picture = new DOMParser().parseFromString(text, 'image/svg+xml');
    if (picture.querySelector('parsererror') !== null) throw new Error('It is no XML.');
    return [...picture.querySelectorAll('text')].map(({ textContent }) => textContent);
  }, svg);
  await beside.close();
  expect(texts[0]).toBe('Deployed versus sold: Customer');
  expect(texts[1]).toMatch(/^Snapshot of .* · everything, no filter · summed from 20,000 rows$/u);
  expect(texts.at(-1)).toContain('?chart=customerTenantId');
  // The same members with the same figures as in the table.
  await chart.getByRole('button', { name: 'Show as table' }).click();
  const [, ...members] = await cells(chart.getByRole('table'));
  for (const [, sold = '', deployed = ''] of members.slice(0, 10)) {
    expect(texts.some((text) => text.startsWith(`${deployed} of ${sold} · `))).toBe(true);
  }

  const png = await taken(page, 'Utilization over customers', 'Save as PNG');
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(1920);

  await page.getByRole('button', { name: 'Take Deployed versus sold along' }).click();
  await page.getByRole('menuitem', { name: 'Copy as picture' }).click();
  await expect(chart).toContainText('The picture is copied.');
  const kinds = await page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap(({ types }) => types),
  );
  expect(kinds).toEqual(['image/png']);
});
