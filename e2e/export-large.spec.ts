import { expect, type Page } from '@playwright/test';
import { figure, open, settled } from './support/app.ts';
import { test } from './support/test.ts';

// As many rows as are written to disk while they come. Nobody can press the browser's own dialog here: in its place the
// page gets a file of its own storage, which is written, left and removed as any other.

const ROWS = 100_000;

// The service is asked for the rows, a response after the other.
test.use({ demoRows: ROWS, loadLimit: 0 });

declare global {
  /** Lets a disk go on that has stood still; undefined where it has not. */
  var diskGoesOn: (() => void) | undefined;
}

/** The first file is on a disk that stands still in the middle, until `diskGoesOn` is called. */
async function pickFilesOfPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let pieces = 0;
    globalThis.showSaveFilePicker = async ({ suggestedName }) => {
      // So does the browser, which shows its dialog only for a press.
      if (!navigator.userActivation.isActive) throw new DOMException('There was no press.', 'SecurityError');
      const root = await navigator.storage.getDirectory();
      const file = await root.getFileHandle(suggestedName, { create: true });
      const createWritable = file.createWritable.bind(file);
      file.createWritable = async () => {
        const stream = await createWritable();
        const write = stream.write.bind(stream);
        stream.write = async (piece) => {
          pieces += 1;
          if (pieces === 5) {
            await new Promise<void>((resolve) => {
              globalThis.diskGoesOn = resolve;
            });
          }
          return write(piece);
        };
        return stream;
      };
      return file;
    };
  });
}

async function filesOfPage(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const names: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
    return names;
  });
}

/** How many lines a file of the page has, and what one of its columns adds up to. */
async function read(
  page: Page,
  name: string,
  column: number,
): Promise<readonly [lines: number, sum: number]> {
  return page.evaluate(
    async ([file, at]) => {
      const root = await navigator.storage.getDirectory();
      const text = await (await (await root.getFileHandle(file)).getFile()).text();
      // Names hold commas, so the figures are counted from the end.
      const lines = text.split('\r\n').slice(1, -1);
      return [lines.length, lines.reduce((sum, line) => sum + Number(line.split(',').at(at)), 0)] as const;
    },
    [name, column] as const,
  );
}

test('many rows go to disk as they come; stopped in the middle, nothing is left of them', async ({
  page,
}) => {
  test.setTimeout(90_000);
  await pickFilesOfPage(page);
  await open(page);
  const exportCsv = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'CSV' }).click();
  };

  await exportCsv();
  const progress = page.getByRole('progressbar', { name: 'Exporting rows' });
  await expect
    .poll(() => page.evaluate(() => globalThis.diskGoesOn !== undefined), { timeout: 60_000 })
    .toBe(true);
  await expect(progress).toHaveAttribute('aria-valuemax', String(ROWS));
  // What is written lies beside it until it is whole.
  expect(await filesOfPage(page)).toContainEqual(expect.stringMatching(/^license-deployment-.*\.csv$/u));
  await page.getByRole('button', { name: 'Stop exporting' }).click();
  await page.evaluate(() => globalThis.diskGoesOn?.());
  await expect(progress).toHaveCount(0);
  await expect.poll(() => filesOfPage(page)).toEqual([]);

  await exportCsv();
  await expect(page.getByText('100,000 rows exported')).toBeVisible({ timeout: 60_000 });
  await settled(page);
  const [name = ''] = await filesOfPage(page);
  expect(await read(page, name, -3)).toEqual([ROWS, await figure(page, 'Licenses sold')]);
});
