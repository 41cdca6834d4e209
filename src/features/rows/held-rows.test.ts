import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DeploymentRow, Page } from '#engine/engine.ts';
import { createHeldRows, type ShownRows } from './held-rows.ts';

const PAGE_SIZE = 10;

function rowsOfPage(page: number, of = 'A'): readonly DeploymentRow[] {
  return Array.from({ length: PAGE_SIZE }, (_, index) => ({
    customerName: `${of}${(page - 1) * PAGE_SIZE + index}`,
    licensesSold: 1,
    licensesDeployed: 1,
  }));
}

function answer(page: number, of = 'A', engine: 'service' | 'snapshot' = 'service'): Page {
  return {
    rows: rowsOfPage(page, of),
    total: 100_000,
    isEndKnown: true,
    order: 'asked',
    totals: null,
    coverage: {
      engine,
      snapshot: { processedDateTime: '2026-01-01T00:00:00', date: '2026-01-01', totalCount: 100_000 },
      filter: null,
      search: '',
      rowsRead: PAGE_SIZE,
      totalCount: 100_000,
      countDisagrees: false,
    },
  };
}

function shown(page: number, of = 'A', given: Page = answer(page, of)): ShownRows {
  return { rows: of, page, pageSize: PAGE_SIZE, answer: given };
}

