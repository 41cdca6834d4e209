import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type BrowserContext, type Page } from '@playwright/test';
import { settled, signIn } from './support/app.ts';
import { filesOf, findIn } from './support/profile.ts';
import { listenTo, test } from './support/test.ts';

// What signing out promises, held against the files of the browser's profile: databases and stores keep what was deleted in
// their files, so asking them by their interfaces proves nothing. And where the person's token goes meanwhile.

const PATH = '/v1/analytics/commercial/deployment/license/';

type Tokens = Readonly<Partial<Record<'access_token' | 'refresh_token' | 'id_token', string>>>;

/** What a context sent and wrote, and the tokens that the directory gave it. */
function listen(context: BrowserContext) {
  const heard = {
    tokens: [] as Tokens[],
    /** Requests that carry what is looked for may do so in this header alone. */
    authorizations: [] as { readonly url: string; readonly value: string }[],
    sent: [] as string[],
    written: [] as string[],
  };
  const ends: Promise<unknown>[] = [];
  context.on('response', (response) => {
    if (new URL(response.url()).pathname !== '/identity/token') return;
    ends.push(response.json().then((given: Tokens) => heard.tokens.push(given)));
  });
  context.on('request', (request) => {
    const { authorization, ...headers } = request.headers();
    if (authorization !== undefined) heard.authorizations.push({ url: request.url(), value: authorization });
    // The refresh token goes to the directory, in the body of a form.
    const body = new URL(request.url()).pathname === '/identity/token' ? '' : (request.postData() ?? '');
    heard.sent.push(request.url(), JSON.stringify(headers), body);
  });
  context.on('console', (message) => heard.written.push(message.text()));
  context.on('page', (page) => {
    page.on('framenavigated', (frame) => heard.written.push(frame.url()));
  });
  return { heard, settle: () => Promise.all(ends) };
}

const keepBox = (page: Page) =>
  page.getByRole('checkbox', { name: 'Keep the rows on this device between visits' });

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** The bytes of the files that the origin has of its own, in hexadecimal. */
function ownFiles(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const files: string[] = [];
    for await (const handle of (await navigator.storage.getDirectory()).values()) {
      if (!(handle instanceof FileSystemFileHandle)) continue;
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      files.push(Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));
    }
    return files;
  });
}

test('the token goes to the base URL alone, and signing out leaves neither kept rows nor their key in the profile’s files', async ({
  launchOptions,
  origin,
  provoke,
}) => {
  test.slow();
  const profile = mkdtempSync(join(tmpdir(), 'profile-'));
  const launch = () => chromium.launchPersistentContext(profile, { ...launchOptions, locale: 'en-US' });
  try {
    const context = await launch();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const complaints: string[] = [];
    await listenTo(context, ({ text }) => complaints.push(text));
    const { heard, settle } = listen(context);
    const page = await context.newPage();
    await page.goto(`${origin}/`);
    await signIn(page);
    await expect(page.getByRole('status').filter({ hasText: 'All 20,000 rows' })).toBeVisible();
    await page.getByRole('button', { name: 'Rows in this browser' }).click();
    await keepBox(page).check();
    await expect(page.getByRole('button', { name: /^Delete stored rows/u })).toBeVisible();
    await page.keyboard.press('Escape');
    let names: readonly string[] = [];

    await test.step('what is exported, copied and said of an error', async () => {
      const downloaded = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await page.getByRole('menuitem', { name: 'CSV' }).click();
      const csv = readFileSync(await (await downloaded).path(), 'utf8');
      heard.written.push(csv);
      const [header = [], ...rows] = csv.split('\n').map((line) => line.trim().split(/[,;]/u));
      const column = header.findIndex((title) => title.includes('Customer'));
      const customers = rows.map((cells) => cells[column] ?? '');
      names = [...new Set(customers)].filter((name) => /^[\w ]{12,}$/u.test(name)).slice(0, 20);
      await page.getByRole('button', { name: 'Copy link', exact: true }).click();
      await expect.poll(() => clipboard(page)).toContain(origin);
      heard.written.push(await clipboard(page));
      await page.getByRole('button', { name: 'About Licenses sold' }).click();
      await page.getByRole('button', { name: 'Copy as curl' }).click();
      await expect.poll(() => clipboard(page)).toContain('Bearer $TOKEN');
      heard.written.push(await clipboard(page));
      await page.keyboard.press('Escape');

      await provoke([{ status: 403 }]);
      await page.goto(`${origin}/?processedDateTime=2026-01-02`);
      const alert = page.getByRole('alert').filter({ has: page.getByRole('button', { name: 'Details' }) });
      await alert.getByRole('button', { name: 'Details' }).click();
      await alert.getByRole('button', { name: 'Copy details' }).click();
      await expect.poll(() => clipboard(page)).toContain('403');
      heard.written.push(await clipboard(page), await page.locator('html').innerText());
      await provoke([]);
    });

    await settle();
    expect(complaints.filter((text) => !/status of 403/u.test(text))).toEqual([]);
    // Cookies are the directory's alone.
    const cookies = await context.cookies();
    expect(cookies.filter(({ path }) => !path.startsWith('/identity'))).toEqual([]);
    const keys = await ownFiles(page);
    expect(keys).toHaveLength(1);
    const key = Buffer.from(keys[0] ?? '', 'hex');
    expect(key).toHaveLength(32);
    expect(names).toHaveLength(20);
    const given = heard.tokens.flatMap((tokens, index) =>
      (['access_token', 'refresh_token', 'id_token'] as const).map(
        (name) => [`${name} ${index}`, String(tokens[name])] as const,
      ),
    );
    expect(given.length).toBeGreaterThan(2);
    // Its end is enough: the signature, or the secret part.
    const tokens = Object.fromEntries(given.map(([name, token]) => [name, token.slice(-40)]));

    await test.step('the token is in one header, to one address', () => {
      const access = new Set(heard.tokens.map(({ access_token: token }) => `Bearer ${token}`));
      expect(heard.authorizations.length).toBeGreaterThan(3);
      for (const { url, value } of heard.authorizations) {
        expect(url.startsWith(`${origin}${PATH}`), url).toBe(true);
        expect(access.has(value)).toBe(true);
      }
      expect(heard.written.length).toBeGreaterThan(10);
      const said = [...heard.sent, ...heard.written].join('\n');
      for (const [name, token] of Object.entries(tokens)) {
        expect(said.includes(token), `${name} was sent or written`).toBe(false);
      }
    });

    await context.close();
    // The search finds what is there.
    expect(findIn(filesOf(profile), { key })).not.toEqual([]);

    const again = await launch();
    const later = await again.newPage();
    await later.goto(`${origin}/`);
    await later.getByRole('button', { name: /^(?:Sign in|Account)$/u }).waitFor();
    if (await later.getByRole('button', { name: 'Sign in' }).isVisible()) await signIn(later);
    await settled(later);
    // They were of use until now.
    await later.getByRole('button', { name: 'Rows in this browser' }).click();
    await expect(keepBox(later)).toBeChecked();
    await later.keyboard.press('Escape');
    await later.getByRole('button', { name: 'Account' }).click();
    await later.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(later.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await again.close();

    const customers = Object.fromEntries(names.map((name) => [`“${name}”`, name]));
    const left = filesOf(profile);
    expect(findIn(left, { key, ...customers })).toEqual([]);
    // What the tab itself stored stays in the files of that store until the browser tidies them: docs/security.md says so.
    const elsewhere = left.filter(({ path }) => !path.includes('Session Storage'));
    expect(findIn(elsewhere, { ...tokens, 'address with a token': 'id_token_hint=' })).toEqual([]);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});
