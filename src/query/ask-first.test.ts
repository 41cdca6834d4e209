import { beforeEach, expect, test, vi } from 'vitest';
import { PartnerCenterError } from '#partner-center/error.ts';
import { fakeWindow } from '#view/fake-page.ts';
import { DEFAULT_VIEW } from '#view/view.ts';
import { askFirst } from './ask-first.ts';
import { createQueryClient } from './client.ts';
import { fakeSource, settled, summaryOf, TODAY, usedWith } from './fake-source.ts';
import { useLicenseDeployment, useSnapshot } from './use-license-deployment.ts';

beforeEach(() => {
  vi.stubGlobal('window', fakeWindow({}));
});

test('what is asked before the page is drawn is not asked once more by the page', async () => {
  const found: unknown[] = [];
  const { source, service } = fakeSource({
    findSnapshot: (date) => {
      found.push(date);
      return Promise.resolve(TODAY);
    },
  });
  const client = createQueryClient();
  const asked = askFirst(client, source, DEFAULT_VIEW);
  await settled();
  expect(service.asked.map(({ about }) => about)).toEqual(['summary']);

  const used = usedWith(source, () => useLicenseDeployment(DEFAULT_VIEW), client);
  await settled();
  service.asked[0]?.answer(summaryOf(3));
  await asked;
  await settled();

  expect(used.now().data).toEqual(summaryOf(3));
  expect(found).toEqual([null]);
  expect(service.asked).toHaveLength(1);
});

test('where the snapshot could not be found, the page says so and does not ask by itself', async () => {
  let tries = 0;
  const failed = new PartnerCenterError({ kind: 'network', description: 'No network.' });
  const { source } = fakeSource({
    findSnapshot: () => {
      tries += 1;
      return Promise.reject(failed);
    },
  });
  const client = createQueryClient();
  await askFirst(client, source, DEFAULT_VIEW);
  const used = usedWith(source, () => useSnapshot(DEFAULT_VIEW), client);
  await settled();
  expect(used.now().error).toBe(failed);
  expect(tries).toBe(1);
});
