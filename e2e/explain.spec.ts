import { spawnSync } from 'node:child_process';
import { expect, type Page } from '@playwright/test';
import { figure, open, query, settled } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { test } from './support/test.ts';

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** The arguments that a shell hands to curl. */
function argumentsOf(command: string, token: string): readonly string[] {
  const { status, stdout } = spawnSync('bash', ['-s'], {
    input: `curl() { printf '%s\\0' "$@"; }\n${command}`,
    encoding: 'utf8',
    env: { TOKEN: token },
  });
  expect(status).toBe(0);
  return stdout.split('\0').slice(0, -1);
}

test('figures and columns are explained, a link leads to it, and the request behind it can be sent by hand', async ({
  page,
  request,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const asked = page.waitForRequest((sent) => sent.url().includes('/v1/analytics/'));
  await open(page, `?filter=${encodeURIComponent("channel eq 'reseller' and customerName ne 'O''Neil'")}`);
  const { authorization = '' } = (await asked).headers();
  const sold = await figure(page, 'Licenses sold');

  const about = page.getByRole('button', { name: 'About Licenses sold' });
  await about.click();
  const dialog = page.getByRole('dialog', { name: 'About Licenses sold' });
  await expect(dialog).toContainText('The licenses that were sold to the customers of this view.');
  await expect(dialog).toContainText('Channel is reseller');
  await expect(dialog).toContainText('rows that it has loaded');
  expect(query(page).get('about')).toBe('totalSold');
  await expectAccessible(page);

  await dialog.getByRole('button', { name: 'Copy as curl' }).click();
  await expect(dialog).toContainText('The command is copied.');
  const command = await clipboard(page);
  const token = authorization.replace('Bearer ', '');
  expect(command).toContain('Bearer $TOKEN');
  expect(command).not.toContain(token);
  const given = argumentsOf(command, token);
  const headers = Object.fromEntries(
    given.flatMap((each, index) => {
      const [name = '', value = ''] = given[index - 1] === '-H' ? each.split(': ') : [];
      return name === '' ? [] : [[name, value]];
    }),
  );
  const answer = await request.get(given.at(-1) ?? '', { headers });
  const { Value } = (await answer.json()) as { readonly Value: readonly { readonly licensesSold: number }[] };
  expect(Value.reduce((sum, { licensesSold }) => sum + licensesSold, 0)).toBe(sold);

  await dialog.getByRole('button', { name: 'Copy link to this' }).click();
  await expect(dialog).toContainText('The link is copied.');
  const link = await clipboard(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(about).toBeFocused();
  expect(query(page).has('about')).toBe(false);

  // The columns by the keyboard: their menu, and in it the list of what is explained.
  await page.getByRole('button', { name: 'Columns' }).press('Enter');
  await page.getByRole('menuitem', { name: 'About a column' }).press('ArrowRight');
  await page.getByRole('menuitem', { name: 'About Sold', exact: true }).press('Enter');
  const column = page.getByRole('dialog', { name: 'About Sold', exact: true });
  await expect(column).toContainText('each row is as the service has it');
  await column.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(column).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Columns' })).toBeFocused();

  await page.goto(link);
  await settled(page);
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('link', { name: 'Opportunities' }).click();
  await settled(page);
  await page.getByRole('button', { name: 'About Where licenses lie idle' }).click();
  await expect(page.getByRole('dialog')).toContainText('requests behind it');
  expect(query(page).get('about')).toBe('idleLicenses');
});