/** A reader of pages that answers when the test says so. */
function reader() {
  const asked: {
    readonly page: number;
    readonly resolve: (answer: Page) => void;
    readonly reject: (error: Error) => void;
  }[] = [];
  const told = vi.fn<() => void>();
  const held = createHeldRows(
    (page) => new Promise((resolve, reject) => void asked.push({ page, resolve, reject })),
    told,
  );
  const nameAt = (index: number) => held.rowAt(index)?.customerName;
  return { held, told, nameAt, asked, pages: () => asked.map(({ page }) => page) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('held rows', () => {
  test('are found by their place among all', () => {
    const { held, nameAt } = reader();
    held.hold(shown(3));
    expect([nameAt(19), nameAt(20), nameAt(29), nameAt(30)]).toEqual([undefined, 'A20', 'A29', undefined]);
  });

  test('stay when the page is turned, and go when the rows are others', () => {
    const { held, nameAt } = reader();
    held.hold(shown(3));
    held.hold(shown(4));
    expect([nameAt(20), nameAt(30)]).toEqual(['A20', 'A30']);
    held.hold(shown(4, 'B'));
    expect([nameAt(20), nameAt(30)]).toEqual([undefined, 'B30']);
  });

  test('go when the same page was answered anew', () => {
    const { held, nameAt } = reader();
    held.hold(shown(3));
    held.hold(shown(4));
    held.hold(shown(4, 'A', answer(4, 'C')));
    expect([nameAt(20), nameAt(30)]).toEqual([undefined, 'C30']);
  });

  test('go for other rows also where these are on another page', () => {
    const { held, nameAt } = reader();
    held.hold(shown(3));
    held.hold(shown(4, 'B'));
    expect([nameAt(20), nameAt(30)]).toEqual([undefined, 'B30']);
  });

  test('stay where the very same answer is shown again', () => {
    const { held, nameAt } = reader();
    const fourth = shown(4);
    held.hold(shown(3));
    held.hold(fourth);
    held.hold({ ...fourth });
    expect([nameAt(20), nameAt(30)]).toEqual(['A20', 'A30']);
  });

  test('go where they are farthest from the page that came last', () => {
    const { held, nameAt } = reader();
    const there = () =>
      Array.from({ length: 60 }, (_, index) => index + 1).filter((page) => nameAt((page - 1) * PAGE_SIZE));
    for (let page = 30; page <= 41; page += 1) held.hold(shown(page));
    held.hold(shown(29));
    expect(there()).toEqual([29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40]);
    held.hold(shown(41));
    expect(there()).toEqual([30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41]);
    held.hold(shown(60));
    expect(there()).toEqual([31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 60]);
  });

  test('are those near the ones in sight, however far one scrolls', async () => {
    const { held, nameAt, asked } = reader();
    held.hold(shown(1));
    for (let page = 2; page <= 50; page += 1) {
      held.see({ first: (page - 1) * PAGE_SIZE, last: page * PAGE_SIZE - 1 });
      asked.at(-1)?.resolve(answer(page));
      await vi.runAllTimersAsync();
    }
    const there = Array.from({ length: 50 }, (_, page) => nameAt(page * PAGE_SIZE)).filter(Boolean);
    expect(there).toHaveLength(12);
    expect(there.at(-1)).toBe('A490');
  });
});

describe('rows in sight that are missing', () => {
  test('are read at once next to those that are there, and told', async () => {
    const { held, told, nameAt, asked, pages } = reader();
    held.hold(shown(1));
    held.see({ first: 5, last: 14 });
    held.see({ first: 6, last: 15 });
    expect(pages()).toEqual([2]);
    asked[0]?.resolve(answer(2));
    await vi.runAllTimersAsync();
    expect(nameAt(14)).toBe('A14');
    expect(told).toHaveBeenCalledOnce();
  });

  test('are read far away once the scrolling rests, and none of those passed by', async () => {
    const { held, pages } = reader();
    held.hold(shown(1));
    for (const first of [1000, 2000, 3005]) held.see({ first, last: first + 9 });
    expect(pages()).toEqual([]);
    await vi.runAllTimersAsync();
    expect(pages()).toEqual([301, 302]);
  });

  test('are read at once before those that are there too, and with a rest where one of them is far', async () => {
    const { held, pages } = reader();
    held.see({ first: 0, last: 9 });
    expect(pages()).toEqual([]);
    held.hold(shown(5));
    held.see({ first: 35, last: 44 });
    expect(pages()).toEqual([4]);
    held.see({ first: 45, last: 69 });
    expect(pages()).toEqual([4]);
    await vi.runAllTimersAsync();
    expect(pages()).toEqual([4, 6]);
  });

  test('are read at once wherever they are where the whole snapshot is here', () => {
    const { held, pages } = reader();
    held.hold(shown(1, 'A', answer(1, 'A', 'snapshot')));
    held.see({ first: 5000, last: 5009 });
    expect(pages()).toEqual([501]);
  });

  test('are read two pages at a time, what is in sight by then', async () => {
    const { held, asked, pages } = reader();
    held.hold(shown(1, 'A', answer(1, 'A', 'snapshot')));
    held.see({ first: 100, last: 149 });
    expect(pages()).toEqual([11, 12]);
    held.see({ first: 200, last: 209 });
    expect(pages()).toEqual([11, 12]);
    asked[0]?.resolve(answer(11));
    await vi.runAllTimersAsync();
    expect(pages()).toEqual([11, 12, 21]);
  });

  test('that come for rows no longer shown are not taken for these', async () => {
    const { held, told, nameAt, asked } = reader();
    held.hold(shown(1));
    held.see({ first: 5, last: 14 });
    held.hold(shown(1, 'B'));
    asked[0]?.resolve(answer(2, 'A'));
    await vi.runAllTimersAsync();
    expect(nameAt(10)).toBeUndefined();
    expect(told).not.toHaveBeenCalled();
  });

  test('are asked for as if nothing had been, where others were not read before', async () => {
    const { held, asked, pages } = reader();
    held.hold(shown(1));
    held.see({ first: 5, last: 14 });
    held.see({ first: 5, last: 24 });
    held.hold(shown(1, 'B'));
    held.see({ first: 5000, last: 5009 });
    asked[0]?.reject(new Error('No.'));
    await vi.advanceTimersByTimeAsync(10);
    // A page that is far away is read only after a rest, whatever happens to the others.
    expect(pages()).toEqual([2]);
    held.see({ first: 5, last: 14 });
    expect(pages()).toEqual([2, 2]);
  });

  test('that cannot be read are not asked for again until the view asks for them', async () => {
    const { held, nameAt, asked, pages } = reader();
    held.hold(shown(1));
    held.see({ first: 5, last: 14 });
    asked[0]?.reject(new Error('No.'));
    await vi.runAllTimersAsync();
    held.see({ first: 6, last: 15 });
    await vi.runAllTimersAsync();
    expect(pages()).toEqual([2]);
    held.hold(shown(2));
    expect(nameAt(15)).toBe('A15');
  });

  test('are left when all is over', async () => {
    const { held, pages } = reader();
    held.hold(shown(1));
    held.see({ first: 5000, last: 5009 });
    held.clear();
    await vi.runAllTimersAsync();
    expect(pages()).toEqual([]);
  });
});
