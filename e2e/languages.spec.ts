import { expect, type Page } from '@playwright/test';
import { pseudoMessage } from '#app/languages/pseudo.ts';
import { createDemoData } from '#emulator/demo-data.ts';
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

/** A text of the page in the pseudo-language. */
function pseudo(text: string): string {
  const message = pseudoMessage(text);
  return typeof message === 'string' ? message : '';
}

/**
 * What is wrong with the texts in the pseudo-language: those that come from no catalogue and are no data, and those that
 * are cut off without being whole elsewhere. It runs in the page.
 */
function faultsOfTexts(data: readonly string[]): string[] {
  const SEPARATOR = '␞';
  const known = new Set(data.flatMap((text) => [text, ...text.split(/ · |, /u)]));
  // A date, an amount of memory, a short number, a time, an address, a commit.
  const FIGURES =
    /[A-Z][a-z]{2} \d{1,2}(?:, \d{4})?|[A-Z][a-z]{2} \d{4}|\d[\d.,]*\u00A0?(?:MB|[KMBT]%?)|\d:\d\d\s[AP]M|^https?:\S+$|^[0-9a-f]{12}(?:-dirty)?$/gu;
  const isData = (text: string): boolean => {
    const plain = text
      .replaceAll(/[\u2068\u2069]/gu, '')
      .replaceAll(/\s+/gu, ' ')
      .trim();
    if (known.has(plain) || !/\p{L}{2}/u.test(plain.replaceAll(FIGURES, ''))) return true;
    // A long name is cut in a chart.
    const start = plain.endsWith('…') ? plain.slice(0, -1).trimEnd() : null;
    return start !== null && data.some((name) => name.startsWith(start));
  };
  const leftOf = (text: string): string[] => {
    let left = text;
    // The innermost brackets first: a text may be a part of another.
    for (let before = ''; before !== left;) {
      before = left;
      left = left.replaceAll(/\[[^[\]]*\]/gu, '');
    }
    return left
      .split(SEPARATOR)
      .filter((piece) => !isData(piece))
      .flatMap((piece) => piece.split(/ · |, /u))
      .filter((piece) => !isData(piece));
  };
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const isOther = node.parentElement?.closest('bdi, code, pre, script, style, noscript, [lang]:not(html)');
    if (isOther == null) texts.push(node.textContent ?? '');
  }
  const named = [...document.body.querySelectorAll('*')].flatMap((element) =>
    ['aria-label', 'title', 'placeholder'].flatMap((name) => element.getAttribute(name) ?? []),
  );
  const untranslated = [texts.join(SEPARATOR), ...named].flatMap(leftOf);
  const cutOff = [...document.body.querySelectorAll('*')].filter((element) => {
    const hides = ['hidden', 'clip'].includes(getComputedStyle(element).overflowX);
    const isCut = hides && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;
    const holdsText = [...element.childNodes].some(
      ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && /[[\]]/u.test(textContent ?? ''),
    );
    // A person makes a column as wide as they like.
    const whole = element.closest('[title], [role="columnheader"], [role="gridcell"]');
    return isCut && holdsText && whole === null;
  });
  return [
    ...new Set([
      ...untranslated.map((text) => `untranslated: ${text}`),
      ...cutOff.map((element) => `cut off: ${element.textContent}`),
    ]),
  ];
}

test('in the pseudo-language every text comes from a catalogue, and none is cut off', async ({ page }) => {
  test.slow();
  const { customers, products, channels } = createDemoData({
    rows: 20_000,
    seed: 'license-lens',
    now: new Date(),
  });
  const values = [...customers, ...products, ...products.map(({ service }) => service)].flatMap(
    (each): unknown[] => Object.values(each),
  );
  const data = [...values, ...channels, 'License Lens', 'MIT']
    .filter((value) => typeof value === 'string')
    .map((value) => value.replaceAll(/\s+/gu, ' ').trim());
  await page.addInitScript(() => {
    if (location.protocol.startsWith('http')) localStorage.setItem('license-lens.language', 'en-XA');
  });
  const faults: Record<string, readonly string[]> = {};
  const look = async (where: string): Promise<void> => {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await settled(page);
      const found = await page.evaluate(faultsOfTexts, data);
      if (found.length > 0) faults[`${where}, ${width}`] = found;
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  const button = (name: string) => page.getByRole('button', { name: pseudo(name), exact: true }).first();

  await open(page, '', 'Admin agent', { signIn: pseudo('Sign in'), account: pseudo('Account') });
  await look('overview');
  for (const name of ['Add filter', 'Prices', 'Saved views', 'Rows in this browser', 'Export', 'Account']) {
    await button(name).click();
    await look(name);
    await page.keyboard.press('Escape');
  }
  for (const name of ['Keyboard shortcuts', 'Help', 'About', 'Commands']) {
    await button('Account').click();
    await page.getByRole('menuitem', { name: pseudo(name), exact: true }).click();
    await look(name);
    await page.keyboard.press('Escape');
  }
  for (const name of ['Opportunities', 'Anomalies', 'Trend']) {
    await page.getByRole('link', { name: pseudo(name), exact: true }).click();
    await look(name);
  }
  const tenant = customers[0]?.customerTenantId ?? '';
  for (const search of [
    '?view=opportunities&opportunity=nearlyFull',
    `?view=customer&customerTenantId=${tenant}`,
    '?processedDateTime=2001-01-01',
    '?groupby=colour&filter=channel&sort=idleValue',
  ]) {
    await page.goto(`/${search}`);
    await look(search);
  }
  expect(faults).toEqual({});
});
