import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { browserConnectivity, createWaitingRoom, type Connectivity } from './activity.ts';
import { PartnerCenterError } from './error.ts';
import { createVirtualClock } from './virtual-clock.ts';

const soon = () => new Promise((resolve) => setImmediate(resolve));
const error = new PartnerCenterError({ kind: 'network', description: 'No response' });
const ABOUT = { error, tries: 1, mostTries: 6 };

/** A network that is there or not. Its changes are told to listeners. */
function networkThat(isThere: boolean) {
  const listeners = new Set<() => void>();
  let online = isThere;
  const connectivity: Connectivity = {
    isOnline: () => online,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
  return {
    connectivity,
    listeners,
    become: (now: boolean) => {
      online = now;
      for (const listener of listeners) listener();
    },
  };
}

function roomWith(isThere = true) {
  const network = networkThat(isThere);
  const room = createWaitingRoom(createVirtualClock(1_000), network.connectivity);
  /** Waits, and tells how the wait ended. */
  const outcomeOf = (milliseconds: number | null, signal?: AbortSignal) => {
    const outcome: { value?: unknown } = {};
    void room.wait(milliseconds, ABOUT, signal).then(
      () => {
        outcome.value = 'go on';
      },
      (reason: unknown) => {
        outcome.value = reason;
      },
    );
    return outcome;
  };
  return { room, network, outcomeOf };
}

describe('the waiting room', () => {
  test('shows each wait until it is over, in order, and tells of each change', async () => {
    const { room, outcomeOf } = roomWith(false);
    const changed = vi.fn();
    const leave = room.subscribe(changed);
    const first = outcomeOf(500);
    outcomeOf(null);
    expect(room.waits()).toEqual([
      { ...ABOUT, until: 1_500 },
      { ...ABOUT, until: null },
    ]);
    expect(room.waits()).toBe(room.waits());
    expect(changed).toHaveBeenCalledTimes(2);
    room.tryNow();
    await soon();
    expect(first.value).toBe('go on');
    expect(room.waits()).toEqual([]);
    expect(changed).toHaveBeenCalledTimes(4);
    leave();
    outcomeOf(500);
    expect(changed).toHaveBeenCalledTimes(4);
  });

  test('ends one wait without the others, and leaves nothing on its signal', async () => {
    const { room, outcomeOf } = roomWith(false);
    const leaving = new AbortController();
    outcomeOf(500);
    outcomeOf(600, leaving.signal);
    leaving.abort();
    await soon();
    expect(room.waits()).toMatchObject([{ until: 1_500 }]);
    const { signal } = new AbortController();
    const hurried = outcomeOf(700, signal);
    room.tryNow();
    await soon();
    expect(hurried.value).toBe('go on');
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('without a network, a wait ends when there is one, not with any news of it', async () => {
    const { network, outcomeOf } = roomWith(false);
    const outcome = outcomeOf(null);
    network.become(false);
    await soon();
    expect(outcome).toEqual({});
    network.become(true);
    await soon();
    expect(outcome.value).toBe('go on');
    expect(network.listeners.size).toBe(0);
  });

  test('where the network is back already, nothing is waited for', async () => {
    const { network, outcomeOf } = roomWith(true);
    const outcome = outcomeOf(null);
    await soon();
    expect(outcome.value).toBe('go on');
    expect(network.listeners.size).toBe(0);
  });

  test.each([500, null])(
    'a wait of %j that is hurried goes on, and listens no more',
    async (milliseconds) => {
      const { room, network, outcomeOf } = roomWith(false);
      const outcome = outcomeOf(milliseconds);
      room.tryNow();
      await soon();
      expect(outcome.value).toBe('go on');
      expect(network.listeners.size).toBe(0);
    },
  );

  test.each([500, null])(
    'a wait of %j that is given up fails with the error it had',
    async (milliseconds) => {
      const { room, network, outcomeOf } = roomWith(false);
      const outcome = outcomeOf(milliseconds);
      room.giveUp();
      await soon();
      expect(outcome.value).toBe(error);
      expect(room.waits()).toEqual([]);
      expect(network.listeners.size).toBe(0);
    },
  );

  test.each([500, null])('who leaves a wait of %j hears the reason', async (milliseconds) => {
    const { room, network, outcomeOf } = roomWith(false);
    const leaving = new AbortController();
    const outcome = outcomeOf(milliseconds, leaving.signal);
    const reason = new Error('Gone');
    leaving.abort(reason);
    await soon();
    expect(outcome.value).toBe(reason);
    expect(room.waits()).toEqual([]);
    expect(network.listeners.size).toBe(0);
  });

  test('who has left before is not shown as waiting', async () => {
    const { room, outcomeOf } = roomWith(false);
    const changed = vi.fn();
    room.subscribe(changed);
    const reason = new Error('Gone');
    const outcome = outcomeOf(500, AbortSignal.abort(reason));
    await soon();
    expect(outcome.value).toBe(reason);
    expect(changed).not.toHaveBeenCalled();
  });

  test('a clock that fails is not taken for being woken', async () => {
    const failure = new Error('No timers');
    const clock = { now: () => 0, sleep: () => Promise.reject(failure) };
    const room = createWaitingRoom(clock, networkThat(true).connectivity);
    await expect(room.wait(500, ABOUT, undefined)).rejects.toBe(failure);
    expect(room.waits()).toEqual([]);
  });
});

describe('the browser’s word on the network', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('is taken, and each change of it heard until nobody listens', () => {
    const page = new EventTarget();
    vi.stubGlobal('window', page);
    vi.stubGlobal('navigator', { onLine: false });
    expect(browserConnectivity.isOnline()).toBe(false);
    vi.stubGlobal('navigator', { onLine: true });
    expect(browserConnectivity.isOnline()).toBe(true);
    const changed = vi.fn();
    const leave = browserConnectivity.subscribe(changed);
    page.dispatchEvent(new Event('online'));
    page.dispatchEvent(new Event('offline'));
    expect(changed).toHaveBeenCalledTimes(2);
    leave();
    page.dispatchEvent(new Event('online'));
    page.dispatchEvent(new Event('offline'));
    expect(changed).toHaveBeenCalledTimes(2);
  });

  test('where there is no page, there is a network as far as anyone knows', () => {
    vi.stubGlobal('navigator', { onLine: false });
    expect(browserConnectivity.isOnline()).toBe(true);
    expect(() => browserConnectivity.subscribe(() => undefined)()).not.toThrow();
  });
});
