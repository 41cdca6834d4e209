import { expect, test } from 'vitest';
import { createVirtualClock } from '#partner-center/virtual-clock.ts';
import { createInputRest } from './input-rest.ts';

/**
 * Notes when each of some pieces of work may begin, while a person scrolls at the given times. All times are in
 * milliseconds.
 */
async function timesOf(waitFrom: readonly number[], scrolledAt: readonly number[]): Promise<number[]> {
  const clock = createVirtualClock(0);
  const page = new EventTarget();
  const untilRested = createInputRest(page, clock);
  const { signal } = new AbortController();
  const person = (async () => {
    for (const at of scrolledAt) {
      await clock.sleep(at - clock.now());
      page.dispatchEvent(new Event('wheel'));
    }
  })();
  const work = waitFrom.map(async (from) => {
    await clock.sleep(from);
    await untilRested(signal);
    return clock.now();
  });
  return clock.run(Promise.all([...work, person]).then((times) => times.slice(0, -1) as number[]));
}

const everyTenth = (from: number, to: number): number[] =>
  Array.from({ length: (to - from) / 100 }, (_, index) => from + index * 100);

test('where nobody does anything, nothing waits', async () => {
  expect(await timesOf([0, 1, 10_000], [])).toEqual([0, 1, 10_000]);
});

test('work waits until the scrolling has rested', async () => {
  expect(await timesOf([50, 500, 1_000], everyTenth(100, 800))).toEqual([50, 950, 1_000]);
});

test('who scrolls on and on holds nothing up for more than ten seconds', async () => {
  const times = await timesOf([200, 9_000, 10_099, 15_000], everyTenth(100, 20_000));
  expect(times).toEqual([10_100, 10_100, 10_100, 15_000]);
});

test('after a rest, and only then, it is waited for anew', async () => {
  const scrolled = [...everyTenth(100, 12_000), ...everyTenth(12_300, 13_000)];
  expect(await timesOf([11_000, 12_250, 12_400], scrolled)).toEqual([11_000, 12_250, 13_150]);
});

test('what nobody wants any more stops waiting', async () => {
  const clock = createVirtualClock(0);
  const page = new EventTarget();
  const untilRested = createInputRest(page, clock);
  await untilRested(new AbortController().signal);
  page.dispatchEvent(new Event('keydown'));
  const leaving = new AbortController();
  const waiting = untilRested(leaving.signal);
  const reason = new DOMException('Gone', 'AbortError');
  leaving.abort(reason);
  await expect(waiting).rejects.toBe(reason);
});

test.each(['wheel', 'touchmove', 'scroll', 'keydown'])('a %s moves the page on', async (type) => {
  const clock = createVirtualClock(0);
  const page = new EventTarget();
  const untilRested = createInputRest(page, clock);
  page.dispatchEvent(new Event(type));
  await clock.run(untilRested(new AbortController().signal));
  expect(clock.now()).toBe(250);
});
