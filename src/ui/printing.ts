import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

const PRINT = 'print';

// The dialog, and a preview of it: the one tells by its events, the other by the medium.
let isInDialog = false;

function subscribe(onChange: () => void): () => void {
  const medium = matchMedia(PRINT);
  // Here and now: what is printed is laid out right after the event.
  const change = (): void => flushSync(onChange);
  const begin = (): void => {
    isInDialog = true;
    change();
  };
  const end = (): void => {
    isInDialog = false;
    change();
  };
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  medium.addEventListener('change', change);
  return () => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
    medium.removeEventListener('change', change);
  };
}

/** Whether the page is being printed: for what is written on paper otherwise than a style could do. */
export function useIsPrinting(): boolean {
  return useSyncExternalStore(subscribe, () => isInDialog || matchMedia(PRINT).matches);
}
