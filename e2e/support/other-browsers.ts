import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { Builder, Key, type WebElement } from 'selenium-webdriver';
import { inPath } from './install.ts';
import { findRealPart } from './real-parts.ts';
import { freePort } from './server.ts';

// Playwright drives these browsers only in builds of its own. Debian's builds speak WebDriver BiDi (Firefox) and
// WebDriver (WebKitGTK). Both run statements in the page, and both press and type as a person does.

type Found = {
  readonly click: () => Promise<void>;
  /** Types a text, then Enter. */
  readonly type: (text: string) => Promise<void>;
};

type Driver = {
  readonly goTo: (address: string) => Promise<void>;
  /** Runs statements in the page, and gives the value that they return. */
  readonly run: (statements: string) => Promise<unknown>;
  /** Runs statements that return an element or null. */
  readonly find: (statements: string) => Promise<Found | null>;
  readonly close: () => Promise<void>;
};

/** A browser with one page, driven by roles and names. Each step waits until its element is there. */
export type OtherBrowser = {
  readonly goTo: (address: string) => Promise<void>;
  readonly press: (role: string, name: string | RegExp) => Promise<void>;
  /** Types a text into a field, then Enter. */
  readonly type: (role: string, name: string | RegExp, text: string) => Promise<void>;
  /** The text of an element. */
  readonly text: (role: string, name: string | RegExp) => Promise<string>;
  /** Waits until the screen is final. */
  readonly settled: () => Promise<void>;
  readonly address: () => Promise<URL>;
  readonly close: () => Promise<void>;
};

/** This finds elements by the roles and names that screen readers say. */
const TESTING_LIBRARY = readFileSync(
  new URL('./@testing-library/dom.umd.min.js', import.meta.resolve('@testing-library/dom')),
  'utf8',
);

const IN_TIME = { timeout: 30_000 };

function driven(driver: Driver): OtherBrowser {
  /** The statements that return the element with a role and a name, or null. */
  async function statementsFor(role: string, name: string | RegExp): Promise<string> {
    const isReady = await driver.run(
      'return document.body !== null && window.TestingLibraryDom !== undefined',
    );
    const words = typeof name === 'string' ? JSON.stringify(name) : String(name);
    return `${isReady === true ? '' : `if (document.body === null) return null;\n${TESTING_LIBRARY};\n`}
      return window.TestingLibraryDom.queryAllByRole(document.body, ${JSON.stringify(role)}, { name: ${words} })[0] ?? null;`;
  }

  const act = (role: string, name: string | RegExp, action: (found: Found) => Promise<void>): Promise<void> =>
    expect(async () => {
      const found = await driver.find(await statementsFor(role, name));
      expect(found, `${role} ${name}`).not.toBeNull();
      if (found !== null) await action(found);
    }).toPass(IN_TIME);

  return {
    goTo: driver.goTo,
    press: (role, name) => act(role, name, (found) => found.click()),
    type: (role, name, text) => act(role, name, (found) => found.type(text)),
    async text(role, name) {
      let text = '';
      await expect(async () => {
        const statements = await statementsFor(role, name);
        const said = await driver.run(`return (() => { ${statements} })()?.innerText ?? null;`);
        expect(said, `${role} ${name}`).not.toBeNull();
        text = String(said);
      }).toPass(IN_TIME);
      return text;
    },
    settled: () =>
      expect.poll(() => driver.run('return document.documentElement.dataset.busy'), IN_TIME).toBe('false'),
    address: async () => new URL(String(await driver.run('return location.href'))),
    close: driver.close,
  };
}

/** Debian's Firefox. Its downloads go into `downloads`. */
export async function startFirefox(downloads: string): Promise<OtherBrowser> {
  const executablePath = findRealPart('Firefox');
  if (executablePath === undefined) throw new Error('There is no Firefox.');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: { 'browser.download.folderList': 2, 'browser.download.dir': downloads },
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  return driven({
    goTo: async (address) => void (await page.goto(address)),
    run: (statements) => page.evaluate(`(() => { ${statements} })()`),
    async find(statements) {
      const element = (await page.evaluateHandle(`(() => { ${statements} })()`)).asElement();
      if (element === null) return null;
      // Every element with a role is an element of the page and not a text.
      const found = element as Awaited<ReturnType<typeof page.waitForSelector>>;
      return (
        found && {
          click: () => found.click(),
          type: async (text) => {
            await found.type(text);
            await found.press('Enter');
          },
        }
      );
    },
    close: () => browser.close(),
  });
}

/** Ends a program and waits until it has ended. */
const ended = (program: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (program.exitCode !== null) resolve();
    program.once('exit', () => resolve());
    program.kill();
  });

/** Debian's WebKitGTK, in a screen that is not shown. */
export async function startWebKit(): Promise<OtherBrowser> {
  const webDriver = findRealPart('WebKit');
  const screen = inPath('Xvfb').find(existsSync);
  if (webDriver === undefined || screen === undefined) throw new Error('There is no WebKit.');
  const port = await freePort();
  const display = `:${port}`;
  const programs = [spawn(screen, [display, '-screen', '0', '1440x900x24'], { stdio: 'ignore' })];
  programs.push(
    spawn(webDriver, [`--port=${port}`], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: display,
        WEBKIT_DISABLE_COMPOSITING_MODE: '1',
        // Its sandbox needs rights that root in a container does not have.
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      },
    }),
  );
  const server = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => void (await Promise.all(programs.map(ended)));
  try {
    await expect(async () => void (await fetch(`${server}/status`))).toPass(IN_TIME);
    const browser = await new Builder()
      .usingServer(server)
      .withCapabilities({ browserName: 'MiniBrowser' })
      .build();
    return driven({
      goTo: (address) => browser.get(address),
      run: (statements) => browser.executeScript(statements),
      async find(statements) {
        const found = await browser.executeScript<WebElement | null>(statements);
        return found && { click: () => found.click(), type: (text) => found.sendKeys(text, Key.ENTER) };
      },
      async close() {
        await browser.quit();
        await stop();
      },
    });
  } catch (error) {
    await stop();
    throw error;
  }
}
