import { expect, test, vi } from 'vitest';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import { fakeWindow } from '#view/fake-page.ts';
import { withFilter } from '#view/transitions.ts';
import { DEFAULT_VIEW, type View } from '#view/view.ts';
import { fakeSource, LOADED, settled, TODAY, usedWith } from './fake-source.ts';
import { useAskAhead } from './use-ask-ahead.ts';
import { useAskOfTwo } from './use-ask-of-two.ts';
import {
  useComparedRows,
  useComparison,
  useCustomerChanges,
  useFigureChanges,
  useMemberChanges,
} from './use-comparison.ts';
import { useLicenseDeployment, useSnapshot } from './use-license-deployment.ts';

const EARLIER: Snapshot = { processedDateTime: '2026-10-31T00:00:00', date: '2026-10-31', totalCount: 5 };

const SHOWN: View = { ...DEFAULT_VIEW, compare: EARLIER.date };

const NEXT = withFilter(SHOWN, { kind: 'comparison', field: 'productName', operator: 'eq', value: 'x' });

/** A page that compares two loaded snapshots. `show` makes it show another view. */
async function comparing() {
  vi.stubGlobal('window', fakeWindow({}));
  const fake = fakeSource({
    findSnapshot: (date) => Promise.resolve(date === null ? TODAY : EARLIER),
  });
  fake.loading.set(LOADED);
  let shown = SHOWN;
  const page = usedWith(fake.source, () => {
    useAskOfTwo();
    useSnapshot(shown);
    useComparison(shown);
    useLicenseDeployment(shown);
    useFigureChanges(shown);
    useMemberChanges(shown, 'rows');
    useMemberChanges(shown, 'chart');
    useCustomerChanges(shown);
    useComparedRows(shown);
    return useAskAhead();
  });
  await settled();
  return {
    ...fake,
    page,
    show: async (view: View): Promise<void> => {
      shown = view;
      page.again();
      await settled();
    },
    told: () =>
      fake.loaded.asked.map(({ about, scope, from }) =>
        [about, scope.snapshot.date, from?.date, printFilter(scope.filter)].join(' '),
      ),
  };
}

test('all that a page says of two snapshots is asked ahead, and not once more when it is shown', async () => {
  const { page, told, show } = await comparing();
  const before = told();
  void page.now()(NEXT);
  await settled();
  const ahead = told();
  expect(ahead.slice(before.length)).toEqual([
    `summary ${TODAY.date}  productName eq 'x'`,
    // The chart keeps all of its members.
    `groups ${TODAY.date}  `,
    `summary ${EARLIER.date}  productName eq 'x'`,
    `changes ${TODAY.date} ${EARLIER.date} productName eq 'x'`,
    `changes ${TODAY.date} ${EARLIER.date} productName eq 'x'`,
    `changes ${TODAY.date} ${EARLIER.date} productName eq 'x'`,
  ]);
  await show(NEXT);
  expect(told()).toEqual(ahead);
});

test('of a customer only the figures are asked ahead, and nothing of a day that is not loaded', async () => {
  const { page, told } = await comparing();
  const before = told();
  void page.now()({ ...NEXT, view: 'customer', customerTenantId: 't' });
  await settled();
  const ofCustomer = told().slice(before.length);
  expect(ofCustomer.filter((asked) => asked.startsWith('summary'))).toHaveLength(2);
  expect(ofCustomer.filter((asked) => asked.startsWith('changes'))).toEqual([]);
  const sofar = told();
  void page.now()({ ...NEXT, compare: '2026-01-01' });
  void page.now()({ ...NEXT, compare: null });
  await settled();
  expect(
    told()
      .slice(sofar.length)
      .filter((asked) => asked.includes(EARLIER.date)),
  ).toEqual([]);
});

test('a page that is left asks ahead no more', async () => {
  const { page, source } = await comparing();
  expect(source.askToo.size).toBe(1);
  page.leave();
  expect(source.askToo.size).toBe(0);
});
