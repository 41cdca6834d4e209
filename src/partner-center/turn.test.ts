import { afterEach, expect, test, vi } from 'vitest';
import { breathe, nextTurn } from './turn.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('what was sent before goes first', async () => {
  const order: string[] = [];
  const { port1, port2 } = new MessageChannel();
  const received = new Promise<void>((resolve) => {
    port1.addEventListener('message', () => {
      order.push('sent');
      resolve();
    });
  });
  port1.start();
  port2.postMessage(null);
  await nextTurn().then(() => order.push('turn'));
  await received;
  port1.close();
  expect(order).toEqual(['sent', 'turn']);
});

test('a turn is a real one: promises that are settled go first, however many', async () => {
  let isOver = false;
  const turn = nextTurn().then(() => {
    isOver = true;
  });
  for (let step = 0; step < 1000; step += 1) await Promise.resolve();
  expect(isOver).toBe(false);
  await turn;
});

test('the browser’s own way to yield is taken where there is one', async () => {
  const yielded = vi.fn(() => Promise.resolve());
  vi.stubGlobal('scheduler', { yield: yielded });
  await breathe();
  expect(yielded).toHaveBeenCalledOnce();
});

test.each([undefined, {}])('and a turn of the event loop where there is none: %j', async (scheduler) => {
  vi.stubGlobal('scheduler', scheduler);
  let isOver = false;
  const turn = breathe().then(() => {
    isOver = true;
  });
  await Promise.resolve();
  expect(isOver).toBe(false);
  await turn;
});
