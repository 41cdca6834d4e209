import { useSyncExternalStore } from 'react';

// In pixels: a browser's usual font size.
const USUAL = 16;

const listeners = new Set<() => void>();

// It is read once as long as there are listeners: reading makes the browser compute the page's styles.
let known: number | null = null;
let stop: () => void = () => undefined;

function textScale(): number {
  const read = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL;
  if (listeners.size === 0) return read();
  known ??= read();
  return known;
}

/** There is no event for the font size, but an element that is 1rem wide changes with it. */
function watch(): () => void {
  const probe = document.createElement('div');
  probe.style.cssText = 'position: absolute; inline-size: 1rem; visibility: hidden';
  document.body.append(probe);
  const observer = new ResizeObserver(() => {
    known = null;
    for (const listener of listeners) listener();
  });
  observer.observe(probe);
  return () => {
    observer.disconnect();
    probe.remove();
  };
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) stop = watch();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop();
    known = null;
  };
}

/**
 * How much larger than usual the browser writes: 1 where its font size is 16 px. It is for lengths that can't be given
 * in rem: the columns of the grid, the room around a drawing.
 */
export function useTextScale(): number {
  return useSyncExternalStore(subscribe, textScale);
}
