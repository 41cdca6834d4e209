import { expect, type Page } from '@playwright/test';
import { open, query, settled } from './support/app.ts';
import { test } from './support/test.ts';

const PATH = '/v1/';

/** What a person of a locale sees. */
const PERSONS = [
  {
    locale: 'de-DE',
    language: 'de',
    direction: 'ltr',
    names: { signIn: 'Anmelden', account: 'Konto' },
    heading: 'Lizenzbereitstellung',
    views: 'Ansichten',
    sold: 'Verkaufte Lizenzen',
    utilization: 'Auslastung',
    snapshot: 'Momentaufnahme',
    count: /^\d{1,3}(?:\.\d{3})+$/u,
    percent: /^\d+,\d\u00A0%$/u,
    day: /^Neueste \(\d\d\.\d\d\.\d{4}\)$/u,
  },
  {
    locale: 'ja-JP',
    language: 'ja',
    direction: 'ltr',
    names: { signIn: 'サインイン', account: 'アカウント' },
    heading: 'ライセンスの展開',
    views: 'ビュー',
    sold: '販売済みライセンス',
    utilization: '使用率',
    snapshot: 'スナップショット',
    count: /^\d{1,3}(?:,\d{3})+$/u,
    percent: /^\d+\.\d%$/u,
    day: /^最新 \(\d{4}\/\d\d\/\d\d\)$/u,
  },
  {
    locale: 'ar-EG',
    language: 'ar',
    direction: 'rtl',
    names: { signIn: 'تسجيل الدخول', account: 'الحساب' },
    heading: 'نشر التراخيص',
    views: 'طرق العرض',
    sold: 'التراخيص المباعة',
    utilization: 'نسبة الاستخدام',
    snapshot: 'اللقطة',
    count: /^[٠-٩]{1,3}(?:٬[٠-٩]{3})+$/u,
    percent: /^[٠-٩]+٫[٠-٩]٪/u,
    day: /^الأحدث \(.*[٠-٩]{4}.*\)$/u,
  },
  {
    // A person whose language the page does not have reads English, with their own numbers and dates.
    locale: 'fr-FR',
    language: 'en',
    direction: 'ltr',
    names: { signIn: 'Sign in', account: 'Account' },
    heading: 'License deployment',
    views: 'Views',
    sold: 'Licenses sold',
    utilization: 'Utilization',
    snapshot: 'Snapshot',
    count: /^\d{1,3}(?:\u202F\d{3})+$/u,
    percent: /^\d+,\d[\u00A0\u202F]%$/u,
    day: /^Latest \(\d{1,2} \S+ \d{4}\)$/u,
  },
];

/** The value that a figure shows, without the figure's name. */
async function valueOf(page: Page, name: string): Promise<string> {
  const group = page.getByRole('group', { name, exact: true });
  return (
    (await group.innerText())
      .split('\n')
      .find((line) => /\p{Nd}/u.test(line))
      ?.trim() ?? ''
  );
}

for (const person of PERSONS) {
  test.describe(`for a person of ${person.locale}`, () => {
    test.use({ locale: person.locale });

    test('the page speaks their language, and writes numbers and dates as they do', async ({ page }) => {
      const asked = page.waitForRequest((sent) => sent.url().includes(PATH));
      await open(page, '', 'Admin agent', person.names);
      expect((await asked).headers()['x-locale']).toBe(person.locale);
      const html = page.locator('html');
      await expect(html).toHaveAttribute('lang', person.language);
      await expect(html).toHaveAttribute('dir', person.direction);
      await expect(page.getByRole('heading', { level: 1, name: person.heading, exact: true })).toBeVisible();
      await expect(page.getByRole('navigation', { name: person.views, exact: true })).toBeVisible();
      expect(await valueOf(page, person.sold)).toMatch(person.count);
      expect(await valueOf(page, person.utilization)).toMatch(person.percent);
      await expect(page.getByRole('combobox', { name: person.snapshot, exact: true })).toHaveValue(
        // Arabic dates have marks of direction in them.
        person.day,
      );
    });
  });
}

test('another language takes nothing away: no row, no view, no choice', async ({ page }) => {
  await open(page, '?groupby=channel');
  await expect(page.getByRole('status').filter({ hasText: 'All 20,000 rows' })).toBeVisible();
  const questions: string[] = [];
  page.on('request', (sent) => {
    if (sent.url().includes(PATH)) questions.push(sent.url());
  });
  await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
  const choose = async (account: string, language: string, name: string): Promise<void> => {
    await page.getByRole('button', { name: account, exact: true }).click();
    await page.getByRole('menuitem', { name: language, exact: true }).click();
    await page.getByRole('menuitemradio', { name, exact: true }).click();
  };

  await choose('Account', 'Language', 'العربية');
  const html = page.locator('html');
  await expect(html).toHaveAttribute('dir', 'rtl');
  await choose('الحساب', 'اللغة', 'Deutsch');
  await expect(html).toHaveAttribute('lang', 'de');
  await expect(html).toHaveAttribute('dir', 'ltr');
  await expect(page.getByRole('heading', { level: 1, name: 'Lizenzbereitstellung' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Alle 20.000 Zeilen' })).toBeVisible();
  await settled(page);
  expect(query(page).get('groupby')).toBe('channel');
  expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
  expect(questions).toEqual([]);

  const asked = page.waitForRequest((sent) => sent.url().includes(PATH));
  await page.reload();
  expect((await asked).headers()['x-locale']).toBe('de');
  await expect(page.getByRole('heading', { level: 1, name: 'Lizenzbereitstellung' })).toBeVisible();
  await expect(html).toHaveAttribute('lang', 'de');
});
